// SPDX-License-Identifier: MIT
/// The first grammar: characters -> words, numbers, dates, quoted text and signs. Part of parse.cpp, and only of it.
///
/// Sets of characters are spelled out: X3's own classes must never be asked about a byte of 0x80 or more.
#pragma once

#include <boost/spirit/home/x3.hpp>
#include <string_view>

#include "rules/language/reading.hpp"
#include "rules/text/character.hpp"

namespace csapath::rules {
namespace {

namespace x3 = boost::spirit::x3;

struct token_sink;  // the context's tag for the tokens found so far

/// Keeps what was just read as a token; the quotes of quoted text are not part of its `text`.
auto token(Token::Kind kind) {
    return [kind](auto& context) {
        const auto& written = x3::_attr(context);
        auto& [text, tokens] = x3::get<token_sink>(context).get();
        const auto begin = static_cast<std::uint32_t>(&*written.begin() - text.data());
        const auto size = static_cast<std::uint32_t>(written.size());
        const std::uint32_t quote = kind == Token::Kind::text ? 1 : 0;
        tokens.push_back({kind, text.substr(begin + quote, size - 2 * quote), begin, begin + size});
    };
}

struct TokenSink {
    std::string_view text;
    Tokens& tokens;
};

const auto blank = x3::char_(" \t\r\n");
const auto digit = x3::char_("0-9");
const auto word_character = x3::char_("a-zA-Z0-9_-");

const auto digits = x3::omit[+digit >> !word_character];
const auto day =
    x3::omit[x3::repeat(4)[digit] >> '-' >> x3::repeat(2)[digit] >> '-' >> x3::repeat(2)[digit] >> !word_character];
const auto plain_word = x3::omit[x3::char_("a-zA-Z0-9") >> *word_character];
const auto odd_word = x3::omit[+word_character];
const auto in_double_quotes = x3::omit['"' >> *(x3::char_ - x3::char_("\"\\\r\n")) >> '"'];
const auto in_single_quotes = x3::omit['\'' >> *(x3::char_ - x3::char_("'\\\r\n")) >> '\''];
const auto sign_characters = x3::omit[x3::lit("<=") | ">=" | "==" | "!=" | "<>" | x3::char_("<>=(),.")];

const auto all_tokens = *(blank |                                          //
                          x3::raw[digits][token(Token::Kind::number)] |    //
                          x3::raw[day][token(Token::Kind::date)] |         //
                          x3::raw[plain_word][token(Token::Kind::word)] |  //
                          x3::raw[odd_word][token(Token::Kind::odd)] |     //
                          x3::raw[in_double_quotes | in_single_quotes][token(Token::Kind::text)] |
                          x3::raw[sign_characters][token(Token::Kind::sign)]);

/// All the tokens of a text. Where it cannot be cut up any further, the last token says so.
Tokens tokens_of(std::string_view text) {
    Tokens tokens;
    TokenSink sink{text, tokens};
    const char* at = text.data();
    const char* const end = at + text.size();
    x3::parse(at, end, x3::with<token_sink>(std::ref(sink))[all_tokens]);
    if (at != end) {
        const auto begin = static_cast<std::uint32_t>(at - text.data());
        const bool quote = *at == '"' || *at == '\'';
        const std::uint32_t bytes = quote ? 1 : first_character(text.substr(begin)).bytes;
        tokens.push_back({quote ? Token::Kind::open_text : Token::Kind::unreadable, text.substr(begin, bytes), begin,
                          begin + bytes});
    }
    return tokens;
}

}  // namespace
}  // namespace csapath::rules
