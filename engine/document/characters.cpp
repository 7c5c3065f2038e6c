// SPDX-License-Identifier: MIT
#include "engine/document/characters.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "rules/text/character.hpp"
#include "rules/text/snippet.hpp"

namespace csapath::engine {
namespace {

using rules::Character;
using rules::Code;
using rules::Diagnostic;
using rules::Diagnostics;
using rules::Source;
using rules::Span;

constexpr std::uint32_t most_reported = 100;

struct Range {
    char32_t first, last;
    std::string_view name;
};

/// What is refused above the ASCII range, in ascending order.
constexpr std::array refused{
    Range{0x80, 0x9F, "a control character"},
    Range{0xA0, 0xA0, "a no-break space"},
    Range{0xAD, 0xAD, "a soft hyphen, which cannot be seen"},
    Range{0x61C, 0x61C, "a mark that turns the direction of text"},
    Range{0x1680, 0x1680, "a space that is no plain space"},
    Range{0x180E, 0x180E, "a zero-width space"},
    Range{0x2000, 0x200A, "a space that is no plain space"},
    Range{0x200B, 0x200B, "a zero-width space"},
    Range{0x200C, 0x200D, "a zero-width joiner"},
    Range{0x200E, 0x200F, "a mark that turns the direction of text"},
    Range{0x2028, 0x2029, "a line separator that is no line end here"},
    Range{0x202A, 0x202E, "a mark that turns the direction of text"},
    Range{0x202F, 0x202F, "a no-break space"},
    Range{0x205F, 0x205F, "a space that is no plain space"},
    Range{0x2060, 0x2064, "a character without width"},
    Range{0x2066, 0x2069, "a mark that turns the direction of text"},
    Range{0x3000, 0x3000, "a space that is no plain space"},
    Range{0xFEFF, 0xFEFF, "a byte order mark in the middle of the text"},
};

/// Not refused as such, but often typed by a word processor where a plain sign was meant.
constexpr std::array curly{
    Range{0x2010, 0x2015, "a dash that is no plain hyphen"},
    Range{0x2018, 0x201B, "a curly quotation mark"},
    Range{0x201C, 0x201F, "a curly quotation mark"},
    Range{0x2026, 0x2026, "an ellipsis"},
    Range{0x2212, 0x2212, "a minus sign that is no plain hyphen"},
};

template <std::size_t Size>
const Range* in(const std::array<Range, Size>& ranges, char32_t code) {
    const auto range = std::ranges::lower_bound(ranges, code, {}, &Range::last);
    return range != ranges.end() && range->first <= code ? &*range : nullptr;
}

unsigned byte(std::string_view text, std::size_t at) {
    return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U;
}

/// The name of a wider encoding, by its byte order mark or by the zero bytes that it gives to plain letters.
std::string_view wide_encoding(std::string_view text) {
    using namespace std::string_view_literals;
    if (text.starts_with("\xFF\xFE\0\0"sv) || text.starts_with("\0\0\xFE\xFF"sv)) return "UTF-32";
    if (text.starts_with("\xFF\xFE"sv) || text.starts_with("\xFE\xFF"sv)) return "UTF-16";
    if (text.size() < 4) return {};
    const bool zero[] = {text[0] == 0, text[1] == 0, text[2] == 0, text[3] == 0};
    if ((!zero[0] && zero[1] && zero[2] && zero[3]) || (zero[0] && zero[1] && zero[2] && !zero[3])) return "UTF-32";
    if ((!zero[0] && zero[1] && !zero[2] && zero[3]) || (zero[0] && !zero[1] && zero[2] && !zero[3])) return "UTF-16";
    return {};
}

Diagnostic not_utf8(const Source& source, std::uint32_t at) {
    return {.code = Code::file_encoding,
            .where = Span{&source, at, at + 1},
            .message = fmt::format("byte {} of the file (0x{:02X}) is not UTF-8", at + 1, byte(source.text(), at)),
            .help = "save the file as UTF-8; it was probably saved as Latin-1 or Windows-1252"};
}

Diagnostic no_place(const Source& source, std::uint32_t at, Character found) {
    Diagnostic diagnostic{.code = Code::file_character,
                          .where = Span{&source, at, at + found.bytes},
                          .message = fmt::format("{} has no place here", described(found.code))};
    if (const Range* range = in(refused, found.code); range != nullptr && range->name.find("space") != range->name.npos)
        diagnostic.help = "type a plain space, or nothing";
    if (found.code == '\r') diagnostic.help = "save the file with line ends LF or CR LF";
    return diagnostic;
}

/// Tabs count for nothing in YAML's indentation, and people see them as any number of spaces.
Diagnostic tab_indents(const Source& source, std::uint32_t at) {
    return {.code = Code::file_character,
            .where = Span{&source, at, at + 1},
            .message = "the line is indented with U+0009 (a tab)",
            .help = "indent with spaces"};
}

}  // namespace

std::uint32_t byte_order_mark(std::string_view text) {
    return text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
}

Span character_span(const Source& source, std::size_t at) {
    const auto size = static_cast<std::uint32_t>(source.text().size());
    if (at >= size) return {&source, size, size};
    const auto begin = static_cast<std::uint32_t>(at);
    return {&source, begin, begin + rules::first_character(source.text().substr(at)).bytes};
}

std::string shown(std::string_view text) {
    constexpr std::size_t most = 60;
    if (text.size() <= most) return rules::printable(text);
    auto cut = most;
    while (cut > 0 && (static_cast<unsigned char>(text[cut]) & 0xC0U) == 0x80U) --cut;
    return rules::printable(text.substr(0, cut)) + "…";
}

bool forbidden(char32_t code) {
    return (code < 0x20 && code != '\t' && code != '\n') || code == 0x7F || in(refused, code) != nullptr;
}

std::string described(char32_t code) {
    auto number = fmt::format("U+{:04X}", static_cast<std::uint32_t>(code));
    const Range* range = in(refused, code);
    if (range == nullptr) range = in(curly, code);
    if (range != nullptr) return fmt::format("{} ({})", number, range->name);
    if (code == '\r') return number + " (a carriage return that ends no line)";
    if (code < 0x20 || code == 0x7F) return number + " (a control character)";
    return number;
}

bool check_characters(const Source& source, Diagnostics& diagnostics) {
    const std::string_view text = source.text();
    if (const auto encoding = wide_encoding(text); !encoding.empty()) {
        diagnostics.add({.code = Code::file_encoding,
                         .where = Span{&source, 0, 1},
                         .message = fmt::format("the file was saved as {} (some programs call it Unicode)", encoding),
                         .help = "save it as UTF-8"});
        return false;
    }
    std::uint32_t reported = 0;
    const auto report = [&](Diagnostic diagnostic) {
        if (++reported <= most_reported) diagnostics.add(std::move(diagnostic));
    };
    bool indentation = true;
    for (std::uint32_t at = byte_order_mark(text); at < text.size();) {
        const Character found = rules::first_character(text.substr(at));
        if (!found.valid) {
            report(not_utf8(source, at));
            return false;
        }
        const bool ends_line = found.code == '\r' && byte(text, at + 1) == '\n';
        if (forbidden(found.code) && !ends_line) report(no_place(source, at, found));
        if (found.code == '\t' && indentation) {
            report(tab_indents(source, at));
            indentation = false;
        }
        indentation = found.code == '\n' || (indentation && found.code == ' ');
        at += found.bytes;
    }
    return reported == 0;
}

}  // namespace csapath::engine
