// SPDX-License-Identifier: MIT
#include <algorithm>

#include "rules/language/checker.hpp"
#include "rules/language/expected_words.hpp"
#include "rules/text/near_name.hpp"

namespace csapath::rules {

namespace {

using Kind = Type::Kind;
using typed::Constant;

/// What a value is, whatever it is compared with.
std::string described(const ast::Literal& literal) {
    struct Kinds {
        std::string operator()(std::int64_t) const { return "a number"; }
        std::string operator()(Period) const { return "a length of time"; }
        std::string operator()(Date) const { return "a date"; }
        std::string operator()(const ast::Literal::Word& word) const { return word.quoted ? "text" : "a word"; }
    };
    return std::visit(Kinds{}, literal.value);
}

/// The value as the word that it would be in quotes: a value of an enumeration may look like a number or a date.
std::optional<std::string> as_word(const ast::Literal& literal) {
    if (const auto* word = std::get_if<ast::Literal::Word>(&literal.value)) return word->text;
    if (const auto* number = std::get_if<std::int64_t>(&literal.value)) return std::to_string(*number);
    if (const auto* date = std::get_if<Date>(&literal.value)) return iso(*date);
    return std::nullopt;
}

std::string choices(const std::vector<std::string>& values) {
    constexpr std::size_t most = 12;
    if (values.size() <= most) return one_of(values);
    std::vector<std::string> first(values.begin(), values.begin() + most);
    first.push_back(std::to_string(values.size() - most) + " more");
    return one_of(first);
}

std::string what_is_needed(const Type& type) {
    switch (type.kind) {
        case Kind::text:
            return "text is written in quotes";
        case Kind::number:
            return "a number is written with digits alone";
        case Kind::yes_no:
            return "write yes or no";
        case Kind::date:
        case Kind::instant:
            return "a date is written as 2024-03-31";
        default:
            return {};
    }
}

}  // namespace

std::string described(const Type& type) {
    switch (type.kind) {
        case Kind::text:
            return "text";
        case Kind::number:
            return "a number";
        case Kind::yes_no:
            return "yes or no";
        case Kind::date:
            return "a date";
        case Kind::instant:
            return "a date and time";
        case Kind::one_of:
            return "one of " + choices(type.values);
        case Kind::many_of:
            return "a list of " + choices(type.values);
        case Kind::agency:
            return "an agency";
        case Kind::agencies:
            return "a list of agencies";
        case Kind::step:
            return "a step";
    }
    return {};
}

std::optional<Constant> Checker::constant(const ast::Literal& literal, const typed::Path& compared_with) {
    const Type& wanted = type(compared_with);
    const std::string& name = words_.facts()[compared_with.fact].name;
    const auto* const word = std::get_if<ast::Literal::Word>(&literal.value);
    Constant made;
    switch (wanted.kind) {
        case Kind::text:
            if (!word) break;
            made.kind = Constant::Kind::text;
            made.text = word->text;
            return made;
        case Kind::number:
            if (const auto* number = std::get_if<std::int64_t>(&literal.value)) {
                made.number = *number;
                return made;
            }
            break;
        case Kind::yes_no:
            if (!word || (word->text != "yes" && word->text != "true" && word->text != "no" && word->text != "false"))
                break;
            made.kind = Constant::Kind::yes_no;
            made.yes = word->text == "yes" || word->text == "true";
            return made;
        case Kind::date:
        case Kind::instant:
            if (const auto* date = std::get_if<Date>(&literal.value)) {
                made.kind = Constant::Kind::date;
                made.date = *date;
                return made;
            }
            break;
        case Kind::one_of:
        case Kind::many_of: {
            const auto text = as_word(literal);
            if (!text) break;
            const auto at = std::find(wanted.values.begin(), wanted.values.end(), *text);
            if (at == wanted.values.end()) {
                error(Code::rule_value, literal.where,
                      quoted(name) + " is never " + quoted(*text) + did_you_mean(*text, wanted.values),
                      "it is " + described(wanted));
                return std::nullopt;
            }
            made.kind = Constant::Kind::option;
            made.option = static_cast<std::uint32_t>(at - wanted.values.begin());
            return made;
        }
        case Kind::agency:
        case Kind::agencies:
        case Kind::step: {
            if (!word) break;
            const ast::Name named{word->text, literal.where};
            const auto number = wanted.kind == Kind::step ? step(named) : agency(named);
            if (!number) return std::nullopt;
            made.kind = Constant::Kind::option;
            made.option = *number;
            return made;
        }
    }
    const std::string found = word && (wanted.kind == Kind::yes_no || wanted.kind == Kind::number)
                                  ? quoted(word->text) + " is not"
                                  : quoted(literal.where.text()) + " is " + described(literal);
    error(Code::rule_type, literal.where, quoted(name) + " is " + described(wanted) + ", and " + found,
          what_is_needed(wanted));
    return std::nullopt;
}

std::optional<std::vector<Constant>> Checker::constants(const std::vector<ast::Literal>& literals,
                                                        const typed::Path& compared_with) {
    std::vector<Constant> made;
    bool right = true;
    for (const ast::Literal& literal : literals) {
        const auto one = constant(literal, compared_with);
        if (one && std::find(made.begin(), made.end(), *one) != made.end()) {
            error(Code::rule_repeated_name, literal.where, quoted(literal.where.text()) + " stands twice");
            right = false;
        }
        right = right && one;
        if (one) made.push_back(*one);
    }
    return right ? std::optional{std::move(made)} : std::nullopt;
}

std::optional<Constant> Checker::number(const ast::Literal& literal, const std::string& what) {
    if (const auto* number = std::get_if<std::int64_t>(&literal.value)) {
        Constant made;
        made.number = *number;
        return made;
    }
    error(Code::rule_type, literal.where,
          what + " is a number, and " + quoted(literal.where.text()) + " is " + described(literal));
    return std::nullopt;
}

std::optional<Constant> Checker::period(const ast::Literal& literal, const std::string& what) {
    if (const auto* period = std::get_if<Period>(&literal.value)) {
        Constant made;
        made.kind = Constant::Kind::period;
        made.period = *period;
        return made;
    }
    if (std::holds_alternative<std::int64_t>(literal.value))
        error(Code::rule_type, literal.where,
              quoted(literal.where.text()) + " needs a unit: hours, days, working days, weeks, months or years");
    else
        error(Code::rule_type, literal.where,
              what + " is a length of time, and " + quoted(literal.where.text()) + " is " + described(literal));
    return std::nullopt;
}

}  // namespace csapath::rules
