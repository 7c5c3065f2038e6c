// SPDX-License-Identifier: MIT
/// SQLite databases as inputs of the program itself.
#include <sqlite3.h>

#include <regex>

#include "tests/support/catch.hpp"
#include "tests/support/small_run.hpp"

namespace csapath {
namespace {

void make_database(const std::filesystem::path& file, const std::string& statements) {
    sqlite3* handle = nullptr;
    REQUIRE(sqlite3_open(file.c_str(), &handle) == SQLITE_OK);
    REQUIRE(sqlite3_exec(handle, statements.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK);
    sqlite3_close(handle);
}

/// Three people, one of whom was visited twice, and once in vain.
const std::string extract =
    "CREATE TABLE people (person INTEGER PRIMARY KEY, child TEXT);"
    "CREATE TABLE contacts (person INTEGER, kind TEXT, happened TEXT, cancelled INTEGER);"
    "INSERT INTO people VALUES (1, '0017'), (2, '0023'), (3, '0031');"
    "INSERT INTO contacts VALUES (1, 'R', '2025-04-28', 0), (1, 'V', '2025-04-30', 0), (2, 'R', '2025-05-02', 0),"
    "  (1, 'V', '2025-05-12', 0), (2, 'V', '2025-05-12', 1), (3, 'R', NULL, 0);";

const std::string mapping =
    "mapping: extract\ntitle: Our extract\ntables:\n  made:\n    select: |\n"
    "      SELECT p.child, c.kind, c.happened FROM contacts c JOIN people p ON p.person = c.person\n"
    "      WHERE c.cancelled = 0 ORDER BY p.child, c.happened\n"
    "    case: child\n    event: {column: kind, values: {referral: [R], screening: [V]}}\n    at: happened\n";

const std::string rest = " -p pathway.yaml --as-of 2026-03-31 --fail-on none ";

TEST_CASE("a select of a mapping is an input, whose rows are counted as the select gives them") {
    const SmallRun small;
    make_database(small.path() / "extract.sqlite", extract);
    small.folder().write("mapping.yaml", mapping);
    const Ran ran = run_line("csapath check extract.sqlite --mapping mapping.yaml" + rest, small.path());
    INFO(ran.out << ran.err);
    CHECK(ran.exit == 4);
    CHECK(ran.out.find("extract.sqlite, table made: 5 rows read, 4 used, 0 filtered, 1 refused") != std::string::npos);
    CHECK(ran.err.find("row 5, column 'happened': error[D009]: no date is given") != std::string::npos);
}

TEST_CASE("a mapping may select one table and name another, and reads nothing else of the database") {
    const SmallRun small;
    make_database(small.path() / "extract.sqlite",
                  extract +
                      "CREATE TABLE visits (child TEXT, at TEXT); INSERT INTO visits VALUES ('0017', '2025-06-02');"
                      "CREATE TABLE other (child TEXT, at TEXT); INSERT INTO other VALUES ('0099', '2025-06-02');");
    small.folder().write("mapping.yaml", mapping + "  visits:\n    case: child\n    events: {screening: at}\n");
    const Ran ran = run_line("csapath check extract.sqlite --mapping mapping.yaml" + rest, small.path());
    INFO(ran.out << ran.err);
    CHECK(ran.out.find("table made: 5 rows read") != std::string::npos);
    CHECK(ran.out.find("table visits: 1 row read, 1 used") != std::string::npos);
    CHECK(ran.out.find("table other") == std::string::npos);
}

TEST_CASE("a table in the plain form needs no mapping, and says what the same rows say as CSV") {
    const SmallRun small;
    make_database(small.path() / "events.sqlite",
                  "CREATE TABLE log (\"case\" TEXT, event TEXT, at TEXT);"
                  "INSERT INTO log VALUES ('C1', 'referral', '2025-04-28'), ('C1', 'screening', '2025-06-30');");
    small.folder().write("log.csv", "case,event,at\nC1,referral,2025-04-28\nC1,screening,2025-06-30\n");
    const auto found = [&](const std::string& input) {
        const Ran ran = run_line("csapath check " + input + rest + "--format ndjson", small.path());
        INFO(ran.err);
        CHECK(ran.exit == 0);
        return std::regex_replace(ran.out, std::regex("\"source\": \"[^\"]*\", \"row\": [0-9]+"), "");
    };
    const std::string csv = found("log.csv");
    REQUIRE(csv.find("\"verdict\": \"late\"") != std::string::npos);
    CHECK(found("events.sqlite") == csv);
    run_line("gzip -k events.sqlite", small.path());
    CHECK(found("- < events.sqlite") == csv);
    CHECK(found("events.sqlite.gz") == csv);
}

TEST_CASE("a database that is written by somebody, damaged, or without what the select wants is told, and not judged") {
    const SmallRun small;
    make_database(small.path() / "extract.sqlite", extract);
    small.folder().write("mapping.yaml", mapping);
    const std::string check = "csapath check extract.sqlite --mapping mapping.yaml" + rest;
    std::string code;
    SECTION("a journal") {
        small.folder().write("extract.sqlite-wal", "frames");
        code = "W011";
    }
    SECTION("cut off") {
        run_line("truncate -s 5000 extract.sqlite", small.path());
        code = "W010";
    }
    SECTION("no such table") {
        std::filesystem::remove(small.path() / "extract.sqlite");
        make_database(small.path() / "extract.sqlite", "CREATE TABLE ZZtable (x)");
        code = "W012";
    }
    const Ran ran = run_line(check, small.path());
    INFO(ran.out << ran.err);
    CHECK(ran.exit == 4);
    CHECK(ran.err.find("error[" + code + "]") != std::string::npos);
}

TEST_CASE("a select that is none, or stands beside found-by, is a mistake of the mapping") {
    const SmallRun small;
    make_database(small.path() / "extract.sqlite", extract);
    const auto [keys, code] = GENERATE(table<std::string, std::string>({
        {"select: DELETE FROM people", "Y023"},
        {"select: \"\"", "Y023"},
        {"select: SELECT child FROM people\n    found-by: {name: [people]}", "M005"},
    }));
    small.folder().write("mapping.yaml", "mapping: m\ntitle: M\ntables:\n  t:\n    " + keys +
                                             "\n    case: child\n    events: {visit: at}\n");
    const Ran ran = run_line("csapath check extract.sqlite --mapping mapping.yaml" + rest, small.path());
    INFO(ran.err);
    CHECK(ran.exit == 3);
    CHECK(ran.err.find("error[" + code + "]") != std::string::npos);
}

TEST_CASE("every table of a database can be looked into") {
    const SmallRun small;
    make_database(small.path() / "extract.sqlite", extract);
    const Ran ran = run_line("csapath map extract.sqlite", small.path());
    INFO(ran.out << ran.err);
    CHECK(ran.exit == 0);
    CHECK(ran.out.find("extract.sqlite, table contacts\n  6 rows, 4 columns") != std::string::npos);
    CHECK(ran.out.find("extract.sqlite, table people\n  3 rows, 2 columns") != std::string::npos);
    CHECK(ran.out.find("the header stands") == std::string::npos);
}

}  // namespace
}  // namespace csapath
