// SPDX-License-Identifier: MIT
#include "rules/language/syntax_error.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "rules/language/expected_words.hpp"
#include "rules/language/parse.hpp"
#include "rules/text/near_name.hpp"

namespace csapath::rules {

namespace {

using TokenKind = Token::Kind;
using Thing = Expected::Thing;

constexpr std::string_view units = "hours, days, working days, weeks, months or years";

class Teller {
public:
    Teller(const Reading& reading, Reads what)
        : reading_(reading), tokens_(reading.tokens()), at_(reading.furthest()), what_(what) {}

    Diagnostic tell() const;

private:
    const Token* token(std::size_t index) const { return index < tokens_.size() ? &tokens_[index] : nullptr; }
    const Token* found() const { return token(at_); }
    const Token* last() const { return at_ > 0 ? token(at_ - 1) : nullptr; }
    bool is(std::size_t index, std::string_view text) const {
        const Token* const there = token(index);
        return there != nullptr && there->kind != TokenKind::text && there->text == text;
    }
    bool asks(Thing thing) const {
        return std::any_of(reading_.expected().begin(), reading_.expected().end(),
                           [thing](const Expected& each) { return each.thing == thing; });
    }
    bool asks_for_sign(std::string_view sign) const {
        return std::any_of(reading_.expected().begin(), reading_.expected().end(),
                           [sign](const Expected& each) { return each.thing == Thing::sign && each.word == sign; });
    }
    bool asks_for_number() const { return asks(Thing::length) || asks(Thing::number) || asks(Thing::value); }
    static bool touch(const Token* left, const Token* right) {
        return left != nullptr && right != nullptr && left->end == right->begin;
    }

    Span span(std::size_t first, std::size_t last) const { return reading_.span(&tokens_[first], &tokens_[last] + 1); }
    /// What is wrong stands at the token that was found; where the text has ended, at the last there is.
    Span here() const { return at_ < tokens_.size() ? span(at_, at_) : span(at_ - 1, at_ - 1); }
    Diagnostic error(Code code, std::string message, std::string help = {}) const {
        return {code, here(), std::move(message), {}, std::move(help), {}, {}};
    }

    std::string expected() const;
    std::vector<std::string> keywords() const;
    std::optional<std::string> near_keyword() const;

    Diagnostic fault() const;
    std::optional<Diagnostic> unreadable() const;
    std::optional<Diagnostic> sign_of_another_language() const;
    std::optional<Diagnostic> open_bracket() const;
    std::optional<Diagnostic> number() const;
    std::optional<Diagnostic> no_unit() const;
    std::optional<Diagnostic> agencies_joined_by_or() const;
    std::optional<Diagnostic> values_joined_by_or() const;
    std::optional<Diagnostic> chained() const;
    Diagnostic something_else() const;

    const Reading& reading_;
    const Tokens& tokens_;
    std::size_t at_;
    Reads what_;
};

std::string Teller::expected() const {
    std::vector<std::string> choices;
    for (const Expected& each : reading_.expected()) {
        if (each.covered || each.word == ".") continue;  // a path may always go on; it is seldom what is missing
        const std::string name = named(each);
        if (std::find(choices.begin(), choices.end(), name) == choices.end()) choices.push_back(name);
    }
    return choices.empty() ? named({Thing::sign, "."}) : one_of(choices);
}

std::vector<std::string> Teller::keywords() const {
    std::vector<std::string> words;
    for (const Expected& each : reading_.expected()) {
        if (each.thing == Thing::keyword) words.emplace_back(each.word);
    }
    if (asks(Thing::unit)) words.emplace_back("working days");
    return words;
}

std::optional<std::string> Teller::near_keyword() const {
    if (found() == nullptr || found()->kind != TokenKind::word) return std::nullopt;
    const std::vector<std::string> words = keywords();
    if (const Token* const next = token(at_ + 1);
        asks(Thing::unit) && next != nullptr && next->kind == TokenKind::word) {
        const std::string two = std::string{found()->text} + " " + std::string{next->text};
        constexpr std::string_view working = "working days";
        if (near_name(two, words) == working) return std::string{working};
    }
    return near_name(found()->text, words);
}

Diagnostic Teller::fault() const {
    const Fault& fault = *reading_.fault();
    const std::size_t at = fault.token;
    const Span where = span(at, at);
    if (fault.kind == Fault::Kind::too_deep)
        return {Code::rule_too_deep,
                where,
                "nested deeper than " + std::to_string(deepest_nesting) + " brackets and nots",
                {},
                "say it in several rules",
                {},
                {}};

    const bool times = is(at + 1, "times") || is(at + 1, "time");
    const bool of_time = !times && !is(at + 1, "of") && !is(at + 1, "agencies") && token(at + 1) != nullptr &&
                         token(at + 1)->kind == TokenKind::word;
    const Code code = of_time ? Code::rule_duration : Code::rule_number;
    if (fault.kind == Fault::Kind::too_large)
        return {
            code, where, quoted(tokens_[at].text) + " is too large" + (of_time || times ? "; the most is 36,600" : ""),
            {},   {},    {},
            {}};
    return {code,
            where,
            of_time ? "a length of time of 0" : "0 is not enough to ask for anything",
            {},
            of_time ? "a limit that ends with the day is 'on the same day'"
            : times ? "that it must not happen is 'never happen'"
                    : "the least is 1",
            {},
            {}};
}

std::optional<Diagnostic> Teller::unreadable() const {
    const Token* const token = found();
    if (token == nullptr) return std::nullopt;
    if (token->kind == TokenKind::open_text)
        return error(Code::rule_text_open, "this quote is never closed",
                     "quoted text ends on its own line, at the sign it began with, and holds no \\");
    if (token->kind != TokenKind::unreadable) return std::nullopt;
    if (token->text == "+" && asks_for_number())
        return error(Code::rule_number, "a number is written without a sign, such as 15");
    return error(Code::rule_character, character_name(token->text) + " has no place in a sentence",
                 character_help(token->text));
}

std::optional<Diagnostic> Teller::sign_of_another_language() const {
    if (is(at_, "=") || is(at_, "=="))
        return error(Code::rule_unexpected, quoted(found()->text) + " is not used here; write 'is'");
    if (is(at_, "!=") || is(at_, "<>"))
        return error(Code::rule_unexpected, quoted(found()->text) + " is not used here; write 'is not'");
    return std::nullopt;
}

std::optional<Diagnostic> Teller::open_bracket() const {
    if (found() != nullptr || !asks_for_sign(")")) return std::nullopt;
    int closed = 0;
    for (std::size_t at = tokens_.size(); at-- > 0;) {
        if (is(at, ")")) ++closed;
        if (is(at, "(") && closed-- == 0)
            return Diagnostic{Code::rule_unexpected, span(at, at), "this bracket is never closed", {}, {}, {}, {}};
    }
    return std::nullopt;
}

std::optional<Diagnostic> Teller::number() const {
    const Token* const token = found();
    if (token == nullptr) return std::nullopt;
    const Token* const next = this->token(at_ + 1);
    const bool after_number = last() != nullptr && last()->kind == TokenKind::number && touch(last(), token);

    if (is(at_, ".") && (after_number || (asks_for_number() && touch(token, next))))
        return error(Code::rule_number, "a number is a whole number, without a point");
    if (is(at_, ",") && after_number && touch(token, next) && next->kind == TokenKind::number && !asks_for_sign(","))
        return error(Code::rule_number, "a number is written without commas");
    if (!asks_for_number()) return std::nullopt;
    if (token->kind == TokenKind::date)
        return asks(Thing::value)
                   ? std::optional{error(Code::rule_date, quoted(token->text) + " is no day between 1900 and 2199")}
                   : std::nullopt;
    if (token->kind == TokenKind::number && token->text.starts_with('0'))
        return error(Code::rule_number,
                     quoted(token->text) + " begins with 0; numbers are written without leading zeros");
    if (token->kind == TokenKind::odd && token->text.starts_with('-') && token->text.size() > 1)
        return error(Code::rule_number, quoted(token->text) + " is no number here; a number has no sign");
    if (token->kind != TokenKind::word || token->text[0] < '0' || token->text[0] > '9') return std::nullopt;

    const std::size_t digits = token->text.find_first_not_of("0123456789");
    const std::vector<std::string> words{"hours", "days", "weeks", "months", "years", "working"};
    if (const auto unit = near_name(token->text.substr(digits), words))
        return error(
            Code::rule_duration, "a space is missing in " + quoted(token->text),
            "write: " + std::string{token->text.substr(0, digits)} + " " + std::string{token->text.substr(digits)});
    return error(Code::rule_number, quoted(token->text) + " is not a whole number; digits alone are, such as 15");
}

std::optional<Diagnostic> Teller::no_unit() const {
    const auto& asked = reading_.expected();
    const bool needed = asks(Thing::unit) && std::all_of(asked.begin(), asked.end(), [](const Expected& each) {
                            return each.covered || each.thing == Thing::unit || each.word == "times";
                        });
    if (!needed || last() == nullptr) return std::nullopt;
    const auto near = near_keyword();
    std::string message = quoted(last()->text) + " needs a unit: " + std::string{units};
    if (found() != nullptr) message += ", not " + quoted(found()->text);
    if (near) message += "; did you mean '" + *near + "'?";
    return error(Code::rule_duration, message);
}

std::optional<Diagnostic> Teller::agencies_joined_by_or() const {
    if (!asks(Thing::more_agencies) || !is(at_, "or")) return std::nullopt;
    const auto name = [this](std::size_t at) {
        return token(at) != nullptr && token(at)->kind == TokenKind::word && !reserved(token(at)->text);
    };
    std::size_t first = at_ - 1;
    while (first >= 2 && (is(first - 1, ",") || is(first - 1, "and")) && name(first - 2)) first -= 2;
    const bool in_brackets = first >= 1 && is(first - 1, "(");
    std::string names{tokens_[first].text};
    for (std::size_t at = first + 1; name(at + 1) && (is(at, "or") || is(at, ",") || is(at, "and")); at += 2)
        names += ", " + std::string{tokens_[at + 1].text};
    if (names.size() > 160) names = "…";
    return error(Code::rule_ambiguous, "'or' between agencies can mean two things",
                 in_brackets ? "write: (" + names + ")" : "write: at least 1 of (" + names + ")");
}

std::optional<Diagnostic> Teller::values_joined_by_or() const {
    // risk is [not] red or amber …: `amber` was read as the beginning of another condition.
    if (!asks(Thing::test) || at_ < 5) return std::nullopt;
    const auto value = [this](std::size_t at) {
        const Token* const there = token(at);
        return there != nullptr && there->kind != TokenKind::sign && there->kind != TokenKind::odd &&
               (there->kind == TokenKind::text || !reserved_value(there->text));
    };
    std::size_t first = at_ - 1;
    while (first >= 2 && is(first - 1, "or") && value(first - 2) && value(first)) first -= 2;
    if (first == at_ - 1) return std::nullopt;
    const bool negated = first >= 1 && is(first - 1, "not");
    const std::size_t verb = first - (negated ? 2 : 1);
    if (verb == 0 || verb >= tokens_.size() || !is(verb, "is")) return std::nullopt;
    std::size_t path = verb - 1;
    while (path >= 2 && is(path - 1, ".")) path -= 2;

    const auto text = [this](std::size_t from, std::size_t to) { return std::string{span(from, to).text()}; };
    std::string values = text(first, first);
    for (std::size_t at = first + 1; is(at, "or") && value(at + 1); at += 2) values += ", " + text(at + 1, at + 1);
    const std::string meant = (negated ? "not " : "") + text(path, verb - 1) + " in (" + values + ")";
    return Diagnostic{Code::rule_ambiguous,
                      span(at_ - 1, at_ - 1),
                      "'or' joins conditions, and " + quoted(last()->text) + " is none",
                      {},
                      meant.size() <= 200 ? "write: " + meant : "",
                      {},
                      {}};
}

std::optional<Diagnostic> Teller::chained() const {
    const auto comparison = [this](std::size_t at) {
        return is(at, "<") || is(at, "<=") || is(at, ">") || is(at, ">=") || is(at, "is");
    };
    if (!comparison(at_) || at_ < 3) return std::nullopt;
    for (std::size_t back = 2; back <= 5 && back <= at_; ++back) {
        if (is(at_ - back, "and") || is(at_ - back, "or") || is(at_ - back, "(")) break;
        if (comparison(at_ - back))
            return error(Code::rule_unexpected, "comparisons are not chained",
                         "join two with 'and', such as: age >= 5 years and age < 10 years");
    }
    return std::nullopt;
}

Diagnostic Teller::something_else() const {
    if (is(at_, ".") && asks_for_sign("."))
        return error(Code::rule_unexpected, "a path is written without spaces, such as screening.outcome");
    const auto near = near_keyword();
    const std::string meant = near ? "; did you mean '" + *near + "'?" : "";
    std::string wanted = expected();
    if (found() == nullptr) {
        const std::string end = "the text ends after " + quoted(last()->text) + "; expected ";
        return error(Code::rule_unexpected, end + wanted);
    }
    const std::string seen = quoted(found()->text);
    if (is(at_ - 1, "in") && found()->kind != TokenKind::sign && asks_for_sign("("))
        return error(Code::rule_unexpected, "expected '(' and not " + seen, "write: in (red, amber)");
    if (asks(Thing::the_end) && !near)
        return error(Code::rule_unexpected, "unexpected " + seen + " after the end of the sentence");

    const bool name = asks(Thing::step) || asks(Thing::agency) || asks(Thing::item) || asks(Thing::system);
    const bool attribute = asks(Thing::path) || asks(Thing::attribute) || asks(Thing::condition);
    const bool kept = found()->kind == TokenKind::word &&
                      (name ? reserved(found()->text) : attribute && reserved_attribute(found()->text));
    const bool kept_value = found()->kind == TokenKind::word && asks(Thing::value) && reserved_value(found()->text);
    if (kept || kept_value)
        return {Code::rule_reserved,
                here(),
                "expected " + wanted + ", and " + seen + " is a reserved word" + meant,
                {},
                kept_value ? "as a value it stands in quotes: \"" + std::string{found()->text} + "\"" : "",
                {},
                {}};
    if (asks(Thing::the_end)) return error(Code::rule_unexpected, "unexpected " + seen + meant);
    return error(Code::rule_unexpected, "expected " + wanted + ", not " + seen + meant);
}

Diagnostic Teller::tell() const {
    if (tokens_.empty()) {
        constexpr std::array examples{"'must', 'may' or 'otherwise'", "a sentence such as 'include police and health'",
                                      "a condition such as 'risk is red'",
                                      "a length of time such as '15 working days'"};
        return {Code::rule_empty,
                reading_.passage().where,
                std::string{"nothing is written here; expected "} + examples[static_cast<std::size_t>(what_)],
                {},
                {},
                {},
                {}};
    }
    if (reading_.fault()) return fault();
    for (const auto special :
         {&Teller::unreadable, &Teller::sign_of_another_language, &Teller::open_bracket, &Teller::number,
          &Teller::no_unit, &Teller::agencies_joined_by_or, &Teller::values_joined_by_or, &Teller::chained}) {
        if (auto told = (this->*special)()) return *std::move(told);
    }
    return something_else();
}

}  // namespace

Diagnostic syntax_error(const Reading& reading, Reads what) {
    return Teller{reading, what}.tell();
}

}  // namespace csapath::rules
