// SPDX-License-Identifier: MIT
/// `be shared with …`, and `inform …`: whom an occurrence of the step was shared with, and by when.
///
/// Shared with an agency is what its own `shared_with` says, and what a later event says that is named under `sharing:`
/// and is about this step: about its last occurrence at or before that event. Shares add up. With a limit the last
/// agency reached decides; the clock runs on after the episode has closed. Without one it is judged at the as-of.
#pragma once

#include "engine/obligations/parties.hpp"
#include "engine/obligations/runs_on.hpp"

namespace csapath::engine {

class Share final : public RunsOn {
public:
    Share(Terms terms, rules::typed::Share sentence);

    bool can_be_shown(const Coverage& coverage) const override;
    Kind kind() const override { return Kind::missing_agency; }

protected:
    void decide(const Scene& scene, Judgement& judgement) const override;
    std::optional<rules::Moment> done(const Scene& scene, const Judgement& judgement) const override;
    void clause(const Scene& scene, const Judgement& judgement, std::string& to) const override;
    void fault(const Scene& scene, const Judgement& judgement, std::string& to) const override;

private:
    using With = rules::typed::Share::With;

    /// Who has to be reached by one occurrence of the step.
    struct Wanted {
        Parties parties;
        bool perhaps_more = false;  ///< who was invited is not recorded: reaching those known is not enough
        std::optional<Because> perhaps_fewer = {};  ///< who attended is not known: some of those absent may have
    };
    Wanted wanted(const Scene& scene, std::uint32_t own) const;
    rules::Options involved(const Scene& scene, std::uint32_t own) const;

    /// What was shared.
    struct Reach {
        Recorded in_time, ever;  ///< what is surely in time; all of it
        /// In time at best: where the times are too coarse to tell, and then also of events of which it is not known
        /// whether they are about this occurrence.
        Recorded coarsely_in_time, perhaps_in_time;
        Recorded perhaps_ever;      ///< whenever, and also of those of which it is not known whether they are about it
        bool unseen_names = false;  ///< a name that nobody knows, told in time at best by an event that is, for want of
                                    ///< a column, not seen to be about it
        std::uint32_t complete = no_event;  ///< the event with which everybody was reached
    };
    Reach reach(const Scene& scene, std::uint32_t own, const Parties& parties, const Deadline& deadline) const;
    /// Whether a later event is about this occurrence of the step.
    rules::Truth is_about(const Scene& scene, std::uint32_t event, std::uint32_t own) const;

    void lacking(const Scene& scene, Judgement& judgement, const Wanted& wanted, const Reach& reach,
                 const Deadline& deadline) const;
    /// Whether it cannot be known that somebody was not reached; then the verdict says so. `told`: what counts.
    bool in_doubt(const Scene& scene, Judgement& judgement, const Wanted& wanted, const Reach& reach,
                  const Recorded& told) const;
    /// A sharing event shows what it is about.
    bool about_carried(const Scene& scene) const;
    void append_parties(const Pathway& pathway, std::string& to) const;

    std::optional<std::string> as_;
    With with_;
    Parties named_;
    std::vector<bool> is_sharing_;  ///< by event type
};

}  // namespace csapath::engine
