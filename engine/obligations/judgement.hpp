// SPDX-License-Identifier: MIT
/// What was decided of one activation of one rule: small, without words. Words are found for those that are told.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "engine/findings/verdict.hpp"
#include "rules/value/date.hpp"
#include "rules/value/value.hpp"

namespace csapath::engine {

inline constexpr std::uint32_t no_event = 0xffff'ffff;
inline constexpr std::uint16_t no_target = 0xffff;

/// Why a verdict is what it is, where the verdict alone does not say.
enum class Because : std::uint8_t {
    as_it_says,
    not_in_force,
    when_is_false,
    when_is_unknown,
    unless_holds,
    unless_is_unknown,
    not_carried,           ///< no source of the case carries what is asked
    times_too_coarse,      ///< only a date where hours are counted, a local hour that occurs twice, or a cut-off time
    perhaps_fulfilled,     ///< an event that may fulfil it: its `where`, or its matching value, is not known
    outside_window,        ///< the sources of the case do not cover all the days on which it could have happened
    beyond_calendar,       ///< the count leaves the years whose holidays are known
    began_unseen,          ///< what came before the first event of the episode is not known
    unknown_names,         ///< a list names somebody that the definition does not know
    not_recorded,          ///< the list or value is blank
    date_not_recorded,     ///< the date that it must happen by, or that starts the clock, is blank
    condition_is_unknown,  ///< the condition of `ensure`
    came_later,            ///< what had to come first came afterwards
    never_came,            ///< what had to come first did not come at all
    too_long_ago,          ///< it came first, but longer ago than allowed
    too_many,
    too_few,
    paused,               ///< the clock stands still
    otherwise_unknown,    ///< whether one of the other edges applies is not known
    one_system,           ///< only one system knows the child, so there is none to compare with
    too_late_to_precede,  ///< what it had to precede has happened
    runs_on,              ///< of sharing: the clock runs on after the close
    accepted              ///< an exception was agreed for this case and rule
};

struct Judgement {
    Judgement() {}  // with a constructor by default, each of millions would be cleared before it is filled in

    // The small first, so that nothing is lost between them.
    std::uint16_t rule = 0;  ///< number of the obligation
    /// What would fulfil it: the number of a set of steps. Unfulfilled judgements of one episode with the same target
    /// and the same matching value are one fault.
    std::uint16_t target = no_target;
    Verdict verdict = Verdict::met;
    Kind kind = Kind::delay;
    Because because = Because::as_it_says;
    bool has_due = false;
    std::uint32_t activation = no_event;  ///< the activating event; none where a date activates, or the episode
    std::uint32_t fulfilment = no_event;
    std::uint32_t partner = no_event;  ///< another event that the message names
    std::uint32_t number = 0;          ///< how many there were, for counts
    rules::Moment activated_at;
    rules::Moment due;
    std::int64_t late = 0;   ///< in the rule's own unit; 0 where it does not apply
    rules::Options missing;  ///< agencies
    rules::Value matching;
};

/// The judgements of a case, one behind the other. Where nobody asks which activations were met, as most are, those of
/// which that is plain to see need not be kept.
class Judgements {
public:
    /// From now on what is plainly met may be counted instead: by rule, of which there are so many.
    void count_met_apart(std::size_t rules) { met_.assign(rules, 0); }
    bool counts_met() const { return !met_.empty(); }
    void count_met(std::uint16_t rule) { ++met_[rule]; }
    /// By rule: how many are met besides those that are kept. Empty where all are kept.
    std::span<const std::uint32_t> met_apart() const { return met_; }

    Judgement& emplace_back() { return all_.emplace_back(); }
    Judgement& push_back(const Judgement& judgement) { return all_.emplace_back(judgement); }
    /// Those kept, and those counted.
    void clear() {
        all_.clear();
        std::fill(met_.begin(), met_.end(), 0);
    }
    void erase(Judgement* begin, Judgement* end) {
        all_.erase(all_.begin() + (begin - this->begin()), all_.begin() + (end - this->begin()));
    }

    std::size_t size() const { return all_.size(); }
    bool empty() const { return all_.empty(); }
    Judgement* begin() { return all_.data(); }
    Judgement* end() { return all_.data() + all_.size(); }
    const Judgement* begin() const { return all_.data(); }
    const Judgement* end() const { return all_.data() + all_.size(); }
    Judgement& operator[](std::size_t at) { return all_[at]; }
    const Judgement& operator[](std::size_t at) const { return all_[at]; }

private:
    std::vector<Judgement> all_;
    std::vector<std::uint32_t> met_;
};

}  // namespace csapath::engine
