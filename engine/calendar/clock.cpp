// SPDX-License-Identifier: MIT
#include "engine/calendar/clock.hpp"

#include <algorithm>
#include <vector>

#include "engine/calendar/due.hpp"

namespace csapath::engine {

namespace {

using rules::Date;
using rules::Unit;

/// The pauses as the clock knows them: none before its start, in order, and none that touch.
template <typename Point>
std::vector<Pause<Point>> standstills(Point start, std::span<const Pause<Point>> pauses) {
    std::vector<Pause<Point>> known;
    for (Pause<Point> pause : pauses) {
        pause.from = std::max(pause.from, start);
        if (!pause.to || pause.from < *pause.to) known.push_back(pause);
    }
    std::sort(known.begin(), known.end(),
              [](const Pause<Point>& left, const Pause<Point>& right) { return left.from < right.from; });

    std::vector<Pause<Point>> apart;
    for (const Pause<Point>& next : known) {
        if (apart.empty() || (apart.back().to && *apart.back().to < next.from)) {
            apart.push_back(next);
            continue;
        }
        Pause<Point>& last = apart.back();
        if (!next.to) last.to.reset();
        if (last.to) last.to = std::max(*last.to, *next.to);
    }
    return apart;
}

/// `length(from, to)` and `moved(due, length)` are empty beyond the horizon.
template <typename Point, typename Length, typename Moved>
std::optional<PausedDue<Point>> moved_by_pauses(Point start, Point due, std::span<const Pause<Point>> pauses,
                                                Length length, Moved moved) {
    for (const Pause<Point>& pause : standstills(start, pauses)) {
        if (due < pause.from) break;
        if (!pause.to) return PausedDue<Point>{std::nullopt, pause.from};
        const auto stood = length(pause.from, *pause.to);
        if (!stood) return std::nullopt;
        const auto later = moved(due, *stood);
        if (!later) return std::nullopt;
        due = *later;
    }
    return PausedDue<Point>{due};
}

template <typename Point, typename Length>
std::optional<ClockReading> read_clock(Point start, Point at, std::span<const Pause<Point>> pauses, Length length) {
    if (at <= start) return ClockReading{};
    const auto gross = length(start, at);
    if (!gross) return std::nullopt;
    ClockReading reading{*gross};
    for (const Pause<Point>& pause : standstills(start, pauses)) {
        if (at <= pause.from) break;
        const auto stood = length(pause.from, pause.to ? std::min(*pause.to, at) : at);
        if (!stood) return std::nullopt;
        reading.paused += *stood;
    }
    reading.net = reading.gross - reading.paused;
    return reading;
}

auto days_between(Unit unit, const Calendar& calendar) {
    return [unit, &calendar](Date from, Date to) { return elapsed(from, to, unit, calendar); };
}

std::optional<std::int64_t> time_between(std::int64_t from, std::int64_t to) {
    return to - from;
}

}  // namespace

Unit unit_of_pauses(Unit limit) {
    return limit == Unit::hours || limit == Unit::working_days ? limit : Unit::days;
}

std::optional<PausedDue<Date>> due_with_pauses(Date start, rules::Period allowed, std::span<const Pause<Date>> pauses,
                                               const Calendar& calendar) {
    const auto without_pauses = due(start, allowed, calendar);
    if (!without_pauses) return std::nullopt;
    const Unit unit = unit_of_pauses(allowed.unit);
    const auto moved = [&](Date day, std::int64_t count) -> std::optional<Date> {
        if (count == 0) return day;
        const auto units = static_cast<std::int32_t>(count);
        return unit == Unit::working_days ? calendar.nth_working_day(day, units) : due(day, {units, unit}, calendar);
    };
    return moved_by_pauses(start, *without_pauses, pauses, days_between(unit, calendar), moved);
}

PausedDue<std::int64_t> due_with_pauses(std::int64_t start, std::int64_t allowed,
                                        std::span<const Pause<std::int64_t>> pauses) {
    const auto moved = [](std::int64_t due, std::int64_t length) { return std::optional{due + length}; };
    return moved_by_pauses(start, start + allowed, pauses, time_between, moved).value();
}

std::optional<ClockReading> clock_reading(Date start, Date at, Unit limit, std::span<const Pause<Date>> pauses,
                                          const Calendar& calendar) {
    return read_clock(start, at, pauses, days_between(unit_of_pauses(limit), calendar));
}

ClockReading clock_reading(std::int64_t start, std::int64_t at, std::span<const Pause<std::int64_t>> pauses) {
    return read_clock(start, at, pauses, time_between).value();
}

}  // namespace csapath::engine
