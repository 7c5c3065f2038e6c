// SPDX-License-Identifier: MIT
#include "rules/text/character.hpp"

namespace csapath::rules {

Character first_character(std::string_view text) {
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
    const char32_t lead = byte(0);
    const Character stray{lead, 1, false};
    if (lead < 0x80) return {lead, 1, true};
    if (lead < 0xC2 || lead > 0xF4) return stray;

    const std::uint8_t bytes = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (text.size() < bytes) return stray;
    char32_t code = lead & (0x7Fu >> bytes);
    for (std::size_t at = 1; at < bytes; ++at) {
        if ((byte(at) & 0xC0u) != 0x80u) return stray;
        code = code << 6 | (byte(at) & 0x3Fu);
    }

    const bool overlong = (bytes == 3 && code < 0x800) || (bytes == 4 && code < 0x10000);
    const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
    if (overlong || surrogate || code > 0x10FFFF) return stray;
    return {code, bytes, true};
}

}  // namespace csapath::rules
