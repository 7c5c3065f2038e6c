// SPDX-License-Identifier: MIT
#include "engine/report/sheets.hpp"

#include "tests/support/sheets.hpp"
#include "tests/support/surveyed.hpp"

namespace csapath::engine {
namespace {

const char* const two_steps =
    "language: 1\npathway: small\ntitle: Two steps\nversion: \"1\"\ntime-zone: Europe/London\n"
    "calendar: england-and-wales\nagencies: {police: {title: Police}, health: {title: Health}}\nsteps:\n"
    "  referral: {title: Referral, by: police, starts: true, next: {screening: must within 1 working day}}\n"
    "  screening: {title: Screening, by: health, ends: true}\n";

/// W-1 is in time on Tuesday 13 May 2025, "=W-2" is two working days late, W-3 is not recorded.
const char* const three_cases =
    "case,event,at,case.area\n"
    "W-1,referral,2025-05-12,North\nW-1,screening,2025-05-13,\n"
    "\"=W-2\",referral,2025-05-12T09:30,South\n\"=W-2\",screening,2025-05-15,\n"
    "W-3,referral,2025-05-12,\n";

TEST_CASE("the sheets of a report hold what its page tells, in the page's order") {
    const SurveyedRun run(two_steps, three_cases, "2025-06-30");
    const std::string book = run.workbook();
    std::vector<std::string> expected{"Summary",
                                      "Timeliness",
                                      "Rules without a clock",
                                      "By area",
                                      "By month",
                                      "By agency in charge",
                                      "Heat map",
                                      "Trends",
                                      "Agencies expected",
                                      "Agencies in cases",
                                      "Each agency in each case",
                                      "Cases",
                                      "Findings",
                                      "Excused or cannot tell",
                                      "Figures"};
    for (const engine::FigureTable& figure : run.figures()) expected.push_back(figure.name);
    for (const char* const of_data : {"Files read", "Not decided", "Never applied", "Rules", "How it was made"})
        expected.emplace_back(of_data);
    CHECK(sheets_of_workbook(book) == expected);
    const auto summary = rows_of_sheet(book, "Summary");
    CHECK(row_beginning(summary, {"Rows used"}) == SheetRow{"Rows used", "5", "5", "1"});
    CHECK(row_beginning(summary, {"As the records stood"}) ==
          SheetRow{"As the records stood", "2025-06-30 (date)", "", "", "at the end of that day"});
    CHECK(row_beginning(summary, {"Findings"}) == SheetRow{"Findings", "2"});
    CHECK(row_beginning(summary, {"Times late, of those decided"})[1] == "1");

    CHECK(row_beginning(rows_of_sheet(book, "Timeliness"), {"Referral", "Screening"}) ==
          SheetRow{"Referral", "Screening", "must within 1 working day", "referral.next.screening", "3", "1", "1", "1",
                   "0", "0", "0", "0", "0", "0", "0.3333333333333333", "2", "3", "2", "working days"});
    const auto areas = rows_of_sheet(book, "By area");
    REQUIRE(areas.size() == 4);
    CHECK(SheetRow(areas[1].begin(), areas[1].begin() + 4) == SheetRow{"North", "1", "1", "0"});
    CHECK(areas[3][0] == "area not recorded");
    CHECK(rows_of_sheet(book, "By month").at(1).at(0) == "2025-05-01 (date)");
}

TEST_CASE("each figure is a sheet under the name of its CSV file, and a list says what they are") {
    const SurveyedRun run(two_steps, three_cases, "2025-06-30");
    const std::string book = run.workbook();
    const auto list = rows_of_sheet(book, "Figures");
    // No step of this pathway is a strategy discussion, so of no referral can it be told whether one followed.
    const SheetRow of_areas = row_beginning(list, {"referrals-by-area"});
    REQUIRE(of_areas.size() == 6);
    CHECK(of_areas[1] == "Referrals by area, and whether a strategy discussion followed");
    CHECK(of_areas[3] == "3");
    CHECK(of_areas[5] == "R1; R11");
    const auto areas = rows_of_sheet(book, "referrals-by-area");
    REQUIRE(areas.size() == 5);
    // Area, followed, none recorded, cannot tell, all; a share of nothing is blank, one referral of three a third.
    CHECK(areas[1] == SheetRow{"North", "0", "0", "1", "1", "", "0.3333333333333333"});
    CHECK(areas[4] == SheetRow{"All", "0", "0", "3", "3", "", "1"});
}

TEST_CASE("what is new since a baseline has a sheet, and the summary counts it") {
    const SurveyedRun run(two_steps, three_cases, "2025-06-30");
    const auto all = rows_of_sheet(run.workbook(), "Findings");
    REQUIRE(all.size() == 3);
    // The late one was known, and so was one that is not found any more.
    const SheetRow late = row_beginning(all, {"=W-2"}), overdue = row_beginning(all, {"W-3"});
    const Baseline before{
        .pathway = "small", .version = "1", .as_of = "2025-05-31", .key_id = {}, .findings = {late[23], "f-gone"}};
    const std::string book = run.workbook(1, &before);
    const auto fresh = rows_of_sheet(book, "New since the baseline");
    REQUIRE(fresh.size() == 2);
    CHECK(fresh[1] ==
          SheetRow{"W-3", "overdue", "medium", overdue[7], "Referral", "referral.next.screening", overdue[23]});
    const auto summary = rows_of_sheet(book, "Summary");
    CHECK(row_beginning(summary, {"Findings that are new since the baseline"}) ==
          SheetRow{"Findings that are new since the baseline", "1", "2", "0.5"});
    CHECK(row_beginning(summary, {"Findings known before"})[1] == "1");
    CHECK(row_beginning(summary, {"Findings of the baseline not found again"})[1] == "1");
    // The sheet of findings holds both.
    CHECK(rows_of_sheet(book, "Findings").size() == 3);
}

TEST_CASE("each case and each finding has a row, with days that are days and ids that are no formulas") {
    const SurveyedRun run(two_steps, three_cases, "2025-06-30", {}, 0);
    const std::string book = run.workbook();
    const auto cases = rows_of_sheet(book, "Cases");
    REQUIRE(cases.size() == 4);
    CHECK(cases[1] == SheetRow{"=W-2", "South", "", "2025-05-12 (date)", "2025-05-15 (date)", "closed", "1", "2", "1",
                               "0", "1", "0", "0", "0", "0"});
    const auto findings = rows_of_sheet(book, "Findings");
    // All of them, though no case is told in full.
    REQUIRE(findings.size() == 3);
    const SheetRow late = row_beginning(findings, {"=W-2", "South", "", "1", "late", "medium", "delay"});
    CHECK(late[13] == "referral");
    CHECK(late[14] == "2025-05-12T09:30:00 (date)");
    CHECK(late[15] == "2025-05-13 (date)");
    CHECK(late[17] == "2025-05-15 (date)");
    CHECK(late[18] == "2");
    CHECK(late[19] == "working days");
    CHECK(row_beginning(findings, {"W-3", "", "", "1", "overdue"})[15] == "2025-05-13 (date)");
}

TEST_CASE("the workbook of a run does not depend on how many judge, and one without cases is still a workbook") {
    const SurveyedRun run(two_steps, three_cases, "2025-06-30");
    CHECK(run.workbook(1) == run.workbook(3));
    const SurveyedRun empty(two_steps, "case,event,at\n", "2025-06-30");
    CHECK(rows_of_sheet(empty.workbook(), "Cases").size() == 1);
    CHECK(row_beginning(rows_of_sheet(empty.workbook(), "Summary"), {"INCOMPLETE"}).size() == 5);
}

}  // namespace
}  // namespace csapath::engine
