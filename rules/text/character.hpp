// SPDX-License-Identifier: MIT
/// One character of UTF-8 text at a time, whatever the bytes are.
#pragma once

#include <cstdint>
#include <string_view>

namespace csapath::rules {

/// A Unicode code point as it stands in a text, or a byte that belongs to none.
struct Character {
    char32_t code = 0;       ///< the code point; of a stray byte its value
    std::uint8_t bytes = 1;  ///< how many it takes; 1 for a stray byte
    bool valid = true;       ///< false for a stray byte: overlong, cut short, a surrogate or beyond U+10FFFF
};

/// The first character of `text`, which is not empty.
Character first_character(std::string_view text);

}  // namespace csapath::rules
