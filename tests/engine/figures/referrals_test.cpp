// SPDX-License-Identifier: MIT
#include <array>

#include "tests/support/figure_rows.hpp"
#include "tests/support/surveyed.hpp"

namespace csapath::engine {
namespace {

using Rows = std::vector<std::string>;

constexpr std::string_view national = "language: 1\nextends: national/csa-response\ntitle: Response\n";

/// Cases as the scrutiny report of 2025 counts them: by area, those in which a strategy discussion followed, then those
/// in which none did. The first 106 are rated red, and the police referred the first 92, which is 35 of a hundred.
std::string cases_of_walsall() {
    struct Area {
        std::string_view name;
        int followed, not_followed;
    };
    constexpr std::array<Area, 5> areas = {
        {{"North", 29, 43}, {"West", 39, 28}, {"Central and South", 32, 34}, {"", 13, 1}, {"East", 26, 19}}};
    std::string rows = "case,event,at,source,risk,case.area\n";
    int number = 0;
    for (const Area& area : areas) {
        for (int i = 0; i < area.followed + area.not_followed; ++i) {
            const std::string id = "W" + std::to_string(1000 + number);
            rows += id + ",referral,2024-05-13," +
                    (number < 92    ? "police"
                     : number < 200 ? "school"
                                    : "") +
                    ",," + std::string(area.name) + "\n";
            rows += id + ",screening,2024-05-14,," + (number < 106 ? "red" : number < 200 ? "amber" : "") + ",\n";
            if (i < area.followed) rows += id + ",strategy-discussion,2024-05-15,,,\n";
            ++number;
        }
    }
    return rows;
}

std::string one_case(const std::string& events) {
    return "case,event,at,source,risk,episode-area,case.area,agency\n" + events;
}

}  // namespace

TEST_CASE("the audit's table of referrals comes out of case data to the digit") {
    const SurveyedRun run(national, cases_of_walsall(), "2024-12-31");

    const FigureTable by_area = run.figure("referrals-by-area");
    CHECK(rows_of(by_area) ==
          Rows{"Central and South | 32 | 34 | 0 | 66 | 32/66 | 66/264", "East | 26 | 19 | 0 | 45 | 26/45 | 45/264",
               "North | 29 | 43 | 0 | 72 | 29/72 | 72/264", "West | 39 | 28 | 0 | 67 | 39/67 | 67/264",
               "Not recorded | 13 | 1 | 0 | 14 | 13/14 | 14/264", "All | 139 | 125 | 0 | 264 | 139/264 | 264/264"});
    CHECK(by_area.not_placed == 14);
    CHECK(by_area.rows.back().total);
    CHECK_FALSE(by_area.names_cases);

    // The first 106 cases are the 72 of North, of which 29 came first and were followed, and 34 of the 39 of West.
    const FigureTable by_rating = run.figure("referrals-by-rating");
    CHECK(rows_of(by_rating).front() == "red | 63 | 43 | 0 | 106 | 63/106 | 106/264");
    CHECK(rows_of(by_rating).back() == "All | 139 | 125 | 0 | 264 | 139/264 | 264/264");
    CHECK(by_rating.not_placed == 64);

    const Rows by_source = rows_of(run.figure("referrals-by-source"));
    REQUIRE(by_source.size() == 4);
    CHECK(by_source[0] == "Police | 49 | 43 | 0 | 92 | 49/92 | 92/264");
    CHECK(by_source[2].starts_with("Not recorded | "));
}

TEST_CASE("a strategy discussion follows a referral where it comes in the same episode, that day or later") {
    const auto [events, row] = GENERATE(table<std::string, std::string>({
        {"A,referral,2024-05-13\nA,strategy-discussion,2024-05-13\n", "Not recorded | 1 | 0 | 0 | 1 | 1/1 | 1/1"},
        {"A,strategy-discussion,2024-05-10\nA,referral,2024-05-13\n", "Not recorded | 0 | 1 | 0 | 1 | 0/1 | 1/1"},
        // At nine, before the referral at eleven of the same day.
        {"A,referral,2024-05-13T08:00\nA,strategy-discussion,2024-05-13T09:00\nA,referral,2024-05-13T11:00\n",
         "Not recorded | 1 | 1 | 0 | 2 | 1/2 | 2/2"},
        // The first episode was closed before it.
        {"A,referral,2024-05-13\nA,case-closed,2024-06-03\nA,referral,2024-09-02\nA,strategy-discussion,2024-09-03\n",
         "Not recorded | 1 | 1 | 0 | 2 | 1/2 | 2/2"},
        // Both referrals come before it.
        {"A,referral,2024-05-13\nA,referral,2024-05-15\nA,strategy-discussion,2024-05-16\n",
         "Not recorded | 2 | 0 | 0 | 2 | 2/2 | 2/2"},
    }));
    CAPTURE(events);
    const SurveyedRun run(national, "case,event,at\n" + events, "2024-12-31");
    CHECK(rows_of(run.figure("referrals-by-area")).front() == row);
}

TEST_CASE("a rating is that of the screening of this referral, else that of the referral itself") {
    const SurveyedRun run(national,
                          one_case("A,referral,2024-05-13,,green,,,\n"
                                   "A,screening,2024-05-14,,red,,,\n"
                                   "A,referral,2024-06-03,,amber,,,\n"
                                   "A,referral,2024-07-01,,,,,\n"
                                   "A,screening,2024-07-02,,,,,\n"),
                          "2024-12-31");
    CHECK(rows_of(run.figure("referrals-by-rating")) ==
          Rows{"red | 0 | 1 | 0 | 1 | 0/1 | 1/3", "amber | 0 | 1 | 0 | 1 | 0/1 | 1/3",
               "Not recorded | 0 | 1 | 0 | 1 | 0/1 | 1/3", "All | 0 | 3 | 0 | 3 | 0/3 | 3/3"});
}

TEST_CASE("who referred is the recorded source, else the agency of the referral, unless that receives them") {
    const SurveyedRun run(national,
                          one_case("A,referral,2024-05-13,school,,,,police\n"
                                   "B,referral,2024-05-13,,,,,police\n"
                                   "C,referral,2024-05-13,,,,,social-care\n"
                                   "D,referral,2024-05-13,,,,,\n"),
                          "2024-12-31");
    CHECK(rows_of(run.figure("referrals-by-source")) ==
          Rows{"Police | 0 | 1 | 0 | 1 | 0/1 | 1/4", "School | 0 | 1 | 0 | 1 | 0/1 | 1/4",
               "Not recorded | 0 | 2 | 0 | 2 | 0/2 | 2/4", "All | 0 | 4 | 0 | 4 | 0/4 | 4/4"});
}

TEST_CASE("a child who moves is counted in the area where it was then") {
    const SurveyedRun run(national,
                          one_case("A,referral,2024-05-13,,,West,,\n"
                                   "A,case-closed,2024-06-03,,,,,\n"
                                   "A,referral,2024-09-02,,,North,,\n"
                                   "B,referral,2024-05-13,,,,West,\n"),
                          "2024-12-31");
    CHECK(rows_of(run.figure("referrals-by-area")) == Rows{"North | 0 | 1 | 0 | 1 | 0/1 | 1/3",
                                                           "West | 0 | 2 | 0 | 2 | 0/2 | 2/3",
                                                           "All | 0 | 3 | 0 | 3 | 0/3 | 3/3"});
}

TEST_CASE("referrals outside the window are left out, and the figure says which window it has") {
    const SurveyedRun run(national,
                          "case,event,at\nA,referral,2024-05-12\nB,referral,2024-05-13\nC,referral,2024-05-14\n"
                          "D,referral,2024-05-15\n",
                          "2024-12-31");
    const FigureTable figure = run.figure("referrals-by-area", date("2024-05-13"), date("2024-05-14"));
    CHECK(rows_of(figure).back() == "All | 0 | 2 | 0 | 2 | 0/2 | 2/2");
    CHECK(figure.counts.starts_with("Referrals, from Mon 13 May 2024 to Tue 14 May 2024."));
}

TEST_CASE("where it is not known whether an event is a strategy discussion, nobody says that none followed") {
    const std::string pathway = definition(
        "facts:\n"
        "  form: {type: one-of, values: [meeting, note]}\n"
        "steps:\n"
        "  referral: {title: Referral, starts: true, next: {strategy-discussion: may}}\n"
        "  strategy-discussion: {title: Strategy discussion, where: form is meeting, ends: true}\n");
    const SurveyedRun run(pathway,
                          "case,event,at,form\n"
                          "A,referral,2024-05-13,\nA,strategy-discussion,2024-05-14,\n"
                          "B,referral,2024-05-13,\nB,strategy-discussion,2024-05-14,note\n"
                          "C,referral,2024-05-13,\nC,strategy-discussion,2024-05-14,meeting\n",
                          "2024-12-31");
    const FigureTable figure = run.figure("referrals-by-area");
    CHECK(rows_of(figure).back() == "All | 1 | 1 | 1 | 3 | 1/2 | 3/3");
    CHECK(figure.not_placed == 3);  // the area of none is recorded
}

TEST_CASE("a definition without referrals or ratings has no such figure") {
    const SurveyedRun run(definition("steps:\n  visit: {title: Visit, starts: true, ends: true}\n"),
                          "case,event,at\nA,visit,2024-05-13\n", "2024-12-31");
    for (const FigureTable& table : run.figures()) CHECK_FALSE(table.name.starts_with("referrals"));
}

}  // namespace csapath::engine
