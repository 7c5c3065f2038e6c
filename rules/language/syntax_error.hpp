// SPDX-License-Identifier: MIT
/// Why a text could not be read, in plain words: from how far the grammar could follow it, and what it asked for there.
#pragma once

#include "rules/language/reading.hpp"
#include "rules/text/diagnostic.hpp"

namespace csapath::rules {

/// What was read from the text: a whole sentence, an edge, a condition alone or a length of time alone.
enum class Reads : std::uint8_t { edge, sentence, condition, length };

/// The one diagnostic of a text that did not read. No message is longer than 300 bytes.
Diagnostic syntax_error(const Reading& reading, Reads what);

}  // namespace csapath::rules
