// SPDX-License-Identifier: MIT
/// A row of a log that is laid out as a table, while it is put together.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/readers/log_columns.hpp"
#include "engine/readers/table.hpp"

namespace csapath::engine {

/// Used again from row to row, so that next to nothing is allocated.
struct LogRow {
    struct Piece {
        std::size_t column = 0, at = 0, size = 0;  ///< the last two: in `texts`
        bool date = false, broken = false;
        TableCell::Standing standing = TableCell::Standing::here;
    };
    RowPlace place;
    std::string texts;
    std::vector<Piece> pieces;
    std::optional<TableRow::Fault> fault;

    void clear() {
        texts.clear();
        pieces.clear();
        fault.reset();
    }
    void add(std::size_t column, std::string_view text, bool date = false, bool broken = false) {
        pieces.push_back({column, texts.size(), text.size(), date, broken});
        texts += text;
    }
    bool has(std::size_t column) const {
        for (const Piece& piece : pieces)
            if (piece.column == column) return true;
        return false;
    }
    std::string_view text(const Piece& piece) const { return std::string_view{texts}.substr(piece.at, piece.size); }

    /// Hands it on. `as_text` takes what the row says in one text, the same for every row that says the same.
    void hand_on(const LogColumns& columns, TableRow& row, std::string& as_text) const {
        row.place = place;
        row.fault = fault;
        row.cells.assign(columns.names().size(), {});
        for (const Piece& piece : pieces)
            row.cells[piece.column] = {text(piece), piece.date, piece.broken, piece.standing};
        as_text.clear();
        for (std::size_t column = 0; column < row.cells.size(); ++column)
            if (!row.cells[column].text.empty())
                as_text.append(columns.names()[column]).append("=").append(row.cells[column].text).append("\t");
        row.text = as_text;
    }
    /// The row above all others: the names of the columns.
    static void hand_on_header(const LogColumns& columns, TableRow& row, std::string& as_text) {
        row.place = {};  // it stands nowhere
        row.fault.reset();
        row.cells.clear();
        as_text = "columns";
        for (const std::string& name : columns.names()) {
            row.cells.push_back({name});
            as_text.append("\t").append(name);
        }
        row.text = as_text;
    }
};

}  // namespace csapath::engine
