// SPDX-License-Identifier: MIT
/// What the grammar asked for, and what it found, in the words of a message.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rules/language/reading.hpp"

namespace csapath::rules {

/// "a length of time such as '15 working days'"
std::string named(const Expected& what);

/// "a, b or c"
std::string one_of(const std::vector<std::string>& choices);

/// A piece of a definition as a message may quote it: in quotes, on one line, and not too long.
std::string quoted(std::string_view text);

/// How the first character of `text` is called (itself, or its number), and what to write instead.
std::string character_name(std::string_view text);
std::string character_help(std::string_view text);

}  // namespace csapath::rules
