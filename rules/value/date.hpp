// SPDX-License-Identifier: MIT
/// A local day, and a moment known to the day or closer.
///
/// Days are counted, not spelled: a Date is the number of days since 1 January 1970. Nothing here knows about time
/// zones or holidays; every date is a date of the pathway's own zone.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace csapath::rules {

struct Date {
    std::int32_t days = 0;  ///< since 1970-01-01
    friend auto operator<=>(const Date&, const Date&) = default;
    friend Date operator+(Date date, std::int32_t days) { return {date.days + days}; }
    friend Date operator-(Date date, std::int32_t days) { return {date.days - days}; }
    friend std::int32_t operator-(Date later, Date earlier) { return later.days - earlier.days; }
};

/// The days that a definition or an input may name: 1900-01-01 to 2199-12-31. Anything else is refused where it is
/// read.
inline constexpr Date first_date{-25567};
inline constexpr Date last_date{84005};

enum class Weekday : std::uint8_t { monday, tuesday, wednesday, thursday, friday, saturday, sunday };

struct YearMonthDay {
    int year;
    unsigned month, day;
};

/// Empty if there is no such day, or it lies outside 1900-2199.
std::optional<Date> make_date(int year, unsigned month, unsigned day);
YearMonthDay year_month_day(Date date);
Weekday weekday(Date date);
constexpr bool weekend(Weekday day) {
    return day >= Weekday::saturday;
}

/// Exactly "YYYY-MM-DD", nothing before or after; empty otherwise, and for a day that does not exist.
std::optional<Date> parse_date(std::string_view text);

std::string iso(Date date);      ///< "2025-05-06"
std::string spelled(Date date);  ///< "Tue 6 May 2025", for people; always English
/// Writes the ten characters of iso(date) at `at` and returns the end. For years 0 to 9999, as is iso().
char* write_iso(Date date, char* at);

/// The same day of the month, `months` later (or earlier); a day that month does not have becomes its last day:
/// 31 January and one month is 28 or 29 February.
Date plus_months(Date date, int months);

/// When something happened, in the pathway's time zone: a day, or a day and a time of day.
struct Moment {
    static constexpr std::int64_t no_time = -1;

    constexpr Moment() = default;
    constexpr Moment(Date of, std::int64_t at = no_time, bool in_second_pass = false)
        : day(of), second_pass(in_second_pass), time(at) {}

    Date day;
    /// The second of the two passes of a local hour that occurs twice (known only where an offset was written).
    bool second_pass = false;
    /// Written without an offset in a local hour that occurs twice: taken for the first, and said so.
    bool ambiguous = false;
    /// Nanoseconds since the local midnight of `day` as a clock on the wall shows them, or no_time if only the day
    /// is known.
    std::int64_t time = no_time;

    bool timed() const { return time != no_time; }
    friend bool operator==(const Moment&, const Moment&) = default;
};

inline constexpr std::int64_t second = 1'000'000'000;
inline constexpr std::int64_t hour = 3600 * second;

/// How two moments stand to each other. On a shared day without both times nobody knows: unordered. Clocks go back
/// within one hour of the clock, so of two times in one hour every first pass comes before every second.
std::partial_ordering order(const Moment& left, const Moment& right);

std::string iso(const Moment& moment);  ///< "2025-04-30" or "2025-04-30T15:20", seconds and fractions where not zero
std::string spelled(const Moment& moment);  ///< "Wed 30 Apr 2025" or "Wed 30 Apr 2025 at 15:20"
/// Writes iso(moment) at `at`, at most 29 characters, and returns the end. For years 0 to 9999.
char* write_iso(const Moment& moment, char* at);
/// Appends spelled(moment).
void append_spelled(const Moment& moment, std::string& to);

}  // namespace csapath::rules
