// SPDX-License-Identifier: MIT
/// What the second grammar is built from: the terminals, which are tokens, and what notes places, depth and what was
/// expected. Part of parse.cpp, and only of it.
#pragma once

#include <array>
#include <boost/spirit/home/x3.hpp>
#include <charconv>
#include <string_view>

#include "rules/language/ast.hpp"
#include "rules/language/parse.hpp"
#include "rules/language/reading.hpp"

namespace csapath::rules {
namespace {

namespace x3 = boost::spirit::x3;
using Thing = Expected::Thing;

struct reading_tag;

template <class Context>
Reading& reading(const Context& context) {
    return x3::get<reading_tag>(context).get();
}

/// One token. `Derived` says what it makes of it: `bool take(const Token&, Reading&, Attribute&)`; an Attribute of
/// `unused_type` is for those that make nothing.
template <class Derived, class Made>
struct Terminal : x3::parser<Derived> {
    using attribute_type = Made;
    static constexpr bool has_attribute = !std::is_same_v<Made, x3::unused_type>;

    template <class Context, class RuleContext, class Attribute>
    bool parse(const Token*& first, const Token* const& last, const Context& context, RuleContext&,
               Attribute& attribute) const {
        Made made{};
        if (first == last || !this->derived().take(*first, reading(context), made)) {
            reading(context).missed(first, this->derived().expected());
            return false;
        }
        ++first;
        x3::traits::move_to(made, attribute);
        return true;
    }
};

/// A word of the language, in one of two spellings.
struct Keyword : Terminal<Keyword, x3::unused_type> {
    std::string_view word, other;

    constexpr Keyword(std::string_view one, std::string_view also) : word(one), other(also) {}
    Expected expected() const { return {Thing::keyword, word}; }
    bool take(const Token& token, Reading&, x3::unused_type) const {
        return token.kind == Token::Kind::word && (token.text == word || token.text == other);
    }
};
constexpr Keyword word(std::string_view text) {
    return {text, text};
}
/// `days` or `day`: nobody is held to the grammar of one and many.
constexpr Keyword either(std::string_view many, std::string_view one) {
    return {many, one};
}

struct Sign : Terminal<Sign, x3::unused_type> {
    std::string_view sign;
    Thing thing;

    constexpr explicit Sign(std::string_view text, Thing what = Thing::sign) : sign(text), thing(what) {}
    Expected expected() const { return {thing, thing == Thing::sign ? sign : std::string_view{}}; }
    bool take(const Token& token, Reading&, x3::unused_type) const {
        return token.kind == Token::Kind::sign && token.text == sign;
    }
};

/// The dot of a path, with nothing between it and the names.
struct Dot : Terminal<Dot, x3::unused_type> {
    Expected expected() const { return {Thing::sign, "."}; }
    bool take(const Token& token, Reading& of, x3::unused_type) const {
        const Token* const here = &token;
        const std::size_t at = of.index(here);
        return token.kind == Token::Kind::sign && token.text == "." && at > 0 && at + 1 < of.tokens().size() &&
               (here - 1)->end == token.begin && token.end == (here + 1)->begin;
    }
};

/// The name of a step, an agency, an attribute …: a word that begins with a letter and is not kept for the language.
struct NameOf : Terminal<NameOf, ast::Name> {
    Thing thing;
    bool (*kept)(std::string_view);

    constexpr NameOf(Thing what, bool (*reserved_here)(std::string_view)) : thing(what), kept(reserved_here) {}
    Expected expected() const { return {thing}; }
    bool take(const Token& token, Reading& of, ast::Name& made) const {
        if (token.kind != Token::Kind::word || (token.text[0] >= '0' && token.text[0] <= '9') || kept(token.text))
            return false;
        made = {std::string{token.text}, of.span(&token, &token + 1)};
        return true;
    }
};

/// A name that is free text: a word or something in quotes.
struct Label : Terminal<Label, ast::Name> {
    Thing thing;

    constexpr explicit Label(Thing what) : thing(what) {}
    Expected expected() const { return {thing}; }
    bool take(const Token& token, Reading& of, ast::Name& made) const {
        const bool plain = token.kind == Token::Kind::word && !reserved(token.text);
        if (!plain && (token.kind != Token::Kind::text || token.text.empty())) return false;
        made = {std::string{token.text}, of.span(&token, &token + 1)};
        return true;
    }
};

/// A whole number without leading zeros. `counted`: how often or how long, so from 1 to `longest_count`.
struct Number : Terminal<Number, std::int64_t> {
    Thing thing;
    bool counted;

    constexpr Number(Thing what, bool how_many) : thing(what), counted(how_many) {}
    Expected expected() const { return {thing}; }
    bool take(const Token& token, Reading& of, std::int64_t& made) const {
        if (token.kind != Token::Kind::number || (token.text.size() > 1 && token.text[0] == '0')) return false;
        const char* const end = token.text.data() + token.text.size();
        const auto [stop, error] = std::from_chars(token.text.data(), end, made);
        if (error != std::errc{} || (counted && made > longest_count)) of.fault(Fault::Kind::too_large, &token);
        if (counted && made == 0 && error == std::errc{}) of.fault(Fault::Kind::zero, &token);
        return !of.fault();
    }
};

struct Day : Terminal<Day, Date> {
    Expected expected() const { return {Thing::value}; }
    bool take(const Token& token, Reading&, Date& made) const {
        if (token.kind != Token::Kind::date) return false;
        const auto date = parse_date(token.text);
        if (date) made = *date;
        return date.has_value();
    }
};

/// A word that is a value. Those that would make a condition hard to read have to stand in quotes.
struct WordValue : Terminal<WordValue, ast::Literal::Word> {
    Expected expected() const { return {Thing::value}; }
    bool take(const Token& token, Reading&, ast::Literal::Word& made) const {
        const bool quoted = token.kind == Token::Kind::text;
        if (!quoted && (token.kind != Token::Kind::word || reserved_value(token.text))) return false;
        made = {std::string{token.text}, quoted};
        return true;
    }
};

/// The end of the text.
struct TheEnd : x3::parser<TheEnd> {
    using attribute_type = x3::unused_type;
    static constexpr bool has_attribute = false;

    template <class Context, class RuleContext, class Attribute>
    bool parse(const Token*& first, const Token* const& last, const Context& context, RuleContext&, Attribute&) const {
        if (first != last) reading(context).missed(first, {Thing::the_end});
        return first == last;
    }
};
const TheEnd the_end{};

/// Gives the node that the rule makes the span of what was read. (X3's own way, on_success, sees no attribute in a
/// rule with semantic actions, and says nothing about it.)
template <class Subject>
struct Placed : x3::unary_parser<Subject, Placed<Subject>> {
    using attribute_type = x3::unused_type;
    static constexpr bool has_attribute = false;

    constexpr explicit Placed(const Subject& inner) : x3::unary_parser<Subject, Placed<Subject>>(inner) {}
    template <class Context, class RuleContext, class Attribute>
    bool parse(const Token*& first, const Token* const& last, const Context& context, RuleContext& node,
               Attribute&) const {
        const Token* const begin = first;
        if (!this->subject.parse(first, last, context, node, x3::unused)) return false;
        node.where = reading(context).span(begin, first);
        return true;
    }
};

/// One bracket or `not` deeper; a fault, before anything is called, where that is too deep.
template <class Subject>
struct Deeper : x3::unary_parser<Subject, Deeper<Subject>> {
    using attribute_type = x3::unused_type;
    static constexpr bool has_attribute = false;

    constexpr explicit Deeper(const Subject& inner) : x3::unary_parser<Subject, Deeper<Subject>>(inner) {}
    template <class Context, class RuleContext, class Attribute>
    bool parse(const Token*& first, const Token* const& last, const Context& context, RuleContext& node,
               Attribute&) const {
        Reading& here = reading(context);
        if (here.depth == deepest_nesting) {
            here.fault(Fault::Kind::too_deep, first - 1);
            return false;
        }
        ++here.depth;
        const bool read = this->subject.parse(first, last, context, node, x3::unused);
        --here.depth;
        return read;
    }
};

/// Where its subject cannot even begin, `thing` is what was expected, and not each word it may begin with.
template <class Subject>
struct Told : x3::unary_parser<Subject, Told<Subject>> {
    using attribute_type = x3::unused_type;
    static constexpr bool has_attribute = false;
    Thing thing;

    constexpr Told(const Subject& inner, Thing what) : x3::unary_parser<Subject, Told<Subject>>(inner), thing(what) {}
    template <class Context, class RuleContext, class Attribute>
    bool parse(const Token*& first, const Token* const& last, const Context& context, RuleContext& node,
               Attribute&) const {
        Reading& here = reading(context);
        const std::size_t before = here.covered_from;
        const std::size_t begin = here.index(first);
        if (before != begin) {  // something larger that begins here says it better still
            here.missed(first, {thing});
            here.covered_from = begin;
        }
        const bool read = this->subject.parse(first, last, context, node, x3::unused);
        here.covered_from = before;
        return read;
    }
};

template <template <class> class Directive>
struct Around {
    template <class Subject>
    constexpr auto operator[](const Subject& subject) const {
        return Directive<typename x3::extension::as_parser<Subject>::value_type>{x3::as_parser(subject)};
    }
};
constexpr Around<Placed> placed{};
constexpr Around<Deeper> deeper{};

struct ToldAs {
    Thing thing;
    template <class Subject>
    constexpr auto operator[](const Subject& subject) const {
        return Told<typename x3::extension::as_parser<Subject>::value_type>{x3::as_parser(subject), thing};
    }
};
constexpr ToldAs told(Thing thing) {
    return {thing};
}

// ------------------------------------------------------------------------------------------- semantic actions

/// Moves what was read into a member of the node that the rule makes.
template <class Node, class Member>
auto into(Member Node::*member) {
    return [member](auto& context) { x3::_val(context).*member = std::move(x3::_attr(context)); };
}
/// The node is what was read.
constexpr auto itself = [](auto& context) { x3::_val(context) = std::move(x3::_attr(context)); };
/// One more of a list.
constexpr auto one_more = [](auto& context) { x3::_val(context).push_back(std::move(x3::_attr(context))); };
/// Gives a member a value that the words just read stand for.
template <class Node, class Member, class Value>
auto set(Member Node::*member, Value value) {
    return [member, value](auto& context) { x3::_val(context).*member = value; };
}

}  // namespace
}  // namespace csapath::rules
