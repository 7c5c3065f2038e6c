// SPDX-License-Identifier: MIT
#include "engine/reporters/escape.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

#include "rules/text/character.hpp"
#include "rules/text/snippet.hpp"

namespace csapath::engine {

namespace {
// Many bytes at a time: most of what is written needs no escape, and looking at single bytes would cost more than all
// the rest of a finding.
#if defined(__SSE2__)
constexpr std::size_t at_once = 16;

bool all_plain(const char* text) {
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text));
    const auto is = [&](char wanted) { return _mm_cmpeq_epi8(bytes, _mm_set1_epi8(wanted)); };
    // Compared as signed numbers, the bytes of characters beyond ASCII are below a space.
    const __m128i below_space = _mm_cmplt_epi8(bytes, _mm_set1_epi8(' '));
    const __m128i special =
        _mm_or_si128(_mm_or_si128(_mm_or_si128(below_space, is('\x7f')), is('"')), _mm_or_si128(is('\\'), is('<')));
    return _mm_movemask_epi8(special) == 0;
}
#else
constexpr std::size_t at_once = 8;
constexpr std::uint64_t every_byte = 0x0101010101010101;
constexpr std::uint64_t high_bits = 0x80 * every_byte;

/// Not 0 if one of the eight bytes is `wanted`.
constexpr std::uint64_t holds(std::uint64_t eight, char wanted) {
    const std::uint64_t zero_where_found = eight ^ (static_cast<unsigned char>(wanted) * every_byte);
    return (zero_where_found - every_byte) & ~zero_where_found & high_bits;
}

bool all_plain(const char* text) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, text, sizeof eight);
    const std::uint64_t not_ascii = eight & high_bits;
    const std::uint64_t below_space = (eight - 0x20 * every_byte) & ~eight & high_bits;
    return (not_ascii | below_space | holds(eight, '"') | holds(eight, '\\') | holds(eight, '<') |
            holds(eight, '\x7f')) == 0;
}
#endif

bool plain(char letter) {
    return letter >= ' ' && letter < '\x7f' && letter != '"' && letter != '\\' && letter != '<';
}

/// How many bytes at the front stand for themselves.
std::size_t plain_bytes(std::string_view text) {
    std::size_t at = 0;
    for (; at + 2 * at_once <= text.size(); at += 2 * at_once) {
        const bool first = all_plain(text.data() + at), second = all_plain(text.data() + at + at_once);
        if (!(first & second)) break;
    }
    while (at + at_once <= text.size() && all_plain(text.data() + at)) at += at_once;
    if (text.size() >= at_once && all_plain(text.data() + text.size() - at_once) && at + at_once > text.size())
        return text.size();
    while (at < text.size() && plain(text[at])) ++at;
    return at;
}

bool cannot_be_seen(char32_t code) {
    return code < 0x20 || (code >= 0x7F && code < 0xA0) || code == 0x061C || (code >= 0x200B && code <= 0x200F) ||
           (code >= 0x2028 && code <= 0x202E) || (code >= 0x2060 && code <= 0x2069) || code == 0xFEFF;
}

void append_code(char32_t code, std::string& to) {
    constexpr std::string_view digits = "0123456789abcdef";
    const std::array<char, 6> text = {
        '\\', 'u', digits[code >> 12 & 15], digits[code >> 8 & 15], digits[code >> 4 & 15], digits[code & 15]};
    to.append(text.data(), text.size());
}

/// The first character of `text`, escaped if it has to be; returns how many bytes it took.
std::size_t append_character(std::string_view text, std::string& to) {
    const rules::Character next = rules::first_character(text);
    if (!next.valid) {
        append_code(0xFFFD, to);
    } else if (next.code == U'"' || next.code == U'\\') {
        to += '\\';
        to += text.front();
    } else if (next.code == U'<' && text.substr(1).starts_with('/')) {
        to += "<\\/";
        return 2;
    } else if (next.code == U'\n') {
        to += "\\n";
    } else if (next.code == U'\r') {
        to += "\\r";
    } else if (next.code == U'\t') {
        to += "\\t";
    } else if (cannot_be_seen(next.code)) {
        append_code(next.code, to);
    } else {
        to.append(text, 0, next.bytes);
    }
    return next.bytes;
}

bool space_or_tab(char letter) {
    return letter == ' ' || letter == '\t';
}

bool needs_quotes(std::string_view text) {
    if (text.empty()) return false;
    std::uint8_t special = 0;  // without a way out of the loop, so that the compiler looks at many bytes at a time
    for (const char letter : text) {
        special |= static_cast<std::uint8_t>((letter == ',') | (letter == '"') | (letter == '\r') | (letter == '\n'));
    }
    return special != 0 || space_or_tab(text.front()) || space_or_tab(text.back());
}

/// Whether a spreadsheet might take it for a formula, or for one that was defused before.
bool looks_like_formula(std::string_view text) {
    constexpr std::array<std::string_view, 10> signs = {
        "=", "+", "-", "@", "\t", "\r", "\xEF\xBC\x9D", "\xEF\xBC\x8B", "\xEF\xBC\x8D", "\xEF\xBC\xA0"};
    text.remove_prefix(std::min(text.find_first_not_of('\''), text.size()));
    return std::any_of(signs.begin(), signs.end(), [&](std::string_view sign) { return text.starts_with(sign); });
}
}  // namespace

void append_json(std::string_view text, std::string& to) {
    to += '"';
    while (true) {
        const std::size_t as_they_are = plain_bytes(text);
        to.append(text, 0, as_they_are);
        text.remove_prefix(as_they_are);
        if (text.empty()) break;
        text.remove_prefix(append_character(text, to));
    }
    to += '"';
}

void write_json(std::string_view text, Pen& pen) {
    if (plain_bytes(text) != text.size()) return pen.put(json_text(text));
    pen.put('"');
    pen.put(text);
    pen.put('"');
}

std::string json_text(std::string_view text) {
    std::string json;
    append_json(text, json);
    return json;
}

std::string for_terminal(std::string_view text) {
    return plain_bytes(text) == text.size() ? std::string(text) : rules::printable(text);
}

void append_csv(std::string_view text, Cells cells, std::string& to) {
    const bool defuse = cells == Cells::defused && looks_like_formula(text);
    if (!needs_quotes(text)) {
        if (defuse) to += '\'';
        to += text;
        return;
    }
    to += '"';
    if (defuse) to += '\'';
    for (std::size_t quote = text.find('"'); quote != std::string_view::npos; quote = text.find('"')) {
        to.append(text, 0, quote + 1);
        to += '"';
        text.remove_prefix(quote + 1);
    }
    to += text;
    to += '"';
}

}  // namespace csapath::engine
