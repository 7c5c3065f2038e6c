// SPDX-License-Identifier: MIT
#include "tests/support/figure_rows.hpp"
#include "tests/support/surveyed.hpp"

namespace csapath::engine {
namespace {

using Rows = std::vector<std::string>;

constexpr std::string_view national = "language: 1\nextends: national/csa-response\ntitle: Response\n";

}  // namespace

TEST_CASE("plans stand in bands of three and of six months, open ones and ended ones apart") {
    const auto [end, row] = GENERATE(table<std::string, std::string>({
        {"A,plan-ended,2024-04-14\n", "Under 3 months | 0 | 1 | 0 | 1 | 1/1"},  // a day short
        {"A,plan-ended,2024-04-15\n", "3 to 6 months | 0 | 1 | 0 | 1 | 1/1"},
        {"A,plan-ended,2024-07-15\n", "3 to 6 months | 0 | 1 | 0 | 1 | 1/1"},
        {"A,plan-ended,2024-07-16\n", "Over 6 months | 0 | 1 | 0 | 1 | 1/1"},
        {"", "Over 6 months | 1 | 0 | 0 | 1 | 1/1"},  // still open at the end of the year
        // A second start tells of the same plan.
        {"A,plan-started,2024-04-01\nA,plan-ended,2024-04-20\n", "3 to 6 months | 0 | 1 | 0 | 1 | 1/1"},
    }));
    CAPTURE(end);
    const SurveyedRun run(national, "case,event,at\nA,plan-started,2024-01-15\n" + end, "2024-12-31");
    const FigureTable figure = run.figure("plans-by-length");
    const Rows rows = rows_of(figure);
    REQUIRE(rows.size() == 5);
    CHECK(std::count(rows.begin(), rows.end(), row) == 1);
    CHECK(figure.not_placed == 0);
}

TEST_CASE("an end without a start has no length, and is said not to be placed") {
    const SurveyedRun run(national, "case,event,at\nA,plan-ended,2024-01-15\nB,plan-started,2024-12-01\n",
                          "2024-12-31");
    const FigureTable figure = run.figure("plans-by-length");
    CHECK(rows_of(figure) == Rows{"Under 3 months | 1 | 0 | 0 | 1 | 1/1", "3 to 6 months | 0 | 0 | 0 | 0 | 0/1",
                                  "Over 6 months | 0 | 0 | 0 | 0 | 0/1", "Length not known | 0 | 1 | 0 | 1 | -",
                                  "All | 1 | 1 | 0 | 2 | -"});
    CHECK(figure.not_placed == 1);
}

TEST_CASE("a plan is in the window where it ran on a day of it") {
    const SurveyedRun run(national,
                          "case,event,at\n"
                          "A,plan-started,2024-01-15\nA,plan-ended,2024-02-29\n"  // ended the day before
                          "B,plan-started,2024-01-15\nB,plan-ended,2024-03-01\n"  // on the first day
                          "C,plan-started,2024-03-31\n"                           // began on the last
                          "D,plan-started,2024-04-01\n",
                          "2024-04-30");
    const FigureTable figure = run.figure("plans-by-length", date("2024-03-01"), date("2024-03-31"));
    CHECK(rows_of(figure).back() == "All | 1 | 1 | 0 | 2 | -");
}

TEST_CASE("a plan within 24 months of the end of the last is told apart from a later one") {
    const auto [events, row] = GENERATE(table<std::string, std::string>({
        {"A,plan-started,2020-01-15,\n", "Not recorded | 1 | 0 | 0 | 0 | 1 | 0/1"},
        {"A,plan-started,2020-01-15,\nA,plan-ended,2020-06-30,\nA,plan-started,2022-06-30,\n",
         "Not recorded | 1 | 1 | 0 | 0 | 2 | 1/2"},
        {"A,plan-started,2020-01-15,\nA,plan-ended,2020-06-30,\nA,plan-started,2022-07-01,\n",
         "Not recorded | 1 | 0 | 1 | 0 | 2 | 0/2"},
        // Two plans before it are recorded, and when they ended is not.
        {"A,plan-started,2020-01-15,2\n", "Not recorded | 0 | 0 | 0 | 1 | 1 | 0/0"},
        {"A,plan-started,2020-01-15,0\n", "Not recorded | 1 | 0 | 0 | 0 | 1 | 0/1"},
        // Of the plan that ended nothing else is in the data.
        {"A,plan-ended,2020-06-30,\nA,plan-started,2021-01-15,1\n", "Not recorded | 0 | 1 | 0 | 0 | 1 | 1/1"},
    }));
    CAPTURE(events);
    const SurveyedRun run(national, "case,event,at,previous-plans\n" + events, "2024-12-31");
    CHECK(rows_of(run.figure("plans-again")).front() == row);
}

}  // namespace csapath::engine
