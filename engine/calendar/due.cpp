// SPDX-License-Identifier: MIT
#include "engine/calendar/due.hpp"

#include <algorithm>
#include <cstdlib>
#include <stdexcept>

namespace csapath::engine {

namespace {

using rules::Date;
using rules::Unit;

constexpr std::int64_t week = 7;
constexpr std::int64_t months_in_a_year = 12;
constexpr std::int64_t months_from_first_to_last_date = 300 * months_in_a_year;

[[noreturn]] void refuse_hours() {
    throw std::invalid_argument("a length of time in hours is counted between instants, not between days");
}

std::int64_t rounded_up(std::int64_t count, std::int64_t by) {
    return (count + by - 1) / by;
}

/// Only what can be written as a date is an answer.
std::optional<Date> days_later(Date start, std::int64_t days) {
    const std::int64_t end = std::int64_t{start.days} + days;
    if (end < rules::first_date.days || end > rules::last_date.days) return std::nullopt;
    return Date{static_cast<std::int32_t>(end)};
}

std::optional<Date> months_later(Date start, std::int64_t months) {
    if (std::abs(months) > months_from_first_to_last_date) return std::nullopt;
    const Date end = rules::plus_months(start, static_cast<int>(months));
    if (end < rules::first_date || end > rules::last_date) return std::nullopt;
    return end;
}

/// The least number of months that takes `from` to `to` or past it; `to` is the later.
std::int64_t months_that_reach(Date from, Date to) {
    const auto first = rules::year_month_day(from);
    const auto last = rules::year_month_day(to);
    const int months = (last.year - first.year) * static_cast<int>(months_in_a_year) + static_cast<int>(last.month) -
                       static_cast<int>(first.month);
    return rules::plus_months(from, months) >= to ? months : months + 1;
}

/// All units but working days; `to` is the later.
std::int64_t calendar_units(Date from, Date to, Unit unit) {
    switch (unit) {
        case Unit::days:
            return to - from;
        case Unit::weeks:
            return rounded_up(to - from, week);
        case Unit::months:
            return months_that_reach(from, to);
        case Unit::years:
            return rounded_up(months_that_reach(from, to), months_in_a_year);
        case Unit::hours:
        case Unit::working_days:
            break;
    }
    refuse_hours();
}

}  // namespace

std::optional<Date> calendar_units_later(Date start, rules::Period allowed) {
    switch (allowed.unit) {
        case Unit::days:
            return days_later(start, allowed.count);
        case Unit::weeks:
            return days_later(start, allowed.count * week);
        case Unit::months:
            return months_later(start, allowed.count);
        case Unit::years:
            return months_later(start, allowed.count * months_in_a_year);
        case Unit::working_days:
        case Unit::hours:
            break;
    }
    refuse_hours();
}

std::optional<Date> due(Date start, rules::Period allowed, const Calendar& calendar) {
    Date last;
    return find_due(start, allowed, calendar, last) ? std::optional(last) : std::nullopt;
}

std::optional<CountedFrom> counted_from(const rules::Moment& activation, const Calendar& calendar) {
    if (!calendar.cut_off()) return CountedFrom{activation.day};
    if (!calendar.knows(activation.day)) return std::nullopt;

    const auto next = calendar.nth_working_day(activation.day, 1);
    if (!next) return std::nullopt;
    if (!calendar.worked(activation.day)) return CountedFrom{*next};
    if (!activation.timed()) return CountedFrom{activation.day, *next};
    return CountedFrom{activation.time > *calendar.cut_off() ? *next : activation.day};
}

std::optional<std::int64_t> late_by(Date due, Date done, Unit unit, const Calendar& calendar) {
    if (unit == Unit::hours) refuse_hours();
    if (done <= due) return 0;
    if (unit != Unit::working_days) return calendar_units(due, done, unit);
    const auto counted = calendar.working_days(due, done);
    if (!counted) return std::nullopt;
    // The least number that reaches: on a day not worked the next working day has begun to count.
    return *counted + (calendar.worked(done) ? 0 : 1);
}

std::optional<std::int64_t> elapsed(Date from, Date to, Unit unit, const Calendar& calendar) {
    if (unit == Unit::hours) refuse_hours();
    if (to <= from) return 0;
    if (unit != Unit::working_days) return calendar_units(from, to, unit);
    return calendar.working_days(from, to);
}

std::vector<Date> days_counted(Date from, Date due, const Calendar& calendar) {
    if (!calendar.knows(from) || !calendar.knows(due)) return {};
    std::vector<Date> counted;
    if (const auto after = calendar.working_days(from, due); after && *after > 0)
        counted.reserve(static_cast<std::size_t>(*after) + 1);
    const bool first_counts = calendar.first_day() == FirstDay::included;
    for (Date day = first_counts ? from : from + 1; day <= due; day = day + 1)
        if (calendar.worked(day)) counted.push_back(day);
    return counted;
}

Instants instants(const rules::Moment& moment, const Zone& zone) {
    if (moment.timed()) {
        rules::Moment later = moment;
        if (moment.ambiguous) later.second_pass = true;
        return {zone.instant(moment), zone.instant(later)};
    }
    const std::int64_t earliest = zone.instant(moment.day);
    std::int64_t end = zone.instant(moment.day + 1);
    if (zone.read(moment.day + 1, 0).written == Zone::Written::twice) {
        // Clocks that go back over midnight come to this day again; clocks that go back to midnight do not.
        const std::int64_t second_midnight = zone.instant({moment.day + 1, 0, true});
        if (zone.local(second_midnight - 1).day == moment.day) end = second_midnight;
    }
    // A day that a zone left out altogether is the one instant at which it was left out.
    return {earliest, std::max(earliest, end - 1)};
}

}  // namespace csapath::engine
