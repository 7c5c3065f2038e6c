// SPDX-License-Identifier: MIT
#include "engine/readers/bad_character.hpp"

#include "rules/text/character.hpp"

namespace csapath::engine {

namespace {
std::string name_of(char character) {
    if (character == '\0') return "NUL";
    if (character == '\r') return "a lone carriage return";
    if (character == '\n') return "a lone line feed";
    constexpr std::string_view digits = "0123456789ABCDEF";
    const auto code = static_cast<unsigned char>(character);
    return std::string{"U+00"} + digits[code / 16] + digits[code % 16];
}
}  // namespace

std::optional<BadCharacter> bad_character(std::string_view text, bool csv) {
    bool inside = false;
    for (std::size_t at = 0; at < text.size();) {
        const char byte = text[at];
        if (static_cast<unsigned char>(byte) >= 0x80) {
            const rules::Character character = rules::first_character(text.substr(at));
            if (!character.valid) return BadCharacter{at, true};
            at += character.bytes;
            continue;
        }
        if (byte == '"') inside = !inside;
        const bool before_line_feed = at + 1 < text.size() && text[at + 1] == '\n';
        const bool line_end = byte == '\n' || byte == '\r';
        const bool stray = csv && line_end && !inside && !(byte == '\r' && before_line_feed);
        if (stray || (byte >= 0 && byte < ' ' && byte != '\t' && !line_end))
            return BadCharacter{at, false, name_of(byte)};
        ++at;
    }
    return std::nullopt;
}

}  // namespace csapath::engine
