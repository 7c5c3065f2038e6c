// SPDX-License-Identifier: MIT
/// What was decided of one activation of one rule: small, without words. Words are found for those that are told.
#pragma once

#include <cstdint>
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

using Judgements = std::vector<Judgement>;

}  // namespace csapath::engine
