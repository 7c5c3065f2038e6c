// SPDX-License-Identifier: MIT
#include "engine/readers/sqlite.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <new>
#include <utility>

#include "engine/readers/bad_character.hpp"
#include "rules/text/near_name.hpp"
#include "rules/text/snippet.hpp"

namespace csapath::engine {

using rules::Code;

namespace {

constexpr std::string_view database_mark{"SQLite format 3\0", 16};
constexpr std::size_t largest_database = std::size_t{1} << 30;
/// Where a database says how it is journaled; 1 for a journal of its own, 2 for a write-ahead log.
constexpr std::size_t write_version = 18, read_version = 19;
constexpr int longest_value = 1 << 20;
/// A select gives a row for each byte of the database at most, and so many besides: a view of few words can go on
/// for ever.
constexpr std::uint64_t rows_besides = 1'000'000;
/// Steps of SQLite's machine from one row to the next, in thousands: sorting ten million rows takes fewer.
constexpr int steps_a_look = 1000, most_looks = 300'000;

const TableRow::Fault damaged_database{Code::database_damaged, "the database is damaged, or no SQLite database at all",
                                       "fetch it again, or have it checked by whoever made it"};

struct Limit {
    int what, most;
};
constexpr std::array limits = {
    Limit{SQLITE_LIMIT_LENGTH, 4 * longest_value},  // of a row
    Limit{SQLITE_LIMIT_SQL_LENGTH, 64 * 1024},
    Limit{SQLITE_LIMIT_COLUMN, 1024},
    Limit{SQLITE_LIMIT_EXPR_DEPTH, 100},
    Limit{SQLITE_LIMIT_COMPOUND_SELECT, 50},
    Limit{SQLITE_LIMIT_VDBE_OP, 250'000},
    Limit{SQLITE_LIMIT_FUNCTION_ARG, 16},
    Limit{SQLITE_LIMIT_ATTACHED, 0},
    Limit{SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1000},
    Limit{SQLITE_LIMIT_VARIABLE_NUMBER, 0},
    Limit{SQLITE_LIMIT_TRIGGER_DEPTH, 1},
    Limit{SQLITE_LIMIT_WORKER_THREADS, 0},
};

/// What a statement may do: read tables and call the functions that SQLite brings along.
int may(void*, int action, const char* first, const char* second, const char*, const char*) {
    constexpr std::array<std::string_view, 3> not_pure = {"load_extension", "fts3_tokenizer",
                                                          "sqlite_compileoption_get"};
    switch (action) {
        case SQLITE_SELECT:
        case SQLITE_RECURSIVE:
            return SQLITE_OK;
        case SQLITE_READ:
            return first != nullptr && std::string_view{first}.starts_with("sqlite_") ? SQLITE_DENY : SQLITE_OK;
        case SQLITE_FUNCTION:
            return second != nullptr && std::ranges::find(not_pure, std::string_view{second}) == not_pure.end()
                       ? SQLITE_OK
                       : SQLITE_DENY;
        default:
            return SQLITE_DENY;
    }
}

struct StatementEnd {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Statement = std::unique_ptr<sqlite3_stmt, StatementEnd>;

}  // namespace

struct Database::Connection {
    std::vector<char> bytes;
    sqlite3* handle = nullptr;
    int looks = 0;
    bool out_of_budget = false;

    Connection() = default;
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;
    ~Connection() { sqlite3_close_v2(handle); }

    bool open();
    Statement prepared(const std::string& text) const;
    /// SQLite asks now and then whether to go on.
    static int look(void* of) {
        auto& connection = *static_cast<Connection*>(of);
        connection.out_of_budget = ++connection.looks > most_looks;
        return connection.out_of_budget ? 1 : 0;
    }
};

bool Database::Connection::open() {
    if (sqlite3_open_v2(":memory:", &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY | SQLITE_OPEN_NOMUTEX,
                        nullptr) != SQLITE_OK)
        return false;
    sqlite3_extended_result_codes(handle, 1);
    for (const Limit& limit : limits) sqlite3_limit(handle, limit.what, limit.most);
    const auto set = [this](int what, int on) { return sqlite3_db_config(handle, what, on, nullptr) == SQLITE_OK; };
    const bool hardened = set(SQLITE_DBCONFIG_DEFENSIVE, 1) && set(SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0) &&
                          set(SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0) && set(SQLITE_DBCONFIG_ENABLE_TRIGGER, 0) &&
                          set(SQLITE_DBCONFIG_DQS_DML, 0) && set(SQLITE_DBCONFIG_DQS_DDL, 0);
    if (!hardened) return false;
    sqlite3_progress_handler(handle, steps_a_look, look, this);
    auto* const data = reinterpret_cast<unsigned char*>(bytes.data());
    const auto size = static_cast<sqlite3_int64>(bytes.size());
    return sqlite3_deserialize(handle, "main", data, size, size, SQLITE_DESERIALIZE_READONLY) == SQLITE_OK &&
           sqlite3_exec(handle, "PRAGMA cell_size_check = ON", nullptr, nullptr, nullptr) == SQLITE_OK;
}

/// One statement that reads, and nothing after it; else nullptr.
Statement Database::Connection::prepared(const std::string& text) const {
    sqlite3_stmt* made = nullptr;
    const char* rest = nullptr;
    const int outcome =
        sqlite3_prepare_v3(handle, text.data(), static_cast<int>(text.size()), SQLITE_PREPARE_NO_VTAB, &made, &rest);
    Statement statement(made);
    if (outcome == SQLITE_NOMEM) throw std::bad_alloc();
    if (outcome != SQLITE_OK || !statement) return nullptr;
    const std::string_view behind{rest, static_cast<std::size_t>(text.data() + text.size() - rest)};
    const bool alone = behind.find_first_not_of(" \t\r\n;") == std::string_view::npos;
    const bool reads = sqlite3_stmt_readonly(made) != 0 && sqlite3_column_count(made) > 0;
    return alone && reads ? std::move(statement) : nullptr;
}

namespace {

/// The rows that a statement gives, one after the other.
class SelectedTable final : public Table {
public:
    SelectedTable(Statement statement, std::size_t size_of_database, int& looks, const bool& out_of_budget)
        : statement_(std::move(statement)),
          most_rows_(size_of_database + rows_besides),
          looks_(looks),
          out_of_budget_(out_of_budget) {}

    bool next(TableRow& row) override {
        row.cells.clear();
        row.fault.reset();
        if (ended_) return false;
        if (!std::exchange(named_, true)) return names(row);
        row.place = {number_ + 1, number_ + 1, number_ + 1};
        looks_ = 0;
        const int outcome = sqlite3_step(statement_.get());
        if (outcome == SQLITE_NOMEM) throw std::bad_alloc();
        ended_ = outcome != SQLITE_ROW || number_ == most_rows_;
        if (outcome == SQLITE_DONE) return false;
        if (ended_) return stopped(row, outcome);
        ++number_;
        values(row);
        return true;
    }
    void expect(std::size_t) override {}
    void tell_of_all(Faults&, InputReport&, std::uint64_t) override {}

private:
    bool names(TableRow& row) {
        const int count = sqlite3_column_count(statement_.get());
        texts_.clear();
        for (int column = 0; column < count; ++column) {
            const char* const name = sqlite3_column_name(statement_.get(), column);
            if (name == nullptr) throw std::bad_alloc();
            texts_.emplace_back(name);
        }
        row.place = {};
        hand_out(row);
        return true;
    }

    bool stopped(TableRow& row, int outcome) const {
        if (out_of_budget_)
            row.fault = {Code::data_limit, "the select takes too long from one row to the next; nothing more is read",
                         "does it join tables without saying on what?"};
        else if (outcome == SQLITE_ROW)
            row.fault = {Code::data_limit, "more rows than a database of this size can hold; nothing more is read",
                         "does a view, or the select of the mapping, repeat itself?"};
        else if (outcome == SQLITE_TOOBIG)
            row.fault = {Code::data_limit, "a row longer than 4 MiB; nothing after it is read", ""};
        else
            row.fault = {Code::database_damaged, "the database cannot be read on from here", damaged_database.help};
        return true;
    }

    void values(TableRow& row) {
        const int count = sqlite3_column_count(statement_.get());
        texts_.clear();
        for (int column = 0; column < count && !row.fault; ++column) texts_.push_back(value(column, row));
        if (!row.fault) hand_out(row);
    }

    std::string value(int column, TableRow& row) const {
        sqlite3_stmt* const from = statement_.get();
        switch (sqlite3_column_type(from, column)) {
            case SQLITE_INTEGER:
                return std::to_string(sqlite3_column_int64(from, column));
            case SQLITE_FLOAT:
                return number(sqlite3_column_double(from, column));
            case SQLITE_TEXT:
                return text(column, row);
            case SQLITE_BLOB:
                row.fault = {Code::data_value, fmt::format("a binary value in column {}", column + 1),
                             "leave the column out of the select, or make text of it"};
                return {};
            default:
                return {};
        }
    }

    /// A whole number is an id as often as not, and is written as a person would write it.
    static std::string number(double value) {
        constexpr double most_exact = 9'007'199'254'740'992;
        if (std::trunc(value) == value && std::abs(value) < most_exact)
            return std::to_string(static_cast<std::int64_t>(value));
        return fmt::format("{}", value);
    }

    std::string text(int column, TableRow& row) const {
        const unsigned char* const bytes = sqlite3_column_text(statement_.get(), column);
        if (bytes == nullptr) throw std::bad_alloc();
        std::string text(reinterpret_cast<const char*>(bytes),
                         static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column)));
        if (text.size() > longest_value)
            row.fault = {Code::data_limit, fmt::format("a value longer than 1 MiB in column {}", column + 1), ""};
        else if (const auto bad = bad_character(text, false))
            row.fault = {bad->encoding ? Code::file_encoding : Code::file_character,
                         fmt::format("{} in column {}, which no text can hold", bad->encoding ? "not UTF-8" : bad->name,
                                     column + 1),
                         ""};
        return text;
    }

    void hand_out(TableRow& row) {
        whole_.clear();
        for (const std::string& one : texts_) {
            row.cells.push_back({one, false});
            whole_.append(one).append("\t");
        }
        row.text = whole_;
    }

    Statement statement_;
    std::uint64_t most_rows_;
    int& looks_;
    const bool& out_of_budget_;
    bool named_ = false, ended_ = false;
    std::uint64_t number_ = 0;
    std::vector<std::string> texts_;
    std::string whole_;
};

std::string quoted_name(std::string_view name) {
    std::string quoted = "\"";
    for (const char c : name) quoted += c == '"' ? "\"\"" : std::string(1, c);
    return quoted + '"';
}

bool read_whole(Bytes& bytes, std::vector<char>& into) {
    constexpr std::size_t at_a_time = std::size_t{1} << 20;
    std::size_t have = 0;
    for (;;) {
        if (into.size() - have < at_a_time) into.resize(std::max(2 * into.size(), have + at_a_time));
        const std::size_t got = bytes.read(std::span(into).subspan(have));
        if (got == 0) break;
        have += got;
        if (have > largest_database) return false;
    }
    into.resize(have);
    return true;
}

}  // namespace

Database::Database(std::unique_ptr<Connection> connection) : connection_(std::move(connection)) {}
Database::~Database() = default;

std::unique_ptr<Database> Database::open(Bytes& bytes, bool unfinished, std::optional<TableRow::Fault>& fault) {
    if (unfinished) {
        fault = {
            Code::database_unfinished,
            "a journal lies beside the database: somebody is writing it, or was interrupted, and what it holds may "
            "be half done",
            "close the program that writes it, or let it make a copy: VACUUM INTO 'copy.sqlite'"};
        return nullptr;
    }
    auto connection = std::make_unique<Connection>();
    if (!read_whole(bytes, connection->bytes)) {
        fault = {Code::data_limit, "a database larger than 1 GiB", "export the tables that are needed"};
        return nullptr;
    }
    std::vector<char>& data = connection->bytes;
    if (data.size() < 512 || !std::string_view{data.data(), data.size()}.starts_with(database_mark)) {
        fault = damaged_database;
        return nullptr;
    }
    // Nothing stands in a log beside it, or it would be unfinished: so it can be read like any other.
    data[write_version] = data[read_version] = 1;
    if (!connection->open()) {
        fault = damaged_database;
        return nullptr;
    }
    auto database = std::unique_ptr<Database>(new Database(std::move(connection)));
    if (!database->list_tables()) {
        fault = damaged_database;
        return nullptr;
    }
    return database;
}

/// Checks the whole of it first; then nobody asks for more than rows.
bool Database::list_tables() {
    sqlite3* const handle = connection_->handle;
    sqlite3_stmt* made = nullptr;
    sqlite3_prepare_v2(handle, "PRAGMA quick_check(1)", -1, &made, nullptr);
    const Statement check(made);
    if (!check || sqlite3_step(made) != SQLITE_ROW) return false;
    const unsigned char* const verdict = sqlite3_column_text(made, 0);
    if (verdict == nullptr || std::strcmp(reinterpret_cast<const char*>(verdict), "ok") != 0) return false;

    sqlite3_stmt* listing = nullptr;
    sqlite3_prepare_v2(
        handle,
        "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite\\_%' ESCAPE "
        "'\\' AND sql NOT LIKE 'create virtual%' ORDER BY name",
        -1, &listing, nullptr);
    const Statement names(listing);
    if (!names) return false;
    int outcome = SQLITE_ROW;
    while ((outcome = sqlite3_step(listing)) == SQLITE_ROW) {
        const unsigned char* const name = sqlite3_column_text(listing, 0);
        if (name != nullptr) tables_.emplace_back(reinterpret_cast<const char*>(name));
    }
    sqlite3_set_authorizer(handle, may, nullptr);
    return outcome == SQLITE_DONE;
}

std::unique_ptr<Table> Database::table(const std::string& name, std::optional<TableRow::Fault>& fault) {
    if (std::ranges::find(tables_, name) == tables_.end()) {
        fault = {Code::workbook_sheet_unknown, "the database has no table '" + rules::printable(name) + '\'',
                 "its tables are looked for by their names" + rules::did_you_mean(name, tables_)};
        return nullptr;
    }
    Statement statement = connection_->prepared("SELECT * FROM " + quoted_name(name));
    if (!statement) {
        fault = {Code::database_damaged, "the table '" + rules::printable(name) + "' cannot be read",
                 "a view may ask for what this program does not do; write its tables into a select of the mapping"};
        return nullptr;
    }
    return std::make_unique<SelectedTable>(std::move(statement), connection_->bytes.size(), connection_->looks,
                                           connection_->out_of_budget);
}

std::unique_ptr<Table> Database::selected(const std::string& statement, std::optional<TableRow::Fault>& fault) {
    Statement prepared = connection_->prepared(statement);
    if (!prepared) {
        std::string list;
        for (const std::string& name : tables_) list += (list.empty() ? "" : ", ") + rules::printable(name);
        fault = {
            Code::database_select, "this database cannot answer the select of the mapping",
            "it is one SELECT over tables and columns that are there, and does nothing but read; the tables are: " +
                (list.empty() ? "none" : list)};
        return nullptr;
    }
    return std::make_unique<SelectedTable>(std::move(prepared), connection_->bytes.size(), connection_->looks,
                                           connection_->out_of_budget);
}

bool recognises_sqlite(std::string_view, std::string_view first_bytes) {
    return first_bytes.starts_with(database_mark);
}

}  // namespace csapath::engine
