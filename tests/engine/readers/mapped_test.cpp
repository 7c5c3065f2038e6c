// SPDX-License-Identifier: MIT
#include "engine/readers/mapped.hpp"

#include "tests/engine/readers/reading.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/mapping.hpp"

using namespace csapath;
using namespace csapath::engine::test;
using rules::Code;
using Events = std::vector<std::string>;

namespace {

Reading read(const std::string& mapping, std::string_view text, engine::ReadOptions options = {},
             std::size_t at_a_time = 1 << 20) {
    const auto made = sound_mapping("mapping: m\ntitle: A mapping\n" + mapping);
    options.mapping = made.get();
    return read_with(engine::mapped_csv_reader(), text, std::move(options), at_a_time);
}

const std::string visits =
    "dates: dd/mm/yyyy\n"
    "tables:\n"
    "  visits:\n"
    "    case: Child\n"
    "    events:\n"
    "      visit: {at: Seen on, facts: {seen: Seen, comment: Note}}\n";

}  // namespace

TEST_CASE("a row of a wide table holds several events, and a blank date none") {
    const Reading reading = read(
        "dates: dd/mm/yyyy\n"
        "tables:\n"
        "  children:\n"
        "    case: Child\n"
        "    of-case: {area: Area}\n"
        "    facts: {comment: Note}\n"
        "    events:\n"
        "      referral: Referred\n"
        "      screening: {at: Screened, facts: {outcome: {column: Decision, values: {nfa: [NFA], assess: [Go "
        "on]}}}}\n",
        "Child,Referred,Screened,Decision,Area,Note\n"
        "C1,29/04/2025,30/04/2025,go on,North,a\n"
        "C2,,30/04/2025,NFA,,\n"
        "C3,,,,,\n");
    CHECK(reading.events == Events{"C1 referral 2025-04-29 row 2 comment=a case.area=North",
                                   "C1 screening 2025-04-30 row 2 comment=a outcome=assess case.area=North",
                                   "C2 screening 2025-04-30 row 3 outcome=nfa"});
    CHECK(reading.codes().empty());
    CHECK(reading.report.rows == 4);
    CHECK(reading.report.used == 3);
    CHECK(reading.report.filtered == 1);
    CHECK(reading.noted(Code::data_left_out) == 1);
    CHECK(reading.report.format == "csv");
    CHECK(reading.report.mapping == "m");
}

TEST_CASE("of a long table each row names its event") {
    const Reading reading = read(
        "dates: dd/mm/yyyy\n"
        "tables:\n"
        "  log:\n"
        "    case: Id\n"
        "    event: {column: What, values: {visit: [Visited], referral: [Referral In]}, left-out: [Note]}\n"
        "    at: {column: When}\n"
        "    facts: {comment: Text}\n",
        "Id,What,When,Text\n"
        "C1,visited,29/04/2025,a\n"
        "C1,Note,29/04/2025,b\n"
        "C1,Visitd,29/04/2025,c\n"
        "C1,referral in,,d\n"
        "C1,,29/04/2025,e\n");
    CHECK(reading.events == Events{"C1 visit 2025-04-29 row 2 comment=a"});
    CHECK(reading.codes() == "D009 D008");
    CHECK(reading.noted(Code::data_left_out) == 1);
    CHECK(reading.noted(Code::data_value_unknown) == 1);
    CHECK(reading.report.used + reading.report.filtered + reading.report.refused == reading.report.rows);
    CHECK(reading.told().find("the nearest is 'Visited'") != std::string::npos);
    CHECK(reading.told().find("Visitd") == std::string::npos);
    CHECK(reading.told().find("row 5, column 'When'") != std::string::npos);
}

TEST_CASE("columns are known by name, whatever their case, spaces and order") {
    const Reading reading = read(visits, "\xEF\xBB\xBF Seen On\xC2\xA0,Extra,CHILD,Seen\n30/04/2025,x,C1,Y\n");
    CHECK(reading.events == Events{"C1 visit 2025-04-30 row 2 seen=yes"});
    CHECK(reading.noted(Code::data_column_absent) == 1);  // Note
}

TEST_CASE("dates are read as declared, and confirmed by the column or not") {
    const auto [dates, told, events] = GENERATE(table<std::string, std::string, std::size_t>({
        {"13/04/2025\nC,02/04/2025", "", 2},
        {"03/04/2025\nC,02/04/2025", "D038", 2},
        {"13/04/2025\nC,12/31/2024", "it would be one if day and month changed places", 1},
        {"13/04/2025\nC,2025-04-30", "expected dd/mm/yyyy", 1},
        {"13/04/2025\nC,31/04/2025", "not a date (10 characters)", 1},
        {"13/04/2025\nC,#N/A", "a spreadsheet's error", 1},
        {"13/04/2025\nC,45777", "expected dd/mm/yyyy", 1},
    }));
    CAPTURE(dates);
    const Reading reading = read(visits, "Child,Seen on\nC," + dates + "\n");
    CHECK(reading.events.size() == events);
    CHECK(reading.told().find(told) != std::string::npos);
    CHECK(reading.noted(Code::data_order_unconfirmed) == (told == "D038" ? 2 : 0));
}

TEST_CASE("dates that keep coming the other way round refute the order that was declared") {
    std::string text = "Child,Seen on\n";
    for (int row = 0; row < 40; ++row) text += "C,04/13/2025\n";
    const Reading reading = read(visits, text);
    CHECK(reading.events.empty());
    CHECK(reading.report.refused == 10);
    CHECK(reading.codes().find("D039") != std::string::npos);
    CHECK(reading.report.incomplete);
}

TEST_CASE("nobody declared how dates are written: only those of the plain event file are read") {
    const Reading reading =
        read("tables: {v: {case: C, events: {visit: At}}}\n", "C,At\na,2025-04-30T15:20\na,30/04/2025\n");
    CHECK(reading.events == Events{"a visit 2025-04-30T15:20 row 2"});
    CHECK(reading.told().find("say in the mapping how dates are written") != std::string::npos);
}

TEST_CASE("a column may have a way of its own to write dates, and midnight may mean that no time is known") {
    const Reading reading = read(
        "dates: [dd/mm/yyyy, \"dd/mm/yyyy hh:mm:ss\"]\n"
        "midnight: no-time\n"
        "tables:\n"
        "  v:\n"
        "    case: C\n"
        "    facts: {seen-on: {column: On, dates: day-number}}\n"
        "    events: {visit: At}\n",
        "C,At,On\na,30/04/2025 00:00:00,45777\na,30/04/2025 15:20:00,45777.5\na,30/04/2025,x\n");
    CHECK(reading.events == Events{"a visit 2025-04-30 row 2 seen-on=2025-04-30",
                                   "a visit 2025-04-30T15:20 row 3 seen-on=2025-04-30",
                                   "a visit 2025-04-30 row 4 seen-on=?"});
    CHECK(reading.codes() == "D009");
}

TEST_CASE("what counts as missing is declared; anything else is a value") {
    const std::string mapping =
        "missing: [\"NULL\"]\n"
        "tables:\n"
        "  v:\n"
        "    case: C\n"
        "    facts:\n"
        "      risk: {column: Risk, missing: [not known]}\n"
        "      comment: Note\n"
        "    events: {visit: At}\n";
    const Reading reading = read(mapping,
                                 "C,At,Risk,Note\n"
                                 "a,2025-04-30,null,NULL\n"
                                 "a,2025-05-01,Not Known,not known\n"
                                 "a,2025-05-02,purple,\n"
                                 "a,NULL,red,x\n");
    CHECK(reading.events == Events{"a visit 2025-04-30 row 2", "a visit 2025-05-01 row 3 comment=not known",
                                   "a visit 2025-05-02 row 4 risk=?"});
    CHECK(reading.noted(Code::data_value_unknown) == 1);
}

TEST_CASE("codes mean what the mapping says, and an opposite question is answered the other way round") {
    const std::string mapping =
        "values: {not-seen: {\"yes\": [N, \"b) No*\"], \"no\": [Y, \"a) Yes*\"]}}\n"
        "tables: {v: {case: C, events: {visit: {at: At, facts: {seen: {column: Unseen, values: not-seen}}}}}}\n";
    const auto [code, seen] = GENERATE(table<std::string, std::string>({
        {"N", " seen=yes"},
        {"y", " seen=no"},
        {"a) Yes, all", " seen=no"},
        {"yes", " seen=?"},   // what is meant, not what is written
        {"true", " seen=?"},  // known to the plain file, but nobody declared which way round it is here
        {"", ""},
    }));
    CAPTURE(code);
    const Reading reading = read(mapping, "C,At,Unseen\na,2025-04-30,\"" + code + "\"\n");
    CHECK(reading.events == Events{"a visit 2025-04-30 row 2" + seen});
    CHECK(reading.codes().empty());
    CHECK(reading.noted(Code::data_value_unknown) == (seen == " seen=?" ? 1 : 0));
}

TEST_CASE("lists are split where the mapping says, and one unknown item makes a list not whole") {
    const std::string mapping =
        "values: {factor: {neglect: [\"16\"], drugs: [\"2\"]}}\n"
        "tables:\n"
        "  v:\n"
        "    case: C\n"
        "    events:\n"
        "      visit:\n"
        "        at: At\n"
        "        facts:\n"
        "          factors: {column: F, split: \"|\", values: factor}\n"
        "          attended: {column: Who, split: \"/\"}\n";
    const Reading reading = read(mapping,
                                 "C,At,F,Who\n"
                                 "a,2025-04-30,2| 16,police/CSC\n"
                                 "a,2025-05-01,2|99,\n"
                                 "a,2025-05-02,,police/army\n");
    CHECK(reading.events == Events{"a visit 2025-04-30 row 2 attended=social-care;police factors=neglect;drugs",
                                   "a visit 2025-05-01 row 3 factors=drugs;?",
                                   "a visit 2025-05-02 row 4 attended=police;?"});
}

TEST_CASE("a value may stand in a JSON object, or be the same for every row") {
    const std::string mapping =
        "tables:\n"
        "  v:\n"
        "    case: C\n"
        "    events:\n"
        "      visit:\n"
        "        at: At\n"
        "        facts:\n"
        "          seen: {column: J, key: SEEN, values: {\"yes\": [Y], \"no\": [N]}}\n"
        "          visits: {column: J, key: COUNT}\n"
        "          agency: {always: police}\n";
    const Reading reading = read(mapping,
                                 "C,At,J\n"
                                 "a,2025-04-30,\"{\"\"SEEN\"\": \"\"Y\"\", \"\"COUNT\"\": 3}\"\n"
                                 "a,2025-05-01,{}\n"
                                 "a,2025-05-02,SEEN\n");
    CHECK(reading.events == Events{"a visit 2025-04-30 row 2 agency=police seen=yes visits=3",
                                   "a visit 2025-05-01 row 3 agency=police",
                                   "a visit 2025-05-02 row 4 agency=police seen=? visits=?"});
    CHECK(reading.codes() == "D010 D010");
    CHECK(reading.told().find("SEEN'") != std::string::npos);
}

TEST_CASE("a condition leaves rows out, and asks where it does not know") {
    const auto [condition, status, fate] = GENERATE(table<std::string, std::string, std::string>({
        {"is: [Done]", "done", "used"},
        {"is: [Done]", "Cancelled", "filtered"},
        {"is: [Done]", "", "filtered"},
        {"is-not: [Cancelled, Planned]", "Done", "used"},
        {"is-not: [Cancelled, Planned]", "", "used"},
        {"is-not: [Cancelled, Planned]", "planned", "filtered"},
        {"is: [Done], is-not: [Cancelled]", "Done", "used"},
        {"is: [Done], is-not: [Cancelled]", "Cancelled", "filtered"},
        {"is: [Done], is-not: [Cancelled]", "Moved", "refused"},
        {"is: [Done], is-not: [Cancelled]", "", "refused"},
        {"is: [Done, \"\"], is-not: [Cancelled]", "", "used"},
    }));
    CAPTURE(condition, status);
    const bool of_table = GENERATE(true, false);
    const std::string when = "when: {column: Status, " + condition + "}";
    const Reading reading = read(of_table ? "tables: {v: {case: C, " + when + ", events: {visit: At}}}\n"
                                          : "tables: {v: {case: C, events: {visit: {at: At, " + when + "}}}}\n",
                                 "C,At,Status\na,2025-04-30," + status + "\n");
    CHECK(reading.report.used == (fate == "used" ? 1 : 0));
    CHECK(reading.report.filtered == (fate == "filtered" ? 1 : 0));
    CHECK(reading.report.refused == (fate == "refused" ? 1 : 0));
    CHECK(reading.codes() == (fate == "refused" ? "D010" : ""));
    CHECK(reading.noted(Code::data_left_out) == (fate == "filtered" ? 1 : 0));
}

TEST_CASE("ids are kept as they are unless spaces are declared to be nothing") {
    const std::string table = "tables: {v: {case: C, events: {visit: At}}}\n";
    CHECK(read(table, "C,At\n\" a\",2025-04-30\n").events == Events{" a visit 2025-04-30 row 2"});
    CHECK(read("trim: true\n" + table, "C,At\n\" a\xC2\xA0\",2025-04-30 \n").events ==
          Events{"a visit 2025-04-30 row 2"});
    CHECK(read("tables: {v: {case: {join: [C, E], with: \":\"}, events: {visit: At}}}\n", "C,E,At\na,1,2025-04-30\n")
              .events == Events{"a:1 visit 2025-04-30 row 2"});
}

TEST_CASE("rows that cannot be read are refused, each with its reason") {
    const auto [row, code] = GENERATE(table<std::string, std::string>({
        {",2025-04-30,", "D007"},
        {"#N/A,2025-04-30,", "D019"},
        {"1.23457E+11,2025-04-30,", "D019"},
        {"a,2025-04-30", "D004"},
        {"a,2025-04-30,,", "D004"},
        {"a,2025-04-30,b\"c", "D005"},
        {"a,2025-04-30,\xE9", "F005"},
        {"a,2025-04-30,\x01", "F006"},
        {"C,At,Note", "D018"},
        {"a,2025-04-30,\"b", "D006"},
        {"a,2025-04-30,#REF!", "D019"},
    }));
    CAPTURE(row);
    const std::string mapping = "tables: {v: {case: C, events: {visit: {at: At, facts: {comment: Note}}}}}\n";
    const Reading reading = read(mapping, "C,At,Note\nb,2025-04-29,\n" + row + "\n");
    CHECK(reading.events == Events{"b visit 2025-04-29 row 2"});
    CHECK(reading.codes() == code);
    CHECK(reading.report.refused == 1);
    CHECK(reading.report.incomplete);
    CHECK(reading.told().find("row 3") != std::string::npos);
}

TEST_CASE("the header is where the mapping says, and a person is told where it seems to be") {
    const std::string at_three = "tables: {v: {header-row: 3, case: C, events: {visit: At}}}\n";
    const std::string at_one = "tables: {v: {case: C, events: {visit: At}}}\n";
    const std::string text = "A report,\n,\nC,At\na,2025-04-30\n";
    CHECK(read(at_three, text).events == Events{"a visit 2025-04-30 row 4"});
    const Reading wrong = read(at_one, text);
    CHECK(wrong.events.empty());
    CHECK(wrong.codes() == "M006");
    CHECK(wrong.told().find("header-row: 3") != std::string::npos);
    CHECK(read(at_one, "\n\nC,At\na,2025-04-30\n").events.size() == 1);  // blank rows are nothing
}

TEST_CASE("a table that is none of the mapping's is told with what it lacks") {
    const Reading reading = read(visits, "Childs,Date\na,30/04/2025\n");
    CHECK(reading.codes() == "M006");
    CHECK(reading.told().find("'Child' (nearest: 'Childs')") != std::string::npos);
    CHECK(reading.report.mapping.empty());
    CHECK(read(visits, "").codes() == "D017");
    CHECK(read(visits, "Child,Seen on\n").codes() == "D017");
}

TEST_CASE("which table of a mapping a file is, its columns and its name must say") {
    const std::string two =
        "tables:\n"
        "  a: {found-by: {name: \"*first*\"}, case: C, events: {visit: At}}\n"
        "  b: {found-by: {name: \"*second*\"}, case: C, events: {referral: At}}\n";
    const std::string text = "C,At\na,2025-04-30\n";
    CHECK(read(two, text, {.name = "in/the-first.csv"}).events == Events{"a visit 2025-04-30 row 2"});
    CHECK(read(two, text, {.name = "SECOND.csv"}).events == Events{"a referral 2025-04-30 row 2"});
    CHECK(read(two, text, {.name = "first/third.csv"}).codes() == "M006");
    CHECK(read(two, text, {.name = "first-second.csv"}).codes() == "M007");
}

TEST_CASE("a column that is read may stand there only once; others may stand there twice") {
    CHECK(read(visits, "Child,Seen on,seen ON\na,13/04/2025,\n").codes() == "D002");
    CHECK(read(visits, "Child,Seen on,X,X\na,13/04/2025,,\n").codes().empty());
}

TEST_CASE("a mapped file shows the events that its table has, and of them only those that would all be there") {
    const Reading reading = read(
        "tables:\n"
        "  v:\n"
        "    case: C\n"
        "    of-case: {team: Team, area: Nowhere}\n"
        "    events:\n"
        "      visit: {at: At, complete: false, facts: {seen: Seen, risk: Nowhere}}\n"
        "      referral: In\n"
        "      screening: Nowhere\n",
        "C,At,In,Seen,Team\na,2025-04-30,2025-04-29,,\n");
    const engine::Coverage& shown = reading.report.coverage;
    CHECK(shown.events == std::vector<bool>{false, true, false, false, false});  // contact, referral, screening, …
    const SmallPathway pathway;
    CHECK(shown.facts[pathway.seen]);
    CHECK_FALSE(shown.facts[pathway.risk]);
    CHECK(shown.facts[rules::fact_at]);
    CHECK_FALSE(shown.facts[rules::fact_attended]);
    CHECK(shown.case_facts[rules::fact_team]);
    CHECK_FALSE(shown.case_facts[rules::fact_area]);
}

TEST_CASE("a table that is known and holds nothing for us is left alone, and shows nothing") {
    const Reading reading = read(
        "tables:\n"
        "  people: {found-by: {columns: Born}, not-read: it holds no event}\n"
        "  v: {case: C, events: {visit: At}}\n",
        "C,Born\na,2016-02-11\n");
    CHECK(reading.codes().empty());
    CHECK(reading.report.rows == 0);
    CHECK(reading.noted(Code::mapping_sheet_unread) == 1);
    CHECK(reading.report.coverage.events == std::vector<bool>(5, false));
}

TEST_CASE("what the definition does not know is noted, not passed over in silence") {
    const Reading reading = read("tables: {v: {case: C, events: {visit: {at: At, facts: {colour: X}}, wedding: On}}}\n",
                                 "C,At,On,X\na,2025-04-30,2025-05-01,red\n");
    CHECK(reading.events == Events{"a visit 2025-04-30 row 2"});
    CHECK(reading.noted(Code::data_column_unknown) == 1);
    CHECK(reading.noted(Code::data_event_unknown) == 1);
    CHECK(reading.report.filtered == 1);
}

TEST_CASE("text is read in the encoding that was declared") {
    const std::string table = "tables: {v: {case: C, events: {visit: {at: At, facts: {comment: N}}}}}\n";
    const std::string plain = "C,At,N\na,2025-04-30,";
    const auto utf_16 = [](const std::u16string& text, bool big) {
        std::string bytes;
        for (const char16_t unit : text) {
            const char high = static_cast<char>(unit >> 8), low = static_cast<char>(unit & 0xFF);
            bytes += big ? high : low;
            bytes += big ? low : high;
        }
        return bytes;
    };
    const auto size = GENERATE(1, 2, 3, 1 << 20);
    const auto at_a_time = static_cast<std::size_t>(size);
    CHECK(read("encoding: windows-1252\n" + table, plain + "\x80 \xE9\n", {}, at_a_time).events ==
          Events{"a visit 2025-04-30 row 2 comment=\xE2\x82\xAC \xC3\xA9"});
    CHECK(read("encoding: windows-1252\n" + table, plain + "\x81\n", {}, at_a_time).codes() == "F005");
    const std::u16string wide =
        u"\xFEFF"
        u"C,At,N\na,2025-04-30,\x20AC\xD83D\xDE00\n";
    for (const bool big : {true, false})
        CHECK(read("encoding: utf-16\n" + table, utf_16(wide, big), {}, at_a_time).events ==
              Events{"a visit 2025-04-30 row 2 comment=\xE2\x82\xAC\xF0\x9F\x98\x80"});
    CHECK(read("encoding: utf-16\n" + table, utf_16(u"C,At,N\na,2025-04-30,\xD83D\n", false), {}, at_a_time).codes() ==
          "F005");
    CHECK(read("delimiter: \"|\"\n" + table, "C|At|N\na|2025-04-30|b,c\n").events ==
          Events{"a visit 2025-04-30 row 2 comment=b,c"});
}
