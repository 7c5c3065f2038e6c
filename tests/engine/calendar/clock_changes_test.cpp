// SPDX-License-Identifier: MIT
#include "engine/calendar/clock_changes.hpp"

#include <string>

#include "tests/support/catch.hpp"
#include "tests/support/days.hpp"

using namespace csapath;
using namespace csapath::engine;

TEST_CASE("the clocks of a rule change twice a year, at its days and times") {
    auto [rule, year, first, first_hours, second, second_hours] =
        GENERATE(table<std::string, int, std::string, double, std::string, double>({
            {"GMT0BST,M3.5.0/1,M10.5.0", 2024, "2024-03-31T01:00", 1, "2024-10-27T01:00", 0},
            {"GMT0BST,M3.5.0/1,M10.5.0", 2040, "2040-03-25T01:00", 1, "2040-10-28T01:00", 0},
            {"EST5EDT,M3.2.0,M11.1.0", 2024, "2024-03-10T07:00", -4, "2024-11-03T06:00", -5},
            {"IST-1GMT0,M10.5.0,M3.5.0/1", 2024, "2024-03-31T01:00", 1, "2024-10-27T01:00", 0},  // Dublin's winter time
            {"AEST-10AEDT,M10.1.0,M4.1.0/3", 2024, "2024-04-06T16:00", 10, "2024-10-05T16:00", 11},
            {"<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", 2024, "2024-04-06T15:00", 10.5, "2024-10-05T15:30", 11},
            {"<-02>2<-01>,M3.5.0/-1,M10.5.0/0", 2024, "2024-03-31T01:00", -1, "2024-10-27T01:00", -2},
            {"EET-2EEST,M3.4.4/50,M10.4.4/50", 2024, "2024-03-30T00:00", 3, "2024-10-25T23:00", 2},
            {"AAA3BBB,J60/0,J300/0", 2024, "2024-03-01T03:00", -2, "2024-10-27T02:00", -3},  // 29 February not counted
            {"AAA3BBB,59/0,300/0", 2024, "2024-02-29T03:00", -2, "2024-10-27T02:00", -3},    // and counted
            {"AAA3BBB,J59/0,J300/0", 2024, "2024-02-28T03:00", -2, "2024-10-27T02:00", -3},
        }));
    CAPTURE(rule, year);
    const auto changes = clock_changes(rule, year, year);
    REQUIRE(changes);
    REQUIRE(changes->size() == 2);
    CHECK(changes->front().at == utc(first));
    CHECK(changes->front().offset == static_cast<std::int64_t>(first_hours * rules::hour));
    CHECK(changes->back().at == utc(second));
    CHECK(changes->back().offset == static_cast<std::int64_t>(second_hours * rules::hour));
}

TEST_CASE("a rule without summer time has no changes") {
    const std::string rule = GENERATE("UTC0", "<+0330>-3:30", "<-03>3", "AAA-0:25:21", "EST+5");
    CAPTURE(rule);
    const auto changes = clock_changes(rule, 2024, 2199);
    REQUIRE(changes);
    CHECK(changes->empty());
}

TEST_CASE("a rule gives all years that are asked for, in order") {
    const auto changes = clock_changes("GMT0BST,M3.5.0/1,M10.5.0", 2038, 2199);
    REQUIRE(changes);
    CHECK(changes->size() == 2 * 162);
    for (std::size_t at = 1; at < changes->size(); ++at) CHECK((*changes)[at - 1].at < (*changes)[at].at);
}

TEST_CASE("what is no such rule is not read as one") {
    const std::string rule =
        GENERATE("", "GMT", "0", "AB0", "GMT0BST", "GMT0BST,", "GMT0BST,M3.5.0", "GMT0BST,M3.5.0,",
                 "GMT0BST,M3.5.0/1,M10.5.0,", "GMT0BST,M3.5.0/1,M10.5.0 ", "GMT0BST,M13.5.0,M10.5.0",
                 "GMT0BST,M0.5.0,M10.5.0", "GMT0BST,M3.6.0,M10.5.0", "GMT0BST,M3.0.0,M10.5.0", "GMT0BST,M3.5.7,M10.5.0",
                 "GMT0BST,M3.5,M10.5.0", "GMT0BST,J366,J60", "GMT0BST,366,60", "GMT168", "GMT0:60", "<+01-1", "<+01>",
                 "GMT--1", "GMT0BST,M3.5.0/,M10.5.0", "GMT99999999999999999999");
    CAPTURE(rule);
    CHECK_FALSE(clock_changes(rule, 2024, 2024));
}
