// SPDX-License-Identifier: MIT
#include "rules/value/date.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstring>
#include <tuple>

namespace csapath::rules {

namespace {
// The calendar repeats itself every 400 years. Counting whole cycles apart keeps every year within what std::chrono
// can hold.
constexpr std::int32_t days_of_cycle = 146'097;
constexpr std::int32_t years_of_cycle = 400;

constexpr std::int32_t floor_of_ratio(std::int32_t of, std::int32_t by) {
    return of / by - (of % by < 0 ? 1 : 0);
}

/// For a day that exists.
Date counted(std::int32_t year, unsigned month, unsigned day) {
    const std::int32_t cycles = floor_of_ratio(year, years_of_cycle);
    const std::chrono::year_month_day date{std::chrono::year{year - cycles * years_of_cycle}, std::chrono::month{month},
                                           std::chrono::day{day}};
    const auto days = static_cast<std::int32_t>(std::chrono::sys_days{date}.time_since_epoch().count());
    return {cycles * days_of_cycle + days};
}

unsigned days_of_month(std::int32_t year, unsigned month) {
    constexpr std::array<unsigned, 12> days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return days[month - 1] + (month == 2 && leap ? 1 : 0);
}

/// The number that `digits` spells; empty if anything else stands there.
std::optional<unsigned> number(std::string_view digits) {
    unsigned value = 0;
    for (const char digit : digits) {
        if (digit < '0' || digit > '9') return std::nullopt;
        value = value * 10 + static_cast<unsigned>(digit - '0');
    }
    return value;
}

/// "00" to "99".
constexpr auto two_digits = [] {
    std::array<std::array<char, 2>, 100> all{};
    for (std::size_t number = 0; number < all.size(); ++number)
        all[number] = {static_cast<char>('0' + number / 10), static_cast<char>('0' + number % 10)};
    return all;
}();

/// Of a number below 100.
char* write_two(unsigned value, char* at) {
    std::memcpy(at, two_digits[value].data(), 2);
    return at + 2;
}

/// "15:20", with seconds and a fraction of one where they are not zero: at most 18 characters.
char* write_clock_time(const Moment& moment, char* at) {
    const auto since_midnight = static_cast<unsigned>(moment.time / second);
    auto fraction = static_cast<unsigned>(moment.time % second);
    const unsigned seconds = since_midnight % 60, minutes = since_midnight / 60;

    at = write_two(minutes / 60, at);
    *at++ = ':';
    at = write_two(minutes % 60, at);
    if (seconds != 0 || fraction != 0) {
        *at++ = ':';
        at = write_two(seconds, at);
    }
    if (fraction != 0) *at++ = '.';
    for (unsigned place = second / 10; fraction != 0; fraction %= place, place /= 10) {
        *at++ = static_cast<char>('0' + fraction / place);
    }
    return at;
}

/// "Tue 6 May 2025": at most 22 characters.
char* write_spelled(Date date, char* at) {
    static constexpr std::array<std::string_view, 7> days = {"Mon ", "Tue ", "Wed ", "Thu ", "Fri ", "Sat ", "Sun "};
    static constexpr std::array<std::string_view, 12> months = {"Jan ", "Feb ", "Mar ", "Apr ", "May ", "Jun ",
                                                                "Jul ", "Aug ", "Sep ", "Oct ", "Nov ", "Dec "};
    const auto [year, month, day] = year_month_day(date);
    const auto put = [&](std::string_view letters) {
        std::memcpy(at, letters.data(), 4);
        at += 4;
    };
    put(days[static_cast<std::size_t>(weekday(date))]);
    if (day >= 10) *at++ = static_cast<char>('0' + day / 10);
    *at++ = static_cast<char>('0' + day % 10);
    *at++ = ' ';
    put(months[month - 1]);
    if (year < 1000 || year > 9999) return std::to_chars(at, at + 11, year).ptr;
    at = write_two(static_cast<unsigned>(year) / 100, at);
    return write_two(static_cast<unsigned>(year) % 100, at);
}
}  // namespace

std::optional<Date> make_date(int year, unsigned month, unsigned day) {
    if (year < 1900 || year > 2199 || month < 1 || month > 12) return std::nullopt;
    if (day < 1 || day > days_of_month(year, month)) return std::nullopt;
    return counted(year, month, day);
}

YearMonthDay year_month_day(Date date) {
    const bool of_our_time = first_date <= date && date <= last_date;
    const std::int32_t cycles = of_our_time ? 0 : floor_of_ratio(date.days, days_of_cycle);
    const std::chrono::sys_days day{std::chrono::days{date.days - cycles * days_of_cycle}};
    const std::chrono::year_month_day found{day};
    return {static_cast<int>(found.year()) + cycles * years_of_cycle, static_cast<unsigned>(found.month()),
            static_cast<unsigned>(found.day())};
}

Weekday weekday(Date date) {
    const std::int32_t since_thursday = date.days - floor_of_ratio(date.days, 7) * 7;  // 1970 began on a Thursday
    return static_cast<Weekday>((since_thursday + 3) % 7);
}

std::optional<Date> parse_date(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const auto year = number(text.substr(0, 4));
    const auto month = number(text.substr(5, 2));
    const auto day = number(text.substr(8, 2));
    if (!year || !month || !day) return std::nullopt;
    return make_date(static_cast<int>(*year), *month, *day);
}

std::string iso(Date date) {
    std::array<char, 10> text{};
    write_iso(date, text.data());
    return {text.data(), text.size()};
}

std::string spelled(Date date) {
    std::array<char, 22> text{};
    return {text.data(), write_spelled(date, text.data())};
}

char* write_iso(Date date, char* at) {
    const auto [year, month, day] = year_month_day(date);
    at = write_two(static_cast<unsigned>(year) / 100, at);
    at = write_two(static_cast<unsigned>(year) % 100, at);
    *at++ = '-';
    at = write_two(month, at);
    *at++ = '-';
    return write_two(day, at);
}

Date plus_months(Date date, int months) {
    const auto [year, month, day] = year_month_day(date);
    const std::int32_t counted_months = year * 12 + static_cast<std::int32_t>(month) - 1 + months;
    const std::int32_t new_year = floor_of_ratio(counted_months, 12);
    const auto new_month = static_cast<unsigned>(counted_months - new_year * 12) + 1;
    return counted(new_year, new_month, std::min(day, days_of_month(new_year, new_month)));
}

std::partial_ordering order(const Moment& left, const Moment& right) {
    if (left.day != right.day) return left.day <=> right.day;
    if (!left.timed() || !right.timed()) return std::partial_ordering::unordered;
    const auto clock_hour = [](const Moment& moment) { return moment.time / hour; };
    return std::tuple(clock_hour(left), left.second_pass, left.time) <=>
           std::tuple(clock_hour(right), right.second_pass, right.time);
}

char* write_iso(const Moment& moment, char* at) {
    at = write_iso(moment.day, at);
    if (!moment.timed()) return at;
    *at++ = 'T';
    return write_clock_time(moment, at);
}

std::string iso(const Moment& moment) {
    std::array<char, 29> text{};
    return {text.data(), write_iso(moment, text.data())};
}

void append_spelled(const Moment& moment, std::string& to) {
    constexpr std::string_view at = " at ";
    std::array<char, 44> text{};
    char* end = write_spelled(moment.day, text.data());
    if (moment.timed()) {
        end = at.copy(end, at.size()) + end;
        end = write_clock_time(moment, end);
    }
    to.append(text.data(), end);
}

std::string spelled(const Moment& moment) {
    std::string text;
    append_spelled(moment, text);
    return text;
}

}  // namespace csapath::rules
