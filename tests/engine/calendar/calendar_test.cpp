// SPDX-License-Identifier: MIT
#include "engine/calendar/calendar.hpp"

#include <fstream>
#include <limits>
#include <stdexcept>
#include <string>
#include <vector>

#include "engine/calendar/due.hpp"
#include "tests/support/calendars.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/days.hpp"

using namespace csapath;
using namespace csapath::engine;

namespace {

/// 2024 and 2025 with Easter 2024, Christmas, and a closure day on a Saturday.
Calendar two_years() {
    return Calendar({.id = "two-years",
                     .title = "Two years",
                     .first_year = 2024,
                     .last_year = 2025,
                     .holidays = {{date("2024-12-25"), "Christmas Day"},
                                  {date("2024-04-01"), "Easter Monday"},
                                  {date("2024-03-29"), "Good Friday"},
                                  {date("2024-03-29"), "Office closed"},
                                  {date("2024-03-30"), "Office closed"},
                                  {date("2026-01-01"), "New Year's Day"}}});
}

struct Row {
    std::string month;
    std::vector<std::string> numbers;  ///< excluded, included, before
};

/// The table that tests/reference/working_days.py writes, which says what its numbers are.
std::vector<Row> reference_table() {
    std::ifstream file(CSAPATH_ROOT "/tests/engine/calendar/working_days.csv");
    std::vector<Row> rows;
    std::string line;
    std::getline(file, line);
    while (std::getline(file, line)) {
        Row row{line.substr(0, 7), {""}};
        for (const char c : line.substr(8)) {
            if (c == ',')
                row.numbers.emplace_back();
            else
                row.numbers.back() += c;
        }
        rows.push_back(row);
    }
    return rows;
}

/// Of all starts of a month; empty if a count leaves the calendar.
template <typename Count>
std::string folded(const std::string& month, Count nth) {
    std::uint32_t number = 0;
    const rules::Date first = date(month + "-01");
    for (rules::Date start = first; start < rules::plus_months(first, 1); start = start + 1)
        for (std::int32_t n = 1; n <= 60; ++n) {
            const std::optional<rules::Date> day = nth(start, n);
            if (!day) return "";
            const std::int32_t distance = *day < start ? start - *day : *day - start;
            number = number * 31 + static_cast<std::uint32_t>(distance);
        }
    return std::to_string(number);
}

}  // namespace

TEST_CASE("a working day is no Saturday, no Sunday and no holiday") {
    const Calendar calendar = two_years();
    auto [day, worked] = GENERATE(table<std::string, bool>({
        {"2024-01-01", true},  // a Monday; this calendar does not list New Year
        {"2024-03-28", true},
        {"2024-03-29", false},
        {"2024-03-30", false},
        {"2024-03-31", false},
        {"2024-04-01", false},
        {"2024-04-02", true},
        {"2025-12-31", true},
    }));
    CAPTURE(day);
    CHECK(calendar.knows(date(day)));
    CHECK(calendar.worked(date(day)) == worked);
}

TEST_CASE("a holiday is named where it falls on a weekday, by the first that lists it") {
    const Calendar calendar = two_years();
    REQUIRE(calendar.holiday(date("2024-03-29")) != nullptr);
    CHECK(*calendar.holiday(date("2024-03-29")) == "Good Friday");
    CHECK(*calendar.holiday(date("2024-12-25")) == "Christmas Day");
    CHECK(calendar.holiday(date("2024-03-30")) == nullptr);  // closed, but a Saturday
    CHECK(calendar.holiday(date("2024-04-02")) == nullptr);
    CHECK(calendar.holiday(date("2026-01-01")) == nullptr);
}

TEST_CASE("a calendar knows the days of its years and no other") {
    const Calendar calendar = two_years();
    CHECK(calendar.horizon_begin() == date("2024-01-01"));
    CHECK(calendar.horizon_end() == date("2025-12-31"));
    CHECK_FALSE(calendar.knows(date("2023-12-31")));
    CHECK_FALSE(calendar.knows(date("2026-01-01")));
    CHECK(calendar.holidays().size() == 4);  // each day once, and none of 2026
}

TEST_CASE("working days are counted after one day up to and including another") {
    const Calendar calendar = two_years();
    auto [after, up_to, count] = GENERATE(table<std::string, std::string, std::int32_t>({
        {"2024-03-28", "2024-03-28", 0},
        {"2024-03-28", "2024-04-01", 0},  // Good Friday, the weekend, Easter Monday
        {"2024-03-28", "2024-04-02", 1},
        {"2024-03-27", "2024-04-02", 2},
        {"2024-03-30", "2024-04-02", 1},
        {"2024-04-02", "2024-03-27", -2},
        {"2024-01-01", "2024-01-08", 5},
    }));
    CAPTURE(after, up_to);
    CHECK(calendar.working_days(date(after), date(up_to)) == count);
}

TEST_CASE("beyond the horizon nothing is counted") {
    const Calendar calendar = two_years();
    CHECK_FALSE(calendar.working_days(date("2023-12-31"), date("2024-01-02")));
    CHECK_FALSE(calendar.working_days(date("2025-12-31"), date("2026-01-01")));
    CHECK_FALSE(calendar.nth_working_day(date("2023-12-31"), 1));
    CHECK_FALSE(calendar.nth_working_day(date("2026-01-01"), -1));
    CHECK_FALSE(calendar.nth_working_day(date("2025-12-31"), 1));
    CHECK_FALSE(calendar.nth_working_day(date("2024-01-01"), -1));
    CHECK_FALSE(calendar.nth_working_day(date("2024-06-03"), 100'000));
    CHECK_FALSE(calendar.nth_working_day(date("2024-06-03"), std::numeric_limits<std::int32_t>::max()));
    CHECK_FALSE(calendar.nth_working_day(date("2024-06-03"), std::numeric_limits<std::int32_t>::min()));
    CHECK_FALSE(calendar.nth_working_day(date("2024-06-03"), 0));
    CHECK(calendar.nth_working_day(date("2025-12-30"), 1) == date("2025-12-31"));
    CHECK(calendar.nth_working_day(date("2024-01-02"), -1) == date("2024-01-01"));
}

TEST_CASE("working days are found forwards and backwards from any day") {
    const Calendar calendar = two_years();
    auto [day, n, found] = GENERATE(table<std::string, std::int32_t, std::string>({
        {"2024-03-28", 1, "2024-04-02"},
        {"2024-03-30", 1, "2024-04-02"},
        {"2024-03-28", 2, "2024-04-03"},
        {"2024-04-02", -1, "2024-03-28"},
        {"2024-03-31", -1, "2024-03-28"},
        {"2024-04-02", -2, "2024-03-27"},
        {"2024-12-24", 1, "2024-12-26"},
    }));
    CAPTURE(day, n);
    CHECK(calendar.nth_working_day(date(day), n) == date(found));
}

TEST_CASE("a calendar without years is our mistake") {
    CHECK_THROWS_AS(Calendar({.id = "none", .title = "None"}), std::invalid_argument);
    CHECK_THROWS_AS(Calendar({.id = "back", .title = "Back", .first_year = 2025, .last_year = 2024}),
                    std::invalid_argument);
    CHECK_THROWS_AS(Calendar({.id = "far", .title = "Far", .first_year = 2025, .last_year = 2200}),
                    std::invalid_argument);
}

TEST_CASE("every start of 2010 to 2028 is counted as the slow reference counts it") {
    const Calendar excluded = england_and_wales(FirstDay::excluded);
    const Calendar included = england_and_wales(FirstDay::included);
    const auto rows = reference_table();
    REQUIRE(rows.size() == 225);  // January 2010 to September 2028
    for (const Row& row : rows) {
        CAPTURE(row.month);
        REQUIRE(row.numbers.size() == 3);
        const auto after = [&](rules::Date start, std::int32_t n) {
            return due(start, {n, rules::Unit::working_days}, excluded);
        };
        const auto from = [&](rules::Date start, std::int32_t n) {
            return due(start, {n, rules::Unit::working_days}, included);
        };
        const auto before = [&](rules::Date start, std::int32_t n) { return excluded.nth_working_day(start, -n); };
        CHECK(folded(row.month, after) == row.numbers[0]);
        CHECK(folded(row.month, from) == row.numbers[1]);
        CHECK(folded(row.month, before) == row.numbers[2]);
    }
}

TEST_CASE("the shipped calendar has eight bank holidays a year, all on weekdays, and the five that were proclaimed") {
    const Calendar& calendar = england_and_wales();
    CHECK(calendar.horizon_begin() == date("2010-01-01"));
    CHECK(calendar.horizon_end() == date("2028-12-31"));
    CHECK(calendar.holidays().size() == 19 * 8 + 5);
    for (const auto& holiday : calendar.holidays()) {
        CAPTURE(holiday.day);
        CHECK(calendar.holiday(holiday.day) != nullptr);
    }
    auto [day, title] = GENERATE(table<std::string, std::string>({
        {"2011-04-29", "Wedding of Prince William and Catherine Middleton"},
        {"2012-06-04", "Spring bank holiday"},
        {"2012-06-05", "Diamond Jubilee of Queen Elizabeth II"},
        {"2020-05-08", "Early May bank holiday"},
        {"2021-12-27", "Christmas Day (substitute day)"},
        {"2021-12-28", "Boxing Day (substitute day)"},
        {"2022-01-03", "New Year's Day (substitute day)"},
        {"2022-06-03", "Platinum Jubilee of Queen Elizabeth II"},
        {"2022-09-19", "State funeral of Queen Elizabeth II"},
        {"2023-05-08", "Coronation of King Charles III"},
        {"2025-05-05", "Early May bank holiday"},
    }));
    CAPTURE(day);
    REQUIRE(calendar.holiday(date(day)) != nullptr);
    CHECK(*calendar.holiday(date(day)) == title);
    CHECK(calendar.worked(date("2020-05-04")));  // moved to the 8th
    CHECK(calendar.worked(date("2012-05-28")));  // moved to June
    CHECK(calendar.worked(date("2022-05-30")));
    CHECK(calendar.worked(date("2026-06-15")));  // a bank holiday of Scotland alone
}
