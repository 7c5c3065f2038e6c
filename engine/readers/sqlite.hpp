// SPDX-License-Identifier: MIT
/// SQLite databases: their tables by name, and what a mapping selects from them, each as a table. sqlite.cpp is the
/// only door to SQLite.
///
/// A database is read into memory whole, and what is opened is that copy: no file is locked, nothing can be written,
/// and what is judged is what was hashed. It may come from anybody, so it is opened with nothing that SQL can do but
/// read: no functions from outside, no attaching, no virtual tables, limits on everything, and a budget of steps.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/readers/reader.hpp"
#include "engine/readers/table.hpp"

namespace csapath::engine {

class Database {
public:
    /// Reads all of `bytes` into memory. Empty, and `fault` says why, if they are no sound database. `unfinished`: a
    /// journal lies beside the file.
    static std::unique_ptr<Database> open(Bytes& bytes, bool unfinished, std::optional<TableRow::Fault>& fault);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    /// The names of its tables and views, in byte order.
    const std::vector<std::string>& tables() const { return tables_; }
    /// The rows of a table or view, or of a SELECT; the first is the names of the columns. The database must outlive
    /// the table. The number of a row is its place in the result: 1 for the first below the names. Empty, and `fault`
    /// says why, where there is no such table, or the statement is none that reads.
    std::unique_ptr<Table> table(const std::string& name, std::optional<TableRow::Fault>& fault);
    std::unique_ptr<Table> selected(const std::string& statement, std::optional<TableRow::Fault>& fault);

private:
    struct Connection;
    explicit Database(std::unique_ptr<Connection> connection);
    bool list_tables();

    std::unique_ptr<Connection> connection_;
    std::vector<std::string> tables_;
};

bool recognises_sqlite(std::string_view name, std::string_view first_bytes);

}  // namespace csapath::engine
