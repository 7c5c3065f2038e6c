// SPDX-License-Identifier: MIT
#include "tests/support/figure_rows.hpp"
#include "tests/support/surveyed.hpp"

namespace csapath::engine {
namespace {

using Rows = std::vector<std::string>;

std::string taught_pathway() {
    return definition(
        "agencies: {police: {title: Police}, health: {title: Health}, gp: {title: GP, part-of: health}}\n"
        "facts:\n"
        "  not-known-to: {type: agencies, of: case}\n"
        "  out-of-scope: {type: agencies, of: case}\n"
        "  education-status: {type: one-of, values: [mainstream, excluded, home-educated, not-yet-at-school, "
        "left-school]}\n"
        "steps:\n"
        "  referral: {title: Referral, starts: true, next: {case-closed: may}}\n"
        "  case-closed: {title: Closure, ends: true}\n");
}

}  // namespace

TEST_CASE("the share not in mainstream school is of those at school age whose status is recorded") {
    const SurveyedRun run(taught_pathway(),
                          "case,event,at,education-status\n"
                          "A,referral,2025-01-06,mainstream\n"
                          "B,referral,2025-01-06,mainstream\nB,case-closed,2025-02-06,excluded\n"  // the latest
                          "C,referral,2025-01-06,home-educated\nC,case-closed,2025-02-06,\n"  // a blank says nothing
                          "D,referral,2025-01-06,not-yet-at-school\n"
                          "E,referral,2025-01-06,\n",
                          "2025-05-20");
    const FigureTable figure = run.figure("education");
    CHECK(rows_of(figure) == Rows{"Mainstream | 1 | 1/3", "Excluded | 1 | 1/3", "Home educated | 1 | 1/3",
                                  "Not yet at school | 1 | -", "Left school | 0 | -", "Not recorded | 1 | -",
                                  "Not in mainstream school | 2 | 2/3", "All | 5 | -"});
    CHECK(figure.not_placed == 1);
    // Of the cases open in March, B and C are not.
    CHECK(rows_of(run.figure("education", date("2025-03-01"), date("2025-03-31"))).back() == "All | 3 | -");
}

TEST_CASE("agencies are involved, known, not involved, out of scope, or not known") {
    const SurveyedRun run(taught_pathway(),
                          "case,event,at,agency,case.agencies,case.not-known-to,case.out-of-scope\n"
                          "A,referral,2025-01-06,police,gp,,\n"
                          "B,referral,2025-01-06,gp,,police,\n"
                          "C,referral,2025-01-06,,,,police;gp\n",
                          "2025-05-20");
    const FigureTable counted = run.figure("agencies");
    // Health has no record of its own in C: that the GP is out of scope does not say so of the rest of health.
    CHECK(rows_of(counted) ==
          Rows{"Police | 1 | 0 | 1 | 1 | 0 | 3", "Health | 1 | 1 | 0 | 0 | 1 | 3", "GP | 1 | 1 | 0 | 1 | 0 | 3"});
    CHECK(counted.not_placed == 1);
    const FigureTable each = run.figure("agencies-by-case");
    CHECK(each.names_cases);
    CHECK(rows_of(each) == Rows{"A | Involved | Known to it, no part recorded | Known to it, no part recorded",
                                "B | Not involved | Involved | Involved",
                                "C | Out of scope | Not known | Out of scope"});
}

TEST_CASE("a child in two areas counts in each, and once in all") {
    const SurveyedRun run(definition("facts: {episode-area: {type: text}}\n"
                                     "steps:\n"
                                     "  referral: {title: Referral, starts: true, next: {case-closed: may}}\n"
                                     "  case-closed: {title: Closure, ends: true}\n"),
                          "case,event,at,episode-area\n"
                          "A,referral,2025-01-06,West\nA,case-closed,2025-02-06,\nA,referral,2025-04-01,North\n"
                          "B,referral,2025-01-06,West\n"
                          "C,referral,2025-01-06,\n",
                          "2025-05-20");
    const FigureTable figure = run.figure("areas");
    CHECK(rows_of(figure) ==
          Rows{"North | 1 | 1 | 1 | 1", "West | 2 | 1 | 2 | 1", "Not recorded | 1 | 0 | 1 | 1", "All | 3 | 1 | 4 | 3"});
    CHECK(figure.not_placed == 1);
    // In January A was in one area alone.
    CHECK(rows_of(run.figure("areas", date("2025-01-01"), date("2025-01-31"))) ==
          Rows{"West | 2 | 0 | 2 | 1", "Not recorded | 1 | 0 | 1 | 1", "All | 3 | 0 | 3 | 2"});
}

TEST_CASE("where no place is called mainstream there is no share of it") {
    const SurveyedRun run(definition("facts: {education-status: {type: one-of, values: [school, home]}}\n"
                                     "steps: {referral: {starts: true, ends: true}}\n"),
                          "case,event,at,education-status\nA,referral,2025-01-06,home\n", "2025-05-20");
    for (const FigureTable& table : run.figures()) CHECK(table.name != "education");
}

}  // namespace csapath::engine
