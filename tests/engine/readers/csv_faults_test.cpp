// SPDX-License-Identifier: MIT
// Bad CSV, by the rows of the catalogue of bad input (C: files, D: dates, E: events). Every row says what is told,
// where, and that the good rows around it still come through.
#include "engine/readers/csv.hpp"
#include "tests/engine/readers/reading.hpp"
#include "tests/support/catch.hpp"

using namespace csapath;
using namespace csapath::engine::test;
using rules::Code;
using namespace std::string_literals;

namespace {
Reading read(std::string_view text, engine::ReadOptions options = {}) {
    return read_with(engine::csv_reader(), text, std::move(options));
}

const std::string header = "case,event,at,recorded,risk,seen,visits,attended,comment\n";
const std::string good = "W-1,visit,2025-04-30,,,,,,\n";

/// A file in which one row, the third, is bad: what is told of it.
struct BadRow {
    std::string name, row, code, told;
};

std::string with_good_around(const std::string& row) {
    return header + good + row + "\n" + good;
}
}  // namespace

TEST_CASE("a row that cannot be read is refused, named, and no other suffers") {
    const auto bad = GENERATE(values<BadRow>({
        {"C06 quote inside an unquoted field", R"(W-2,visit,2025-04-30,,,,,,see "file")", "D005",
         "row 3: error[D005]: a quote in the wrong place"},
        {"C06 text after a closing quote", R"("W-2"x,visit,2025-04-30,,,,,,)", "D005", "row 3"},
        {"C06 space before an opening quote", R"(W-2, "visit",2025-04-30,,,,,,)", "D005", "row 3"},
        {"C05 a backslash does not escape", R"(W-2,visit,2025-04-30,,,,,,"a \"b\" c")", "D005", "row 3"},
        {"C08 too short", "W-2,visit,2025-04-30", "D004", "3 fields where the header has 9"},
        {"C08 too long", "W-2,visit,2025-04-30,,,,,,,x", "D004", "10 fields where the header has 9"},
        {"C08 one field", "W-2", "D004", "1 field where the header has 9"},
        {"C10 NUL", "W-2,visit,2025-04-30,,,,,,a\0b"s, "F006", "row 3: error[F006]: NUL at byte offset 111"},
        {"C10 escape character", "W-2,visit,2025-04-30,,,,,,\x1b[2J", "F006", "U+001B"},
        {"C16 a carriage return alone", "W-2,visit,2025-04-30,,,,,,a\rb", "F006", "a lone carriage return"},
        {"C03 Latin-1", "W-2,visit,2025-04-30,,,,,,Zo\xEB", "F005", "byte offset 112"},
        {"C03 an overlong form", "W-2,visit,2025-04-30,,,,,,\xC0\xAF", "F005", "save the file as UTF-8"},
        {"C03 a surrogate", "W-2,visit,2025-04-30,,,,,,\xED\xA0\x80", "F005", "not UTF-8"},
        {"C03 half a character", "W-2,visit,2025-04-30,,,,,,\xC3", "F005", "not UTF-8"},
        {"C12 the header again", "case,event,at,recorded,risk,seen,visits,attended,comment", "D018",
         "the header stands here again"},
        {"C21 an id rounded by a spreadsheet", "1.23457E+11,visit,2025-04-30,,,,,,", "D019", "row 3, column 'case'"},
        {"C24 a lookup that failed, as the case", "#N/A,visit,2025-04-30,,,,,,", "D019", "column 'case'"},
        {"C24 a reference that broke, as the event", "W-2,#REF!,2025-04-30,,,,,,", "D019", "column 'event'"},
        {"C24 a column too narrow for its dates", "W-2,visit,##########,,,,,,", "D019", "column 'at'"},
        {"C24 in a text", "W-2,visit,2025-04-30,,,,,,#NAME?", "D019", "column 'comment'"},
        {"C24 in an enumeration", "W-2,visit,2025-04-30,,#VALUE!,,,,", "D019", "column 'risk'"},
        {"C24 in a list", "W-2,visit,2025-04-30,,,,,police;#N/A,", "D019", "column 'attended'"},
        {"C24 in a date", "W-2,visit,2025-04-30,#######,,,,,", "D019", "column 'recorded'"},
        {"C25 a comment", "# as exported on Monday", "D004", "row 3"},
        {"C25 a total below the rows", ",,,,,,2,,", "D007", "row 3, column 'case'"},
        {"E10 no case", ",visit,2025-04-30,,,,,,", "D007", "row 3, column 'case'"},
        {"E10 a case of spaces", "   ,visit,2025-04-30,,,,,,", "D007", "column 'case'"},
        {"E10 an empty case in quotes", R"("",visit,2025-04-30,,,,,,)", "D007", "column 'case'"},
        {"no event", "W-2,,2025-04-30,,,,,,", "D008", "row 3, column 'event'"},
        {"no date", "W-2,visit,,,,,,,", "D009", "row 3, column 'at'"},
        {"D01 30 February", "W-2,visit,2024-02-30,,,,,,", "D009", "there is no such day"},
        {"D01 29 February of a common year", "W-2,visit,2023-02-29,,,,,,", "D009", "there is no such day"},
        {"D01 29 February 1900", "W-2,visit,1900-02-29,,,,,,", "D009", "there is no such day"},
        {"D01 month 13", "W-2,visit,2024-13-01,,,,,,", "D009", "there is no such day"},
        {"D01 month 0", "W-2,visit,2024-00-10,,,,,,", "D009", "there is no such day"},
        {"D01 day 0", "W-2,visit,2024-01-00,,,,,,", "D009", "there is no such day"},
        {"D01 31 April", "W-2,visit,2024-04-31,,,,,,", "D009", "there is no such day"},
        {"D02 one digit", "W-2,visit,2024-1-5,,,,,,", "D009", "four digits for the year"},
        {"D02 a space before", "W-2,visit, 2024-01-05,,,,,,", "D009", "take out the space"},
        {"D02 something after", "W-2,visit,2024-01-05x,,,,,,", "D009", "something stands after the date"},
        {"D02 five digits", "W-2,visit,02024-01-01,,,,,,", "D009", "not a date (11 characters)"},
        {"D03 two digits for the year", "W-2,visit,24-01-05,,,,,,", "D009", "not a date (8 characters)"},
        {"D03 two digits and slashes", "W-2,visit,05/01/24,,,,,,", "D009", "never guessed"},
        {"D04 day and month", "W-2,visit,03/04/2024,,,,,,", "D009", "never guessed"},
        {"D05 month and day", "W-2,visit,12/31/2024,,,,,,", "D009", "never guessed"},
        {"D04 with points", "W-2,visit,30.04.2024,,,,,,", "D009", "never guessed"},
        {"D07 a spreadsheet's day number", "W-2,visit,45292,,,,,,", "D009", "day number"},
        {"D07 and its fraction", "W-2,visit,45292.5,,,,,,", "D009", "day number"},
        {"D08 seconds since 1970", "W-2,visit,1714489200,,,,,,", "D009", "seconds since 1970"},
        {"D08 milliseconds since 1970", "W-2,visit,1714489200000,,,,,,", "D009", "seconds since 1970"},
        {"D09 30 December 1899", "W-2,visit,1899-12-30,,,,,,", "D009", "leave the cell blank"},
        {"D09 31 December 9999", "W-2,visit,9999-12-31,,,,,,", "D009", "leave the cell blank"},
        {"D09 the first day of all", "W-2,visit,0001-01-01,,,,,,", "D009", "leave the cell blank"},
        {"D42 after 2199", "W-2,visit,2200-01-01,,,,,,", "D009", "years from 1900 to 2199"},
        {"D10 24:30", "W-2,visit,2024-01-05T24:30,,,,,,", "D009", "no such time of day"},
        {"D10 25:00", "W-2,visit,2024-01-05T25:00,,,,,,", "D009", "no such time of day"},
        {"D10 12:60", "W-2,visit,2024-01-05T12:60,,,,,,", "D009", "no such time of day"},
        {"D11 a leap second", "W-2,visit,2016-12-31T23:59:60,,,,,,", "D009", "leap second"},
        {"D12 twelve hours", "W-2,visit,2024-01-05 3:20 pm,,,,,,", "D009", "capital T"},
        {"D13 an offset of a day", "W-2,visit,2024-01-05T12:00+25:00,,,,,,", "D009", "offset"},
        {"D13 half an offset", "W-2,visit,2024-01-05T12:00+1,,,,,,", "D009", "offset"},
        {"D13 the name of a zone", "W-2,visit,2024-01-05T12:00BST,,,,,,", "D009", "not a date"},
        {"D38 ten digits of a second", "W-2,visit,2024-01-05T12:00:00.1234567890,,,,,,", "D009", "nine digits"},
        {"D38 a point and no digit", "W-2,visit,2024-01-05T12:00:00.,,,,,,", "D009", "digits"},
        {"D39 a week date", "W-2,visit,2024-W05-3,,,,,,", "D009", "in figures"},
        {"D39 a day of the year", "W-2,visit,2024-035,,,,,,", "D009", "not a date"},
        {"D39 no dashes", "W-2,visit,20240105,,,,,,", "D009", "write the dashes"},
        {"D39 a month", "W-2,visit,2024-01,,,,,,", "D009", "the day is missing"},
        {"D40 a month's name", "W-2,visit,5 Mai 2024,,,,,,", "D009", "in figures"},
        {"D41 Arabic digits", "W-2,visit,٢٠٢٤-٠١-٠٥,,,,,,", "D009", "only the digits 0 to 9"},
        {"D41 full-width digits", "W-2,visit,２０２４-01-05,,,,,,", "D009", "only the digits 0 to 9"},
        {"a space between date and time", "W-2,visit,2024-01-05 12:00,,,,,,", "D009", "capital T"},
        {"a small t", "W-2,visit,2024-01-05t12:00,,,,,,", "D009", "capital T"},
    }));
    CAPTURE(bad.name);

    const Reading reading = read(with_good_around(bad.row));
    CAPTURE(reading.told());

    CHECK(reading.codes() == bad.code);
    CHECK(reading.told().find(bad.told) != std::string::npos);
    CHECK(reading.told().find("cases: row 3") != std::string::npos);
    CHECK(reading.events == std::vector<std::string>{"W-1 visit 2025-04-30 row 2", "W-1 visit 2025-04-30 row 4"});
    CHECK(reading.report.rows == 3);
    CHECK(reading.report.used == 2);
    CHECK(reading.report.refused == 1);
    CHECK(reading.report.filtered == 0);
    CHECK(reading.report.incomplete);
    CHECK(reading.finished);
}

TEST_CASE("a value that cannot be read spoils itself, not its row") {
    const auto bad = GENERATE(values<BadRow>({
        {"recorded is no date", "W-2,visit,2025-05-01,yesterday,,,,,", "D009", "recorded=?"},
        {"recorded has day and month swapped about", "W-2,visit,2025-05-01,01/05/2025,,,,,", "D009", "recorded=?"},
        {"visits is no number", "W-2,visit,2025-05-01,,,,two,,", "D010", "visits=?"},
        {"C19 a decimal comma", R"(W-2,visit,2025-05-01,,,,"1,5",,)", "D010", "visits=?"},
        {"visits has a fraction", "W-2,visit,2025-05-01,,,,1.5,,", "D010", "visits=?"},
        {"visits has a plus", "W-2,visit,2025-05-01,,,,+2,,", "D010", "visits=?"},
        {"visits has a space", "W-2,visit,2025-05-01,,,,2 ,,", "D010", "visits=?"},
        {"visits is larger than can be kept", "W-2,visit,2025-05-01,,,,9223372036854775808,,", "D010", "visits=?"},
        {"seen is neither yes nor no", "W-2,visit,2025-05-01,,,perhaps,,,", "D010", "seen=?"},
    }));
    CAPTURE(bad.name);

    const Reading reading = read(with_good_around(bad.row));
    CAPTURE(reading.told());

    CHECK(reading.codes() == bad.code);
    REQUIRE(reading.events.size() == 3);
    CHECK(reading.events[1] == "W-2 visit 2025-05-01 row 3 " + bad.told);
    CHECK(reading.report.used == 3);
    CHECK(reading.report.refused == 0);
    CHECK(reading.report.incomplete);
}

TEST_CASE("what the definition does not know is noted, counted, and told with the nearest name") {
    struct Unknown {
        std::string name, row;
        Code code;
        std::string event, message;
    };
    const auto unknown = GENERATE(values<Unknown>({
        {"E14 an event", "W-2,vist,2025-05-01,,,,,,", Code::data_event_unknown, "",
         "an event that the definition does not know; the nearest is 'visit'"},
        {"E14 an event in other letters", "W-2,Visit,2025-05-01,,,,,,", Code::data_event_unknown, "",
         "an event that the definition does not know; the nearest is 'visit'"},
        {"E15 an event of other pathways", "W-2,supervision,2025-05-01,,,,,,", Code::data_event_unused, "",
         "'supervision' is not used by this pathway"},
        {"a value", "W-2,visit,2025-05-01,,rde,,,,", Code::data_value_unknown, "W-2 visit 2025-05-01 row 3 risk=?",
         "'risk' names a value that the definition does not know; the nearest is 'red'"},
        {"an agency in a list", "W-2,visit,2025-05-01,,,,,polcie;gp,", Code::data_agency_unknown,
         "W-2 visit 2025-05-01 row 3 attended=gp;?",
         "'attended' names an agency that the definition does not know; the nearest is 'police'"},
        {"only unknown agencies", "W-2,visit,2025-05-01,,,,,housing,", Code::data_agency_unknown,
         "W-2 visit 2025-05-01 row 3 attended=?", "'attended' names an agency that the definition does not know"},
    }));
    CAPTURE(unknown.name);

    const Reading reading = read(with_good_around(unknown.row));
    CAPTURE(reading.told());

    CHECK(reading.codes().empty());
    REQUIRE(reading.report.notes.count({unknown.code, unknown.message}) == 1);
    CHECK(reading.report.notes.at({unknown.code, unknown.message}) == 1);
    CHECK(reading.events.size() == (unknown.event.empty() ? 2 : 3));
    if (!unknown.event.empty()) CHECK(reading.events[1] == unknown.event);
    CHECK(reading.report.filtered == (unknown.event.empty() ? 1 : 0));
    CHECK_FALSE(reading.report.incomplete);
}

TEST_CASE("the same unknown name is counted each time it comes") {
    const Reading reading =
        read(header + "W-1,vist,2025-05-01,,,,,,\nW-1,visit,2025-05-01,,,,,housing;police,\n" +
             "W-1,visit,2025-05-01,,,,,housing;police,\nW-1,vist,2025-05-01,,rde,,,,\nW-1,visit,2025-05-01,,rde,,,,\n" +
             "W-1,visit,2025-05-02,,rde,,,,\n");

    CHECK(reading.noted(Code::data_event_unknown) == 2);
    CHECK(reading.noted(Code::data_agency_unknown) == 2);
    CHECK(reading.noted(Code::data_value_unknown) == 2);
}

TEST_CASE("a file that cannot be used is named for what it is, and none of it is read") {
    const auto bad = GENERATE(values<BadRow>({
        {"C02 UTF-16, little end first", "\xFF\xFE"s + "c\0a\0s\0e\0"s, "F005", "UTF-16"},
        {"C02 UTF-16, big end first", "\xFE\xFF\0c\0a\0s\0e"s, "F005", "UTF-16"},
        {"C02 UTF-16 without a mark", "c\0a\0s\0e\0,\0"s, "F005", "UTF-16"},
        {"C27 gzip", "\x1F\x8B\x08\0\0\0"s, "F007", "gzip"},
        {"C27 a workbook", "PK\x03\x04\x14\0"s, "F007", "workbook"},
        {"C27 a database", "SQLite format 3\0..."s, "F007", "SQLite"},
        {"C03 a header that is not UTF-8",
         "case,event,at,F\xFC"
         "rst\n" +
             good,
         "F005", "byte offset 15"},
        {"C13 two columns of one name", "case,event,at,risk,risk\nW-1,visit,2025-04-30,red,red\n", "D002",
         "columns 4 and 5 are both called 'risk'"},
        {"C13 only when trimmed", "case,event,at, at\nW-1,visit,2025-04-30,\n", "D002", "columns 3 and 4"},
        {"C14 names of other programs", "case_id,activity,date\nW-1,visit,2025-04-30\n", "D001 D001 D001",
         "column 'case' is missing; nearest: 'case_id'"},
        {"C14 and their event", "case_id,activity,date\nW-1,visit,2025-04-30\n", "D001 D001 D001",
         "nearest: 'activity'"},
        {"C14 and their date", "case_id,activity,date\nW-1,visit,2025-04-30\n", "D001 D001 D001", "nearest: 'date'"},
        {"C14 other letters", "Case,event,at\nW-1,visit,2025-04-30\n", "D001", "nearest: 'Case'"},
        {"C14 nothing like it", "x,event,at\nW-1,visit,2025-04-30\n", "D001", "column 'case' is missing"},
        {"C25 titles above the header", "Cases of the North team\n\ncase,event,at\nW-1,visit,2025-04-30\n",
         "D001 D001 D001 D001", "row 3: error[D001]: the header seems to stand here"},
        {"C15 nothing at all", "", "D017", "no events"},
        {"C15 only a header", "case,event,at\n", "D017", "no events"},
        {"C15 only a header, no line end", "case,event,at", "D017", "no events"},
        {"C15 only blank lines", "\n\n\n", "D017", "no events"},
        {"C15 a header and blank lines", "case,event,at\n\n,,\n", "D017", "no events"},
        {"C01 only a byte order mark", "\xEF\xBB\xBF", "D017", "no events"},
    }));
    CAPTURE(bad.name);

    const Reading reading = read(bad.row);
    CAPTURE(reading.told());

    CHECK(reading.codes() == bad.code);
    CHECK(reading.told().find(bad.told) != std::string::npos);
    CHECK(reading.events.empty());
    CHECK(reading.report.used == 0);
    CHECK(reading.report.rows == reading.report.filtered);
    CHECK(reading.report.incomplete);
}

TEST_CASE("an empty file may be said to be all right") {
    engine::ReadOptions options;
    options.allow_empty = true;

    CHECK_FALSE(read("case,event,at\n", options).report.incomplete);
    CHECK_FALSE(read("", options).report.incomplete);
    CHECK(read("case,at\n", options).report.incomplete);
}

TEST_CASE("C07 a quote that is never closed stops the reading, and the line where it opens is told") {
    const Reading reading = read(header + good + "W-2,visit,2025-04-30,,,,,,\"see\nfile\n" + good + good);

    CHECK(reading.codes() == "D006");
    CHECK(reading.told().find("cases: row 3: error[D006]") != std::string::npos);
    CHECK(reading.events.size() == 1);
    CHECK(reading.report.rows == 2);
    CHECK(reading.report.refused == 1);

    const Reading later = read(header + "W-2,visit,2025-04-30,,,,,\"a\nb\",\"see\n" + good);
    CHECK(later.told().find("cases: row 2 (line 3): error[D006]") != std::string::npos);
}

TEST_CASE("C07 where a later quote closes it, the lines it swallowed are told") {
    const Reading reading = read(header + good + "W-2,visit,2025-04-30,,,,,,\"see\n" + good +
                                 "W-3,visit,2025-04-30,,,,,,\"note, later\"\n" + good);

    CHECK(reading.codes() == "D005");
    CHECK(reading.told().find("row 3 (lines 3 to 5)") != std::string::npos);
    CHECK(reading.told().find("a quote on line 3 is never closed") != std::string::npos);
    CHECK(reading.events == std::vector<std::string>{"W-1 visit 2025-04-30 row 2", "W-1 visit 2025-04-30 row 4"});
}

TEST_CASE("C09 one field too many on every row is told once") {
    const Reading reading =
        read("case,event,at\nW-1,visit,2025-04-30,\nW-2,visit,2025-04-30,\n\nW-3,visit,2025-04-30,\n");

    CHECK(reading.codes() == "D004");
    CHECK(reading.told().find("all rows have 1 more field than the header") != std::string::npos);
    CHECK(reading.report.rows == 4);
    CHECK(reading.report.refused == 3);
    CHECK(reading.report.filtered == 1);
}

TEST_CASE("C28 a last row cut short says that the file may have been cut off") {
    const Reading reading = read(header + good + "W-2,vis");

    CHECK(reading.codes() == "D004");
    CHECK(reading.told().find("it may have been cut off") != std::string::npos);
    CHECK(reading.events.size() == 1);
    CHECK(read(header + good + "W-2,vis\n").told().find("cut off") == std::string::npos);
}

TEST_CASE("C11 a field or a row beyond the limits stops the reading") {
    const std::string mebibyte(std::size_t{1} << 20, 'x');
    const std::string before = header + good;
    SECTION("a field of exactly 1 MiB is read") {
        const Reading reading = read(before + "W-2,visit,2025-04-30,,,,,," + mebibyte + "\n" + good);
        CHECK(reading.codes().empty());
        CHECK(reading.events.size() == 3);
    }
    SECTION("a field one byte longer is not") {
        const Reading reading = read(before + "W-2,visit,2025-04-30,,,,,," + mebibyte + "x\n" + good);
        CHECK(reading.codes() == "D022");
        CHECK(reading.told().find("row 3") != std::string::npos);
        CHECK(reading.events.size() == 1);
        CHECK(reading.report.refused == 1);
    }
    SECTION("a row of more than 4 MiB") {
        std::string row = "W-2";
        for (int field = 0; field < 5; ++field) row += ',' + mebibyte;
        const Reading reading = read(before + row + "\n" + good);
        CHECK(reading.codes() == "D022");
        CHECK(reading.events.size() == 1);
    }
    SECTION("a quote that is never closed in a long file") {
        std::string text = before + "W-2,visit,2025-04-30,,,,,,\"";
        for (int line = 0; line < 200000; ++line) text += good;
        const Reading reading = read(text);
        CHECK(reading.codes() == "D022");
        CHECK(reading.told().find("perhaps a quote in it is never closed") != std::string::npos);
    }
}

TEST_CASE("C30 a header of more than 1,024 columns is refused") {
    std::string names = "case,event,at", blanks = "W-1,visit,2025-04-30";
    for (int column = 4; column <= 1024; ++column) names += ",c" + std::to_string(column), blanks += ',';
    CHECK(read(names + "\n" + blanks + "\n").events.size() == 1);
    const Reading reading = read(names + ",more\n" + blanks + ",\n");
    CHECK(reading.codes() == "D022");
    CHECK(reading.events.empty());
}

TEST_CASE("a hundred faults of a kind are told, and the rest counted") {
    std::string text = header;
    for (int row = 0; row < 250; ++row) text += "W-1,visit,someday,,,,,,\n";
    text += ",visit,2025-04-30,,,,,,\n";
    const Reading reading = read(text);

    CHECK(reading.report.faults.errors() == 101);
    CHECK(reading.noted(Code::data_date) == 150);
    CHECK(reading.report.refused == 251);
}

TEST_CASE("no message holds what stands in the rows, unless it may") {
    const std::string secret = "ZZCANARY";
    const std::string rows = secret + "1,visit," + secret + ",,,,,,\n" + secret + "2," + secret +
                             ",2025-04-30,,,,,,\n" + secret + "3,visit,2025-04-30," + secret + "," + secret + "," +
                             secret + "," + secret + "," + secret + ";" + secret + "," + secret + "\n" + secret +
                             "4,visit,2025-04-30\n" + secret + "5,visit,2025-04-30,,,,,,x\"" + secret + "\"\n" +
                             secret + "6,visit,2025-04-30,,,,,,\xFF" + secret + "\n" + "\"" + secret;

    const Reading reading = read(header + rows);
    CHECK(reading.report.refused == 5);
    CHECK(reading.told().find(secret) == std::string::npos);

    engine::ReadOptions options;
    options.show_values = true;
    CHECK(read(header + rows, options).told().find("not a date: 'ZZCANARY'") != std::string::npos);
}

TEST_CASE("every row read is used, filtered or refused") {
    const Reading reading =
        read(header + good + ",,,,,,,,\n\nW-2,contact,2025-04-30,,,,,,\nW-2,visit,never,,,,,,\n" + good);

    CHECK(reading.report.rows == 6);
    CHECK(reading.report.used == 2);
    CHECK(reading.report.filtered == 3);
    CHECK(reading.report.refused == 1);
    CHECK(reading.noted(Code::data_blank_rows) == 2);
}

TEST_CASE("rows of other widths are refused, also where together they have as many fields as so many good ones") {
    // 8 and 10 fields are twice 9; so are 2, 8 and 8 with a line end in the wrong place, and 9 blank lines are one row.
    const auto [rows, refused, filtered] = GENERATE(table<std::string, std::uint64_t, std::uint64_t>({
        {"W-2,visit,2025-04-30,,,,,\nW-2,visit,2025-04-30,,,,,,,\n", 2, 0},
        {"W-2,visit,2025-04-30,,,,,,,\nW-2,visit,2025-04-30,,,,,\n", 2, 0},
        {"W-2,visit\nW-2,visit,2025-04-30,,,,,\nW-2,visit,2025-04-30,,,,,\n", 3, 0},
        {"\n\n\n\n\n\n\n\n\n", 0, 9},
    }));
    CAPTURE(rows);
    const Reading reading = read(header + good + rows + good);
    CHECK(reading.report.refused == refused);
    CHECK(reading.report.filtered == filtered);
    CHECK(reading.report.used == 2);
}

TEST_CASE("rows with something to look at closely may stand anywhere among plain ones") {
    const std::size_t before = GENERATE(range(0u, 40u));
    std::string text = header;
    for (std::size_t row = 0; row < before; ++row) text += good;
    text += "W-2,visit,2025-04-30,,,,,,a\x1b[2J\nW-3,visit,2025-04-30,,,,,,\"two\nlines\"\n";
    for (std::size_t row = 0; row < 40 - before; ++row) text += good;
    text += "W-4,visit,2025-04-30,,,,,,Zo\xEB\n";
    const Reading reading = read(text);
    CHECK(reading.report.used == 41);
    CHECK(reading.report.refused == 2);
}
