// SPDX-License-Identifier: MIT
#include "tests/support/figure_rows.hpp"
#include "tests/support/surveyed.hpp"

namespace csapath::engine {
namespace {

using Rows = std::vector<std::string>;

/// Screening is due one working day after the referral. A1 is in time (Monday, Tuesday), A2 three days late, B1 not yet
/// due on the last day. At each screening police and health have to be there.
std::string few_cases() {
    return "case,event,at,attended,case.area\n"
           "A1,referral,2025-04-28,,West\n"
           "A1,screening,2025-04-29,police;health,\n"
           "A2,referral,2025-05-06,,West\n"
           "A2,screening,2025-05-12,police,\n"
           "A3,referral,2025-05-12,,North\n"
           "A3,screening,2025-05-13,,\n"
           "B1,referral,2025-05-20,,\n";
}

constexpr std::string_view rule = "referral.next.screening";

Rows only_of(const FigureTable& table, std::string_view which) {
    Rows rows;
    for (std::string& row : rows_of(table))
        if (row.starts_with(std::string(which) + " |")) rows.push_back(std::move(row));
    return rows;
}

}  // namespace

// After the place: applied, kept, late, overdue, missed, failed, not yet due, excused, cannot tell, not visible.
TEST_CASE("each rule is counted by area and by month, with every verdict apart") {
    const SurveyedRun run(screened_pathway(), few_cases(), "2025-05-20");
    CHECK(only_of(run.figure("rules-by-area"), rule) ==
          Rows{"referral.next.screening | Referral | North | 1 | 1 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0",
               "referral.next.screening | Referral | West | 2 | 1 | 1 | 0 | 0 | 0 | 0 | 0 | 0 | 0",
               "referral.next.screening | Referral | Not recorded | 1 | 0 | 0 | 0 | 0 | 0 | 1 | 0 | 0 | 0"});
    CHECK(only_of(run.figure("rules-by-month"), rule) ==
          Rows{"referral.next.screening | Referral | 2025-04 | 1 | 1 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0",
               "referral.next.screening | Referral | 2025-05 | 3 | 1 | 1 | 0 | 0 | 0 | 1 | 0 | 0 | 0"});
}

TEST_CASE("a rule that asks for agencies by name counts for each, any other for the one in charge") {
    const SurveyedRun run(screened_pathway(), few_cases(), "2025-05-20");
    const FigureTable by_agency = run.figure("rules-by-agency");
    CHECK(only_of(by_agency, rule) ==
          Rows{"referral.next.screening | Referral | Social care | 4 | 2 | 1 | 0 | 0 | 0 | 1 | 0 | 0 | 0"});
    // At A2 health was missing and the police were there. The list of A3 is blank: social care kept no record, and of
    // the others nothing is known.
    CHECK(only_of(by_agency, "screening.quorum") ==
          Rows{"screening.quorum | Screening | Social care | 1 | 0 | 0 | 0 | 0 | 1 | 0 | 0 | 0 | 0",
               "screening.quorum | Screening | Police | 3 | 2 | 0 | 0 | 0 | 0 | 0 | 0 | 1 | 0",
               "screening.quorum | Screening | Health | 3 | 1 | 0 | 0 | 0 | 1 | 0 | 0 | 1 | 0"});
}

TEST_CASE("what an episode was asked for belongs to the area where the child was then") {
    const std::string pathway = definition(
        "facts: {episode-area: {type: text}}\n"
        "steps:\n"
        "  referral: {title: Referral, starts: true, next: {case-closed: must within 1 week}}\n"
        "  case-closed: {title: Closure, ends: true}\n");
    const SurveyedRun run(pathway,
                          "case,event,at,episode-area,case.area\n"
                          "A,referral,2025-01-06,West,North\nA,case-closed,2025-01-07,,\n"
                          "A,referral,2025-02-03,,\nA,case-closed,2025-02-24,,\n",
                          "2025-05-20");
    CHECK(only_of(run.figure("rules-by-area"), "referral.next.case-closed") ==
          Rows{"referral.next.case-closed | Referral | North | 1 | 0 | 1 | 0 | 0 | 0 | 0 | 0 | 0 | 0",
               "referral.next.case-closed | Referral | West | 1 | 1 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0"});
    CHECK(rows_of(run.figure("areas")) == Rows{"North | 1 | 1 | 1 | 0", "West | 1 | 1 | 1 | 0", "All | 1 | 1 | 2 | 0"});
}

}  // namespace csapath::engine
