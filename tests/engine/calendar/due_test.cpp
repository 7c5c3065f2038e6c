// SPDX-License-Identifier: MIT
#include "engine/calendar/due.hpp"

#include "tests/support/calendars.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/days.hpp"

using namespace csapath;
using namespace csapath::engine;
using rules::Period;
using rules::Unit;

TEST_CASE("the worked dates of guidance come due as worked out") {
    const Calendar inclusive = england_and_wales(FirstDay::included);
    auto [start, allowed, excluded, included] = GENERATE(table<std::string, std::int32_t, std::string, std::string>({
        {"2011-04-18", 15, "2011-05-13", "2011-05-12"},
        {"2012-05-30", 10, "2012-06-15", "2012-06-14"},
        {"2022-05-26", 15, "2022-06-20", "2022-06-17"},
        {"2022-05-28", 15, "2022-06-21", "2022-06-21"},  // a Saturday: the Monday after is day 1 either way
        {"2022-09-12", 15, "2022-10-04", "2022-10-03"},
        {"2023-04-24", 15, "2023-05-17", "2023-05-16"},
        {"2024-03-20", 15, "2024-04-12", "2024-04-11"},
        {"2024-12-16", 15, "2025-01-09", "2025-01-08"},
        {"2025-04-10", 45, "2025-06-18", "2025-06-17"},
        {"2026-03-27", 10, "2026-04-14", "2026-04-13"},
    }));
    CAPTURE(start, allowed);
    CHECK(due(date(start), {allowed, Unit::working_days}, england_and_wales()) == date(excluded));
    CHECK(due(date(start), {allowed, Unit::working_days}, inclusive) == date(included));
}

TEST_CASE("a limit in working days steps over weekends and bank holidays") {
    auto [start, allowed, excluded, included] = GENERATE(table<std::string, std::int32_t, std::string, std::string>({
        {"2024-03-28", 1, "2024-04-02", "2024-03-28"},  // Maundy Thursday; Good Friday, the weekend, Easter Monday
        {"2024-03-28", 2, "2024-04-03", "2024-04-02"},
        {"2024-03-29", 1, "2024-04-02", "2024-04-02"},  // starts on Good Friday
        {"2024-03-30", 1, "2024-04-02", "2024-04-02"},  // on the Saturday
        {"2024-04-05", 1, "2024-04-08", "2024-04-05"},  // on a plain Friday
        {"2024-04-05", 10, "2024-04-19", "2024-04-18"},
        {"2024-03-28", 0, "2024-03-28", "2024-03-28"},
    }));
    CAPTURE(start, allowed);
    CHECK(due(date(start), {allowed, Unit::working_days}, england_and_wales()) == date(excluded));
    CHECK(due(date(start), {allowed, Unit::working_days}, england_and_wales(FirstDay::included)) == date(included));
}

TEST_CASE("a limit that looks back counts the same way") {
    auto [start, allowed, excluded, included] = GENERATE(table<std::string, std::int32_t, std::string, std::string>({
        {"2024-04-04", 3, "2024-03-28", "2024-04-02"},  // Thursday after Easter: 3 and 2 April, 28 March
        {"2024-04-01", 1, "2024-03-28", "2024-03-28"},
        {"2025-05-08", 3, "2025-05-02", "2025-05-06"},  // over the bank holiday of 5 May
    }));
    CAPTURE(start, allowed);
    CHECK(due(date(start), {-allowed, Unit::working_days}, england_and_wales()) == date(excluded));
    CHECK(due(date(start), {-allowed, Unit::working_days}, england_and_wales(FirstDay::included)) == date(included));
    CHECK(due(date("2024-03-31"), {-1, Unit::months}, england_and_wales()) == date("2024-02-29"));
    CHECK(due(date("2024-03-04"), {-1, Unit::weeks}, england_and_wales()) == date("2024-02-26"));
}

TEST_CASE("days, weeks, months and years are those of the calendar on the wall") {
    auto [start, count, unit, end] = GENERATE(table<std::string, std::int32_t, Unit, std::string>({
        {"2024-02-28", 1, Unit::days, "2024-02-29"},
        {"2023-12-25", 10, Unit::days, "2024-01-04"},  // holidays and weekends count
        {"2024-02-26", 1, Unit::weeks, "2024-03-04"},
        {"2024-01-31", 1, Unit::months, "2024-02-29"},
        {"2023-01-31", 1, Unit::months, "2023-02-28"},
        {"2024-01-30", 1, Unit::months, "2024-02-29"},
        {"2024-01-31", 2, Unit::months, "2024-03-31"},
        {"2024-08-31", 6, Unit::months, "2025-02-28"},
        {"2024-05-15", 3, Unit::months, "2024-08-15"},
        {"2024-02-29", 1, Unit::years, "2025-02-28"},
        {"2024-02-29", 4, Unit::years, "2028-02-29"},
        {"2024-02-29", 0, Unit::months, "2024-02-29"},
    }));
    CAPTURE(start, count, rules::name(unit));
    CHECK(due(date(start), {count, unit}, england_and_wales()) == date(end));
}

TEST_CASE("two months are counted from the start, not one month and another") {
    const auto one = due(date("2024-01-31"), {1, Unit::months}, england_and_wales());
    REQUIRE(one == date("2024-02-29"));
    CHECK(due(*one, {1, Unit::months}, england_and_wales()) == date("2024-03-29"));
    CHECK(due(date("2024-01-31"), {2, Unit::months}, england_and_wales()) == date("2024-03-31"));
}

TEST_CASE("only working days need the years of the calendar") {
    const Calendar& calendar = england_and_wales();
    // 29 December 2028 is a Friday, the last working day that is known.
    CHECK(due(date("2028-12-28"), {1, Unit::working_days}, calendar) == date("2028-12-29"));
    CHECK_FALSE(due(date("2028-12-29"), {1, Unit::working_days}, calendar));
    CHECK_FALSE(due(date("2029-01-02"), {1, Unit::working_days}, calendar));
    CHECK_FALSE(due(date("2009-12-31"), {1, Unit::working_days}, calendar));
    CHECK_FALSE(due(date("2009-12-31"), {0, Unit::working_days}, calendar));
    CHECK(due(date("2010-01-01"), {1, Unit::working_days}, calendar) == date("2010-01-04"));
    CHECK(due(date("2010-01-01"), {1, Unit::working_days}, england_and_wales(FirstDay::included)) ==
          date("2010-01-04"));
    CHECK_FALSE(due(date("2025-01-01"), {rules::longest_count, Unit::working_days}, calendar));

    CHECK(due(date("2028-12-29"), {5, Unit::days}, calendar) == date("2029-01-03"));
    CHECK(due(date("2028-12-29"), {1, Unit::weeks}, calendar) == date("2029-01-05"));
    CHECK(due(date("2040-01-31"), {1, Unit::months}, calendar) == date("2040-02-29"));
}

TEST_CASE("no limit ends beyond the days that can be written") {
    const Calendar& calendar = england_and_wales();
    CHECK(due(date("2199-12-30"), {1, Unit::days}, calendar) == date("2199-12-31"));
    CHECK_FALSE(due(date("2199-12-31"), {1, Unit::days}, calendar));
    CHECK_FALSE(due(date("2199-12-31"), {1, Unit::months}, calendar));
    CHECK_FALSE(due(date("1900-01-01"), {-1, Unit::days}, calendar));
    for (const Unit unit : {Unit::weeks, Unit::months, Unit::years}) {
        CHECK_FALSE(due(date("2025-01-01"), {rules::longest_count, unit}, calendar));
        CHECK_FALSE(due(date("2025-01-01"), {-rules::longest_count, unit}, calendar));
    }
}

TEST_CASE("hours are not counted in days") {
    const Calendar& calendar = england_and_wales();
    CHECK_THROWS_AS(due(date("2025-01-02"), {24, Unit::hours}, calendar), std::invalid_argument);
    CHECK_THROWS_AS(late_by(date("2025-01-02"), date("2025-01-01"), Unit::hours, calendar), std::invalid_argument);
    CHECK_THROWS_AS(elapsed(date("2025-01-02"), date("2025-01-03"), Unit::hours, calendar), std::invalid_argument);
}

TEST_CASE("without a cut-off a limit is counted from the day of its activation") {
    const auto from = GENERATE("2025-05-03", "2025-05-06T23:59", "2031-01-01");
    const auto counted = counted_from(moment(from), england_and_wales());
    REQUIRE(counted);
    CHECK(counted->day == moment(from).day);
    CHECK_FALSE(counted->if_after_cut_off);
}

TEST_CASE("after the cut-off, or on a day not worked, a limit is counted from the next working day") {
    const Calendar calendar = england_and_wales(FirstDay::excluded, time_of_day("17:00"));
    auto [activation, from, or_from] = GENERATE(table<std::string, std::string, std::string>({
        {"2025-05-02T16:59", "2025-05-02", ""},  // a Friday before a bank holiday
        {"2025-05-02T17:00", "2025-05-02", ""},
        {"2025-05-02T17:00:01", "2025-05-06", ""},
        {"2025-05-02", "2025-05-02", "2025-05-06"},
        {"2025-05-03", "2025-05-06", ""},        // Saturday, at whatever time
        {"2025-05-04T09:00", "2025-05-06", ""},  // Sunday
        {"2025-05-05T09:00", "2025-05-06", ""},  // the bank holiday
        {"2025-05-06T00:00", "2025-05-06", ""},
    }));
    CAPTURE(activation);
    const auto counted = counted_from(moment(activation), calendar);
    REQUIRE(counted);
    CHECK(counted->day == date(from));
    CHECK(counted->if_after_cut_off.has_value() == !or_from.empty());
    if (!or_from.empty()) CHECK(counted->if_after_cut_off == date(or_from));
}

TEST_CASE("a cut-off asks nothing of days that the calendar does not know") {
    const Calendar calendar = england_and_wales(FirstDay::excluded, time_of_day("17:00"));
    CHECK_FALSE(counted_from(moment("2029-01-02T09:00"), calendar));
    CHECK_FALSE(counted_from(moment("2028-12-30"), calendar));  // a Saturday, whose next working day is in 2029
    CHECK_FALSE(counted_from(moment("2028-12-29"), calendar));  // its second reading is
}

TEST_CASE("lateness is told in the rule's own unit, rounded up") {
    auto [due_on, done, unit, late] = GENERATE(table<std::string, std::string, Unit, std::int64_t>({
        {"2025-05-06", "2025-05-06", Unit::working_days, 0},
        {"2025-05-06", "2025-05-02", Unit::working_days, 0},
        {"2025-05-06", "2025-05-08", Unit::working_days, 2},
        {"2025-05-02", "2025-05-03", Unit::working_days, 1},  // due Friday, held on Saturday
        {"2025-05-02", "2025-05-05", Unit::working_days, 1},  // and on the bank holiday
        {"2025-05-02", "2025-05-06", Unit::working_days, 1},
        {"2025-05-02", "2025-05-07", Unit::working_days, 2},
        {"2025-05-06", "2025-05-09", Unit::working_days, 3},  // the Friday
        {"2025-05-06", "2025-05-10", Unit::working_days, 4},  // the Saturday is past 3, and 4 reach the Monday
        {"2025-05-06", "2025-05-12", Unit::working_days, 4},
        {"2025-05-02", "2025-05-05", Unit::days, 3},
        {"2025-05-02", "2025-05-03", Unit::weeks, 1},
        {"2025-05-02", "2025-05-09", Unit::weeks, 1},
        {"2025-05-02", "2025-05-10", Unit::weeks, 2},
        {"2025-01-31", "2025-02-01", Unit::months, 1},
        {"2025-01-31", "2025-02-28", Unit::months, 1},  // 31 January and a month is 28 February
        {"2025-01-31", "2025-03-01", Unit::months, 2},
        {"2025-01-31", "2025-03-31", Unit::months, 2},
        {"2025-01-15", "2026-01-16", Unit::months, 13},
        {"2024-02-29", "2025-02-28", Unit::years, 1},
        {"2024-02-29", "2025-03-01", Unit::years, 2},
        {"2024-12-31", "2025-01-01", Unit::years, 1},
        {"2024-12-31", "2026-12-31", Unit::years, 2},
    }));
    CAPTURE(due_on, done, rules::name(unit));
    CHECK(late_by(date(due_on), date(done), unit, england_and_wales()) == late);
}

TEST_CASE("months and years late are the least that reach") {
    const auto unit = GENERATE(Unit::months, Unit::years);
    for (rules::Date from = date("2023-12-01"); from < date("2024-03-05"); from = from + 1)
        for (rules::Date to = from + 1; to < from + 800; to = to + 1) {
            const auto late = late_by(from, to, unit, england_and_wales());
            std::int32_t reached = 0;
            while (*due(from, {reached, unit}, england_and_wales()) < to) ++reached;
            if (late != reached) FAIL(rules::iso(from) << " to " << rules::iso(to) << " is " << reached);
        }
    SUCCEED();
}

TEST_CASE("elapsed working days need not be any") {
    const Calendar& calendar = england_and_wales();
    CHECK(elapsed(date("2025-05-02"), date("2025-05-05"), Unit::working_days, calendar) == 0);
    CHECK(elapsed(date("2025-04-30"), date("2025-05-08"), Unit::working_days, calendar) == 5);  // 1, 2, 6, 7, 8 May
    CHECK(elapsed(date("2025-04-30"), date("2025-04-30"), Unit::working_days, calendar) == 0);
    CHECK(elapsed(date("2025-05-08"), date("2025-04-30"), Unit::working_days, calendar) == 0);
    CHECK(elapsed(date("2025-04-30"), date("2025-05-08"), Unit::days, calendar) == 8);
    CHECK(elapsed(date("2025-04-30"), date("2025-05-08"), Unit::weeks, calendar) == 2);
    CHECK(elapsed(date("2025-04-30"), date("2025-05-30"), Unit::months, calendar) == 1);
    CHECK(elapsed(date("2025-04-30"), date("2025-05-31"), Unit::months, calendar) == 2);
    CHECK_FALSE(elapsed(date("2028-12-29"), date("2029-01-02"), Unit::working_days, calendar));
    CHECK_FALSE(late_by(date("2028-12-29"), date("2029-01-02"), Unit::working_days, calendar));
    CHECK(late_by(date("2029-01-02"), date("2029-01-02"), Unit::working_days, calendar) == 0);
}

TEST_CASE("the days counted are those between the start and the due date that are worked") {
    const std::vector<rules::Date> counted{date("2025-05-01"), date("2025-05-02"), date("2025-05-06")};
    CHECK(days_counted(date("2025-04-30"), date("2025-05-06"), england_and_wales()) == counted);

    const Calendar inclusive = england_and_wales(FirstDay::included);
    CHECK(days_counted(date("2025-05-01"), date("2025-05-06"), inclusive) == counted);
    CHECK(days_counted(date("2025-05-03"), date("2025-05-05"), inclusive).empty());
    CHECK(days_counted(date("2028-12-29"), date("2029-01-02"), england_and_wales()).empty());
}

TEST_CASE("a day without a time is every instant of that local day") {
    const Zone london = Zone::named("Europe/London").value();
    auto [day, first, next] = GENERATE(table<std::string, std::string, std::string>({
        {"2024-01-15", "2024-01-15T00:00", "2024-01-16T00:00"},
        {"2024-07-15", "2024-07-14T23:00", "2024-07-15T23:00"},
        {"2024-03-31", "2024-03-31T00:00", "2024-03-31T23:00"},  // 23 hours
        {"2024-10-27", "2024-10-26T23:00", "2024-10-28T00:00"},  // 25 hours
    }));
    CAPTURE(day);
    const Instants whole = instants(moment(day), london);
    CHECK(whole.earliest == utc(first));
    CHECK(whole.latest == utc(next) - 1);
}

TEST_CASE("a day whose midnight is skipped or comes twice is still whole") {
    // Sao Paulo went from 00:00 to 01:00 on 4 November 2018; Cairo goes back from 24:00 on the last Thursday of
    // October.
    const Instants short_day = instants(moment("2018-11-04"), Zone::named("America/Sao_Paulo").value());
    CHECK(short_day.earliest == utc("2018-11-04T03:00"));
    CHECK(short_day.latest == utc("2018-11-05T02:00") - 1);
    const Instants long_day = instants(moment("2023-10-26"), Zone::named("Africa/Cairo").value());
    CHECK(long_day.earliest == utc("2023-10-25T21:00"));
    CHECK(long_day.latest == utc("2023-10-26T22:00") - 1);
    // Havana went back from 01:00 to 00:00, so that its midnight came twice: the day before ended at the first.
    const Zone havana = Zone::named("America/Havana").value();
    CHECK(instants(moment("2024-11-02"), havana).latest == utc("2024-11-03T04:00") - 1);
    CHECK(instants(moment("2024-11-03"), havana).earliest == utc("2024-11-03T04:00"));
    CHECK(instants(moment("2024-11-03"), havana).latest == utc("2024-11-04T05:00") - 1);
    // St John's went back from 00:01 to 23:01: a minute of the new day, then an hour of the old one again.
    const Zone st_johns = Zone::named("America/St_Johns").value();
    CHECK(instants(moment("2010-11-06"), st_johns).latest == utc("2010-11-07T03:30") - 1);
    CHECK(instants(moment("2010-11-07"), st_johns).earliest == utc("2010-11-07T02:30"));
    // Samoa left out 30 December 2011, when it crossed the date line at 10:00 UTC.
    const Instants left_out = instants(moment("2011-12-30"), Zone::named("Pacific/Apia").value());
    CHECK(left_out.earliest == utc("2011-12-30T10:00"));
    CHECK(left_out.latest == left_out.earliest);
}

TEST_CASE("a time is one instant, unless it occurs twice and nobody wrote which") {
    const Zone london = Zone::named("Europe/London").value();
    const Instants plain = instants(moment("2024-07-15T12:00"), london);
    CHECK(plain.earliest == utc("2024-07-15T11:00"));
    CHECK(plain.latest == plain.earliest);

    const Instants twice = instants(london.read(date("2024-10-27"), time_of_day("01:30")).moment, london);
    CHECK(twice.earliest == utc("2024-10-27T00:30"));
    CHECK(twice.latest == utc("2024-10-27T01:30"));

    rules::Moment second = moment("2024-10-27T01:30");
    second.second_pass = true;
    CHECK(instants(second, london).earliest == utc("2024-10-27T01:30"));
    CHECK(instants(second, london).latest == utc("2024-10-27T01:30"));
}
