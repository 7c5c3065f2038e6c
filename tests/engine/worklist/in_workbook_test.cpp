// SPDX-License-Identifier: MIT
#include "engine/worklist/writing.hpp"
#include "tests/support/days.hpp"
#include "tests/support/definition.hpp"
#include "tests/support/sheets.hpp"
#include "tests/support/text_out.hpp"

namespace csapath::engine {
namespace {

std::string worklist_book(const std::vector<DueItem>& items, bool incomplete = false) {
    const auto pathway = pathway_of(definition("steps: {referral: {starts: true, ends: true}}\n"));
    ReportedRule rule;
    rule.id = "referral.rule";
    TextOut out;
    write_worklist_workbook({.pathway = *pathway,
                             .rules = {rule},
                             .items = items,
                             .inputs = {},
                             .as_of = moment("2025-04-29"),
                             .tool_version = "1",
                             .incomplete = incomplete},
                            ".", out);
    return out.text();
}

TEST_CASE("a worklist is a sheet with a row a thing, its due date a date, and no date where there is none") {
    DueItem dated;
    dated.id = "f-01";
    dated.case_id = "=W-1";
    dated.message = "screening due";
    dated.due = moment("2025-05-06");
    dated.overdue = true;
    DueItem undated = dated;
    undated.due.reset();
    undated.overdue = false;
    undated.team = "Blue";
    const auto rows = rows_of_sheet(worklist_book({dated, undated}), "Due");
    REQUIRE(rows.size() == 3);
    CHECK(rows[1] == SheetRow{"=W-1", "2025-05-06 (date)", "yes", "screening due", "", "", "", "medium",
                              "referral.rule", "", "", "", "f-01"});
    CHECK(rows[2][1].empty());
    CHECK(rows[2][2] == "no");
    CHECK(rows[2][5] == "Blue");
}

TEST_CASE("a workbook of a worklist says as of when it is, and whether it is incomplete") {
    const auto whole = rows_of_sheet(worklist_book({}), "About");
    CHECK(row_beginning(whole, {"As the records stood"})[1] == "2025-04-29 (date)");
    CHECK(whole.back()[0] == "Program");
    CHECK(rows_of_sheet(worklist_book({}, true), "About").back()[0] == "INCOMPLETE");
    CHECK(rows_of_sheet(worklist_book({}), "Due").size() == 1);
}

}  // namespace
}  // namespace csapath::engine
