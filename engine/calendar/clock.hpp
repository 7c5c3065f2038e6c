// SPDX-License-Identifier: MIT
/// A clock that stands still at times: `pausing from X to Y`.
///
/// From X to the next Y the clock does not run: the due date moves by the units strictly after X up to and including
/// Y. Units are working days for a limit in working days, and days for limits in days, weeks, months and years; a limit
/// in hours is counted between instants. An X that is still open when the clock starts counts from the start. While
/// there is no Y the clock stands and nothing is due. A pause that begins on the due date still moves it; one that
/// begins later comes too late.
///
///     10 working days from Mon 3 Mar 2025          due Mon 17 Mar
///     pausing from Thu 6 Mar to Tue 11 Mar         3 working days (7, 10 and 11 March): due Thu 20 Mar
///     and again from Thu 20 Mar, not ended         stands since Thu 20 Mar
///
///     1 month from 31 Jan 2025, pausing from 10 Feb to 20 Feb: 28 Feb and 10 days, due 10 Mar
///
/// Pauses may be given in any order and may overlap: what is covered twice counts once. A pause that ends where it
/// begins, or before, is none.
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "engine/calendar/calendar.hpp"
#include "rules/value/date.hpp"
#include "rules/value/period.hpp"

namespace csapath::engine {

/// Point is a rules::Date, or an instant in nanoseconds.
template <typename Point>
struct Pause {
    Point from;                    ///< X
    std::optional<Point> to = {};  ///< the next Y; empty while there is none
};

/// Exactly one of the two is known.
template <typename Point>
struct PausedDue {
    std::optional<Point> due;
    std::optional<Point> paused_since =
        {};  ///< the clock stands: the X, or the start of the clock where X came earlier
    friend bool operator==(const PausedDue&, const PausedDue&) = default;
};

/// When `allowed` (not hours) from `start` is over. Empty beyond the horizon, as due().
std::optional<PausedDue<rules::Date>> due_with_pauses(rules::Date start, rules::Period allowed,
                                                      std::span<const Pause<rules::Date>> pauses,
                                                      const Calendar& calendar);
/// The same for a limit in hours: `allowed` nanoseconds after the instant `start`.
PausedDue<std::int64_t> due_with_pauses(std::int64_t start, std::int64_t allowed,
                                        std::span<const Pause<std::int64_t>> pauses);

/// How long a clock has run: gross is paused and net.
struct ClockReading {
    std::int64_t gross = 0, paused = 0, net = 0;
    friend bool operator==(const ClockReading&, const ClockReading&) = default;
};

/// The unit in which the pauses of a limit are counted: hours, working days, or days for all others.
rules::Unit unit_of_pauses(rules::Unit limit);

/// The clock that began at the end of `start`, read at the end of the day `at`, in unit_of_pauses(limit); not for
/// hours. All nought where `at` is not after `start`. Empty beyond the horizon.
std::optional<ClockReading> clock_reading(rules::Date start, rules::Date at, rules::Unit limit,
                                          std::span<const Pause<rules::Date>> pauses, const Calendar& calendar);
/// The same between instants, in nanoseconds.
ClockReading clock_reading(std::int64_t start, std::int64_t at, std::span<const Pause<std::int64_t>> pauses);

}  // namespace csapath::engine
