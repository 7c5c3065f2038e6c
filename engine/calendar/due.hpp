// SPDX-License-Identifier: MIT
/// When a thing is due: a start, a length of time, and a calendar's rules make the last day or instant in time.
/// The rules are those of docs/language.md, "Time"; the worked dates there are the tests of this file.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/calendar/calendar.hpp"
#include "engine/calendar/zone.hpp"
#include "rules/value/date.hpp"
#include "rules/value/period.hpp"

namespace csapath::engine {

/// The last day on which the thing is still done in time, counted from `start` in any unit but hours.
///
/// Day 0 is the start; working days count on `calendar` and by its `first_day`. A month that is too short ends on
/// its last day: 31 January and one month is 28 or 29 February. The calendar's cut-off is not looked at here.
///
/// A negative count looks back: the last day that is still so long before `start`, as a report due 3 working days
/// before a conference. A count of nought is the start itself.
///
/// Empty if a count of working days leaves the years whose holidays `calendar` knows: no answer is better than a wrong
/// one. The other units need no calendar; they are empty only beyond 1900-2199.
[[nodiscard]] std::optional<rules::Date> due(rules::Date start, rules::Period allowed, const Calendar& calendar);

/// The same but for working days, which alone need a calendar.
std::optional<rules::Date> calendar_units_later(rules::Date start, rules::Period allowed);

/// The same as `due`, for those who ask millions of times: false where that is empty.
inline bool find_due(rules::Date start, rules::Period allowed, const Calendar& calendar, rules::Date& last) {
    last = start;
    if (allowed.unit != rules::Unit::working_days) {
        const auto later = calendar_units_later(start, allowed);
        if (later) last = *later;
        return later.has_value();
    }
    if (!calendar.knows(start)) return false;
    std::int32_t remaining = allowed.count;
    const bool start_is_day_one = calendar.first_day() == FirstDay::included && calendar.worked(start);
    if (start_is_day_one && remaining != 0) remaining += remaining > 0 ? -1 : 1;
    return remaining == 0 || calendar.find_working_day(start, remaining, last);
}

/// The day from which a limit in working days is counted when the calendar has a cut-off: the activation's own day,
/// or, after the cut-off or on a day not worked, the next working day. Two readings where the time is not known and
/// they differ. At the cut-off itself is not yet after it. Without a cut-off the activation's own day, whatever it is.
/// Empty beyond the horizon.
struct CountedFrom {
    rules::Date day;                                   ///< the earlier reading
    std::optional<rules::Date> if_after_cut_off = {};  ///< the later one, where it differs
};
std::optional<CountedFrom> counted_from(const rules::Moment& activation, const Calendar& calendar);

/// How late `done` is after `due`, in the rule's own unit, rounded up: due Friday, done on Saturday, is 1 working
/// day late. Months and years are counted as the least whole number that reaches. 0 if not late. Empty beyond the
/// horizon. Not for hours.
std::optional<std::int64_t> late_by(rules::Date due, rules::Date done, rules::Unit unit, const Calendar& calendar);

/// How many whole units, rounded up, lie between two days (the `clock` of a finding): 0 on the same day, and where `to`
/// comes before `from`. Working days are those after `from` up to and including `to`, by either FirstDay; a weekend
/// alone holds none. Empty beyond the horizon. Not for hours.
std::optional<std::int64_t> elapsed(rules::Date from, rules::Date to, rules::Unit unit, const Calendar& calendar);

/// The days that were counted, for explaining a limit in working days: each working day from the first counted up to
/// `due`. Nothing beyond the horizon.
std::vector<rules::Date> days_counted(rules::Date from, rules::Date due, const Calendar& calendar);

/// The earliest and the latest instant that a moment can mean: the same where it has a time, the whole local day
/// where it has not, and the two passes where it is ambiguous.
struct Instants {
    std::int64_t earliest, latest;  ///< nanoseconds since 1970-01-01T00:00Z; a day ends one nanosecond before the next
};
Instants instants(const rules::Moment& moment, const Zone& zone);

}  // namespace csapath::engine
