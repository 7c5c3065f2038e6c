// SPDX-License-Identifier: MIT
#include "engine/profile/mapping_lines.hpp"

#include <fmt/format.h>

#include "engine/reporters/paragraph.hpp"
#include "rules/text/snippet.hpp"

namespace csapath::engine {

namespace {

constexpr std::size_t step = 2;

void append_comment(std::size_t depth, std::string_view sentence, std::string& to) {
    const std::size_t column = depth * step + 2;
    std::string lines(column, ' ');
    append_wrapped(sentence, column, column, lines);
    for (std::string_view rest = lines; !rest.empty();) {
        const std::size_t end = rest.find('\n');
        to.append(depth * step, ' ').append("# ").append(rest.substr(column, end - column)).append("\n");
        rest.remove_prefix(end + 1);
    }
}

}  // namespace

void MappingLines::add(std::size_t depth, std::string_view line) {
    text_.append(depth * step, ' ').append(line).append("\n");
}

void MappingLines::add_proposal(std::size_t depth, std::string_view line) {
    text_.append(depth * step, ' ').append("# ").append(line).append("\n");
}

void MappingLines::ask(std::size_t depth, std::string_view question) {
    append_comment(depth, fmt::format("QUESTION {}. {}", ++questions_, question), text_);
}

void MappingLines::explain(std::size_t depth, std::string_view sentence) {
    append_comment(depth, sentence, text_);
}

void MappingLines::blank() {
    text_ += '\n';
}

std::string quoted_scalar(std::string_view text) {
    std::string written = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') written += '\\';
        if (c == '\n')
            written += "\\n";
        else if (c == '\t')
            written += "\\t";
        else if (c == '\r')
            written += "\\r";
        else
            written += c;
    }
    return written + '"';
}

std::string quoted_list(const std::vector<std::string>& texts) {
    std::string list;
    for (const std::string& text : texts) list += (list.empty() ? "" : ", ") + quoted_scalar(text);
    return '[' + list + ']';
}

std::string key_word(std::string_view text) {
    std::string word;
    for (const char c : text) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        const bool figure = c >= '0' && c <= '9';
        if (letter || (figure && !word.empty()))
            word += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        else if (figure)
            word = fmt::format("table-{}", c);
        else if (!word.empty() && word.back() != '-')
            word += '-';
    }
    while (word.ends_with('-')) word.pop_back();
    return word.empty() ? "table" : word;
}

}  // namespace csapath::engine
