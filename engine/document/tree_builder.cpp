// SPDX-License-Identifier: MIT
#include "engine/document/tree_builder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "engine/document/characters.hpp"
#include "engine/document/keys.hpp"
#include "engine/document/scalar_text.hpp"
#include "rules/text/character.hpp"

namespace csapath::engine {
namespace {

using rules::Code;
using rules::Diagnostic;
using rules::Passage;
using rules::Span;

constexpr std::size_t most_syntax_faults = 100;

constexpr std::string_view quotes_help = "put the text in quotes";

bool one_of(std::string_view key, std::initializer_list<std::string_view> keys) {
    return std::ranges::find(keys, key) != keys.end();
}

}  // namespace

TreeBuilder::TreeBuilder(const rules::Source& source, rules::Diagnostics& diagnostics, const YamlLimits& limits)
    : source_(source), text_(source.text()), diagnostics_(diagnostics), limits_(limits) {}

void TreeBuilder::report(Diagnostic diagnostic) {
    diagnostics_.add(std::move(diagnostic));
    if (++reported_ == most_syntax_faults) throw Enough{};
}

std::optional<Node> TreeBuilder::finish() {
    for (Diagnostic& diagnostic : afterwards_) report(std::move(diagnostic));
    return std::move(root_);
}

void TreeBuilder::count_node(std::uint32_t at) {
    if (++nodes_ <= limits_.nodes) return;
    report({.code = Code::yaml_too_large,
            .where = character_span(source_, at),
            .message = fmt::format("more than {} values in one file", limits_.nodes)});
    throw Enough{};
}

/// From `at` up to the next blank, or sign of structure.
Span TreeBuilder::word(std::uint32_t at) const {
    const auto end = std::min(text_.find_first_of(" \t\r\n,]}", at), text_.size());
    return span(at, std::max(at + 1, static_cast<std::uint32_t>(end)));
}

/// The next place that holds neither blanks, line ends nor a comment.
std::uint32_t TreeBuilder::past_blanks(std::uint32_t at) const {
    std::size_t next = text_.find_first_not_of(" \t\r\n", at);
    while (next != text_.npos && text_[next] == '#') {
        next = text_.find('\n', next);
        if (next != text_.npos) next = text_.find_first_not_of(" \t\r\n", next);
    }
    return static_cast<std::uint32_t>(std::min(next, text_.size()));
}

void TreeBuilder::anchor(std::uint32_t at) {
    report({.code = Code::yaml_anchor,
            .where = word(at),
            .message =
                fmt::format("'{}' is an anchor of YAML; anchors and aliases are not allowed", shown(word(at).text())),
            .help = "put text that begins with & in quotes; to build on another definition, use 'extends'"});
}

void TreeBuilder::tag(std::uint32_t at) {
    report({.code = Code::yaml_tag,
            .where = word(at),
            .message = fmt::format("'{}' is a tag of YAML, and no part of the text; tags are not allowed",
                                   shown(word(at).text())),
            .help = std::string(quotes_help)});
}

void TreeBuilder::alias(std::uint32_t at) {
    count_node(at);
    report({.code = Code::yaml_anchor,
            .where = word(at),
            .message =
                fmt::format("'{}' is an alias of YAML; anchors and aliases are not allowed", shown(word(at).text())),
            .help = "put text that begins with * in quotes; to build on another definition, use 'extends'"});
    Node node;
    node.where = word(at);
    node.scalar = {std::string(node.where.text()), node.where, {{0, at}}};
    add(std::move(node));
}

void TreeBuilder::scalar(std::uint32_t at, std::string_view meant) {
    count_node(at);
    Node node = read(at, meant);
    node.where = node.scalar.where;
    if (node.text().size() > limits_.scalar) {
        report({.code = Code::yaml_too_large,
                .where = character_span(source_, at),
                .message = fmt::format("a text of {} bytes; the limit is {}", node.text().size(), limits_.scalar)});
        throw Enough{};
    }
    add(std::move(node));
}

Node TreeBuilder::read(std::uint32_t at, std::string_view meant) {
    switch (at < text_.size() ? text_[at] : '\0') {
        case '"':
        case '\'':
            return quoted(at, meant);
        case '|':
        case '>':
            return block(at, meant);
        default:
            return plain(at, meant);
    }
}

Node TreeBuilder::quoted(std::uint32_t at, std::string_view meant) {
    Node node;
    node.style = Node::Style::quoted;
    auto passage = quoted_text(source_, at);
    if (!passage || passage->text != meant) {
        report({.code = Code::yaml_syntax,
                .where = character_span(source_, at),
                .message = "programs do not agree on what this quoted text says",
                .help = "in double quotes a backslash begins an escape (\\\\ is a backslash)"});
        node.scalar = {std::string(meant), character_span(source_, at), {{0, at}}};
        return node;
    }
    const std::uint32_t end = passage->where.end;
    if (end < text_.size() && !one_of(text_.substr(end, 1), {" ", "\t", "\r", "\n", ":", ",", "]", "}"}))
        afterwards_.push_back({.code = Code::yaml_syntax,
                               .where = word(end),
                               .message = "text directly after a closing quote",
                               .help = "leave a space, or double a quote that belongs to the text"});
    for (std::uint32_t offset = 0; offset < passage->text.size();) {
        const auto found = rules::first_character(std::string_view(passage->text).substr(offset));
        if (forbidden(found.code))
            report(
                {.code = Code::file_character,
                 .where = passage->span(offset, offset + found.bytes),
                 .message = fmt::format("the escape stands for {}, which has no place here", described(found.code))});
        offset += found.bytes;
    }
    node.scalar = std::move(*passage);
    return node;
}

Node TreeBuilder::block(std::uint32_t at, std::string_view meant) {
    Node node;
    node.style = Node::Style::block;
    auto passage = text_[at] == '|' ? block_text(source_, at) : std::nullopt;
    const auto words = meant.substr(0, meant.find_last_not_of('\n') + 1);
    if (passage && passage->text == words) {
        node.scalar = std::move(*passage);
        return node;
    }
    node.scalar = {std::string(meant), word(at), {{0, at}}};
    report({.code = Code::yaml_sign,
            .where = word(at),
            .message = text_[at] == '|' ? "a block that begins with more than | alone, or is indented unevenly"
                                        : "'>' begins a folded block of YAML, and is no part of the text",
            .help = text_[at] == '|' ? "write |, and the text below it, evenly indented"
                                     : "put the text in quotes, or write | for a text of several lines"});
    return node;
}

Node TreeBuilder::plain(std::uint32_t at, std::string_view meant) {
    Node node;
    std::uint32_t end = at;
    if (text_.substr(at).starts_with('!')) {
        tag(at);
    } else if (text_.substr(at).starts_with('&')) {
        anchor(at);
    } else if (text_.substr(at).starts_with(meant)) {
        end += static_cast<std::uint32_t>(meant.size());
    } else {
        for (const char letter : meant) end = letter == ' ' || letter == '\n' ? past_blanks(end) : end + 1;
        end = std::min(end, static_cast<std::uint32_t>(text_.size()));
        glued(at, end);
    }
    node.scalar = {std::string(meant), span(at, end), {{0, at}}};
    return node;
}

void TreeBuilder::glued(std::uint32_t at, std::uint32_t end) {
    const auto line = text_.rfind('\n', at) + 1;
    const bool begins_line = text_.find_first_not_of(" -", line) == at;
    const auto first_end = std::min<std::size_t>(text_.find_first_of("\r\n", at), end);
    const Span first = span(at, static_cast<std::uint32_t>(first_end));
    const auto second_at = past_blanks(first.end);
    const auto second_end = std::min<std::size_t>(text_.find_first_of("\r\n", second_at), end);
    const Span second = span(second_at, static_cast<std::uint32_t>(std::max<std::size_t>(second_end, second_at)));
    afterwards_.push_back(
        {.code = Code::yaml_glued_lines,
         .where = begins_line ? first : second,
         .message = begins_line ? "this line and the next would be read as one text; is a colon missing?"
                                : "this line would be read as part of the text before it; is a colon missing?",
         .help = "if it is one text, put it in quotes or write it below a |",
         .also = {begins_line ? Diagnostic::Related{second, "the line that would be added"}
                              : Diagnostic::Related{first, "the text that it would be added to"}}});
}

void TreeBuilder::begin(Node::Kind kind, std::uint32_t at) {
    count_node(at);
    if (open_.size() >= static_cast<std::size_t>(std::max(limits_.depth, 0))) {
        report({.code = Code::yaml_too_deep,
                .where = character_span(source_, at),
                .message = fmt::format("nested deeper than {} lists and maps", limits_.depth)});
        throw Enough{};
    }
    Open open;
    open.node.kind = kind;
    open.node.where = span(at, at);
    open.flow = at < text_.size() && text_[at] == (kind == Node::Kind::list ? '[' : '{');
    open.reached = open.flow ? at + 1 : at;
    if (!open_.empty() && open_.back().key) open.under = open_.back().key->text();
    open_.push_back(std::move(open));
}

void TreeBuilder::end() {
    Open open = std::move(open_.back());
    open_.pop_back();
    if (open.flow) {
        auto bracket = past_blanks(open.reached);
        if (bracket < text_.size() && text_[bracket] == ',') bracket = past_blanks(bracket + 1);
        open.reached = bracket < text_.size() ? bracket + 1 : bracket;
    }
    open.node.where.end = open.reached;
    add(std::move(open.node));
}

void TreeBuilder::nothing() {
    if (open_.empty()) return;
    Open& open = open_.back();
    const auto at = past_blanks(open.reached);
    count_node(std::min(at, static_cast<std::uint32_t>(text_.size())));
    if (open.node.is_list()) {
        report({.code = Code::yaml_empty_value,
                .where = character_span(source_, at),
                .message = "an item of a list without a value",
                .help = "write the item, or take it out; put the words null and ~ in quotes"});
        open.reached = at + 1;
    } else if (!open.key) {
        report({.code = Code::yaml_key_not_word,
                .where = character_span(source_, at),
                .message = "a colon without a key before it, or ~ or null as a key",
                .help = "a key is a letter, then letters, digits, - or _"});
        Node key;
        key.scalar = {"~", character_span(source_, at), {{0, at}}};
        key.where = key.scalar.where;
        open.reached = at + 1;
        open.key = std::move(key);
        open.key_refused = true;
    } else {
        const Node key = std::move(*std::exchange(open.key, std::nullopt));
        if (std::exchange(open.key_refused, false)) return;
        if (auto wrong = wrong_key_alone(key, open.under)) return report(std::move(*wrong));
        report({.code = Code::yaml_empty_value,
                .where = key.where,
                .message = fmt::format("the key '{}' has no value", shown(key.text())),
                .help = "write a value, or take the key out; put the word null in quotes, and a text with # too"});
    }
}

void TreeBuilder::add(Node node) {
    if (open_.empty()) {
        root_ = std::move(node);
        return;
    }
    Open& open = open_.back();
    open.reached = std::max(open.reached, node.where.end);
    if (open.node.is_list()) {
        open.node.items.push_back(std::move(node));
    } else if (!open.key) {
        open.key = std::move(node);
    } else {
        add_value(open, std::move(node));
    }
}

void TreeBuilder::add_value(Open& open, Node value) {
    Node key = std::move(*std::exchange(open.key, std::nullopt));
    check_sentence(open, key, value);
    if (std::exchange(open.key_refused, false)) return;
    if (auto wrong = wrong_key(key, open.under)) return report(std::move(*wrong));
    const auto [first, is_new] = open.keys.emplace(key.text(), key.where);
    if (!is_new)
        return report({.code = Code::yaml_key_twice,
                       .where = key.where,
                       .message = fmt::format("the key '{}' stands twice in one map", shown(key.text())),
                       .also = {{first->second, "it stands here first"}}});
    open.node.entries.push_back({std::move(key.scalar), std::move(value)});
}

/// In a sentence a comment is too easily a piece of the sentence: `risk is #1`.
void TreeBuilder::check_sentence(const Open& open, const Node& key, const Node& value) {
    if (!value.is_scalar() || value.style != Node::Style::plain) return;
    if (!one_of(open.under, {"next", "must"}) && !one_of(key.text(), {"rule", "when", "where"})) return;
    const auto at = text_.find_first_not_of(" \t", value.where.end);
    if (at == text_.npos || text_[at] != '#') return;
    const auto end = std::min(text_.find_first_of("\r\n", at), text_.size());
    report({.code = Code::yaml_sign,
            .where = span(static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)),
            .message = "a comment after a sentence: what follows # would be lost",
            .help = "put the sentence in quotes, or the comment on a line of its own"});
}

}  // namespace csapath::engine
