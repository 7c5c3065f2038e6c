// SPDX-License-Identifier: MIT
#include "engine/readers/workbook.hpp"

#include "tests/engine/readers/reading.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/mapping.hpp"
#include "tests/support/workbook.hpp"

using namespace csapath;
using namespace csapath::engine;
using namespace csapath::engine::test;
using rules::Code;
using Events = std::vector<std::string>;

namespace {

Reading read(const std::string& bytes, const std::string& sheet, const Mapping* mapping = nullptr) {
    ReadOptions options;
    options.sheet = sheet;
    options.mapping = mapping;
    return read_with(xlsx_reader(), bytes, options);
}

/// What a cell with this type, format and content comes to: "2025-04-30 (date)", "text".
std::string cell(const std::string& attributes, const std::string& content, const std::string& properties = "",
                 const std::string& strings = "") {
    const WorkbookOf workbook{
        .sheets = {{"S", "<row r=\"1\"><c r=\"A1\" " + attributes + ">" + content + "</c></row>"}},
        .strings = strings,
        .properties = properties};
    const std::string made = workbook.bytes();
    TextBytes bytes(made);
    std::optional<TableRow::Fault> fault;
    auto book = Workbook::open(bytes, fault);
    REQUIRE(book);
    const auto table = book->table("S", fault);
    REQUIRE(table);
    TableRow row;
    REQUIRE(table->next(row));
    if (row.fault) return std::string{rules::row(row.fault->code).id};
    if (row.cells.empty()) return "";
    return std::string{row.cells[0].text} + (row.cells[0].date ? " (date)" : "");
}

std::string fault_of(const std::string& archive_bytes) {
    TextBytes bytes(archive_bytes);
    std::optional<TableRow::Fault> fault;
    const auto book = Workbook::open(bytes, fault);
    if (book || !fault) return "";
    return std::string{rules::row(fault->code).id};
}

}  // namespace

TEST_CASE("a cell of a workbook is what a person sees in it") {
    const auto [attributes, content, seen] = GENERATE(table<std::string, std::string, std::string>({
        {"t=\"inlineStr\"", "<is><t>text</t></is>", "text"},
        {"t=\"inlineStr\"", "<is><r><t xml:space=\"preserve\">rich </t></r><r><rPr/><t>text</t></r></is>", "rich text"},
        {"t=\"str\"", "<f>A2&amp;\"x\"</f><v>of a formula</v>", "of a formula"},
        {"", "<f t=\"shared\" si=\"0\"/><v>7</v>", "7"},
        {"", "<v>12</v>", "12"},
        {"", "<v>12.5</v>", "12.5"},
        {"", "<v>1.5E5</v>", "150000"},
        {"", "<v>123456789012</v>", "123456789012"},
        {"", "<v>1.2345678901234568E+17</v>", "1.2345678901234568E+17"},
        {"t=\"n\"", "<v>-3</v>", "-3"},
        {"t=\"b\"", "<v>1</v>", "true"},
        {"t=\"b\"", "<v>0</v>", "false"},
        {"t=\"e\"", "<v>#N/A</v>", "#N/A"},
        {"t=\"d\"", "<v>2025-04-30T00:00:00</v>", "2025-04-30 (date)"},
        {"s=\"1\"", "<v>45777</v>", "2025-04-30 (date)"},
        {"s=\"2\"", "<v>45777.6388888889</v>", "2025-04-30T15:20:00 (date)"},
        {"s=\"3\"", "<v>0.5</v>", "0.5"},  // a time of day alone
        {"s=\"4\"", "<v>45777</v>", "2025-04-30 (date)"},
        {"s=\"5\"", "<v>45777</v>", "45777"},
        {"s=\"0\"", "<v>45777</v>", "45777"},
        {"s=\"1\"", "<v>60</v>", "60"},  // no such day
        {"s=\"99\"", "<v>45777</v>", "45777"},
        {"s=\"1\"", "", ""},
        {"t=\"inlineStr\"", "<is><t>line_x000D_\nend_x005F_</t></is>", "line\r\nend_"},
        {"t=\"s\"", "<v>0</v>", "W001"},
        {"t=\"s\"", "<v>x</v>", "W001"},
        {"t=\"new\"", "<v>x</v>", "W001"},
    }));
    CAPTURE(attributes, content);
    CHECK(cell(attributes, content) == seen);
}

TEST_CASE("a workbook may count its days from 1904") {
    CHECK(cell("s=\"1\"", "<v>44315</v>", "date1904=\"1\"") == "2025-04-30 (date)");
    CHECK(cell("s=\"1\"", "<v>44315</v>", "date1904=\"0\"") == "2021-04-29 (date)");
}

TEST_CASE("shared texts lose their formatting and how they are spoken") {
    const std::string strings =
        "<si><t>plain</t></si><si><r><t xml:space=\"preserve\">rich </t></r><r><t>text</t></r></si>"
        "<si><t>\xE6\x9D\xB1</t><rPh sb=\"0\" eb=\"1\"><t>higashi</t></rPh></si><si/>";
    CHECK(cell("t=\"s\"", "<v>0</v>", "", strings) == "plain");
    CHECK(cell("t=\"s\"", "<v>1</v>", "", strings) == "rich text");
    CHECK(cell("t=\"s\"", "<v>2</v>", "", strings) == "\xE6\x9D\xB1");
    CHECK(cell("t=\"s\"", "<v>3</v>", "", strings).empty());
    CHECK(cell("t=\"s\"", "<v>4</v>", "", strings) == "W001");
}

TEST_CASE("a number is a date where its format shows a day, a year or a month by name") {
    const auto [code, date] = GENERATE(table<std::string, bool>({
        {"dd/mm/yyyy", true},
        {"[$-809]d mmmm yyyy;@", true},
        {"yyyy\\-mm\\-dd", true},
        {"mmm-yy", true},
        {"mmmm", true},
        {"General", false},
        {"0.00", false},
        {"#,##0;[Red]-#,##0", false},
        {"h:mm", false},
        {"mm:ss", false},
        {"[h]:mm", false},
        {"0\" days\"", false},
        {"\"day\" 0", false},
        {"0\\d", false},
        {"_d0", false},
        {"0;dd/mm/yyyy", false},
        {"@", false},
        {"", false},
    }));
    CAPTURE(code);
    CHECK(date_format(code) == date);
}

TEST_CASE("a sheet with the columns of the plain event file is one") {
    const WorkbookOf workbook{
        .sheets = {
            {"Events", row_of(1, {"case", "event", "at", "attended", "case.area"}) +
                           row_of(2, {"W-1", "visit", "2025-04-30", "police;gp", "North"}) +
                           "<row r=\"4\"><c r=\"A4\" t=\"inlineStr\"><is><t>W-2</t></is></c><c r=\"B4\" "
                           "t=\"inlineStr\"><is><t>visit</t></is></c><c r=\"C4\" s=\"1\"><v>45777</v></c></row>"}}};
    const Reading reading = read(workbook.bytes(), "Events");
    CHECK(reading.events ==
          Events{"W-1 visit 2025-04-30 row 2 attended=police;gp case.area=North", "W-2 visit 2025-04-30 row 4"});
    CHECK(reading.codes().empty());
    CHECK(reading.report.format == "xlsx");
}

TEST_CASE("a sheet is read by a mapping, and true dates need no declaration") {
    const auto mapping = sound_mapping(
        "mapping: m\ntitle: M\ndates: dd/mm/yyyy\n"
        "tables: {v: {case: Child, events: {visit: {at: Seen on, facts: {comment: Note}}}}}\n");
    const WorkbookOf workbook{
        .sheets = {{"A", row_of(1, {"Child", "Seen on", "Note"}) + row_of(2, {"1", "30/04/2025", "x"}) +
                             "<row r=\"3\"><c r=\"A3\"><v>2</v></c><c r=\"B3\" s=\"1\"><v>45777</v></c><c r=\"E3\">"
                             "<v>beside</v></c></row><row r=\"4\"/><row r=\"5\"><c r=\"A5\"><v>3</v></c><c r=\"B5\">"
                             "<v>45777</v></c></row>"}},
        .after_rows = "<mergeCells count=\"1\"><mergeCell ref=\"A1:B1\"/></mergeCells>"};
    const Reading reading = read(workbook.bytes(), "A", mapping.get());
    CHECK(reading.events == Events{"1 visit 2025-04-30 row 2 comment=x", "2 visit 2025-04-30 row 3"});
    CHECK(reading.codes() == "D009");
    CHECK(reading.noted(Code::data_blank_rows) == 1);
    CHECK(reading.noted(Code::workbook_merged) == 1);
    CHECK(reading.noted(Code::workbook_beside) == 1);
    CHECK(reading.told().find("row 5, column 'Seen on'") != std::string::npos);
}

TEST_CASE("of several sheets the one that is named is read, and one that no mapping describes is left alone") {
    const auto mapping = sound_mapping("mapping: m\ntitle: M\ntables: {v: {case: C, events: {visit: At}}}\n");
    const WorkbookOf workbook{.sheets = {{"Guidance", row_of(1, {"Please read this"})},
                                         {"Data", row_of(1, {"C", "At"}) + row_of(2, {"a", "2025-04-30"})},
                                         {"Empty", ""}}};
    const std::string bytes = workbook.bytes();
    CHECK(read(bytes, "Data", mapping.get()).events == Events{"a visit 2025-04-30 row 2"});
    const Reading guidance = read(bytes, "Guidance", mapping.get());
    CHECK(guidance.events.empty());
    CHECK(guidance.codes().empty());
    CHECK(guidance.noted(Code::mapping_sheet_unread) == 1);
    CHECK(guidance.report.mapping.empty());
    CHECK(read(bytes, "Empty", mapping.get()).codes().empty());
    CHECK(read(bytes, "Dat", mapping.get()).codes() == "W003");
    CHECK(read(bytes, "", mapping.get()).codes() == "W003");
    TextBytes whole(bytes);
    std::optional<TableRow::Fault> fault;
    const auto book = Workbook::open(whole, fault);
    REQUIRE(book);
    CHECK(book->sheets() == std::vector<std::string>{"Guidance", "Data", "Empty"});
}

TEST_CASE("an archive that is no workbook, or is damaged, says so") {
    const WorkbookOf workbook{
        .sheets = {{"S", row_of(1, {"case", "event", "at"}) + row_of(2, {"a", "visit", "2025-04-30"})}}};
    const std::string whole = archive(workbook.parts());
    CHECK(fault_of("PK\x03\x04 and nothing more") == "W001");
    CHECK(fault_of(whole.substr(0, whole.size() / 2)) == "W001");
    CHECK(fault_of(archive({{"a.txt", "a text"}})) == "W002");
    CHECK(fault_of(archive({{"content.xml", "<x/>"}})) == "W002");
    CHECK(fault_of(archive({{"xl/workbook.xml", "<workbook/>"}})) == "W001");

    auto parts = workbook.parts();
    parts[1].second = "<!DOCTYPE x>" + parts[1].second;
    CHECK(fault_of(archive(parts)) != "");

    std::string spoiled = whole;
    spoiled.replace(spoiled.find("2025-04-30"), 4, "2026");  // no longer what its checksum says
    const Reading reading = read(spoiled, "S");
    CHECK(reading.codes() == "W001");
    CHECK(reading.report.incomplete);

    parts = workbook.parts();
    parts[0].second = parts[0].second.substr(0, parts[0].second.find("</row></sheetData>"));
    CHECK(read(archive(parts), "S").codes() == "W001");
    parts.erase(parts.begin());
    CHECK(read(archive(parts), "S").codes() == "W001");
}

TEST_CASE("a document type in a sheet is refused, as in all XML") {
    auto parts = WorkbookOf{.sheets = {{"S", ""}}}.parts();
    parts[0].second = "<!DOCTYPE bomb [<!ENTITY a \"aaaa\">]><worksheet/>";
    CHECK(read(archive(parts), "S").codes() == "X002");
}

TEST_CASE("a part that unpacks to very much is cut off") {
    auto parts = WorkbookOf{.sheets = {{"S", row_of(1, {"case", "event", "at"})}}}.parts();
    const std::size_t rows_end = parts[0].second.find("</sheetData>");
    const std::string comment = "<!--" + std::string(std::size_t{1} << 20, ' ') + "-->";
    for (int i = 0; i < 64; ++i) parts[0].second.insert(rows_end, comment);
    CHECK(read(archive(parts, true), "S").codes() == "D022");
}

TEST_CASE("an archive with two parts of one name is refused, however the name is spelled") {
    auto parts = WorkbookOf{.sheets = {{"S", row_of(1, {"case", "event", "at"})}}}.parts();
    CHECK(fault_of(archive(parts)) == "");
    std::string name = parts[0].first;
    SECTION("to the letter") {}
    SECTION("but for capitals") {
        name[0] = 'X';
        REQUIRE(name != parts[0].first);
    }
    parts.emplace_back(name, "<worksheet/>");
    CHECK(fault_of(archive(parts)) == "W001");
}

TEST_CASE("an archive with a password is named as one") {
    std::string bytes = archive(WorkbookOf{.sheets = {{"S", ""}}}.parts());
    const std::size_t flags_of_first = bytes.find("PK\x01\x02") + 8;
    bytes[flags_of_first] = 1;
    TextBytes source(bytes);
    std::optional<TableRow::Fault> fault;
    CHECK_FALSE(Workbook::open(source, fault));
    REQUIRE(fault);
    CHECK(fault->message == "the archive is encrypted");
}

TEST_CASE("of two sheets with one name nobody knows which is meant") {
    CHECK(fault_of(archive(WorkbookOf{.sheets = {{"S", ""}, {"S", ""}}}.parts())) == "W001");
    CHECK(fault_of(archive(WorkbookOf{.sheets = {{"S", ""}, {"s", ""}}}.parts())) == "");
}
