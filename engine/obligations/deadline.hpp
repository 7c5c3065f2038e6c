// SPDX-License-Identifier: MIT
/// When an obligation is due, and whether something was in time.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/calendar/clock.hpp"
#include "engine/obligations/judgement.hpp"
#include "engine/obligations/scene.hpp"
#include "rules/language/typed.hpp"

namespace csapath::engine {

enum class InTime : std::uint8_t { yes, no, unclear };

struct Deadline {
    enum class Kind : std::uint8_t {
        none,     ///< there is no limit
        day,      ///< the last day in time
        instant,  ///< the last instant, of a limit in hours
        paused,   ///< the clock stands still: nothing is due
        unknown   ///< see `because`
    };
    Kind kind = Kind::none;
    Because because = Because::as_it_says;
    rules::Unit unit = rules::Unit::days;
    rules::Date day;                              ///< of day
    std::optional<rules::Date> if_after_cut_off;  ///< the other reading of an activation whose time is not known
    std::int64_t earliest = 0, latest = 0;        ///< of instant: they differ where the activation is only a date
    rules::Date paused_since;                     ///< of paused

    InTime in_time(const rules::Moment& fulfilment, const Scene& scene) const {
        return kind == Kind::day && fulfilment.day <= day ? InTime::yes : in_time_at_all(fulfilment, scene);
    }
    /// Whether it has passed as of the scene's as-of: yes if so on every reading.
    InTime still_open(const Scene& scene) const;
    /// How late, in `unit`, rounded up; empty where it cannot be said.
    std::optional<std::int64_t> late(const rules::Moment& at, const Scene& scene) const;
    /// The same for what was not done: up to the as-of, and where that is a date, to the end of that day.
    std::optional<std::int64_t> overdue(const Scene& scene) const;
    /// Writes down the last day or moment in time, for people; the later of two readings. Nothing may be due.
    void note_due(const Scene& scene, Judgement& judgement) const {
        judgement.has_due = kind == Kind::day || kind == Kind::instant;
        if (kind == Kind::day)
            judgement.due = rules::Moment{if_after_cut_off.value_or(day)};
        else if (kind == Kind::instant)
            judgement.due = last_moment(scene);
    }

private:
    InTime in_time_at_all(const rules::Moment& fulfilment, const Scene& scene) const;
    rules::Moment last_moment(const Scene& scene) const;
};

/// Of a limit counted from `from`; `event` is the activating event, or no_event: a date that is looked up is looked up
/// from there.
Deadline deadline(const rules::typed::Limit& limit, const rules::Moment& from, std::uint32_t event, const Scene& scene);

/// The pauses of an episode, in days: from each X to the next Y.
std::vector<Pause<rules::Date>> pauses(const rules::typed::Pausing& pausing, const Scene& scene);

}  // namespace csapath::engine
