// SPDX-License-Identifier: MIT
#include "engine/document/scalar_text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <string_view>
#include <utility>

namespace csapath::engine {
namespace {

using rules::Passage;
using rules::Source;
using rules::Span;

/// A passage under construction: a new piece begins wherever the text stops running beside the source.
class Collected {
public:
    void add(char letter, std::size_t written) {
        const auto at = static_cast<std::uint32_t>(passage_.text.size());
        const auto place = static_cast<std::uint32_t>(written);
        if (passage_.pieces.empty() || passage_.pieces.back().written + (at - passage_.pieces.back().at) != place)
            passage_.pieces.push_back({at, place});
        passage_.text.push_back(letter);
    }

    /// What an escape of `bytes` bytes stands for. Its last byte stands at the escape's last, so that a span which
    /// ends here takes in all of it; a longer text begins with it too.
    void add(std::string_view letters, std::size_t written, std::size_t bytes) {
        for (std::size_t letter = 0; letter < letters.size(); ++letter)
            add(letters[letter], letter + 1 == letters.size() ? written + bytes - 1 : written + letter);
    }

    /// Drops the blanks at the end, as far back as `kept`: YAML drops them before a line end.
    void drop_blanks(std::size_t kept) {
        auto& text = passage_.text;
        while (text.size() > kept && (text.back() == ' ' || text.back() == '\t')) text.pop_back();
        forget_beyond();
    }
    void drop_line_ends() {
        while (passage_.text.ends_with('\n')) passage_.text.pop_back();
        forget_beyond();
    }

    std::size_t size() const { return passage_.text.size(); }
    Passage finish(const Source& source, std::size_t begin, std::size_t end) {
        passage_.where = Span{&source, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
        if (passage_.pieces.empty()) passage_.pieces.push_back({0, static_cast<std::uint32_t>(begin)});
        return std::move(passage_);
    }

private:
    void forget_beyond() {
        while (!passage_.pieces.empty() && passage_.pieces.back().at >= passage_.text.size())
            passage_.pieces.pop_back();
    }

    Passage passage_;
};

std::string utf8(char32_t code) {
    const auto low = [code](unsigned shift) { return static_cast<char>(0x80U | ((code >> shift) & 0x3FU)); };
    if (code < 0x80) return {static_cast<char>(code)};
    if (code < 0x800) return {static_cast<char>(0xC0U | (code >> 6U)), low(0)};
    if (code < 0x10000) return {static_cast<char>(0xE0U | (code >> 12U)), low(6), low(0)};
    return {static_cast<char>(0xF0U | (code >> 18U)), low(12), low(6), low(0)};
}

struct Escape {
    std::string meant;
    std::size_t bytes;  ///< with its backslash
};

/// The escape whose backslash stands at `at`.
std::optional<Escape> escape(std::string_view text, std::size_t at) {
    constexpr std::array<std::pair<char, std::string_view>, 17> simple{{{'0', {"\0", 1}},
                                                                        {'a', "\a"},
                                                                        {'b', "\b"},
                                                                        {'t', "\t"},
                                                                        {'\t', "\t"},
                                                                        {'n', "\n"},
                                                                        {'v', "\v"},
                                                                        {'f', "\f"},
                                                                        {'r', "\r"},
                                                                        {'e', "\x1B"},
                                                                        {' ', " "},
                                                                        {'"', "\""},
                                                                        {'/', "/"},
                                                                        {'\\', "\\"},
                                                                        {'N', "\u0085"},
                                                                        {'_', "\u00A0"},
                                                                        {'L', "\u2028"}}};
    if (at + 1 >= text.size()) return std::nullopt;
    const char letter = text[at + 1];
    for (const auto& [name, meant] : simple)
        if (letter == name) return Escape{std::string(meant), 2};
    if (letter == 'P') return Escape{"\u2029", 2};
    const std::size_t digits = letter == 'x' ? 2 : letter == 'u' ? 4 : letter == 'U' ? 8 : 0;
    if (digits == 0 || at + 2 + digits > text.size()) return std::nullopt;
    std::uint32_t code = 0;
    const char* const first = text.data() + at + 2;
    const auto [end, error] = std::from_chars(first, first + digits, code, 16);
    if (error != std::errc{} || end != first + digits || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF))
        return std::nullopt;
    return Escape{utf8(code), 2 + digits};
}

bool blank(char letter) {
    return letter == ' ' || letter == '\t';
}

/// The bytes of the line end at `at`: 0, 1 or 2.
std::size_t line_end(std::string_view text, std::size_t at) {
    if (text.substr(at).starts_with("\r\n")) return 2;
    return at < text.size() && text[at] == '\n' ? 1 : 0;
}

std::size_t past_blanks(std::string_view text, std::size_t at) {
    while (at < text.size() && blank(text[at])) ++at;
    return at;
}

/// Joins lines at the line end at `at`: one becomes a space, and each further one a line feed. Answers where the next
/// line's text begins.
std::size_t join_lines(std::string_view text, std::size_t at, Collected& collected) {
    const std::size_t first = at;
    std::size_t lines = 0;
    std::size_t latest = at;
    while (const auto bytes = line_end(text, at)) {
        if (lines++ > 0) collected.add('\n', latest);
        latest = past_blanks(text, at + bytes);
        at = latest;
    }
    if (lines == 1) collected.add(' ', first);
    return at;
}

}  // namespace

std::optional<Passage> quoted_text(const Source& source, std::uint32_t at) {
    const std::string_view text = source.text();
    const char quote = text[at];
    Collected collected;
    std::size_t kept = 0;  // blanks before this are written as escapes, and stay
    for (std::size_t next = at + 1; next < text.size();) {
        const char letter = text[next];
        if (letter == quote && quote == '\'' && text.substr(next + 1).starts_with('\'')) {
            collected.add('\'', next + 1);
            next += 2;
        } else if (letter == quote) {
            return collected.finish(source, at, next + 1);
        } else if (letter == '\\' && quote == '"') {
            if (const auto bytes = line_end(text, next + 1)) {
                next = past_blanks(text, next + 1 + bytes);
            } else {
                const auto found = escape(text, next);
                if (!found) return std::nullopt;
                collected.add(found->meant, next, found->bytes);
                next += found->bytes;
            }
            kept = collected.size();
        } else if (line_end(text, next) != 0) {
            collected.drop_blanks(kept);
            next = join_lines(text, next, collected);
            kept = collected.size();
        } else {
            collected.add(letter, next++);
        }
    }
    return std::nullopt;
}

std::optional<Passage> block_text(const Source& source, std::uint32_t at) {
    const std::string_view text = source.text();
    std::size_t next = at + 1;
    if (next < text.size() && (text[next] == '+' || text[next] == '-')) ++next;
    next = past_blanks(text, next);
    if (next < text.size() && text[next] == '#') next = text.find('\n', next);
    if (next < text.size() && line_end(text, next) == 0) return std::nullopt;

    Collected collected;
    std::optional<std::size_t> indentation;
    std::size_t end = next;
    for (next = std::min(text.size(), next + line_end(text, std::min(next, text.size()))); next < text.size();) {
        const auto first = text.find_first_not_of(' ', next);
        if (first == text.npos) break;
        const auto stop = std::min(text.find('\n', first), text.size());
        const bool empty = line_end(text, first) != 0;
        if (!empty && !indentation) indentation = first - next;
        if (!empty && first - next < *indentation) break;
        // A line of blanks alone that is longer than the indentation keeps what stands beyond it.
        const auto begin = indentation ? std::min(first, next + *indentation) : first;
        const auto words_end = stop > begin && text[stop - 1] == '\r' ? stop - 1 : stop;
        for (auto letter = begin; letter < words_end; ++letter) collected.add(text[letter], letter);
        if (stop == text.size()) {
            end = stop;
            break;
        }
        collected.add('\n', words_end);
        if (!empty) end = words_end;
        next = stop + 1;
    }
    collected.drop_line_ends();
    return collected.finish(source, at, std::min(end, text.size()));
}

}  // namespace csapath::engine
