// SPDX-License-Identifier: MIT
/// How names of columns and values of codes are compared.
#pragma once

#include <string>
#include <string_view>

namespace csapath::engine {

/// Small letters, one space for runs of spaces, no-break spaces, line ends, - and _; straight apostrophes and quotes
/// for curly ones, - for dashes; ends trimmed. "Child\xC2\xA0Unique ID " and "child unique id" are the same words.
std::string plain_words(std::string_view text);

/// Without the spaces and no-break spaces, tabs and line ends around it.
std::string_view without_outer_spaces(std::string_view text);

/// Whether `pattern`, in which each * stands for any number of characters, fits all of `text`. Both as plain words.
bool fits_pattern(std::string_view pattern, std::string_view text);

}  // namespace csapath::engine
