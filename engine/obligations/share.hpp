// SPDX-License-Identifier: MIT
/// `be shared with …`, and `inform …`: whom an occurrence of the step was shared with, and by when.
///
/// Shared with an agency is what its own `shared_with` says, and what a later event says that is named under `sharing:`
/// and is about this step: about its last occurrence at or before that event. Shares add up. With a limit the last
/// agency reached decides; the clock runs on after the episode has closed. Without one it is judged at the as-of.
#pragma once

#include "engine/obligations/about_step.hpp"
#include "engine/obligations/deadline.hpp"
#include "engine/obligations/parties.hpp"

namespace csapath::engine {

class Share final : public AboutStep {
public:
    Share(Terms terms, rules::typed::Share sentence);

    bool can_be_shown(const Coverage& coverage) const override;
    Kind kind() const override { return Kind::missing_agency; }
    rules::Unit unit() const override;

protected:
    void decide(const Scene& scene, Judgement& judgement) const override;
    bool has_clock() const override { return limit_.kind != rules::typed::Limit::Kind::none; }
    void clause(const Scene& scene, const Judgement& judgement, std::string& to) const override;
    void fault(const Scene& scene, const Judgement& judgement, std::string& to) const override;

private:
    using With = rules::typed::Share::With;

    /// Who has to be reached by one occurrence of the step.
    struct Wanted {
        Parties parties;
        bool not_recorded = false;   ///< the list that would tell it is blank
        bool unknown_names = false;  ///< it names somebody that the definition does not know
    };
    Wanted wanted(const Scene& scene, std::uint32_t own) const;
    rules::Options involved(const Scene& scene, std::uint32_t own) const;

    /// What was shared.
    struct Reach {
        Recorded in_time, coarse, ever;  ///< surely in time; perhaps, the times being too coarse to tell; at any time
        Recorded perhaps;  ///< at best: with events of which it is not known whether they are about this one
        std::uint32_t complete = no_event;  ///< the event with which everybody was reached
    };
    Reach reach(const Scene& scene, std::uint32_t own, const Parties& parties, const Deadline& deadline) const;
    /// Whether a later event is about this occurrence of the step.
    rules::Truth is_about(const Scene& scene, std::uint32_t event, std::uint32_t own) const;

    std::string as_;
    With with_;
    Parties named_;
    rules::typed::Limit limit_;
    std::vector<bool> is_sharing_;  ///< by event type
};

}  // namespace csapath::engine
