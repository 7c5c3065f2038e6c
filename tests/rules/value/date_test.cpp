// SPDX-License-Identifier: MIT
#include "rules/value/date.hpp"

#include <fmt/format.h>

#include <array>
#include <chrono>

#include "tests/support/catch.hpp"

using namespace csapath::rules;

namespace {
Date date(const char* text) {
    const std::optional<Date> found = parse_date(text);
    REQUIRE(found.has_value());
    return *found;
}

constexpr std::int64_t minute = 60 * second;

Moment at(const char* day, std::int64_t time, bool second_pass = false) {
    return {date(day), time, second_pass};
}
}  // namespace

TEST_CASE("every day from 1900 to 2199 is counted, named and read back") {
    // Independently: a wall calendar that is turned over day by day from Monday 1 January 1900, and std::chrono.
    constexpr std::array<unsigned, 12> lengths = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    int year = 1900;
    unsigned month = 1, day = 1;
    int days_wrong = 0;
    unsigned weekday_today = 0;

    for (Date today = first_date; today <= last_date; today = today + 1) {
        const YearMonthDay named = year_month_day(today);
        const std::chrono::sys_days chrono = std::chrono::year{year} / static_cast<int>(month) / static_cast<int>(day);
        const std::string expected = fmt::format("{:04}-{:02}-{:02}", year, month, day);
        const bool right = named.year == year && named.month == month && named.day == day &&
                           make_date(year, month, day) == today && chrono.time_since_epoch().count() == today.days &&
                           static_cast<unsigned>(weekday(today)) == weekday_today &&
                           std::chrono::weekday{chrono}.iso_encoding() == weekday_today + 1 && iso(today) == expected &&
                           parse_date(expected) == today;
        if (!right && days_wrong++ == 0) FAIL_CHECK("first wrong day: " << expected);

        const bool leap = year % 4 == 0 && (year % 100 != 0 || year == 2000);
        weekday_today = (weekday_today + 1) % 7;
        if (++day > lengths[month - 1] + (leap && month == 2 ? 1 : 0)) {
            day = 1;
            if (++month > 12) {
                month = 1;
                ++year;
            }
        }
    }
    CHECK(days_wrong == 0);
    CHECK(year == 2200);
    CHECK(iso(first_date) == "1900-01-01");
    CHECK(iso(last_date) == "2199-12-31");
    CHECK(iso(Date{0}) == "1970-01-01");
}

TEST_CASE("a day that does not exist, or lies outside 1900 to 2199, is no date") {
    auto [year, month, day] = GENERATE(table<int, unsigned, unsigned>({
        {1899, 12, 31},
        {2200, 1, 1},
        {0, 1, 1},
        {-5, 1, 1},
        {99999, 1, 1},
        {2024, 0, 1},
        {2024, 13, 1},
        {2024, 1, 0},
        {2024, 1, 32},
        {2024, 4, 31},
        {2024, 2, 30},
        {2023, 2, 29},
        {1900, 2, 29},
        {2100, 2, 29},
        {2024, 12, 4294967295u},
    }));
    CAPTURE(year, month, day);
    CHECK_FALSE(make_date(year, month, day).has_value());
}

TEST_CASE("29 February exists every fourth year, and in 2000 but not in 1900 or 2100") {
    CHECK(make_date(2024, 2, 29).has_value());
    CHECK(make_date(2000, 2, 29).has_value());
    CHECK(make_date(1904, 2, 29).has_value());
}

TEST_CASE("a date is written YYYY-MM-DD and no other way") {
    auto text = GENERATE(as<std::string>{}, "", "2024", "2024-1-1", "24-01-01", "2024/01/01", "01/02/2024", "20240101",
                         "2024-01-01 ", " 2024-01-01", "2024-01-01T00:00", "2024-01-0a", "2024-01--1", "+024-01-01",
                         "2024-13-01", "2024-02-30", "2023-02-29", "2024-00-10", "1899-12-31", "2200-01-01",
                         "0000-00-00", "2024-01-0\xD9\xA1", std::string("2024-01-0\0", 10));
    CAPTURE(text);
    CHECK_FALSE(parse_date(text).has_value());
}

TEST_CASE("a date in words is English, with its weekday") {
    CHECK(spelled(date("2025-05-06")) == "Tue 6 May 2025");
    CHECK(spelled(date("2024-03-29")) == "Fri 29 Mar 2024");  // Good Friday
    CHECK(spelled(date("2000-01-01")) == "Sat 1 Jan 2000");
    CHECK(spelled(date("1999-12-31")) == "Fri 31 Dec 1999");
}

TEST_CASE("Saturday and Sunday are the weekend") {
    CHECK(weekday(date("2024-03-30")) == Weekday::saturday);
    CHECK(weekend(Weekday::saturday));
    CHECK(weekend(Weekday::sunday));
    CHECK_FALSE(weekend(Weekday::friday));
    CHECK_FALSE(weekend(Weekday::monday));
}

TEST_CASE("writing a date touches ten characters and no more") {
    std::array<char, 12> text{};
    text.fill('#');
    CHECK(write_iso(date("2024-02-29"), text.data() + 1) == text.data() + 11);
    CHECK(std::string(text.data(), text.size()) == "#2024-02-29#");
}

TEST_CASE("months later is the same day of the month, or the last there is") {
    auto [from, months, to] = GENERATE(table<const char*, int, const char*>({
        {"2024-01-15", 1, "2024-02-15"},
        {"2024-01-31", 1, "2024-02-29"},  // a leap year
        {"2023-01-31", 1, "2023-02-28"},
        {"2024-01-31", 2, "2024-03-31"},  // not by way of February
        {"2024-03-31", 1, "2024-04-30"},
        {"2024-05-06", 0, "2024-05-06"},
        {"2024-05-06", 12, "2025-05-06"},
        {"2024-02-29", 12, "2025-02-28"},
        {"2024-02-29", 48, "2028-02-29"},
        {"2024-12-31", 2, "2025-02-28"},
        {"2024-11-30", 3, "2025-02-28"},
        {"2024-12-01", 1, "2025-01-01"},
        {"2024-03-31", -1, "2024-02-29"},
        {"2024-01-31", -1, "2023-12-31"},
        {"2024-01-15", -13, "2022-12-15"},
        {"2024-02-29", -12, "2023-02-28"},
        {"2000-01-31", 1, "2000-02-29"},
        {"2100-01-31", 1, "2100-02-28"},
    }));
    CAPTURE(from, months);
    CHECK(iso(plus_months(date(from), months)) == to);
}

TEST_CASE("months may lead out of the years that can be written") {
    // 400 years are 146,097 days, in which the calendar repeats itself.
    CHECK(plus_months(date("2024-02-29"), 400 * 12) == date("2024-02-29") + 146'097);
    CHECK(plus_months(date("2024-02-29"), -400 * 12) == date("2024-02-29") - 146'097);
    // The longest period that can be written, in years, there and back.
    const int months = 36'600 * 12;
    CHECK(plus_months(plus_months(date("2199-12-31"), months), -months) == date("2199-12-31"));
    CHECK(plus_months(plus_months(date("1900-01-01"), -months), months) == date("1900-01-01"));
    CHECK(year_month_day(plus_months(date("2024-01-01"), months)).year == 38'624);
    CHECK(year_month_day(plus_months(date("2024-01-01"), -months)).year == -34'576);
}

TEST_CASE("on different days the days decide") {
    CHECK(order(at("2024-05-01", 23 * hour), at("2024-05-02", 0)) == std::partial_ordering::less);
    CHECK(order({date("2024-05-01")}, {date("2024-05-02")}) == std::partial_ordering::less);
    CHECK(order({date("2024-05-03")}, at("2024-05-02", hour)) == std::partial_ordering::greater);
}

TEST_CASE("on one day the times decide, and without both nobody knows") {
    CHECK(order(at("2024-05-01", hour), at("2024-05-01", hour + 1)) == std::partial_ordering::less);
    CHECK(order(at("2024-05-01", hour), at("2024-05-01", 0)) == std::partial_ordering::greater);
    CHECK(order(at("2024-05-01", hour), at("2024-05-01", hour)) == std::partial_ordering::equivalent);

    CHECK(order({date("2024-05-01")}, at("2024-05-01", hour)) == std::partial_ordering::unordered);
    CHECK(order(at("2024-05-01", hour), {date("2024-05-01")}) == std::partial_ordering::unordered);
    CHECK(order({date("2024-05-01")}, {date("2024-05-01")}) == std::partial_ordering::unordered);
}

TEST_CASE("in the hour that occurs twice the first pass comes before the second") {
    // In England the hour from 01:00 to 02:00 on 27 October 2024.
    const char* const day = "2024-10-27";
    const Moment before = at(day, 59 * minute);
    const Moment early_first = at(day, hour + 10 * minute);
    const Moment late_first = at(day, hour + 40 * minute);
    const Moment early_second = at(day, hour + 10 * minute, true);
    const Moment late_second = at(day, hour + 40 * minute, true);
    const Moment after = at(day, 2 * hour);

    const std::array moments = {before, early_first, late_first, early_second, late_second, after};
    for (std::size_t left = 0; left < moments.size(); ++left) {
        for (std::size_t right = 0; right < moments.size(); ++right) {
            CAPTURE(left, right);
            CHECK(order(moments[left], moments[right]) == (left <=> right));
        }
    }
}

TEST_CASE("a moment is written as closely as it is known") {
    auto [time, written] = GENERATE(table<std::int64_t, const char*>({
        {Moment::no_time, "2025-04-30"},
        {0, "2025-04-30T00:00"},
        {15 * hour + 20 * minute, "2025-04-30T15:20"},
        {24 * hour - minute, "2025-04-30T23:59"},
        {9 * hour + 5 * second, "2025-04-30T09:00:05"},
        {15 * hour + 20 * minute + second / 2, "2025-04-30T15:20:00.5"},
        {15 * hour + 20 * minute + 7 * second + 250'000'000, "2025-04-30T15:20:07.25"},
        {15 * hour + 1, "2025-04-30T15:00:00.000000001"},
        {24 * hour - 1, "2025-04-30T23:59:59.999999999"},
        {15 * hour + 100'000'010, "2025-04-30T15:00:00.10000001"},
    }));
    CAPTURE(time);
    CHECK(iso(at("2025-04-30", time)) == written);
}

TEST_CASE("a moment in words has its time where it has one") {
    CHECK(spelled(at("2025-04-30", Moment::no_time)) == "Wed 30 Apr 2025");
    CHECK(spelled(at("2025-04-30", 15 * hour + 20 * minute)) == "Wed 30 Apr 2025 at 15:20");
    CHECK(spelled(at("2025-04-30", 0)) == "Wed 30 Apr 2025 at 00:00");
}
