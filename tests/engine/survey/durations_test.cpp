// SPDX-License-Identifier: MIT
#include "engine/survey/durations.hpp"

#include <vector>

#include "tests/support/catch.hpp"

namespace csapath::engine {
namespace {

Durations durations(const std::vector<std::int64_t>& units) {
    Durations all;
    for (const std::int64_t one : units) all.add(one);
    return all;
}

TEST_CASE("the median is the middle one, or half-way between the two in the middle") {
    const auto [units, median] = GENERATE(table<std::vector<std::int64_t>, double>({
        {{7}, 7},
        {{3, 1}, 2},
        {{2, 1}, 1.5},
        {{9, 1, 5}, 5},
        {{10, 1, 2, 3, 4, 5, 6, 7, 8, 9}, 5.5},
        {{2, 100, 2, 2}, 2},
        {{0, 0, 0, 4, 4, 4}, 2},
    }));
    CAPTURE(units);
    CHECK(durations(units).median().value() == median);
    CHECK(durations(units).size() == units.size());
}

TEST_CASE("the 90th percentile is taken by nearest rank") {
    // Of n lengths it is number n * 0.9, rounded up: of 10 the 9th, of 11 (9.9) the 10th, of 4 (3.6) the 4th.
    const auto [units, slow] = GENERATE(table<std::vector<std::int64_t>, std::int64_t>({
        {{7}, 7},
        {{1, 2}, 2},
        {{1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, 9},
        {{11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1}, 10},
        {{2, 2, 2, 100}, 100},
        {{0, 0, 0, 0, 0, 0, 0, 0, 0, 50}, 0},
    }));
    CAPTURE(units);
    CHECK(durations(units).percentile(90).value() == slow);
}

TEST_CASE("the first and the last of a hundred are percentiles too") {
    CHECK(durations({4, 5, 6}).percentile(1).value() == 4);
    CHECK(durations({4, 5, 6}).percentile(100).value() == 6);
}

TEST_CASE("nothing that happened has neither a median nor a percentile") {
    CHECK_FALSE(Durations{}.median());
    CHECK_FALSE(Durations{}.percentile(90));
    CHECK(Durations{}.size() == 0);
}

}  // namespace
}  // namespace csapath::engine
