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
    CHECK(sheets_of_workbook(book) == std::vector<std::string>{"Summary", "Timeliness", "Rules without a clock",
                                                               "By area", "By month", "By agency in charge", "Heat map",
                                                               "Trends", "Agencies expected", "Agencies in cases",
                                                               "Each agency in each case", "Cases", "Findings",
                                                               "Excused or cannot tell", "Files read", "Not decided",
                                                               "Never applied", "Rules", "How it was made"});
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
