// SPDX-License-Identifier: MIT
/// What a text may be made of, before anybody asks what it means.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "rules/text/diagnostic.hpp"

namespace csapath::engine {

/// Reports what has no place in a definition: text in another encoding than UTF-8, control characters, characters that
/// cannot be seen or that turn the direction of text, spaces that are no plain spaces, and tabs where a line is
/// indented. True if there was nothing of the kind. A byte order mark at the very start is accepted.
bool check_characters(const rules::Source& source, rules::Diagnostics& diagnostics);

/// How many bytes the byte order mark at the start of `text` has: 0 or 3.
std::uint32_t byte_order_mark(std::string_view text);

/// The character at `at`, all its bytes; at the end of the text the empty place there.
rules::Span character_span(const rules::Source& source, std::size_t at);

/// The beginning of a text of the author's, as it may stand in a message: on one line, and not too long.
std::string shown(std::string_view text);

/// May stand neither in a file nor, written as an escape, in quoted text. Line feeds and tabs are not meant.
bool forbidden(char32_t code);

/// "U+00A0 (a no-break space)"; only the number where the character has no name here.
std::string described(char32_t code);

}  // namespace csapath::engine
