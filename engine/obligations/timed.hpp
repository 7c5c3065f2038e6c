// SPDX-License-Identifier: MIT
/// What all obligations with a clock share: an activation, a limit, a fulfilment, and the verdict they come to.
#pragma once

#include <string>
#include <string_view>

#include "engine/calendar/due.hpp"
#include "engine/obligations/deadline.hpp"
#include "engine/obligations/fulfilment.hpp"
#include "engine/obligations/obligation.hpp"

namespace csapath::engine {

/// The limit of a sentence that has only a length of time.
rules::typed::Limit limit_within(rules::Period period);

class Timed : public Obligation {
public:
    /// `sought` is what fulfils it; empty stands for the step itself.
    Timed(Terms terms, rules::typed::Limit limit, rules::typed::Steps sought, Targets& targets);

    void tell(const Scene& scene, const Judgement& judgement, Finding& finding) const override;
    bool can_be_shown(const Coverage& coverage) const override { return any_shown(coverage, sought_); }
    Kind kind() const override { return Kind::delay; }
    rules::Unit unit() const override;

protected:
    /// Sets the verdict from the deadline and what was found, and then lets `unless` have its say.
    void decide(const Scene& scene, Judgement& judgement, const Deadline& deadline, const Fulfilment& found) const;
    /// The whole course for one activation: does it apply, what fulfils it, what comes of it.
    void judge(const Scene& scene, Judgement& judgement, const Viewpoint& from,
               const rules::typed::Path* matching) const;
    /// The same for what an event activates, looked at from there.
    void judge_at_event(const Scene& scene, Judgement& judgement, const rules::typed::Path* matching) const;

    /// Of what an event activates and one event fulfils: whether it is in time by a limit that is counted in days, as
    /// most are. Then it is met and all is set; else nothing is, and `decide` must say.
    bool met_in_days(const Scene& scene, Judgement& judgement, std::uint32_t fulfilment) const {
        rules::Date last;
        if (!in_time_by_days(scene, judgement.activated_at.day, fulfilment, last)) return false;
        judgement.target = target_;
        judgement.fulfilment = fulfilment;
        judgement.has_due = true;
        judgement.due = rules::Moment{last};
        judgement.verdict = Verdict::met;
        return true;
    }

    /// The same of what applies plainly, without a judgement: it is met, and to be counted only.
    bool plainly_met_in_days(const Scene& scene, std::uint32_t activation, std::uint32_t fulfilment) const {
        rules::Date last;
        const rules::Date day = scene.at(activation).day;
        return applies_plainly(scene, day) && in_time_by_days(scene, day, fulfilment, last);
    }
    /// The event that fulfils what an event activates, where that is plain to see: of one step, with nothing else of it
    /// on the activation's day that could have come before. Else none, and one has to look closely.
    std::uint32_t plain_fulfilment(const Scene& scene, std::uint32_t activation) const;

    /// "the screening decision of Wed 30 Apr 2025", for messages.
    virtual void name_activation(const Scene& scene, const Judgement& judgement, std::string& to) const;

    rules::typed::Limit limit_;
    rules::typed::Steps sought_;      ///< what fulfils it
    rules::typed::Steps activating_;  ///< of these, an event does not fulfil what it activates
    std::uint16_t target_;
    bool due_comes_before_ = false;  ///< the limit is counted back from what activates

private:
    bool in_time_by_days(const Scene& scene, rules::Date from, std::uint32_t fulfilment, rules::Date& last) const {
        return counts_days_ && find_due(from, limit_.within, *scene.by.calendar, last) &&
               scene.at(fulfilment).day <= last;
    }
    /// Of what applies: what fulfils it, what comes of it.
    void find_and_decide(const Scene& scene, Judgement& judgement, const rules::typed::Path* matching) const;
    void tell_limit(const Scene& scene, const Judgement& judgement, std::string& to) const;

    std::string own_;            ///< what fulfils it, in words
    std::string_view happened_;  ///< "held" or "dated"
    bool counts_days_;           ///< the limit is a number of days, without pauses or a cut-off time
};

}  // namespace csapath::engine
