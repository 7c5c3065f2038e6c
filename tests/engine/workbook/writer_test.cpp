// SPDX-License-Identifier: MIT
#include "engine/workbook/writer.hpp"

#include "engine/workbook/not_written.hpp"
#include "engine/workbook/read_back.hpp"
#include "tests/support/days.hpp"
#include "tests/support/sheets.hpp"
#include "tests/support/text_out.hpp"

namespace csapath::engine {
namespace {

WorkbookWriter::About about(const std::string& as_of = "2026-03-31") {
    return {.title = "Tables", .as_of = moment(as_of), .scratch = "."};
}

std::string written(WorkbookWriter& workbook) {
    TextOut out;
    workbook.write(out);
    return out.text();
}

TEST_CASE("a workbook holds days as dates, counts as numbers and everything else as text") {
    WorkbookWriter workbook(about());
    Sheet sheet = workbook.sheet("Cases", {{"Case", 10}, {"Day"}, {"Number"}, {"Share"}, {"Length"}, {"Month"}});
    sheet.text("W-1").day(moment("2025-04-30")).count(1'234).share(1, 4).decimal(2.5);
    sheet.month(date("2025-05-01")).end_row();
    sheet.text("=1+1").day(moment("2025-04-30T15:20")).count(0).share(0, 0).decimal({}).end_row();
    sheet.text("-1").day({}).blank().share(2, 2).decimal(-0.5).end_row();
    const std::string bytes = written(workbook);
    CHECK(rows_of_sheet(bytes, "Cases") ==
          std::vector<SheetRow>{{"Case", "Day", "Number", "Share", "Length", "Month"},
                                {"W-1", "2025-04-30 (date)", "1234", "0.25", "2.5", "2025-05-01 (date)"},
                                {"=1+1", "2025-04-30T15:20:00 (date)", "0"},
                                {"-1", "", "", "1", "-0.5"}});
}

TEST_CASE("days before spreadsheets and the calendar agree are told as text") {
    // Spreadsheets know a 29 February 1900, which there was not.
    WorkbookWriter workbook(about());
    Sheet sheet = workbook.sheet("Days", {{"Day"}});
    sheet.day(moment("1900-02-28")).end_row();
    sheet.day(moment("1900-03-01")).end_row();
    sheet.day(moment("2199-12-31")).end_row();
    CHECK(rows_of_sheet(written(workbook), "Days") ==
          std::vector<SheetRow>{{"Day"}, {"1900-02-28"}, {"1900-03-01 (date)"}, {"2199-12-31 (date)"}});
}

TEST_CASE("sheets stand in the order in which they were made, whichever is filled first") {
    WorkbookWriter workbook(about());
    Sheet first = workbook.sheet("First", {{"A"}});
    Sheet second = workbook.sheet("Second", {{"B"}});
    second.text("b").end_row();
    first.text("a").end_row();
    second.text("c").end_row();
    const std::string bytes = written(workbook);
    CHECK(sheets_of_workbook(bytes) == std::vector<std::string>{"First", "Second"});
    CHECK(rows_of_sheet(bytes, "First") == std::vector<SheetRow>{{"A"}, {"a"}});
    CHECK(rows_of_sheet(bytes, "Second") == std::vector<SheetRow>{{"B"}, {"b"}, {"c"}});
}

TEST_CASE("the same rows give the same bytes, and another day of judging gives others") {
    const auto made = [](const std::string& as_of) {
        WorkbookWriter workbook(about(as_of));
        workbook.sheet("S", {{"A"}}).text("a").end_row();
        return written(workbook);
    };
    // The package takes the moment nought, which is in 1970, for the present.
    for (const char* as_of : {"2026-03-31", "1970-01-01", "1955-06-01"}) {
        CAPTURE(as_of);
        CHECK(made(as_of) == made(as_of));
    }
    CHECK(made("2026-03-31") != made("2026-04-01"));
}

TEST_CASE("what does not fit is counted and told") {
    WorkbookWriter workbook(about());
    Sheet sheet = workbook.sheet("Cases", {{"Case"}});
    CHECK(workbook.left_out().empty());
    sheet.text(std::string(40'000, 'x')).end_row();
    // The heading, the row above and these are the 1,048,576 that a sheet may have, and two more.
    for (int row = 0; row < 1'048'576; ++row) sheet.count(1).end_row();
    CHECK(workbook.left_out() ==
          std::vector<std::string>{"Sheet 'Cases' has no room for 2 more rows",
                                   "Sheet 'Cases' has 1 cells cut at 32,767 characters; they end with an ellipsis"});
}

TEST_CASE("a workbook that is not whole does not read back") {
    WorkbookWriter workbook(about());
    Sheet sheet = workbook.sheet("Cases", {{"Case"}});
    for (int row = 0; row < 100; ++row) sheet.text("W-" + std::to_string(row * 7'919)).end_row();
    const std::string bytes = written(workbook);
    const auto back = [](std::string_view of, const std::string& name, std::uint64_t rows) {
        test::TextBytes read(of);
        return reads_back(read, {{name, rows}});
    };
    CHECK(back(bytes, "Cases", 101));
    CHECK_FALSE(back(bytes, "Cases", 102));
    CHECK_FALSE(back(bytes, "Other", 101));
    CHECK_FALSE(back("", "Cases", 101));
    for (const std::size_t left : {bytes.size() - 30, bytes.size() / 2, std::size_t{100}}) {
        CAPTURE(left);
        CHECK_FALSE(back(std::string_view(bytes).substr(0, left), "Cases", 101));
    }
    test::TextBytes again(bytes);
    CHECK_FALSE(reads_back(again, {{"Cases", 101}, {"Findings", 1}}));
}

}  // namespace
}  // namespace csapath::engine
