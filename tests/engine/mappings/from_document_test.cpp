// SPDX-License-Identifier: MIT
#include "engine/mappings/from_document.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/document.hpp"
#include "tests/support/mapping.hpp"

using namespace csapath;
using namespace csapath::engine;

namespace {

const std::string head = "mapping: m\ntitle: A mapping\n";
const std::string table_of_one = "tables:\n  t:\n    case: Child\n    events: {visit: Seen on}\n";

/// "M002 3:9", one a line, of a mapping that is not sound.
std::string faults(const std::string& text) {
    Document file = document(text);
    REQUIRE(file.root);
    CHECK_FALSE(mapping_from_document(*file.root, file.diagnostics));
    file.diagnostics.sort();
    std::string told;
    for (const auto& fault : file.diagnostics.found()) told += (told.empty() ? "" : "\n") + code_and_place(fault);
    return told;
}

}  // namespace

TEST_CASE("a mapping needs no more than tables with a case and an event") {
    const auto mapping = sound_mapping(head + table_of_one);
    CHECK(mapping->id == "m");
    CHECK_FALSE(mapping->trim);
    CHECK(mapping->dates.empty());
    REQUIRE(mapping->tables.size() == 1);
    const MappedTable& table = mapping->tables.front();
    CHECK(table.title == "t");
    CHECK(table.header_row == 1);
    CHECK(table.case_id == std::vector<ColumnNames>{{"Child"}});
    REQUIRE(table.events.size() == 1);
    CHECK(table.events.front().name == "visit");
    CHECK(table.events.front().at.columns == ColumnNames{"Seen on"});
    CHECK(table.events.front().complete);
}

TEST_CASE("a mapping says all that is to be known of a wide table") {
    const auto mapping = sound_mapping(head +
                                       "dates: [dd/mm/yyyy, iso]\n"
                                       "midnight: no-time\n"
                                       "missing: [\"NULL\", N/A]\n"
                                       "trim: true\n"
                                       "encoding: windows-1252\n"
                                       "delimiter: tab\n"
                                       "values:\n"
                                       "  yes-no: {\"yes\": [Y, \"a) Yes*\"], \"no\": N}\n"
                                       "tables:\n"
                                       "  visits:\n"
                                       "    title: Visits made\n"
                                       "    found-by: {columns: [Child, Seen on], name: \"*visit*\"}\n"
                                       "    header-row: 3\n"
                                       "    case: {join: [Child, Episode], with: \":\"}\n"
                                       "    when: {column: Status, is: [Done, \"\"], is-not: Cancelled}\n"
                                       "    of-case: {area: {always: North}}\n"
                                       "    facts: {team: Team}\n"
                                       "    events:\n"
                                       "      first:\n"
                                       "        event: visit\n"
                                       "        at: {column: [Seen on, Visit date], dates: mm/dd/yyyy}\n"
                                       "        complete: false\n"
                                       "        when:\n"
                                       "          - {column: A, is: x}\n"
                                       "          - {column: B, key: k, is-not: y}\n"
                                       "        facts:\n"
                                       "          seen: {column: Seen, values: yes-no, missing: unknown}\n"
                                       "          factors: {column: All, split: \"|\", values: {neglect: [1, 2]}}\n");
    CHECK(mapping->dates.size() == 2);
    CHECK(mapping->midnight_is_no_time);
    CHECK(mapping->missing == std::vector<std::string>{"null", "n/a"});
    CHECK(mapping->trim);
    CHECK(mapping->encoding == Encoding::windows_1252);
    CHECK(mapping->delimiter == '\t');
    const MappedTable& table = mapping->tables.front();
    CHECK(table.title == "Visits made");
    CHECK(table.found_by_columns == std::vector<std::string>{"child", "seen on"});
    CHECK(table.found_by_name == std::vector<std::string>{"*visit*"});
    CHECK(table.header_row == 3);
    CHECK(table.case_id == std::vector<ColumnNames>{{"Child"}, {"Episode"}});
    CHECK(table.case_joint == ":");
    REQUIRE(table.when.size() == 1);
    CHECK(table.when[0].is == std::vector<std::string>{"done", ""});
    CHECK(table.when[0].is_not == std::vector<std::string>{"cancelled"});
    REQUIRE(table.of_case.size() == 1);
    CHECK(table.of_case[0].from.always == "North");
    CHECK(table.each.facts.size() == 1);
    const MappedEvent& event = table.events.front();
    CHECK(event.name == "visit");
    CHECK_FALSE(event.complete);
    CHECK(event.at.columns == ColumnNames{"Seen on", "Visit date"});
    CHECK(event.at.dates.front().written() == "mm/dd/yyyy");
    REQUIRE(event.when.size() == 2);
    CHECK(event.when[1].key == "k");
    REQUIRE(event.facts.size() == 2);
    CHECK(*event.facts[0].from.values->find("a) yes, always") == "yes");
    CHECK(event.facts[0].from.missing == std::vector<std::string>{"unknown"});
    CHECK(event.facts[1].from.split == "|");
    CHECK(*event.facts[1].from.values->find("2") == "neglect");
}

TEST_CASE("a mapping says which days it covers, and which tables hold nothing for us") {
    const auto mapping = sound_mapping(head +
                                       "window: {from: 2025-04-01}\n"
                                       "tables:\n"
                                       "  people: {found-by: {columns: Born}, not-read: it holds no event}\n" +
                                       table_of_one.substr(table_of_one.find("  t:")));
    CHECK(mapping->from == rules::parse_date("2025-04-01"));
    CHECK_FALSE(mapping->until);
    REQUIRE(mapping->tables.size() == 2);
    CHECK(mapping->tables[0].not_read == "it holds no event");
    CHECK(mapping->tables[1].not_read.empty());
}

TEST_CASE("of a long table a column names the event") {
    const auto mapping = sound_mapping(head +
                                       "tables:\n"
                                       "  log:\n"
                                       "    case: Id\n"
                                       "    event: {column: What, values: {visit: [Visited, Saw]}, left-out: [Note]}\n"
                                       "    at: When\n");
    const MappedTable& table = mapping->tables.front();
    REQUIRE(table.event_name);
    CHECK(*table.event_name->values->find("saw") == "visit");
    CHECK(table.left_out == std::vector<std::string>{"note"});
    CHECK(table.each.at.columns == ColumnNames{"When"});
}

TEST_CASE("each mistake of a mapping is told with its place, all at once") {
    const auto [text, told] = GENERATE(table<std::string, std::string>({
        {"title: A\n" + table_of_one, "Y021 1:1"},
        {head, "Y021 1:1"},
        {head + "tables: {}\n", "Y023 3:9"},
        {head + "tabels: {}\n" + table_of_one, "Y020 3:1"},
        {head + "dates: [dd/mm/yy, dd/mm/yyyy, month]\n" + table_of_one, "M002 3:9\nM002 3:31"},
        {head + "midnight: nothing\n" + table_of_one, "Y023 3:11"},
        {head + "encoding: latin-1\n" + table_of_one, "Y023 3:11"},
        {head + "window: {from: 2025-04-01, until: 2025-03-31}\n" + table_of_one, "M005 3:9"},
        {head + "window: {from: April}\n" + table_of_one, "Y026 3:16"},
        {head + "tables: {t: {not-read: it holds no event}}\n", "Y021 3:13"},
        {head + "tables: {t: {found-by: {columns: A}, not-read: so, case: B}}\n", "Y020 3:52"},
        {head + "delimiter: \";;\"\n" + table_of_one, "Y023 3:12"},
        {head + "tables: {t: {case: {column: A, kind: pupil number}, events: {visit: B}}}\n", "Y023 3:38"},
        {head + "tables: {t: {case: {column: A, kind: [pupil]}, events: {visit: B}}}\n", "Y022 3:38"},
        {head + "trim: perhaps\n" + table_of_one, "Y024 3:7"},
        {head + "values: {v: {a: [x, y], b: [z, X]}}\n" + table_of_one, "M003 3:32"},
        {head + "values: {v: {a: [x, x]}}\n" + table_of_one, "M003 3:21"},
        {head + "values: {v: text}\n" + table_of_one, "Y022 3:13"},
        {head + "tables:\n  t:\n    events: {visit: Seen on}\n", "Y021 5:5"},
        {head + "tables:\n  t:\n    case: Child\n", "Y021 5:5"},
        {head + "tables:\n  t:\n    case: Child\n    event: What\n", "Y021 5:5"},
        {head + "tables:\n  t:\n    case: Child\n    events: {visit: A}\n    at: B\n", "M005 5:5"},
        {head + "tables:\n  t:\n    case: Child\n    events: {visit: {facts: {seen: S}}}\n", "Y021 6:21"},
        {head + "tables:\n  t:\n    case: {columns: Child}\n    events: {visit: A}\n", "Y021 5:11\nY020 5:12"},
        {head + "tables:\n  t:\n    case: Child\n    header-row: 0\n    events: {visit: A}\n", "Y025 6:17"},
        {head + "tables:\n  t:\n    case: \" \"\n    events: {visit: A}\n", "Y023 5:11"},
        {head + "tables:\n  t:\n    case: C\n    when: {column: S}\n    events: {visit: A}\n", "Y021 6:11"},
        {head + "tables:\n  t:\n    case: C\n    when: {column: S, is: a, is-not: [b, A]}\n    events: {visit: A}\n",
         "M005 6:11"},
        {head + "tables:\n  t:\n    case: C\n    facts: {seen: {column: S, values: yesno}}\n    events: {visit: A}\n",
         "M004 6:39"},
        {head + "tables:\n  t:\n    case: C\n    facts: {at: S}\n    events: {visit: A}\n", "Y023 6:13"},
    }));
    CAPTURE(text);
    CHECK(faults(text) == told);
}

TEST_CASE("a misspelled name is told with the nearest") {
    Document file =
        document(head + "values: {yes-no: {\"yes\": Y}}\ntables:\n  t:\n    case: C\n" +
                 "    facts: {seen: {column: S, values: yesno}}\n    evnets: {visit: A}\n    events: {visit: A}\n");
    REQUIRE(file.root);
    mapping_from_document(*file.root, file.diagnostics);
    std::string told;
    for (const auto& fault : file.diagnostics.found()) told += rules::rendered(fault);
    CHECK(told.find("did you mean 'yes-no'?") != std::string::npos);
    CHECK(told.find("did you mean 'events'?") != std::string::npos);
}
