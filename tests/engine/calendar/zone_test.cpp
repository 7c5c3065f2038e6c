// SPDX-License-Identifier: MIT
#include "engine/calendar/zone.hpp"

#include <algorithm>
#include <string>

#include "tests/support/catch.hpp"
#include "tests/support/days.hpp"

using namespace csapath;
using namespace csapath::engine;
using Written = Zone::Written;

namespace {

Zone zone(std::string_view name) {
    const auto found = Zone::named(name);
    if (!found) throw std::invalid_argument("no zone: " + std::string(name));
    return *found;
}

}  // namespace

TEST_CASE("a zone has the exact name that the database gives it") {
    const auto name = GENERATE("Europe/London", "Europe/Dublin", "America/New_York", "Asia/Kolkata", "UTC", "GB");
    CHECK(zone(name).name() == name);
}

TEST_CASE("what the database does not name is no zone, and never UTC") {
    const std::string name = GENERATE("", "BST", "IST", "GMT+1", "UTC+1", "+01:00", "Europe/Lodnon", "europe/london",
                                      "EUROPE/LONDON", " Europe/London", "Europe/London ", "Europe", "Europe/",
                                      "localtime", "posixrules", "zone.tab", "../zoneinfo/Europe/London",
                                      "/usr/share/zoneinfo/Europe/London", "GMT0BST,M3.5.0/1,M10.5.0", "TZ", "Z");
    CAPTURE(name);
    CHECK_FALSE(Zone::named(name));
}

TEST_CASE("a name may hold any byte and still be none") {
    CHECK_FALSE(Zone::named(std::string_view("Europe/London\0", 14)));
    CHECK_FALSE(Zone::named("Europe/London\n"));
    CHECK_FALSE(Zone::named(std::string(100'000, 'A')));
}

TEST_CASE("the names are those of the database, in order, without the machine's own zone") {
    const auto names = Zone::names();
    CHECK(std::is_sorted(names.begin(), names.end()));
    CHECK(std::binary_search(names.begin(), names.end(), "Europe/London"));
    CHECK_FALSE(std::binary_search(names.begin(), names.end(), "localtime"));
}

TEST_CASE("a local time without a change of clocks is one instant") {
    auto [name, local, instant] = GENERATE(table<std::string, std::string, std::string>({
        {"Europe/London", "2024-01-15T12:00", "2024-01-15T12:00"},
        {"Europe/London", "2024-07-15T12:00", "2024-07-15T11:00"},
        {"Europe/London", "2024-07-01T00:30", "2024-06-30T23:30"},  // July in London is still June in UTC
        {"Europe/London", "1968-12-25T12:00", "1968-12-25T11:00"},  // summer time all year, 1968 to 1971
        {"Europe/London", "1971-01-15T12:00", "1971-01-15T11:00"},
        {"Europe/London", "1971-12-25T12:00", "1971-12-25T12:00"},
        {"Europe/London", "1947-06-01T12:00", "1947-06-01T10:00"},  // double summer time
        {"Europe/Dublin", "2024-07-15T12:00", "2024-07-15T11:00"},
        {"Europe/Dublin", "2024-01-15T12:00", "2024-01-15T12:00"},
        {"America/New_York", "2024-07-15T12:00", "2024-07-15T16:00"},
        {"America/New_York", "2024-01-15T12:00", "2024-01-15T17:00"},
        {"Asia/Kolkata", "2024-01-15T12:00", "2024-01-15T06:30"},
        {"UTC", "2024-07-15T12:00", "2024-07-15T12:00"},
        {"Europe/London", "1900-01-01T00:00", "1900-01-01T00:00"},
        {"Europe/London", "2199-12-31T12:00", "2199-12-31T12:00"},
    }));
    CAPTURE(name, local);
    const Zone here = zone(name);
    CHECK(here.instant(moment(local)) == utc(instant));
    CHECK(here.local(utc(instant)) == moment(local));
    CHECK(here.read(moment(local).day, moment(local).time).written == Written::plain);
    CHECK(here.read(moment(local).day, moment(local).time).moment == moment(local));
}

TEST_CASE("clocks go on changing after the years that a zone's file lists") {
    // The last Sundays of March and October are 25 March and 28 October 2040, and 28 March and 31 October 2100.
    const Zone london = zone("Europe/London");
    auto [local, instant] = GENERATE(table<std::string, std::string>({
        {"2040-03-25T00:59", "2040-03-25T00:59"},
        {"2040-03-25T02:00", "2040-03-25T01:00"},
        {"2040-10-28T00:59", "2040-10-27T23:59"},
        {"2040-10-28T02:00", "2040-10-28T02:00"},
        {"2100-03-28T02:00", "2100-03-28T01:00"},
        {"2100-07-01T12:00", "2100-07-01T11:00"},
        {"2199-07-01T12:00", "2199-07-01T11:00"},
    }));
    CAPTURE(local);
    CHECK(london.instant(moment(local)) == utc(instant));
    CHECK(london.clocks_change(date("2040-03-25")));
    CHECK_FALSE(london.clocks_change(date("2040-03-26")));
}

TEST_CASE("a skipped time keeps its date and moves forward by the gap") {
    auto [name, written, read, instant] = GENERATE(table<std::string, std::string, std::string, std::string>({
        {"Europe/London", "2024-03-31T01:00", "2024-03-31T02:00", "2024-03-31T01:00"},
        {"Europe/London", "2024-03-31T01:30", "2024-03-31T02:30", "2024-03-31T01:30"},
        {"Europe/London", "2024-03-31T01:59:59", "2024-03-31T02:59:59", "2024-03-31T01:59:59"},
        {"Europe/Dublin", "2024-03-31T01:30", "2024-03-31T02:30", "2024-03-31T01:30"},
        {"America/New_York", "2024-03-10T02:30", "2024-03-10T03:30", "2024-03-10T07:30"},
        {"America/Sao_Paulo", "2018-11-04T00:00", "2018-11-04T01:00", "2018-11-04T03:00"},
        {"America/Sao_Paulo", "2018-11-04T00:30", "2018-11-04T01:30", "2018-11-04T03:30"},
        {"Africa/Cairo", "2023-04-28T00:30", "2023-04-28T01:30", "2023-04-27T22:30"},
        {"Australia/Lord_Howe", "2024-10-06T02:15", "2024-10-06T02:45", "2024-10-05T15:45"},  // a gap of half an hour
    }));
    CAPTURE(name, written);
    const Zone here = zone(name);
    const auto reading = here.read(moment(written).day, moment(written).time);
    CHECK(reading.written == Written::skipped);
    CHECK(reading.moment == moment(read));
    CHECK(here.instant(reading.moment) == utc(instant));
    CHECK(here.local(utc(instant)) == moment(read));
    CHECK(here.instant(moment(written)) == utc(instant));
}

TEST_CASE("the times beside a gap are plain") {
    const Zone london = zone("Europe/London");
    CHECK(london.read(date("2024-03-31"), time_of_day("01:00") - 1).written == Written::plain);
    CHECK(london.read(date("2024-03-31"), time_of_day("02:00")).written == Written::plain);
}

TEST_CASE("a skipped time that would leave its date stays as it was written") {
    // Toronto went from 23:30 on 30 March 1919 to 00:30; Samoa left out the whole of 30 December 2011.
    const Zone toronto = zone("America/Toronto");
    const auto evening = toronto.read(date("1919-03-30"), time_of_day("23:45"));
    CHECK(evening.written == Written::skipped);
    CHECK(evening.moment == moment("1919-03-30T23:45"));
    CHECK(toronto.read(date("1919-03-31"), time_of_day("00:15")).moment == moment("1919-03-31T01:15"));

    const auto left_out = zone("Pacific/Apia").read(date("2011-12-30"), time_of_day("12:00"));
    CHECK(left_out.written == Written::skipped);
    CHECK(left_out.moment == moment("2011-12-30T12:00"));
}

TEST_CASE("a time that occurs twice is taken for the first pass, and says so") {
    auto [name, written, first, second] = GENERATE(table<std::string, std::string, std::string, std::string>({
        {"Europe/London", "2024-10-27T01:00", "2024-10-27T00:00", "2024-10-27T01:00"},
        {"Europe/London", "2024-10-27T01:30", "2024-10-27T00:30", "2024-10-27T01:30"},
        {"Europe/Dublin", "2024-10-27T01:30", "2024-10-27T00:30", "2024-10-27T01:30"},
        {"America/New_York", "2024-11-03T01:30", "2024-11-03T05:30", "2024-11-03T06:30"},
        {"Africa/Cairo", "2023-10-26T23:30", "2023-10-26T20:30", "2023-10-26T21:30"},
        {"America/Sao_Paulo", "2018-02-17T23:30", "2018-02-18T01:30", "2018-02-18T02:30"},
    }));
    CAPTURE(name, written);
    const Zone here = zone(name);
    const auto reading = here.read(moment(written).day, moment(written).time);
    CHECK(reading.written == Written::twice);
    CHECK(reading.moment.ambiguous);
    CHECK_FALSE(reading.moment.second_pass);
    CHECK(here.instant(reading.moment) == utc(first));

    rules::Moment later = moment(written);
    CHECK(here.local(utc(first)) == later);
    later.second_pass = true;
    CHECK(here.instant(later) == utc(second));
    CHECK(here.local(utc(second)) == later);
}

TEST_CASE("the times beside a repeated hour are plain") {
    const Zone london = zone("Europe/London");
    CHECK(london.read(date("2024-10-27"), time_of_day("01:00") - 1).written == Written::plain);
    CHECK(london.read(date("2024-10-27"), time_of_day("02:00") - 1).written == Written::twice);
    CHECK(london.read(date("2024-10-27"), time_of_day("02:00")).written == Written::plain);
    CHECK_FALSE(london.local(utc("2024-10-27T02:00")).second_pass);
}

TEST_CASE("a day without a time begins at midnight, or when the clocks have gone forward") {
    CHECK(zone("Europe/London").instant(moment("2024-07-15")) == utc("2024-07-14T23:00"));
    CHECK(zone("America/Sao_Paulo").instant(moment("2018-11-04")) == utc("2018-11-04T03:00"));
    CHECK(zone("America/Toronto").instant(moment("1919-03-31")) == utc("1919-03-31T04:30"));  // 00:30 on the wall
    CHECK(zone("Pacific/Apia").instant(moment("2011-12-30")) == utc("2011-12-30T10:00"));
}

TEST_CASE("clocks change on few days") {
    const Zone london = zone("Europe/London");
    int in_2024 = 0, in_1969 = 0;
    for (rules::Date day = date("2024-01-01"); day <= date("2024-12-31"); day = day + 1)
        in_2024 += london.clocks_change(day);
    for (rules::Date day = date("1969-01-01"); day <= date("1969-12-31"); day = day + 1)
        in_1969 += london.clocks_change(day);
    CHECK(in_2024 == 2);
    CHECK(in_1969 == 0);
    CHECK(london.clocks_change(date("2024-03-31")));
    CHECK(london.clocks_change(date("2024-10-27")));
    CHECK(zone("Africa/Cairo").clocks_change(date("2023-10-26")));
    CHECK_FALSE(zone("UTC").clocks_change(date("2024-03-31")));
    CHECK_FALSE(london.clocks_change(rules::first_date - 1));
    CHECK_FALSE(london.clocks_change(rules::last_date + 1));
}

TEST_CASE("an instant and its local moment are the same thing") {
    const auto name = GENERATE("Europe/London", "America/Havana", "America/St_Johns", "Australia/Lord_Howe",
                               "Africa/Casablanca", "Pacific/Apia");
    const Zone here = zone(name);
    // Every 29 minutes and a bit through a year with all its changes, and long before and after.
    for (const auto* year :
         {"1900-01-01", "1947-01-01", "1969-01-01", "2010-06-01", "2011-06-01", "2024-01-01", "2199-01-01"}) {
        const std::int64_t begin = date(year).days * (24 * rules::hour);
        for (std::int64_t at = begin; at < begin + 365 * 24 * rules::hour; at += 1'741'000'000'007) {
            const rules::Moment local = here.local(at);
            if (here.instant(local) != at || local.time < 0 || local.time >= 24 * rules::hour)
                FAIL(name << " " << rules::iso(local) << " is not " << at);
        }
    }
    SUCCEED();
}
