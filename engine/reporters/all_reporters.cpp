// SPDX-License-Identifier: MIT
/// The table of formats in which results are written.
#include <algorithm>
#include <array>

#include "engine/reporters/csv.hpp"
#include "engine/reporters/json.hpp"
#include "engine/reporters/markdown.hpp"
#include "engine/reporters/reporter.hpp"
#include "engine/reporters/table.hpp"
#include "engine/reporters/text.hpp"

namespace csapath::engine {

std::span<const ReporterRow> all_reporters() {
    static const std::array<ReporterRow, 7> rows = {{
        {"text", "for people: findings by case, and a summary", "txt", false,
         [] { return text_reporter(rules::Colour::plain); }},
        {"table", "findings only, one a line, in columns for a terminal", "txt", false, table_reporter},
        {"json", "everything, as one object with counts, hashes and notes", "json", true, json_reporter},
        {"ndjson", "findings only, one a line, written as they are found", "ndjson", false, ndjson_reporter},
        {"csv", "findings only, one a row, exact, for programs", "csv", false,
         [] { return csv_reporter(Cells::exact); }},
        {"csv-excel", "the same for spreadsheets: no cell can be taken for a formula", "csv", false,
         [] { return csv_reporter(Cells::defused); }},
        {"markdown", "for minutes and reviews: a summary, tables by rule, and findings by case", "md", false,
         markdown_reporter},
    }};
    return rows;
}

const ReporterRow* reporter(std::string_view name) {
    const auto rows = all_reporters();
    const auto found = std::find_if(rows.begin(), rows.end(), [&](const ReporterRow& row) { return row.name == name; });
    return found == rows.end() ? nullptr : &*found;
}

}  // namespace csapath::engine
