// SPDX-License-Identifier: MIT
#include "engine/calendar/from_document.hpp"

#include <string>

#include "tests/support/calendars.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/days.hpp"
#include "tests/support/document.hpp"

using namespace csapath;
using namespace csapath::engine;

namespace {

struct Read {
    Document document;
    std::optional<Calendar> calendar;
    std::string told;  ///< code and place of each message, one a line
};

Read read(const std::string& text, const Calendar* base = nullptr) {
    Read made{document(text), {}, {}};
    REQUIRE(made.document.root);
    made.calendar = calendar_from_document(*made.document.root, base, made.document.diagnostics);
    made.told = codes_and_places(made.document.diagnostics);
    return made;
}

/// A calendar of one year, and what follows its `holidays` on lines 5 and on.
std::string of_2025(const std::string& rest) {
    return "calendar: short\ntitle: A short calendar\nyears: {from: 2025, until: 2025}\nholidays:\n" + rest;
}

}  // namespace

TEST_CASE("a calendar file says which days are worked and how they are counted") {
    const auto made = read(
        "calendar: north\n"
        "title: The north\n"
        "years: {from: 2024, until: 2025}\n"
        "holidays:\n"
        "  \"New Year's Day\": [2024-01-01, 2025-01-01]\n"
        "  Christmas: [2024-12-25]\n"
        "closures: {\"Office closed\": [2025-12-29]}\n"
        "count: inclusive\n"
        "cut-off: \"17:30\"\n");
    CHECK(made.told == "");
    REQUIRE(made.calendar);
    CHECK(made.calendar->id() == "north");
    CHECK(made.calendar->title() == "The north");
    CHECK(made.calendar->horizon_begin() == date("2024-01-01"));
    CHECK(made.calendar->horizon_end() == date("2025-12-31"));
    CHECK(made.calendar->first_day() == FirstDay::included);
    CHECK(made.calendar->cut_off() == time_of_day("17:30"));
    CHECK(made.calendar->holidays().size() == 4);
    REQUIRE(made.calendar->holiday(date("2025-01-01")) != nullptr);
    CHECK(*made.calendar->holiday(date("2025-01-01")) == "New Year's Day");
    REQUIRE(made.calendar->holiday(date("2025-12-29")) != nullptr);
    CHECK(*made.calendar->holiday(date("2025-12-29")) == "Office closed");
}

TEST_CASE("a calendar counts exclusively and without a cut-off unless it says so") {
    const auto made = read(of_2025("  Holiday: [2025-01-01]\n"));
    REQUIRE(made.calendar);
    CHECK(made.calendar->first_day() == FirstDay::excluded);
    CHECK_FALSE(made.calendar->cut_off());
    CHECK(read(of_2025("  Holiday: [2025-01-01]\ncount: exclusive\n")).calendar->first_day() == FirstDay::excluded);
}

TEST_CASE("a calendar that extends another adds its closure days") {
    const Calendar base = england_and_wales(FirstDay::included, time_of_day("17:00"));
    const auto made = read(
        "calendar: westshire\n"
        "title: Westshire Council\n"
        "extends: england-and-wales.yaml\n"
        "closures:\n"
        "  \"Office closed\": [2025-12-25, 2025-12-29, 2025-12-30]\n",
        &base);
    CHECK(made.told == "");
    REQUIRE(made.calendar);
    CHECK(made.calendar->id() == "westshire");
    CHECK(made.calendar->horizon_begin() == date("2010-01-01"));
    CHECK(made.calendar->horizon_end() == date("2028-12-31"));
    CHECK(made.calendar->first_day() == FirstDay::included);
    CHECK(made.calendar->cut_off() == time_of_day("17:00"));
    CHECK(made.calendar->holidays().size() == base.holidays().size() + 2);
    CHECK(*made.calendar->holiday(date("2025-12-25")) == "Christmas Day");
    CHECK_FALSE(made.calendar->worked(date("2025-12-29")));
    CHECK(made.calendar->worked(date("2025-12-31")));
}

TEST_CASE("a calendar that extends another may count otherwise and know fewer years") {
    const Calendar base = england_and_wales(FirstDay::included, time_of_day("17:00"));
    const auto made = read(
        "calendar: westshire\ntitle: Westshire\nextends: a.yaml\nyears: {from: 2024, until: 2025}\ncount: exclusive\n"
        "cut-off: \"16:00\"\n",
        &base);
    REQUIRE(made.calendar);
    CHECK(made.calendar->horizon_begin() == date("2024-01-01"));
    CHECK(made.calendar->first_day() == FirstDay::excluded);
    CHECK(made.calendar->cut_off() == time_of_day("16:00"));
    CHECK(made.calendar->holidays().size() == 16);

    const auto further = read("calendar: w\ntitle: W\nextends: a.yaml\nyears: {from: 2024, until: 2029}\n", &base);
    CHECK(further.told == "K005 4:8\n");
    CHECK_FALSE(further.calendar);
}

TEST_CASE("a calendar whose base could not be read is none, and says no more") {
    const auto made = read("calendar: westshire\ntitle: Westshire\nextends: gone.yaml\n");
    CHECK(made.told == "");
    CHECK_FALSE(made.calendar);
}

TEST_CASE("a day holds only while it is in force itself") {
    auto [in_force, holds] = GENERATE(table<std::string, bool>({
        {"{from: 2025-09-01}", true},
        {"{from: 2025-12-29}", true},
        {"{from: 2025-12-30}", false},
        {"{until: 2025-12-29}", true},
        {"{until: 2025-12-28}", false},
        {"{from: 2025-01-01, until: 2025-12-31}", true},
        {"{from: 2024-01-01, until: 2024-12-31}", false},
    }));
    CAPTURE(in_force);
    const auto made =
        read(of_2025("  Holiday: [2025-01-01]\n  Day: [{day: 2025-12-29, in-force: " + in_force + "}]\n"));
    CHECK(made.told == "");
    REQUIRE(made.calendar);
    CHECK(made.calendar->worked(date("2025-12-29")) != holds);
}

TEST_CASE("a day that stands twice is an error with both places") {
    const auto made = read(of_2025("  Holiday: [2025-01-01, 2025-12-25]\nclosures:\n  Closed: [2025-12-25]\n"));
    CHECK(made.told == "K002 7:12\n");
    CHECK_FALSE(made.calendar);
    const auto& twice = made.document.diagnostics.found().front();
    REQUIRE(twice.also.size() == 1);
    CHECK(made.document.source->place(twice.also.front().where.begin) == rules::Place{5, 25});
    CHECK(twice.message.find("Thu 25 Dec 2025") != std::string::npos);
}

TEST_CASE("a day outside the years is an error with both places") {
    const auto made = read(of_2025("  Holiday: [2025-01-01, 2026-01-01]\n"));
    CHECK(made.told == "K001 5:25\n");
    CHECK_FALSE(made.calendar);
    const auto& outside = made.document.diagnostics.found().front();
    REQUIRE(outside.also.size() == 1);
    CHECK(made.document.source->place(outside.also.front().where.begin) == rules::Place{3, 8});
}

TEST_CASE("a holiday on a weekend, and a year without any, are warned of and kept") {
    const auto made = read(
        "calendar: short\ntitle: Short\nyears: {from: 2024, until: 2026}\n"
        "holidays:\n  Holiday: [2024-01-01, 2026-12-26]\nclosures: {Closed: [2025-12-29]}\n");
    CHECK(made.told == "K003 5:25\nK004 3:8\n");  // a Saturday; 2025 has a closure day alone
    REQUIRE(made.calendar);
    CHECK(made.calendar->holidays().size() == 3);
}

TEST_CASE("what is wrong with a calendar file is told at its place") {
    auto [text, told] = GENERATE(table<std::string, std::string>({
        {"[2025-01-01]\n", "Y022 1:1\n"},
        {"title: A\nyears: {from: 2025, until: 2025}\nholidays: {A: [2025-01-01]}\n", "Y021 1:1\n"},
        {"calendar: a\nyears: {from: 2025, until: 2025}\nholidays: {A: [2025-01-01]}\n", "Y021 1:1\n"},
        {"calendar: a\ntitle: A\nholidays: {A: [2025-01-01]}\n", "Y021 1:1\n"},
        {"calendar: a\ntitle: A\nyears: {from: 2025, until: 2025}\n", "Y021 1:1\n"},
        {"calendar: a\ntitle: A\nyears: {from: 2025}\nholidays: {A: [2025-01-01]}\n", "Y021 3:8\n"},
        {"calendar: a\ntitle: A\nyears: 2025\nholidays: {A: [2025-01-01]}\n", "Y022 3:8\n"},
        {"calendar: a\ntitle: A\nyears: {from: 2025, until: 2024}\nholidays: {A: [2025-01-01]}\n", "K005 3:8\n"},
        {"calendar: a\ntitle: A\nyears: {from: 1899, until: 2025}\nholidays: {A: [2025-01-01]}\n", "Y025 3:15\n"},
        {"calendar: a\ntitle: A\nyears: {from: 2025, until: 2200}\nholidays: {A: [2025-01-01]}\n", "Y025 3:28\n"},
        {"calendar: a\ntitle: A\nyears: {from: 2025, til: 2025}\nholidays: {A: [2025-01-01]}\n",
         "Y021 3:8\nY020 3:21\n"},
        {of_2025("  A: 2025-01-01\n"), "Y022 5:6\n"},
        {of_2025("  A: [2025-02-29]\n"), "Y026 5:7\n"},
        {of_2025("  A: [2025-1-1]\n"), "Y026 5:7\n"},
        {of_2025("  A: [01/01/2025]\n"), "Y026 5:7\n"},
        {of_2025("  A: [[2025-01-01]]\n"), "Y026 5:7\n"},
        {of_2025("  A: [{in-force: {from: 2025-01-01}}]\n"), "Y021 5:7\n"},
        {of_2025("  A: [{day: 2025-01-41}]\n"), "Y026 5:13\n"},
        {of_2025("  A: [{day: 2025-01-01, note: x}]\n"), "Y020 5:25\n"},
        {of_2025("  A: [{day: 2025-01-01, in-force: 2025-01-01}]\n"), "Y022 5:35\n"},
        {of_2025("  A: [{day: 2025-01-01, in-force: {from: 2025-02-01, until: 2025-01-01}}]\n"), "P010 5:35\n"},
        {of_2025("  A: [{day: 2025-01-01, in-force: {since: 2025-02-01}}]\n"), "Y020 5:36\n"},
        {of_2025("  A: [2025-01-01]\ncount: both\n"), "Y023 6:8\n"},
        {of_2025("  A: [2025-01-01]\ncount: yes\n"), "Y023 6:8\n"},
        {of_2025("  A: [2025-01-01]\ncut-off: 17:00\n"), "Y023 6:10\n"},
        {of_2025("  A: [2025-01-01]\ncut-off: \"24:00\"\n"), "Y023 6:10\n"},
        {of_2025("  A: [2025-01-01]\ncut-off: \"17:60\"\n"), "Y023 6:10\n"},
        {of_2025("  A: [2025-01-01]\ncut-off: \"5 pm\"\n"), "Y023 6:10\n"},
        {of_2025("  A: [2025-01-01]\ncut-off: \"17.00\"\n"), "Y023 6:10\n"},
        {of_2025("  A: [2025-01-01]\nclosure: {B: [2025-01-02]}\n"), "Y020 6:1\n"},
        {of_2025("  A: [2025-01-01]\nclosures: [2025-01-02]\n"), "Y022 6:11\n"},
    }));
    CAPTURE(text);
    const auto made = read(text);
    CHECK(made.told == told);
    CHECK_FALSE(made.calendar);
}

TEST_CASE("all mistakes of a file are told at once") {
    const auto made =
        read(of_2025("  A: [2025-02-30, 2024-01-01, 2025-05-05, 2025-05-05]\ncount: twice\ncut_off: \"9\"\n"));
    CHECK(made.document.diagnostics.errors() == 5);
}
