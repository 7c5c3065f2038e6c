// SPDX-License-Identifier: MIT
/// What may not stand in the text of a data file: bytes that are not UTF-8, and control characters.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace csapath::engine {

struct BadCharacter {
    std::size_t at = 0;     ///< its byte in the text
    bool encoding = false;  ///< not UTF-8; else a control character
    std::string name = {};  ///< of a control character: "NUL", "U+001B"
};

/// The first such character. Tab, carriage return and line feed are none; of a CSV row (`csv`) a carriage return
/// outside quotes is one unless it stands before a line feed.
std::optional<BadCharacter> bad_character(std::string_view text, bool csv);

}  // namespace csapath::engine
