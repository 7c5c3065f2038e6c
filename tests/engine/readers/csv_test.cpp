// SPDX-License-Identifier: MIT
#include "engine/readers/csv.hpp"

#include "tests/engine/readers/reading.hpp"
#include "tests/support/catch.hpp"

using namespace csapath;
using namespace csapath::engine::test;
using rules::Code;
using Events = std::vector<std::string>;

namespace {
Reading read(std::string_view text, engine::ReadOptions options = {}, std::size_t at_a_time = 1 << 20) {
    return read_with(engine::csv_reader(), text, std::move(options), at_a_time);
}

/// The one cell of a row with this text under this column.
std::string cell(const std::string& column, const std::string& text) {
    const Reading reading = read("case,event,at," + column + "\nW-1,screening,2025-04-30," + text + "\n");
    CAPTURE(reading.told());
    REQUIRE(reading.events.size() == 1);
    REQUIRE(reading.codes().empty());
    const std::string before = "W-1 screening 2025-04-30 row 2";
    return reading.events[0] == before ? "" : reading.events[0].substr(before.size() + 1);
}
}  // namespace

TEST_CASE("rows of a plain event file become events") {
    const Reading reading = read(
        "case,event,at,agency,attended,recorded,risk,outcome,case.date-of-birth,case.area\n"
        "W-0143,referral,2025-04-29,police,,2025-04-29,,,2016-02-11,North\n"
        "W-0143,screening,2025-04-30T15:20,CSC,police; GP,,Very Low,nfa,,\n");

    CHECK(reading.events ==
          Events{"W-0143 referral 2025-04-29 row 2 agency=police recorded=2025-04-29 case.date-of-birth=2016-02-11 "
                 "case.area=North",
                 "W-0143 screening 2025-04-30T15:20 row 3 agency=social-care attended=police;gp risk=very-low "
                 "outcome=nfa"});
    CHECK(reading.finished);
    CHECK(reading.report.format == "csv");
    CHECK(reading.report.rows == 2);
    CHECK(reading.report.used == 2);
    CHECK_FALSE(reading.report.rows_are_lines);
    CHECK_FALSE(reading.report.incomplete);
    CHECK(reading.told().empty());
}

TEST_CASE("each cell is read as the type of its fact") {
    const auto [column, text, value] = GENERATE(table<std::string, std::string, std::string>({
        {"risk", "red", "risk=red"},
        {"risk", "RED", "risk=red"},
        {"risk", "very_low", "risk=very-low"},
        {"risk", "Very  Low", "risk=very-low"},
        {"risk", "\"amber\"", "risk=amber"},
        {"risk", "  ", ""},
        {"outcome", "nfa", "outcome=nfa"},
        {"seen", "yes", "seen=yes"},
        {"seen", "N", "seen=no"},
        {"seen", "TRUE", "seen=yes"},
        {"seen", "false", "seen=no"},
        {"seen", "1", "seen=yes"},
        {"seen", "0", "seen=no"},
        {"visits", "0", "visits=0"},
        {"visits", "-12", "visits=-12"},
        {"visits", "9223372036854775807", "visits=9223372036854775807"},
        {"seen-on", "2024-02-29", "seen-on=2024-02-29"},
        {"recorded", "2024-02-29T08:05", "recorded=2024-02-29T08:05"},
        {"factors", "neglect; Drugs", "factors=neglect;drugs"},
        {"factors", "none", "factors=none"},
        {"attended", "police;CSC;children's social care", "attended=social-care;police"},
        {"attended", " General  Practitioner ;;", "attended=gp"},
        {"attended", "none", "attended=none"},
        {"attended", ";", ""},
        {"agency", "gp", "agency=gp"},
        {"about", "screening", "about=screening"},
        {"comment", "=1+1", "comment==1+1"},
        {"comment", "\"a \"\"b\"\", c\"", "comment=a \"b\", c"},
        {"comment", "'=1+1", "comment==1+1"},
        {"comment", "''=1+1", "comment='=1+1"},
        {"comment", "'tis", "comment='tis"},
        {"comment", " x ", "comment= x "},
        {"comment", "Zoë Łódź 日本", "comment=Zoë Łódź 日本"},
        {"case.date-of-birth", "2016-02-11", "case.date-of-birth=2016-02-11"},
        {"case.agencies", "police;gp", "case.agencies=police;gp"},
    }));
    CAPTURE(column, text);

    CHECK(cell(column, text) == value);
}

TEST_CASE("dates and times are those of the pathway's zone") {
    const auto [written, read_as] = GENERATE(table<std::string, std::string>({
        {"2025-04-30", "2025-04-30"},
        {"1900-01-02", "1900-01-02"},
        {"2199-12-31", "2199-12-31"},
        {"2000-02-29", "2000-02-29"},
        {"2025-04-30T00:00", "2025-04-30T00:00"},
        {"2025-04-30T15:20:05", "2025-04-30T15:20:05"},
        {"2025-04-30T15:20:05.1", "2025-04-30T15:20:05.1"},
        {"2025-04-30T15:20:05.123456789", "2025-04-30T15:20:05.123456789"},  // D38
        {"2025-04-30T24:00", "2025-05-01T00:00"},                            // D10
        {"2025-12-31T24:00:00", "2026-01-01T00:00"},
        {"2025-01-30T15:20Z", "2025-01-30T15:20"},  // D13: winter, London is at UTC
        {"2025-04-30T15:20Z", "2025-04-30T16:20"},  // summer, an hour ahead
        {"2025-04-30T15:20+01:00", "2025-04-30T15:20"},
        {"2025-04-30T15:20+0100", "2025-04-30T15:20"},
        {"2025-04-30T15:20+01", "2025-04-30T15:20"},
        {"2025-01-30T15:20-00:00", "2025-01-30T15:20"},
        {"2025-01-30T12:00+14:00", "2025-01-29T22:00"},
        {"2025-01-30T12:00:30.5-05:30", "2025-01-30T17:30:30.5"},
        {"2025-06-30T23:30Z", "2025-07-01T00:30"},           // D16
        {"2024-10-27T00:30Z", "2024-10-27T01:30"},           // the first of two passes, 01:30 BST
        {"2024-10-27T01:30Z", "2024-10-27T01:30 (second)"},  // and the second, 01:30 GMT
        {"1970-06-01T12:00Z", "1970-06-01T13:00"},           // D17: British Standard Time, all year
        {"2024-03-31T01:30", "2024-03-31T02:30"},            // D14: skipped, moved forward by the hour
        {"2024-10-27T01:30", "2024-10-27T01:30 (twice)"},    // D15
        {"2024-10-27T03:00", "2024-10-27T03:00"},
    }));
    CAPTURE(written);

    const Reading reading = read("case,event,at\nW-1,visit," + written + "\nW-1,visit," + written + "\n");
    CHECK(reading.events == Events{"W-1 visit " + read_as + " row 2", "W-1 visit " + read_as + " row 3"});
    CHECK(reading.noted(Code::data_clock_skipped) == (written == "2024-03-31T01:30" ? 2 : 0));
    CHECK(reading.noted(Code::data_clock_twice) == (written == "2024-10-27T01:30" ? 2 : 0));
}

TEST_CASE("a date that is often a placeholder is used, and noted") {
    const Reading reading = read("case,event,at,recorded\nW-1,visit,1900-01-01,1970-01-01\nW-1,visit,2025-04-30,\n");
    CHECK(reading.events.size() == 2);
    CHECK(reading.noted(Code::data_placeholder_date) == 2);
    CHECK_FALSE(reading.report.incomplete);
}

TEST_CASE("times that are all midnight are noted") {
    CHECK(read("case,event,at\nW-1,visit,2025-04-30T00:00\nW-1,visit,2025-05-30T00:00\n")
              .noted(Code::data_only_midnight) == 2);
    CHECK(read("case,event,at\nW-1,visit,2025-04-30T00:00\nW-1,visit,2025-05-30T00:01\n")
              .noted(Code::data_only_midnight) == 0);
}

TEST_CASE("ids are texts, kept byte for byte") {
    const auto [written, id] = GENERATE(table<std::string, std::string>({
        {"00123", "00123"},  // C20
        {"123", "123"},
        {" W-1", " W-1"},  // C22
        {"W-1 ", "W-1 "},
        {"\xC2\xA0W-1", "\xC2\xA0W-1"},
        {"w-1", "w-1"},
        {"\"W,1\"", "W,1"},
        {"\"W\"\"1\"", "W\"1"},
        {"=W1", "=W1"},   // C26
        {"'=W1", "=W1"},  // as our own CSV for spreadsheets writes it
        {"1E+3x", "1E+3x"},
        {"N/A", "N/A"},
    }));
    CAPTURE(written);

    const Reading reading = read("case,event,at\n" + written + ",visit,2025-04-30\n");
    CHECK(reading.events == Events{id + " visit 2025-04-30 row 2"});
    CHECK(reading.noted(Code::data_near_ids) == (id.find("W-1") != std::string::npos && id.size() > 3 ? 1 : 0));
}

TEST_CASE("line ends, separators and marks of all kinds are read alike") {
    const auto [text, code] = GENERATE(table<std::string, std::string>({
        {"case,event,at,comment\nA,visit,2025-04-30,x\nB,visit,2025-04-30,\n", ""},
        {"case,event,at,comment\r\nA,visit,2025-04-30,x\r\nB,visit,2025-04-30,\r\n", ""},  // C16
        {"case,event,at,comment\rA,visit,2025-04-30,x\rB,visit,2025-04-30,\r", ""},
        {"case,event,at,comment\r\nA,visit,2025-04-30,x\nB,visit,2025-04-30,", ""},
        {"case,event,at,comment\rA,visit,2025-04-30,x\rB,visit,2025-04-30,", ""},
        {"\xEF\xBB\xBF"
         "case,event,at,comment\nA,visit,2025-04-30,x\nB,visit,2025-04-30,\n",
         ""},                                                                            // C01
        {"case;event;at;comment\nA;visit;2025-04-30;x\nB;visit;2025-04-30;\n", "D028"},  // C17
        {"case\tevent\tat\tcomment\nA\tvisit\t2025-04-30\tx\nB\tvisit\t2025-04-30\t\n", "D028"},
        {"sep=;\ncase;event;at;comment\nA;visit;2025-04-30;x\nB;visit;2025-04-30;\n", "D028"},  // C18
        {"sep=|\r\ncase|event|at|comment\r\nA|visit|2025-04-30|x\r\nB|visit|2025-04-30|\r\n", "D028"},
        {"\"case\",\"event\",\"at\",\"comment\"\n\"A\",\"visit\",\"2025-04-30\",\"x\"\nB,visit,2025-04-30,\"\"\n", ""},
        {" case, event ,at,comment\nA,visit,2025-04-30,x\nB,visit,2025-04-30,\n", ""},
    }));
    CAPTURE(text);

    const Reading reading = read(text);
    CAPTURE(reading.told());
    CHECK(reading.events == Events{"A visit 2025-04-30 row 2 comment=x", "B visit 2025-04-30 row 3"});
    CHECK(reading.codes().empty());
    CHECK(reading.report.notes.size() == (code.empty() ? 0 : 1));
    CHECK(reading.noted(Code::data_delimiter) == (code.empty() ? 0 : 1));
}

TEST_CASE("C04 rows are counted as a spreadsheet counts, lines as an editor does") {
    const Reading reading = read(
        "case,event,at,comment\n"
        "A,visit,2025-04-30,\"two\r\nlines\"\n"
        "\n"
        "B,visit,2025-04-30,\"a\n\nb\"\n"
        "C,visit,soon,\n");

    CHECK(reading.events ==
          Events{"A visit 2025-04-30 row 2 comment=two\r\nlines", "B visit 2025-04-30 row 4 comment=a\n\nb"});
    CHECK(reading.told().find("cases: row 5 (line 8), column 'at'") != std::string::npos);
}

TEST_CASE("a column that nothing declares is read past, and named once") {
    const Reading reading =
        read("case,event,at,worker,area,case.height,ris,\nA,visit,2025-04-30,\x41,b,c,d,e\nB,visit,2025-04-30,,,,,\n");

    CHECK(reading.events == Events{"A visit 2025-04-30 row 2", "B visit 2025-04-30 row 3"});
    CHECK(reading.noted(Code::data_column_unknown) == 5);
    for (const char* said : {"'worker' is not declared", "it is written 'case.area'", "'case.height' is not declared",
                             "did you mean 'risk'?", "a column without a name"})
        CHECK(reading.told().find(said) != std::string::npos);
}

TEST_CASE("an attribute of one step is read on its events alone") {
    const Reading reading = read("case,event,at,outcome\nA,visit,2025-04-30,nonsense\nA,screening,2025-04-30,assess\n");
    CHECK(reading.events == Events{"A visit 2025-04-30 row 2", "A screening 2025-04-30 row 3 outcome=assess"});
    CHECK(reading.told().empty());
}

TEST_CASE("a file shows every event, and the facts for which it has a column") {
    const SmallPathway pathway;
    const Reading reading = read("case,event,at,outcome,attended,case.area\nA,visit,2025-04-30,,,\n");
    const engine::Coverage& coverage = reading.report.coverage;

    CHECK(coverage.events == std::vector<bool>(5, true));
    for (rules::FactId fact = 0; fact < coverage.facts.size(); ++fact) {
        CAPTURE(pathway.words.facts()[fact].name);
        CHECK(coverage.facts[fact] ==
              (fact == rules::fact_at || fact == rules::fact_attended || fact == pathway.outcome));
        CHECK(coverage.case_facts[fact] == (fact == rules::fact_area));
    }
}

TEST_CASE("reading stops where whoever takes the events wants no more") {
    const SmallPathway pathway;
    TextBytes bytes{"case,event,at\nA,visit,2025-04-30\nB,visit,2025-04-30\nC,visit,2025-04-30\n"};
    engine::InputReport report;
    int taken = 0;
    const engine::TakeEvent take = [&](std::string_view, const engine::Event&) { return ++taken < 2; };

    CHECK_FALSE(engine::csv_reader().read(bytes, pathway.schema, {}, take, report));
    CHECK(taken == 2);
}

TEST_CASE("it makes no difference how many bytes come at a time") {
    std::string text = "case,event,at,attended,comment,risk\r\n";
    for (int row = 0; row < 400; ++row) {
        text += "C" + std::to_string(row) + ",visit,2025-04-" + (row % 7 == 0 ? "31" : "30") + ",police;gp,";
        text += row % 5 == 0 ? "\"a, \"\"b\"\"\r\nc" + std::string(static_cast<std::size_t>(row), 'x') + "\"" : "é";
        text += row % 11 == 0 ? ",red\"\r\n" : row % 13 == 0 ? "\r\n" : row % 17 == 0 ? ",\xFF\n" : ",amber\r\n";
    }
    const auto at_a_time = GENERATE(as<std::size_t>{}, 1, 7, 64, 4096);
    CAPTURE(at_a_time);

    const Reading whole = read(text), pieces = read(text, {}, at_a_time);
    CHECK(whole.events.size() > 200);
    CHECK(whole.report.refused > 100);
    CHECK(pieces.events == whole.events);
    CHECK(pieces.told() == whole.told());
    CHECK(whole.report.rows == whole.report.used + whole.report.filtered + whole.report.refused);
}

TEST_CASE("rows larger than the stretch that is looked at are read whole") {
    const auto size =
        GENERATE(as<std::size_t>{}, 63, 64, 65, 16'000, 16'384, 32'768, 262'100, 262'144, 600'000, 1'000'000);
    CAPTURE(size);
    const std::string comment(size, 'y');
    const Reading reading = read("case,event,at,comment\nA,visit,2025-04-30," + comment + "\nB,visit,2025-04-30,\"" +
                                 comment + "\"\nC,visit,2025-04-30,\n");
    CHECK(reading.codes().empty());
    CHECK(reading.events == Events{"A visit 2025-04-30 row 2 comment=" + comment,
                                   "B visit 2025-04-30 row 3 comment=" + comment, "C visit 2025-04-30 row 4"});
}
