// SPDX-License-Identifier: MIT
#include "engine/document/keys.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "engine/document/characters.hpp"
#include "rules/text/character.hpp"

namespace csapath::engine {
namespace {

using rules::Code;
using rules::Diagnostic;
using rules::Passage;

bool letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool word(std::string_view text) {
    const auto rest = [](char c) { return letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '_'; };
    return !text.empty() && letter(text.front()) && std::ranges::all_of(text, rest);
}

bool words(std::string_view text, std::string_view joint) {
    for (auto at = text.find(joint); at != text.npos; at = text.find(joint)) {
        if (!word(text.substr(0, at))) return false;
        text.remove_prefix(at + joint.size());
    }
    return word(text);
}

bool target(std::string_view text) {
    const auto as = text.rfind(" as ");
    if (as == text.npos) return words(text, " or ");
    return words(text.substr(0, as), " or ") && word(text.substr(as + 4));
}

/// Facts may belong to a step, and rules always do: `screening.outcome`, `screening.next.strategy-discussion`.
bool dots_under(std::string_view under) {
    return under == "facts" || under == "expect";
}

bool fits(std::string_view text, std::string_view under) {
    if (under == "next") return target(text);
    if (dots_under(under)) return words(text, ".");
    return word(text);
}

bool printable_line(std::string_view text) {
    if (text.find_first_not_of(' ') == text.npos) return false;
    while (!text.empty()) {
        const auto next = rules::first_character(text);
        if (!next.valid || next.code < 0x20 || forbidden(next.code)) return false;
        text.remove_prefix(next.bytes);
    }
    return true;
}

/// The first character that is not ASCII: letters of other alphabets can look like ours, and curly quotes like plain
/// ones, so they are named.
std::optional<Diagnostic> foreign_character(const Passage& key) {
    const auto at = std::ranges::find_if(key.text, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
    if (at == key.text.end()) return std::nullopt;
    const auto offset = static_cast<std::uint32_t>(at - key.text.begin());
    const auto found = rules::first_character(std::string_view(key.text).substr(offset));
    return Diagnostic{.code = Code::yaml_key_not_word,
                      .where = key.span(offset, offset + found.bytes),
                      .message = fmt::format("the key '{}' holds {}; keys are words of plain letters", shown(key.text),
                                             described(found.code)),
                      .help = "type the plain sign, or put the key in plain quotes"};
}

std::string expected(std::string_view under) {
    if (under == "next") return "a step here, or steps joined by 'or', with 'as' and a word if need be";
    if (dots_under(under)) return "words here may be joined by dots";
    return "a key is a letter, then letters, digits, - or _";
}

}  // namespace

std::optional<Diagnostic> wrong_key(const Node& key, std::string_view under) {
    const std::string& text = key.text();
    if (!key.is_scalar())
        return Diagnostic{.code = Code::yaml_key_not_word,
                          .where = key.where,
                          .message = "a key must be a word, not a list or a map",
                          .help = "put text that begins with a bracket in quotes"};
    if (key.style == Node::Style::quoted) {
        if (printable_line(text)) return std::nullopt;
        return Diagnostic{
            .code = Code::yaml_key_not_word, .where = key.where, .message = "a key in quotes must be text on one line"};
    }
    if (key.style == Node::Style::plain && fits(text, under)) return std::nullopt;
    if (text == "<<")
        return Diagnostic{.code = Code::yaml_anchor,
                          .where = key.where,
                          .message = "merge keys (<<) are not allowed",
                          .help = "write the keys out, or lay one definition over another with 'extends'"};
    if (auto foreign = foreign_character(key.scalar)) return foreign;
    const bool title = under != "next" && !dots_under(under);
    return Diagnostic{.code = Code::yaml_key_not_word,
                      .where = key.where,
                      .message = fmt::format("'{}' is no key: {}", shown(text), expected(under)),
                      .help = title ? "put a title that is used as a key in quotes" : ""};
}

std::optional<Diagnostic> wrong_key_alone(const Node& key, std::string_view under) {
    auto wrong = wrong_key(key, under);
    if (!wrong || wrong->code != Code::yaml_key_not_word || !key.is_scalar() || key.style != Node::Style::plain)
        return wrong;
    const bool space_missing = key.text().find(':') != key.text().npos;
    wrong->message = fmt::format("'{}' has no value; is {} missing?", shown(key.text()),
                                 space_missing ? "a space after the colon" : "a colon");
    wrong->help = "write 'key: value'; if this belongs to the text before it, put that text in quotes";
    return wrong;
}

}  // namespace csapath::engine
