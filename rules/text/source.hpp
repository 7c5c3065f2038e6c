// SPDX-License-Identifier: MIT
/// A named text, and places in it.
///
/// Everything a person wrote is kept once, as a Source. What is made from it remembers where it stood as a
/// Span: two offsets. Lines and columns are worked out at the very end, when something has to be told.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace csapath::rules {

/// Where something stands, as a person counts: the first line is 1, the first character of a line is column 1,
/// and a character is one Unicode code point.
struct Place {
    std::uint32_t line = 1;
    std::uint32_t column = 1;
    friend bool operator==(const Place&, const Place&) = default;
};

class Source {
public:
    /// `name` is what the user called it (a path, or "standard input"); `text` is UTF-8, of less than 4 GiB. A byte
    /// that is not UTF-8 counts as one character, and a byte order mark at the very start as none.
    Source(std::string name, std::string text);

    const std::string& name() const { return name_; }
    std::string_view text() const { return text_; }

    /// The place of the character that the byte at `offset` belongs to; of a line end, the place after the last
    /// character of its line; of an offset past the end, the place after the last character of all.
    Place place(std::uint32_t offset) const;

    /// The text of a line (1-based) without its line end (LF, CR LF or a lone CR); empty if there is no such line.
    std::string_view line(std::uint32_t number) const;

private:
    std::string name_;
    std::string text_;
    std::vector<std::uint32_t> line_starts_;
};

/// A stretch of a source, in bytes: [begin, end). A span always knows its text, so a value that came from a
/// regional layer is never blamed on the national file. Without a source it is nowhere.
struct Span {
    const Source* source = nullptr;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    bool empty() const { return source == nullptr || begin >= end; }
    std::string_view text() const { return empty() ? std::string_view{} : source->text().substr(begin, end - begin); }
    friend bool operator==(const Span&, const Span&) = default;
};

/// The smallest span that holds both; the first where they stand in different sources. What is nowhere adds nothing.
Span joined(const Span& one, const Span& other);

/// "path:line:column" of where a span begins; empty for a span that is nowhere.
std::string address(const Span& span);

/// Keeps sources at one address for as long as it lives; spans point into it.
class Sources {
public:
    const Source& add(std::string name, std::string text) {
        return all_.emplace_back(std::move(name), std::move(text));
    }
    const std::deque<Source>& all() const { return all_; }

private:
    std::deque<Source> all_;
};

}  // namespace csapath::rules
