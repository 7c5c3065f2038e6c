// SPDX-License-Identifier: MIT
/// Text made safe for where it is put. What appends needs no memory but that of `to`.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "engine/findings/pen.hpp"

namespace csapath::engine {

/// A JSON string, quotes and all. Control characters, bidirectional controls, invisible characters, U+2028, U+2029 and
/// the slash of "</" are escaped, so that the text is also safe in a terminal and inside HTML; read back it is the
/// same text. A byte that is not UTF-8 becomes U+FFFD.
void append_json(std::string_view text, std::string& to);
void write_json(std::string_view text, Pen& pen);
std::string json_text(std::string_view text);

/// For terminals: rules::printable, quicker where there is nothing to hide.
std::string for_terminal(std::string_view text);

/// What a cell of a CSV file is for.
enum class Cells : std::uint8_t {
    exact,   ///< for machines: the text as it is
    defused  ///< for spreadsheets: text that would be taken for a formula gets a ' in front
};

/// A field of a CSV file, in quotes where it holds a comma, a quote or a line end, or has blanks at an end.
///
/// Defused: text that begins with = + - @, one of their full-width twins, a tab or a carriage return gets a ' in front,
/// and so does text that begins with any number of ' before such a sign. So taking away one ' where only more of
/// them and such a sign follow gives the text back exactly.
void append_csv(std::string_view text, Cells cells, std::string& to);

}  // namespace csapath::engine
