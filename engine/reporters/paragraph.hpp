// SPDX-License-Identifier: MIT
/// Sentences as a terminal shows them: lines broken between words, counts with their noun, lists with "and".
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace csapath::engine {

inline constexpr std::size_t page_width = 100;  ///< in characters; a longer word stands out

/// Appends `text`, broken between words so that no line is wider than the page, and a line feed. The line stands at
/// `column` already; those that follow are indented by `indent`. `text` is printable and holds no line feed.
void append_wrapped(std::string_view text, std::size_t column, std::size_t indent, std::string& to);

/// "1 row", "2 rows", "1 case": the plural is the noun and an s.
std::string counted(std::uint64_t count, std::string_view noun);

/// "a", "a and b", "a, b and c"; empty for none.
std::string listed_in_words(const std::vector<std::string>& items);

/// How many characters (code points) a text has.
std::size_t width(std::string_view text);

}  // namespace csapath::engine
