// SPDX-License-Identifier: MIT
#include "engine/readers/sqlite.hpp"

#include <sqlite3.h>

#include "tests/engine/readers/reading.hpp"
#include "tests/support/catch.hpp"

using namespace csapath::engine;
using namespace csapath::rules;
using test::TextBytes;

namespace {

/// The bytes of a database that these statements make.
std::string database_of(const std::string& statements) {
    sqlite3* handle = nullptr;
    REQUIRE(sqlite3_open(":memory:", &handle) == SQLITE_OK);
    REQUIRE(sqlite3_exec(handle, statements.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK);
    sqlite3_int64 size = 0;
    unsigned char* const data = sqlite3_serialize(handle, "main", &size, 0);
    REQUIRE(data != nullptr);
    std::string bytes(reinterpret_cast<const char*>(data), static_cast<std::size_t>(size));
    sqlite3_free(data);
    sqlite3_close(handle);
    return bytes;
}

const std::string visits =
    "CREATE TABLE visits (child TEXT, at TEXT, number INTEGER, ratio REAL);"
    "INSERT INTO visits VALUES ('0017', '2025-04-30', 1, 2.5), ('0023', NULL, 150000000000, 150000.0);";

struct Opened {
    std::string bytes;
    TextBytes source;
    std::optional<TableRow::Fault> fault;
    std::unique_ptr<Database> database;

    explicit Opened(std::string of, bool unfinished = false)
        : bytes(std::move(of)), source(bytes, 1000), database(Database::open(source, unfinished, fault)) {}
};

/// "child|at; 0017|2025-04-30": every row with its cells; a fault as its id.
std::string rows_of(Table& table) {
    std::string all;
    TableRow row;
    for (int number = 0; number < 100 && table.next(row); ++number) {
        if (!all.empty()) all += "; ";
        if (row.fault) all += '!' + std::string{csapath::rules::row(row.fault->code).id};
        for (std::size_t at = 0; at < row.cells.size(); ++at) all.append(at == 0 ? "" : "|").append(row.cells[at].text);
    }
    return all;
}

std::string selected(Database& database, const std::string& statement) {
    std::optional<TableRow::Fault> fault;
    const auto table = database.selected(statement, fault);
    return table ? rows_of(*table) : "refused " + std::string{row(fault->code).id};
}

}  // namespace

TEST_CASE("a table of a database is its rows below the names of its columns") {
    Opened opened(database_of(visits));
    REQUIRE(opened.database);
    CHECK(opened.database->tables() == std::vector<std::string>{"visits"});
    const auto table = opened.database->table("visits", opened.fault);
    REQUIRE(table);
    CHECK(rows_of(*table) == "child|at|number|ratio; 0017|2025-04-30|1|2.5; 0023||150000000000|150000");
}

TEST_CASE("a row is counted from the first below the names") {
    Opened opened(database_of(visits));
    const auto table = opened.database->table("visits", opened.fault);
    TableRow row;
    REQUIRE(table->next(row));
    CHECK(row.place.number == 0);
    REQUIRE(table->next(row));
    CHECK(row.place.number == 1);
}

TEST_CASE("tables are listed in byte order, with views, without what SQLite keeps for itself") {
    Opened opened(
        database_of("CREATE TABLE b (x INTEGER PRIMARY KEY AUTOINCREMENT); INSERT INTO b VALUES (1);"
                    "CREATE TABLE \"a table\" (x); CREATE VIEW c AS SELECT x + 1 AS y FROM b;"));
    CHECK(opened.database->tables() == std::vector<std::string>{"a table", "b", "c"});
    const auto view = opened.database->table("c", opened.fault);
    REQUIRE(view);
    CHECK(rows_of(*view) == "y; 2");
    CHECK(opened.database->table("A table", opened.fault) == nullptr);
    CHECK(opened.fault->help.find("a table") != std::string::npos);
}

TEST_CASE("a select may join, count and order") {
    Opened opened(database_of(visits));
    CHECK(selected(*opened.database, "SELECT child AS c, count(*) FROM visits GROUP BY 1 ORDER BY 1 DESC;\n") ==
          "c|count(*); 0023|1; 0017|1");
    CHECK(selected(*opened.database, "WITH v AS (SELECT child FROM visits) SELECT * FROM v LIMIT 1") == "child; 0017");
}

TEST_CASE("a statement that does anything but read is refused, and so is one that cannot be understood") {
    const std::string statement =
        GENERATE(as<std::string>{}, "DELETE FROM visits", "INSERT INTO visits VALUES (1, 2, 3, 4) RETURNING child",
                 "SELECT child FROM visits; SELECT 1", "ATTACH 'other.sqlite' AS other", "PRAGMA user_version",
                 "SELECT load_extension('x')", "SELECT * FROM sqlite_schema", "SELECT * FROM pragma_user_version",
                 "SELECT * FROM json_each('[1]')", "CREATE TABLE t (x)", "VACUUM INTO 'copy.sqlite'",
                 "SELECT nothing FROM visits", "SELECT child FROM nowhere", "SELECT \"a text\" FROM visits",
                 "SELEC child", "SELECT ?", "", ";", "-- SELECT 1");
    CAPTURE(statement);
    Opened opened(database_of(visits));
    CHECK(selected(*opened.database, statement) == "refused W012");
}

TEST_CASE("a fault of a select names the tables, and quotes nothing of the data") {
    Opened opened(database_of(visits));
    CHECK(opened.database->selected("SELECT child FROM visit", opened.fault) == nullptr);
    CHECK(opened.fault->help.find("visits") != std::string::npos);
}

TEST_CASE("a value that no text can hold is a fault of its row alone") {
    Opened opened(
        database_of("CREATE TABLE t (x); INSERT INTO t VALUES ('good'), (x'00FF'), (CAST(x'FF41' AS TEXT)),"
                    "('a' || char(7)), ('also good');"));
    const auto table = opened.database->table("t", opened.fault);
    CHECK(rows_of(*table) == "x; good; !D010; !F005; !F006; also good");
}

TEST_CASE("a select that never comes to its next row is stopped") {
    Opened opened(database_of(visits));
    CHECK(selected(*opened.database,
                   "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x FROM n WHERE x < 0") ==
          "x; !D022");
}

TEST_CASE("a view that gives rows for ever is stopped at more than the database can hold") {
    Opened opened(
        database_of("CREATE VIEW ever AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) "
                    "SELECT x FROM n"));
    const auto table = opened.database->table("ever", opened.fault);
    REQUIRE(table);
    TableRow row;
    std::uint64_t rows = 0;
    while (table->next(row) && !row.fault) ++rows;
    REQUIRE(row.fault);
    CHECK(row.fault->code == Code::data_limit);
    // A million, one for each byte of the file, and the header.
    CHECK(rows == 1'000'000 + opened.bytes.size() + 1);
}

TEST_CASE("what is no sound database is refused") {
    const std::string good = database_of(visits);
    SECTION("cut off") {
        CHECK(Opened(good.substr(0, good.size() / 2)).fault->code == Code::database_damaged);
        CHECK(Opened(good.substr(0, 100)).fault->code == Code::database_damaged);
    }
    SECTION("another file") {
        CHECK(Opened("case,event,at\n").fault->code == Code::database_damaged);
    }
    SECTION("a page overwritten") {
        std::string bad = good;
        std::fill(bad.begin() + 4096, bad.begin() + 4200, '\xFF');
        CHECK(Opened(bad).fault->code == Code::database_damaged);
    }
    SECTION("a journal beside it") {
        CHECK(Opened(good, true).fault->code == Code::database_unfinished);
    }
}

TEST_CASE("a database that keeps a write-ahead log is read where nothing is left in one") {
    std::string bytes = database_of(visits);
    bytes[18] = bytes[19] = 2;
    Opened opened(bytes);
    REQUIRE(opened.database);
    CHECK(opened.database->tables().size() == 1);
}

TEST_CASE("an SQLite database is known by its first bytes") {
    CHECK(recognises_sqlite("data.bin", database_of(visits).substr(0, 100)));
    CHECK_FALSE(recognises_sqlite("data.sqlite", "case,event,at\n"));
}
