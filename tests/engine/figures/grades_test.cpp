// SPDX-License-Identifier: MIT
#include "tests/support/figure_rows.hpp"
#include "tests/support/surveyed.hpp"

namespace csapath::engine {
namespace {

using Rows = std::vector<std::string>;

/// A case is good without a finding, fair with one that is not high, and poor with more, or a high one.
std::string graded_pathway() {
    return screened_pathway() +
           "grading:\n"
           "  needs: {decided: 2, share: 50}\n"
           "  grades:\n"
           "    - {id: good, title: Good, at-most: {high: 0, medium: 0, low: 0}}\n"
           "    - {id: fair, title: Fair, at-most: {high: 0, medium: 1}}\n"
           "    - {id: poor, title: Poor}\n";
}

/// Of each case two things are asked: screening in a working day, and police and health at it.
std::string graded_cases() {
    return "case,event,at,attended\n"
           "A,referral,2025-05-12,\nA,screening,2025-05-13,police;health\n"  // nothing wrong
           "B,referral,2025-05-12,\nB,screening,2025-05-13,police\n"         // health is missing
           "C,referral,2025-05-12,\nC,screening,2025-05-19,police\n"         // and late as well
           "D,referral,2025-05-20,\n";                                       // not yet due
}

}  // namespace

TEST_CASE("cases are counted by indicative grade, with those of which nobody can tell apart") {
    const SurveyedRun run(graded_pathway(), graded_cases(), "2025-05-20");
    const FigureTable figure = run.figure("grades");
    CHECK(rows_of(figure) ==
          Rows{"Good | 1 | 1/3", "Fair | 1 | 1/3", "Poor | 1 | 1/3", "Cannot tell | 1 | -", "All | 4 | -"});
    CHECK(figure.not_placed == 1);
}

TEST_CASE("an agency is graded by what concerns it") {
    const SurveyedRun run(graded_pathway(), graded_cases(), "2025-05-20");
    // Two times are needed of a case, of an agency's part in it one is enough. Social care is in charge of screening.
    CHECK(rows_of(run.figure("grades-by-agency")) ==
          Rows{"Social care | 2 | 1 | 0 | 1 | 4", "Police | 3 | 0 | 0 | 0 | 3", "Health | 1 | 2 | 0 | 0 | 3"});
    CHECK(rows_of(run.figure("grades-by-case")) ==
          Rows{"A | Good | Good | Good | Good", "B | Fair | Good | Good | Fair", "C | Poor | Fair | Good | Fair",
               "D | Cannot tell | Cannot tell | Nothing asked | Nothing asked"});
}

TEST_CASE("an agency that is no service is given no grade, whatever was asked of it") {
    std::string pathway = graded_pathway();
    pathway.replace(pathway.find("  needs:"), 0, "  not-graded: [health]\n");
    const SurveyedRun run(pathway, graded_cases(), "2025-05-20");
    // As above, without health; that it was missing still counts for the cases themselves.
    CHECK(rows_of(run.figure("grades-by-agency")) ==
          Rows{"Social care | 2 | 1 | 0 | 1 | 4", "Police | 3 | 0 | 0 | 0 | 3"});
    CHECK(rows_of(run.figure("grades-by-case")) == Rows{"A | Good | Good | Good", "B | Fair | Good | Good",
                                                        "C | Poor | Fair | Good",
                                                        "D | Cannot tell | Cannot tell | Nothing asked"});
}

TEST_CASE("every figure of grades says that they are indicative and for an auditor to confirm") {
    const SurveyedRun run(graded_pathway(), graded_cases(), "2025-05-20");
    int seen = 0;
    for (const FigureTable& table : run.figures()) {
        if (!table.name.starts_with("grades")) continue;
        ++seen;
        CHECK(table.counts.find("Grades are indicative") != std::string::npos);
        CHECK(table.counts.find("An auditor looks at the case and confirms, or does not.") != std::string::npos);
    }
    CHECK(seen == 3);
    CHECK(run.page().find("Grades are indicative") != std::string::npos);
}

TEST_CASE("a layer changes what grades need key by key, and their list as a whole") {
    const auto grading_of = [](std::string_view layer) {
        return SurveyedRun("language: 1\nextends: national/csa-response\ntitle: Local\n" + std::string(layer),
                           "case,event,at\n", "2025-05-20")
            .pathway()
            .grading.value();
    };
    const Grading national = grading_of("");
    REQUIRE(national.grades.size() > 2);
    const Grading needs_more = grading_of("grading: {needs: {decided: 77}}\n");
    CHECK(needs_more.decided == 77);
    CHECK(needs_more.share == national.share);
    CHECK(needs_more.grades.size() == national.grades.size());
    const Grading two_grades = grading_of(
        "grading: {grades: [{id: seen, title: Seen, at-most: {high: 0}}, {id: talk, title: To be talked about}]}\n");
    CHECK(two_grades.grades.size() == 2);
    CHECK(two_grades.decided == national.decided);
}

TEST_CASE("without a grading nothing is graded") {
    const SurveyedRun run(screened_pathway(), graded_cases(), "2025-05-20");
    for (const FigureTable& table : run.figures()) CHECK_FALSE(table.name.starts_with("grades"));
}

}  // namespace csapath::engine
