// SPDX-License-Identifier: MIT
// The only door to Spirit X3. The grammar stands in the grammar_*.hpp files, which nothing else includes.
#include "rules/language/parse.hpp"

#include "rules/language/grammar_sentences.hpp"
#include "rules/language/grammar_tokens.hpp"
#include "rules/language/syntax_error.hpp"

namespace csapath::rules {

namespace {

template <class Made, class Rule>
std::optional<Made> parsed(const Rule& rule, Reads what, const Passage& text, Diagnostics& diagnostics) {
    if (text.text.size() > longest_sentence) {
        diagnostics.add({Code::rule_too_long, text.where,
                         "a text of " + std::to_string(text.text.size()) + " bytes, and " +
                             std::to_string(longest_sentence) + " is the most; say it in several rules"});
        return std::nullopt;
    }
    const Tokens tokens = tokens_of(text.text);
    Reading here{text, tokens};
    Made made{};
    const Token* at = tokens.data();
    const Token* const end = at + tokens.size();
    const auto whole_text = rule[([&made](auto& context) { made = std::move(x3::_attr(context)); })] >> the_end;
    if (!x3::parse(at, end, x3::with<reading_tag>(std::ref(here))[whole_text]) || here.fault()) {
        diagnostics.add(syntax_error(here, what));
        return std::nullopt;
    }
    if (here.unbracketed)
        diagnostics.add({Code::rule_unbracketed,
                         *here.unbracketed,
                         "'and' binds tighter than 'or', so this is read as one; write the brackets that are meant",
                         {},
                         {},
                         {},
                         {}});
    return made;
}

}  // namespace

std::optional<ast::Edge> parse_edge(const Passage& text, Diagnostics& diagnostics) {
    return parsed<ast::Edge>(edge, Reads::edge, text, diagnostics);
}
std::optional<ast::Sentence> parse_sentence(const Passage& text, Diagnostics& diagnostics) {
    return parsed<ast::Sentence>(sentence, Reads::sentence, text, diagnostics);
}
std::optional<ast::Condition> parse_condition(const Passage& text, Diagnostics& diagnostics) {
    return parsed<ast::Condition>(condition, Reads::condition, text, diagnostics);
}
std::optional<Period> parse_period(const Passage& text, Diagnostics& diagnostics) {
    return parsed<Period>(length, Reads::length, text, diagnostics);
}

}  // namespace csapath::rules
