// SPDX-License-Identifier: MIT
#include "engine/reporters/paragraph.hpp"

#include <algorithm>

#include "engine/findings/append.hpp"

namespace csapath::engine {

std::size_t width(std::string_view text) {
    const auto begins_character = [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0u) != 0x80u; };
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), begins_character));
}

void append_wrapped(std::string_view text, std::size_t column, std::size_t indent, std::string& to) {
    bool line_has_words = false;
    while (true) {
        text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
        if (text.empty()) break;
        const std::string_view word = text.substr(0, text.find(' '));
        text.remove_prefix(word.size());

        const std::size_t needed = width(word) + (line_has_words ? 1 : 0);
        if (line_has_words && column + needed > page_width) {
            to += '\n';
            to.append(indent, ' ');
            column = indent;
            line_has_words = false;
        }
        if (line_has_words) to += ' ';
        column += width(word) + (line_has_words ? 1 : 0);
        to += word;
        line_has_words = true;
    }
    to += '\n';
}

std::string counted(std::uint64_t count, std::string_view noun) {
    std::string text;
    append_number(count, text);
    text += ' ';
    text += noun;
    if (count != 1) text += 's';
    return text;
}

std::string listed_in_words(const std::vector<std::string>& items) {
    std::string text;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (i > 0) text += i + 1 == items.size() ? " and " : ", ";
        text += items[i];
    }
    return text;
}

}  // namespace csapath::engine
