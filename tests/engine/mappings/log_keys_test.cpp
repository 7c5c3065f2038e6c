// SPDX-License-Identifier: MIT
/// What mappings say of logs: tables with a row for each event, whatever they are stored in.
#include "engine/mappings/from_document.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/document.hpp"
#include "tests/support/mapping.hpp"

using namespace csapath;
using namespace csapath::engine;

namespace {

const std::string log_head =
    "mapping: m\ntitle: A mapping\ntables:\n  log:\n    event: {column: What, values: {visit: [Seen]}}\n    at: When\n";

std::string first_fault(const std::string& text) {
    Document file = document(text);
    REQUIRE(file.root);
    CHECK_FALSE(mapping_from_document(*file.root, file.diagnostics));
    file.diagnostics.sort();
    REQUIRE_FALSE(file.diagnostics.found().empty());
    return code_and_place(file.diagnostics.found().front());
}

}  // namespace

TEST_CASE("a mapping says of a log what a case is, what it shows, and when it may be taken for one") {
    const auto mapping = sound_mapping(log_head +
                                       "    case: {column: [Child, Case], split: \";\"}\n"
                                       "    shows: [visit]\n"
                                       "    own-names: true\n"
                                       "    by-sight: false\n"
                                       "    traces: merged\n"
                                       "    facts: {reason: {column: Detail, of: visit}}\n");
    const MappedTable& table = mapping->tables.front();
    CHECK(table.case_id == std::vector<ColumnNames>{{"Child", "Case"}});
    CHECK(table.case_split == ";");
    CHECK(table.shows == std::vector<std::string>{"visit"});
    CHECK_FALSE(table.shows_seen);
    CHECK(table.own_names);
    CHECK_FALSE(table.by_sight);
    CHECK(table.traces_merged);
    CHECK(table.each.facts.front().of == std::vector<std::string>{"visit"});
}

TEST_CASE("what a mapping does not say of a log is the careful answer") {
    const MappedTable table = sound_mapping(log_head + "    case: Child\n")->tables.front();
    CHECK(table.case_split.empty());
    CHECK(table.shows.empty());
    CHECK_FALSE(table.shows_seen);
    CHECK_FALSE(table.own_names);
    CHECK(table.by_sight);
    CHECK_FALSE(table.traces_merged);
    const MappedTable seen = sound_mapping(log_head + "    case: Child\n    shows: seen\n")->tables.front();
    CHECK(seen.shows_seen);
    CHECK(seen.shows.empty());
}

TEST_CASE("mistakes in what is said of a log are told where they stand") {
    const auto [line, fault] = GENERATE(table<std::string, std::string>({
        {"    case: Child\n    shows: [visti]\n", "M005 8:12"},
        {"    case: Child\n    traces: together\n", "Y023 8:13"},
        {"    case: Child\n    by-sight: perhaps\n", "Y024 8:15"},
        {"    case: Child\n    own-names: [a]\n", "Y022 8:16"},
        {"    case: {join: [Child, Episode], split: \";\"}\n", "Y020 7:36"},
    }));
    CAPTURE(line);
    CHECK(first_fault(log_head + line) == fault);
}

TEST_CASE("what only logs can say is no word of a wide table") {
    CHECK(first_fault("mapping: m\ntitle: A mapping\ntables:\n  t:\n    case: Child\n    events: {visit: Seen}\n"
                      "    shows: seen\n") == "Y020 7:5");
}
