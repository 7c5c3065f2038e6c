// SPDX-License-Identifier: MIT
/// Text -> tree. The only door to Spirit X3 is parse.cpp.
///
/// The grammar is docs/language.md; it is written so that after a common prefix one token decides. A text that
/// cannot be read gives exactly one diagnostic, at the first character that cannot be right: what was expected in
/// plain words, and the nearest word that would be. Nothing is ever left unread.
#pragma once

#include <optional>
#include <string_view>

#include "rules/language/ast.hpp"
#include "rules/text/diagnostic.hpp"
#include "rules/text/passage.hpp"

namespace csapath::rules {

/// Brackets and nots may nest this deep, and a sentence may be this long in bytes.
inline constexpr int deepest_nesting = 32;
inline constexpr std::size_t longest_sentence = 4096;

std::optional<ast::Edge> parse_edge(const Passage& text, Diagnostics& diagnostics);
std::optional<ast::Sentence> parse_sentence(const Passage& text, Diagnostics& diagnostics);
std::optional<ast::Condition> parse_condition(const Passage& text, Diagnostics& diagnostics);
/// A length of time alone: "15 working days".
std::optional<Period> parse_period(const Passage& text, Diagnostics& diagnostics);

/// A word that the grammar keeps for itself, and so no id of a step, an agency or a fact.
bool reserved(std::string_view word);
/// The few that are reserved even as attribute names.
bool reserved_attribute(std::string_view word);
/// Those that can be a value only in quotes: `reason is "missing"`.
bool reserved_value(std::string_view word);

}  // namespace csapath::rules
