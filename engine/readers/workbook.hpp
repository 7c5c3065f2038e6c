// SPDX-License-Identifier: MIT
/// Workbooks as spreadsheets save them (.xlsx, Office Open XML): the sheets by name, and each as a table.
///
/// A cell is handed on as it is meant: a number that is formatted as a date becomes that date (counted from 1900 or
/// 1904, as the workbook says), texts lose their formatting, of a formula the result counts that was saved with it.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/readers/table.hpp"
#include "engine/readers/workbook_parts.hpp"
#include "engine/readers/zip.hpp"

namespace csapath::engine {

class Workbook {
public:
    /// Reads all of `bytes` into memory. Empty, and `fault` says why, if they are no workbook.
    static std::optional<Workbook> open(Bytes& bytes, std::optional<TableRow::Fault>& fault);

    /// The names of the sheets that hold cells, in the order of the workbook.
    std::vector<std::string> sheets() const;
    /// Rows of a sheet; the row numbers are those of the spreadsheet. The workbook must outlive the table, and there is
    /// one at a time. Empty, and `fault` says why, where there is no such sheet, or a part that it needs is damaged.
    std::unique_ptr<Table> table(std::string_view sheet, std::optional<TableRow::Fault>& fault);

private:
    std::unique_ptr<Zip> zip_;
    WorkbookPlan plan_;
    std::optional<SharedStrings> strings_;
    std::optional<CellFormats> formats_;
};

/// The first row of a sheet that is not blank; empty if there is none, or if `fault` says why it cannot be read.
std::vector<std::string> first_row(Workbook& workbook, const std::string& sheet, std::optional<TableRow::Fault>& fault);

const Reader& xlsx_reader();
bool recognises_xlsx(std::string_view name, std::string_view first_bytes);

}  // namespace csapath::engine
