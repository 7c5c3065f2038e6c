// SPDX-License-Identifier: MIT
/// One episode of one case, as an obligation looks at it.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/cases/answers.hpp"
#include "engine/cases/coverage.hpp"
#include "engine/cases/source_name.hpp"
#include "engine/pathway/pathway.hpp"

namespace csapath::engine {

/// What the sources of a case can show of one obligation.
struct Shown {
    bool fulfilment = true;  ///< what would meet it
    bool when = true;        ///< every attribute and step that its `when` asks for
    bool unless = true;      ///< likewise for `unless`
};

struct Scene {
    const Pathway& pathway;
    const Case& of;
    const Episode& episode;
    Reckoning by;
    rules::Moment as_of;
    const Coverage& coverage;                ///< of the sources of this case, together
    const std::vector<Shown>& shown;         ///< by number of the obligation
    std::span<const Coverage> each = {};     ///< by source number: what that source alone can show
    std::span<const SourceName> names = {};  ///< by source number; empty where nobody asked

    const rules::Moment& at(std::uint32_t event) const { return of.timeline[event].at; }
    std::span<const Occurrence> occurrences(rules::StepId step) const { return of.occurrences.of(step); }
    bool in_episode(std::uint32_t event) const { return event >= episode.begin && event < episode.end; }
    bool in_tail(std::uint32_t event) const { return event >= episode.end && event < episode.tail_end; }
    bool reachable(std::uint32_t event) const { return event >= episode.begin && event < episode.tail_end; }

    /// One past the last event of the episode and its tail that is not later than `moment`; an event of that day
    /// without a time is not later.
    std::uint32_t until(const rules::Moment& moment) const;
    /// What a condition sees that is judged at an activation: the events before it.
    Viewpoint at_activation(std::uint32_t event) const { return {event, at(event), event, at(event)}; }
    /// What a condition comes to that is judged at an activation.
    rules::Truth truth_at(std::uint32_t event, const rules::Program& program) const {
        const rules::AttributeQuestion* const only = program.only_question();
        if (only != nullptr && rests_on_event(only->path())) {  // as most do: the event itself says it
            const rules::Value& own = of.timeline.value(event, only->path().fact);
            if (own.known()) return only->answer(own);
        }
        return truth_from(at_activation(event), program);
    }
    /// The same, looked at from elsewhere.
    rules::Truth truth_from(const Viewpoint& from, const rules::Program& program) const;
    /// From where it is looked at if a date activates: everything up to the end of that day, or of the as-of if that is
    /// earlier.
    Viewpoint on_day(rules::Date day) const;

private:
    /// Whether an attribute is looked for in the activating event first. When that was, is no attribute of it.
    static bool rests_on_event(const rules::typed::Path& path) {
        using From = rules::typed::Path::From;
        return (path.from == From::event || path.from == From::activation) && path.fact != rules::fact_at;
    }
};

}  // namespace csapath::engine
