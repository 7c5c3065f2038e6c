// SPDX-License-Identifier: MIT
#include "engine/calendar/clock.hpp"

#include <vector>

#include "engine/calendar/due.hpp"
#include "tests/support/calendars.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/days.hpp"

using namespace csapath;
using namespace csapath::engine;
using rules::Period;
using rules::Unit;

namespace {

using Pauses = std::vector<Pause<rules::Date>>;

Pause<rules::Date> pause(std::string_view from, std::string_view to = {}) {
    if (to.empty()) return {date(from)};
    return {date(from), date(to)};
}

PausedDue<rules::Date> due_on(std::string_view day) {
    return {date(day)};
}

PausedDue<rules::Date> standing_since(std::string_view day) {
    return {std::nullopt, date(day)};
}

}  // namespace

TEST_CASE("a clock without pauses is due as any limit") {
    const Period allowed = GENERATE(Period{10, Unit::working_days}, Period{3, Unit::months}, Period{5, Unit::days});
    const rules::Date start = date("2025-03-03");
    const auto paused = due_with_pauses(start, allowed, Pauses{}, england_and_wales());
    REQUIRE(paused);
    CHECK(paused->due == due(start, allowed, england_and_wales()));
    CHECK_FALSE(paused->paused_since);
}

TEST_CASE("a limit in working days moves by the working days of its pauses") {
    // 10 working days from Monday 3 March 2025 are over on Monday 17 March.
    auto [pauses, moved] = GENERATE(table<Pauses, PausedDue<rules::Date>>({
        {{pause("2025-03-06", "2025-03-11")}, due_on("2025-03-20")},  // 7, 10 and 11 March
        {{pause("2025-03-07", "2025-03-09")}, due_on("2025-03-17")},  // a weekend holds no working day
        {{pause("2025-03-06", "2025-03-06")}, due_on("2025-03-17")},
        {{pause("2025-03-11", "2025-03-06")}, due_on("2025-03-17")},  // ends before it begins
        {{pause("2025-03-01", "2025-03-05")}, due_on("2025-03-19")},  // open at the start: 4 and 5 March
        {{pause("2025-02-01", "2025-03-03")}, due_on("2025-03-17")},  // over at the start
        {{pause("2025-03-17", "2025-03-18")}, due_on("2025-03-18")},  // begins on the due date
        {{pause("2025-03-18", "2025-03-25")}, due_on("2025-03-17")},  // too late
        {{pause("2025-03-06", "2025-03-11"), pause("2025-03-18", "2025-03-19")}, due_on("2025-03-21")},  // in time now
        {{pause("2025-03-18", "2025-03-19"), pause("2025-03-06", "2025-03-11")}, due_on("2025-03-21")},
        {{pause("2025-03-06", "2025-03-11"), pause("2025-03-10", "2025-03-12")}, due_on("2025-03-21")},  // 7, 10-12
        {{pause("2025-03-06", "2025-03-12"), pause("2025-03-07", "2025-03-10")}, due_on("2025-03-21")},
        {{pause("2025-03-06", "2025-03-11"), pause("2025-03-06", "2025-03-11")}, due_on("2025-03-20")},
        {{pause("2025-03-06", "2025-03-10"), pause("2025-03-10", "2025-03-11")}, due_on("2025-03-20")},
        {{pause("2025-03-06")}, standing_since("2025-03-06")},
        {{pause("2025-02-06")}, standing_since("2025-03-03")},
        {{pause("2025-03-18")}, due_on("2025-03-17")},
        {{pause("2025-03-06", "2025-03-11"), pause("2025-03-20")}, standing_since("2025-03-20")},
        {{pause("2025-03-06"), pause("2025-03-10", "2025-03-11")}, standing_since("2025-03-06")},
        {{pause("2025-03-06", "2025-03-11"), pause("2025-03-10")}, standing_since("2025-03-06")},
    }));
    CHECK(due_with_pauses(date("2025-03-03"), {10, Unit::working_days}, pauses, england_and_wales()) == moved);
}

TEST_CASE("limits in days, weeks and months move by days") {
    auto [start, allowed, pauses, moved] = GENERATE(table<std::string, Period, Pauses, std::string>({
        {"2025-01-31", Period{1, Unit::months}, {pause("2025-02-10", "2025-02-20")}, "2025-03-10"},
        {"2025-03-03", Period{2, Unit::weeks}, {pause("2025-03-08", "2025-03-09")}, "2025-03-18"},
        {"2025-03-03", Period{5, Unit::days}, {pause("2025-03-07", "2025-03-09")}, "2025-03-10"},
        {"2024-02-29", Period{1, Unit::years}, {pause("2024-12-24", "2025-01-02")}, "2025-03-09"},
    }));
    CAPTURE(start);
    CHECK(due_with_pauses(date(start), allowed, pauses, england_and_wales()) == due_on(moved));
}

TEST_CASE("pauses step over bank holidays, and count the first day by the calendar's rule") {
    // 5 working days from Thursday 17 April 2025: 22 to 25 and 28 April; or, with the 17th as day 1, to the 25th.
    const Pauses easter{pause("2025-04-17", "2025-04-22")};  // one working day, the 22nd
    CHECK(due_with_pauses(date("2025-04-17"), {5, Unit::working_days}, easter, england_and_wales()) ==
          due_on("2025-04-29"));
    CHECK(due_with_pauses(date("2025-04-17"), {5, Unit::working_days}, easter, england_and_wales(FirstDay::included)) ==
          due_on("2025-04-28"));
}

TEST_CASE("a pause that leaves the calendar's years leaves nothing due") {
    const Pauses pauses{pause("2028-12-27", "2029-01-03")};
    CHECK_FALSE(due_with_pauses(date("2028-12-22"), {3, Unit::working_days}, pauses, england_and_wales()));
    CHECK_FALSE(due_with_pauses(date("2028-12-28"), {3, Unit::working_days}, Pauses{}, england_and_wales()));
    CHECK_FALSE(due_with_pauses(date("2028-12-22"), {3, Unit::working_days}, Pauses{pause("2028-12-22", "2028-12-28")},
                                england_and_wales()));
    CHECK(due_with_pauses(date("2028-12-22"), {10, Unit::days}, pauses, england_and_wales()) == due_on("2029-01-08"));
    CHECK_FALSE(due_with_pauses(date("2199-12-01"), {10, Unit::days}, Pauses{pause("2199-12-05", "2199-12-31")},
                                england_and_wales()));
}

TEST_CASE("a limit in hours moves by the time between") {
    const std::int64_t start = utc("2025-03-03T10:00");
    const std::vector<Pause<std::int64_t>> over{{utc("2025-03-03T12:00"), utc("2025-03-03T18:30")}};
    CHECK(due_with_pauses(start, 24 * rules::hour, over).due == utc("2025-03-04T16:30"));
    const std::vector<Pause<std::int64_t>> open{{utc("2025-03-03T09:00"), std::nullopt}};
    CHECK(due_with_pauses(start, 24 * rules::hour, open) == PausedDue<std::int64_t>{std::nullopt, start});
    const std::vector<Pause<std::int64_t>> too_late{{utc("2025-03-04T10:01"), std::nullopt}};
    CHECK(due_with_pauses(start, 24 * rules::hour, too_late).due == utc("2025-03-04T10:00"));
}

TEST_CASE("a clock is read gross, paused and net") {
    const Pauses pauses{pause("2025-03-06", "2025-03-11"), pause("2025-03-13")};
    auto [at, unit, reading] = GENERATE(table<std::string, Unit, ClockReading>({
        {"2025-03-03", Unit::working_days, {0, 0, 0}},
        {"2025-03-01", Unit::working_days, {0, 0, 0}},
        {"2025-03-06", Unit::working_days, {3, 0, 3}},   // 4, 5, 6
        {"2025-03-10", Unit::working_days, {5, 2, 3}},   // 7 and 10 paused
        {"2025-03-12", Unit::working_days, {7, 3, 4}},   // runs again on the 12th
        {"2025-03-18", Unit::working_days, {11, 6, 5}},  // 13 runs; 14, 17 and 18 paused
        {"2025-03-10", Unit::days, {7, 4, 3}},
        {"2025-03-18", Unit::months, {15, 10, 5}},  // days: 5 and 5 paused
    }));
    CAPTURE(at, rules::name(unit));
    CHECK(clock_reading(date("2025-03-03"), date(at), unit, pauses, england_and_wales()) == reading);
}

TEST_CASE("a clock is not read beyond the calendar's years, but in days it is") {
    const Pauses pauses{pause("2028-12-27")};
    CHECK_FALSE(clock_reading(date("2028-12-22"), date("2029-01-03"), Unit::working_days, pauses, england_and_wales()));
    CHECK(clock_reading(date("2028-12-22"), date("2029-01-03"), Unit::weeks, pauses, england_and_wales()) ==
          ClockReading{12, 7, 5});
}

TEST_CASE("a clock in hours is read between instants") {
    const std::vector<Pause<std::int64_t>> pauses{{utc("2025-03-03T12:00"), utc("2025-03-03T18:30")}};
    CHECK(clock_reading(utc("2025-03-03T10:00"), utc("2025-03-03T20:00"), pauses) ==
          ClockReading{10 * rules::hour, 6 * rules::hour + rules::hour / 2, 3 * rules::hour + rules::hour / 2});
}

TEST_CASE("pauses are counted in hours, working days, or days") {
    CHECK(unit_of_pauses(Unit::hours) == Unit::hours);
    CHECK(unit_of_pauses(Unit::working_days) == Unit::working_days);
    for (const Unit unit : {Unit::days, Unit::weeks, Unit::months, Unit::years})
        CHECK(unit_of_pauses(unit) == Unit::days);
}
