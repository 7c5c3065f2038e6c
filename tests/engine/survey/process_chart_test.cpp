// SPDX-License-Identifier: MIT
#include "engine/survey/process_chart.hpp"

#include <string>

#include "tests/support/catch.hpp"

namespace csapath::engine {
namespace {

using Points = std::vector<double>;

/// One letter a point: x for a point of the signal asked for, - for the others.
std::string marked(const Points& points, bool Signals::*signal) {
    std::string marks;
    for (const Signals& signals : process_chart(points).signals) marks += signals.*signal ? 'x' : '-';
    return marks;
}

TEST_CASE("the limits lie 2.66 mean moving ranges from the mean") {
    // Mean (10 + 12 + 11 + 13) / 4 = 11.5; moving ranges 2, 1 and 2, on average 5/3; 2.66 times that is 4.4333.
    const ProcessChart chart = process_chart({10, 12, 11, 13});
    CHECK(chart.centre == Approx(11.5));
    CHECK(chart.mean_moving_range == Approx(5.0 / 3));
    CHECK(chart.lower == Approx(7.0667).margin(0.0001));
    CHECK(chart.upper == Approx(15.9333).margin(0.0001));
    CHECK_FALSE(chart.any_signal());
}

TEST_CASE("a point beyond a limit is outside") {
    // Mean 1, moving ranges ten times 0 and once 12: 1.0909 on average; limits -1.9018 and 3.9018.
    const Points up{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 12};
    CHECK(process_chart(up).upper == Approx(3.9018).margin(0.0001));
    CHECK(marked(up, &Signals::outside) == "-----------x");
    const Points down{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -12};
    CHECK(marked(down, &Signals::outside) == "-----------x");
}

TEST_CASE("seven points in a row on one side of the mean are a shift, six are none") {
    // The mean of both is 5.
    CHECK(marked({1, 2, 1, 2, 1, 2, 1, 9, 8, 9, 8, 9, 8, 9}, &Signals::shift) == "xxxxxxxxxxxxxx");
    CHECK(marked({1, 2, 1, 2, 1, 2, 9, 8, 9, 8, 9, 8}, &Signals::shift) == "------------");
    // A point on the mean itself, which is 5 again, ends a run: six, five on the other side, and it.
    CHECK(marked({2, 1, 2, 1, 2, 2, 5, 9, 9, 8, 9, 10}, &Signals::shift) == "------------");
}

TEST_CASE("seven points that rise or fall are a trend, six are none, and standing still ends it") {
    CHECK(marked({1, 2, 3, 4, 5, 6, 7}, &Signals::trend) == "xxxxxxx");
    CHECK(marked({7, 6, 5, 4, 3, 2, 1, 5}, &Signals::trend) == "xxxxxxx-");
    CHECK(marked({1, 2, 3, 4, 5, 6, 5}, &Signals::trend) == "-------");
    CHECK(marked({1, 2, 3, 3, 4, 5, 6, 7}, &Signals::trend) == "--------");
}

TEST_CASE("two of three points close to the same limit are a signal") {
    // Mean 0, moving ranges 0, 3, 3 and 0: 1.5 on average; limits 3.99 from the mean, so the outer third begins
    // at 2.66.
    CHECK(marked({3, 3, 0, -3, -3}, &Signals::near_limit) == "xx-xx");
    CHECK(marked({3, 3, 0, -3, -3}, &Signals::outside) == "-----");
    // Here the points go to and fro: moving ranges of 2.5 on average make an outer third that begins at 4.43.
    CHECK(marked({3, 0, 3, 0, -3, -3, 0}, &Signals::near_limit) == "-------");
}

TEST_CASE("twelve points are enough, fewer are provisional") {
    CHECK(process_chart(Points(11, 4.0)).provisional);
    CHECK_FALSE(process_chart(Points(12, 4.0)).provisional);
}

TEST_CASE("points that are all the same have no signal, however many they are") {
    const ProcessChart chart = process_chart(Points(20, 0.1));
    CHECK(chart.centre == Approx(0.1));
    CHECK(chart.upper == Approx(0.1));
    CHECK_FALSE(chart.any_signal());
}

TEST_CASE("no point, and one alone, are no mistake") {
    CHECK(process_chart({}).signals.empty());
    CHECK(process_chart({5}).lower == 5);
    CHECK_FALSE(process_chart({5}).any_signal());
}

}  // namespace
}  // namespace csapath::engine
