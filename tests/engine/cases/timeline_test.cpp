// SPDX-License-Identifier: MIT
#include "engine/cases/timeline.hpp"

#include <string>
#include <vector>

#include "tests/support/catch.hpp"
#include "tests/support/timelines.hpp"

using namespace csapath;
using namespace csapath::test;
using engine::Cell;
using engine::Event;
using engine::EventCells;
using engine::Timeline;
using rules::Value;

namespace {

Event event(Type type, std::string_view at, std::uint16_t source, std::uint32_t row, EventCells cells = {}) {
    Event event;
    event.type = type;
    event.at = moment(at);
    event.origin = {source, row};
    event.text = "row";
    event.cells = std::move(cells);
    return event;
}

Value agencies(std::initializer_list<std::size_t> numbers) {
    rules::Options options;
    for (const std::size_t number : numbers) options.add(number);
    return Value::of_options(options);
}

}  // namespace

TEST_CASE("events after the as-of are left out: as of a date means at the end of that day") {
    Timeline timeline;
    fill(timeline,
         {{referral, "2025-03-03"}, {visit, "2025-03-31T23:59"}, {visit, "2025-03-31"}, {closure, "2025-04-01"}});
    const auto tidied = timeline.tidy(moment("2025-03-31"));
    CHECK(timeline.size() == 3);
    REQUIRE(tidied.after_as_of.size() == 1);
    CHECK(tidied.after_as_of[0].row == 5);
}

TEST_CASE("as of an instant, a later time on the same day is left out and an event of that day without a time stays") {
    Timeline timeline;
    fill(timeline, {{visit, "2025-03-31T09:00"}, {visit, "2025-03-31T12:01"}, {screening, "2025-03-31"}});
    timeline.tidy(moment("2025-03-31T12:00"));
    CHECK(order_of(timeline) == "4 2");
}

TEST_CASE("events come out in order of time, however they came in, and what is too late is left out") {
    const auto [rows, order] = GENERATE(table<std::vector<Row>, std::string>({
        {{{referral, "2025-03-03T09:00"}, {visit, "2025-03-03T09:01"}, {visit, "2025-03-04T08:00"}}, "2 3 4"},
        {{{visit, "2025-03-04T08:00"}, {referral, "2025-03-03T09:00"}, {visit, "2025-03-03T09:01"}}, "3 4 2"},
        {{{referral, "2025-03-03T09:01"}, {visit, "2025-03-03T09:00"}, {visit, "2025-03-04"}}, "3 2 4"},
        {{{referral, "2025-03-03T09:00"}, {visit, "2025-03-04T08:00"}, {visit, "2025-03-31T12:01"}}, "2 3"},
        {{{visit, "2025-03-31T12:01"}, {referral, "2025-03-03T09:00"}}, "3"},
        {{{visit, "2025-03-31T12:01"}}, ""},
        {std::vector<Row>{}, ""},
    }));
    Timeline timeline;
    fill(timeline, rows);
    timeline.tidy(moment("2025-03-31T12:00"));
    CHECK(order_of(timeline) == order);
}

TEST_CASE("a row that stands twice in one source counts once") {
    Timeline timeline;
    fill(timeline, {{visit, "2025-03-03", "C1,visit,2025-03-03"}, {visit, "2025-03-03", "C1,visit,2025-03-03"}});
    CHECK(timeline.tidy(moment("2026-01-01")).duplicates.size() == 1);
    CHECK(timeline.size() == 1);
}

TEST_CASE("two different rows of one source on one day are two events") {
    Timeline timeline;
    fill(timeline, {{visit, "2025-03-03", "C1,visit,2025-03-03,A"}, {visit, "2025-03-03", "C1,visit,2025-03-03,B"}});
    CHECK(timeline.tidy(moment("2026-01-01")).duplicates.empty());
    CHECK(timeline.size() == 2);
}

TEST_CASE("the same event told by two sources is one, with both rows as evidence and lists united") {
    Timeline timeline;
    timeline.start("C1");
    timeline.add(event(visit, "2025-03-03", 0, 7, {{rules::fact_attended, agencies({1, 2})}}));
    timeline.add(event(visit, "2025-03-03T10:00", 1, 4, {{rules::fact_attended, agencies({2, 3})}}));
    const auto tidied = timeline.tidy(moment("2026-01-01"));
    REQUIRE(timeline.size() == 1);
    CHECK(tidied.united == 1);
    CHECK(timeline[0].at.timed());  // the source that knows the time gives it
    CHECK(timeline.value(0, rules::fact_attended).options == agencies({1, 2, 3}).options);
    REQUIRE(timeline.also(0).size() == 1);
    CHECK(timeline.also(0)[0] == engine::Origin{1, 4});
}

TEST_CASE("two sources that give different times for a day tell two events") {
    Timeline timeline;
    timeline.start("C1");
    timeline.add(event(visit, "2025-03-03T10:00", 0, 2));
    timeline.add(event(visit, "2025-03-03T15:00", 1, 2));
    timeline.tidy(moment("2026-01-01"));
    CHECK(timeline.size() == 2);
}

TEST_CASE("an attribute that two sources tell differently is not known") {
    Timeline timeline;
    timeline.start("C1");
    timeline.add(event(visit, "2025-03-03", 0, 2, {{20, Value::of_yes_no(true)}}));
    timeline.add(event(visit, "2025-03-03", 1, 2, {{20, Value::of_yes_no(false)}}));
    const auto tidied = timeline.tidy(moment("2026-01-01"));
    CHECK(tidied.conflicts == 1);
    CHECK_FALSE(timeline.value(0, 20).known());
    CHECK(timeline.value(0, 20).spoiled);
}

TEST_CASE("a value that one source cannot tell is not known, whichever of the two comes first") {
    Value unreadable;
    unreadable.spoiled = true;
    const bool other_way = GENERATE(false, true);
    Timeline timeline;
    timeline.start("C1");
    timeline.add(event(visit, "2025-03-03", other_way ? 1 : 0, 2, {{20, Value::of_yes_no(true)}}));
    timeline.add(event(visit, "2025-03-03", other_way ? 0 : 1, 2, {{20, unreadable}}));
    Event first = event(referral, "2025-03-01", 0, 3), second = event(referral, "2025-03-02", 0, 4);
    first.case_cells = {{rules::fact_area, other_way ? unreadable : Value::of_text("North")}};
    second.case_cells = {{rules::fact_area, other_way ? Value::of_text("North") : unreadable}};
    timeline.add(first);
    timeline.add(second);
    CHECK(timeline.tidy(moment("2026-01-01")).conflicts == 0);
    CHECK_FALSE(timeline.value(2, 20).known());
    CHECK(timeline.value(2, 20).spoiled);
    CHECK_FALSE(timeline.case_value(rules::fact_area).known());
}

TEST_CASE("the systems in which an event stands are those that any of its rows names") {
    Timeline timeline;
    timeline.start("C1");
    timeline.add(event(visit, "2025-03-03", 0, 2, {{rules::fact_system, Value::of_text("systmone;mosaic")}}));
    timeline.add(event(visit, "2025-03-03", 1, 2, {{rules::fact_system, Value::of_text("niche;mosaic")}}));
    CHECK(timeline.tidy(moment("2026-01-01")).conflicts == 0);
    CHECK(timeline.value(0, rules::fact_system).text == "mosaic;niche;systmone");
}

TEST_CASE("of several events of one day those of two sources are put together that deny each other nothing") {
    // Two visits in each of two exports; the texts of their rows would pair the first with the second.
    Timeline timeline;
    timeline.start("C1");
    const auto seen = [](bool yes) { return EventCells{{20, Value::of_yes_no(yes)}}; };
    const auto add = [&](std::uint16_t source, std::uint32_t row, std::string_view text, bool yes) {
        Event one = event(visit, "2025-03-03", source, row, seen(yes));
        one.text = text;
        timeline.add(one);
    };
    add(0, 2, "a", true);
    add(0, 3, "d", false);
    add(1, 2, "b", false);
    add(1, 3, "c", true);
    const auto tidied = timeline.tidy(moment("2026-01-01"));
    REQUIRE(timeline.size() == 2);
    CHECK(tidied.united == 2);
    CHECK(tidied.conflicts == 0);
    CHECK(timeline.also(0)[0] == engine::Origin{1, 3});
}

TEST_CASE("three sources that tell one event are one event with three rows") {
    Timeline timeline;
    fill(timeline, {{visit, "2025-03-03", "a", 0}, {visit, "2025-03-03", "b", 1}, {visit, "2025-03-03", "c", 2}});
    CHECK(timeline.tidy(moment("2026-01-01")).united == 2);
    REQUIRE(timeline.size() == 1);
    CHECK(timeline.also(0).size() == 2);
}

TEST_CASE("two dates of birth in one case are told apart from other conflicts") {
    const auto [day, twice] = GENERATE(table<std::string, bool>({{"2016-02-11", false}, {"2016-02-12", true}}));
    Timeline timeline;
    timeline.start("C1");
    Event first = event(referral, "2025-03-03", 0, 2), second = event(visit, "2025-03-04", 1, 2);
    first.case_cells = {{rules::fact_date_of_birth, Value::of_moment(moment("2016-02-11"))}};
    second.case_cells = {{rules::fact_date_of_birth, Value::of_moment(moment(day))}};
    timeline.add(first);
    timeline.add(second);
    CHECK(timeline.tidy(moment("2026-01-01")).born_twice == twice);
}

TEST_CASE("a fact of the case may stand on any of its rows, and two different ones are not known") {
    Timeline timeline;
    timeline.start("C1");
    Event first = event(referral, "2025-03-03", 0, 2);
    first.case_cells = {{rules::fact_area, Value::of_text("North")}};
    Event second = event(visit, "2025-03-04", 0, 3);
    second.case_cells = {{rules::fact_area, Value::of_text("North")}};
    timeline.add(first);
    timeline.add(second);
    CHECK(timeline.tidy(moment("2026-01-01")).conflicts == 0);
    CHECK(timeline.case_value(rules::fact_area).text == "North");

    Event third = event(visit, "2025-03-05", 0, 4);
    third.case_cells = {{rules::fact_area, Value::of_text("East")}};
    timeline.add(third);
    CHECK(timeline.tidy(moment("2026-01-01")).conflicts == 1);
    CHECK_FALSE(timeline.case_value(rules::fact_area).known());
}

TEST_CASE("texts of values outlive the row they were read from") {
    Timeline timeline;
    timeline.start("C1");
    {
        std::string row = "a text that is longer than any small buffer would be";
        Event visiting = event(visit, "2025-03-03", 0, 2, {{20, Value::of_text(row)}});
        visiting.text = row;
        timeline.add(visiting);
        row.assign(row.size(), '#');
    }
    CHECK(timeline.value(0, 20).text == "a text that is longer than any small buffer would be");
}
