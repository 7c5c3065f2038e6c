// SPDX-License-Identifier: MIT
/// A workbook that was written, as csapath itself reads one.
#pragma once

#include <string>
#include <vector>

#include "engine/readers/workbook.hpp"
#include "tests/engine/readers/reading.hpp"
#include "tests/support/catch.hpp"

namespace csapath {

using SheetRow = std::vector<std::string>;

/// The rows of a sheet, its heading first. A date is told as one: "2025-04-30 (date)".
inline std::vector<SheetRow> rows_of_sheet(const std::string& workbook, const std::string& sheet) {
    engine::test::TextBytes bytes(workbook);
    std::optional<engine::TableRow::Fault> fault;
    auto book = engine::Workbook::open(bytes, fault);
    REQUIRE(book);
    const auto table = book->table(sheet, fault);
    REQUIRE(table);
    std::vector<SheetRow> rows;
    engine::TableRow row;
    while (table->next(row)) {
        REQUIRE_FALSE(row.fault);
        SheetRow cells;
        for (const engine::TableCell& cell : row.cells)
            cells.push_back(std::string(cell.text) + (cell.date ? " (date)" : ""));
        rows.push_back(std::move(cells));
    }
    return rows;
}

inline std::vector<std::string> sheets_of_workbook(const std::string& workbook) {
    engine::test::TextBytes bytes(workbook);
    std::optional<engine::TableRow::Fault> fault;
    const auto book = engine::Workbook::open(bytes, fault);
    REQUIRE(book);
    return book->sheets();
}

/// The row that begins with these cells.
inline SheetRow row_beginning(const std::vector<SheetRow>& rows, const SheetRow& with) {
    for (const SheetRow& row : rows)
        if (row.size() >= with.size() && std::equal(with.begin(), with.end(), row.begin())) return row;
    FAIL("no row begins with " << with.front());
    return {};
}

}  // namespace csapath
