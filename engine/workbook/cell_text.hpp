// SPDX-License-Identifier: MIT
/// Text as a cell of a workbook can hold it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace csapath::engine {

/// In the units in which spreadsheets count: a character beyond U+FFFF is two.
inline constexpr std::size_t longest_cell = 32'767;

struct CellText {
    std::string text;
    bool cut = false;  ///< it was longer, and ends with an ellipsis now
};

/// As page_text() has it, and "_x0041_", which a workbook would read as "A", made to be read as it is written.
CellText cell_text(std::string_view text);

}  // namespace csapath::engine
