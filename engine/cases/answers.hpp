// SPDX-License-Identifier: MIT
/// Answers a condition's questions from a case.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/calendar/calendar.hpp"
#include "engine/calendar/zone.hpp"
#include "engine/cases/episodes.hpp"
#include "engine/cases/occurrences.hpp"
#include "engine/cases/timeline.hpp"
#include "rules/language/questions.hpp"

namespace csapath::engine {

/// A case ready to be judged.
struct Case {
    Timeline timeline;
    Occurrences occurrences;
    std::vector<Episode> episodes;
};

/// By what days and times are counted.
struct Reckoning {
    const Calendar* calendar = nullptr;
    const Zone* zone = nullptr;
};

/// From where a condition looks at a case.
struct Viewpoint {
    /// The activating event; none where a date activates, or the episode itself.
    std::optional<std::uint32_t> activation;
    /// When the activation was: age is taken then.
    rules::Moment activated_at;
    /// One past the last event that counts: for `when` the activating event, for `unless` the end of its window.
    std::uint32_t until = 0;
    /// The moment of judging, for `time since`.
    rules::Moment judged_at;
};

/// Looks at all that it is given, and copies none of it.
class Answers final : public rules::Questions {
public:
    Answers(const Case& of, const Episode& episode, const Viewpoint& from, const Reckoning& by)
        : case_(of), episode_(episode), view_(from), by_(by) {}
    Answers(const Case&, const Episode&, Viewpoint&&, const Reckoning&) = delete;

    rules::Value value(const rules::typed::Path& path) const override;
    Count count(rules::StepId step) const override;
    rules::Truth happened(rules::StepId step, bool ever, const rules::Period* within) const override;
    rules::Truth between(rules::StepId from, rules::StepId to) const override;
    std::partial_ordering age_against(rules::Period period) const override;
    std::partial_ordering since_against(rules::StepId step, rules::Period period) const override;
    std::partial_ordering since_against(const rules::typed::Path& date, rules::Period period) const override;

private:
    rules::Value of_event(std::uint32_t event, rules::FactId fact) const;
    /// The latest sure occurrence that counts; `own` says whether the activating event may be it.
    std::optional<std::uint32_t> latest(rules::StepId step, bool own, std::uint32_t from) const;

    const Case& case_;
    const Episode& episode_;
    const Viewpoint& view_;
    const Reckoning& by_;
};

/// How the time from one moment to another stands to a length of time; unordered where it cannot be told.
std::partial_ordering time_against(const rules::Moment& from, const rules::Moment& to, rules::Period period,
                                   const Reckoning& by);

}  // namespace csapath::engine
