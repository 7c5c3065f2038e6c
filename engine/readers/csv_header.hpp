// SPDX-License-Identifier: MIT
/// How a CSV file begins: its encoding, its separator, and the names of its columns.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/readers/csv_rows.hpp"
#include "engine/readers/faults.hpp"
#include "engine/readers/reader.hpp"
#include "engine/readers/window.hpp"

namespace csapath::engine {

struct CsvStart {
    std::size_t from = 0;  ///< where the first row begins in the window
    std::uint64_t line = 1;
    CsvSigns signs;
};

/// Looks at the first bytes: strips a byte order mark, honours a first line "sep=;", and finds the separator from the
/// header alone, unless somebody has `declared` it. Empty, and a fault told, where the file is no UTF-8 text.
std::optional<CsvStart> csv_start(Window& window, Faults& faults, InputReport& report,
                                  std::optional<char> declared = {});

/// The names in the header of a text that begins with these bytes, as far as a glance tells; empty if its first line
/// does not end within them. `declared` as above.
std::vector<std::string> glanced_columns(std::string_view first_bytes, std::optional<char> declared = {});
/// Whether these are the names of a plain event file.
bool has_required_columns(const std::vector<std::string>& names);

/// The names in a header row, without quotes and outer spaces.
std::vector<std::string> column_names(const CsvRow& header);

/// The places of the columns that every file must have.
struct RequiredColumns {
    std::size_t case_id = 0, event = 0, at = 0;
};

/// Empty, and faults told, where one is missing or two columns have one name.
std::optional<RequiredColumns> required_columns(const std::vector<std::string>& names, const RowPlace& place,
                                                Faults& faults);

/// Whether a row holds the names of all required columns: the header may stand further down than it should.
bool could_be_header(const CsvRow& row);

}  // namespace csapath::engine
