// SPDX-License-Identifier: MIT
#include "rules/language/expected_words.hpp"

#include <algorithm>

#include "rules/text/character.hpp"
#include "rules/text/snippet.hpp"

namespace csapath::rules {

std::string quoted(std::string_view text) {
    constexpr std::size_t longest = 40;
    std::string shown{"'"};
    std::size_t at = 0;
    while (at < text.size() && at < longest) at += first_character(text.substr(at)).bytes;
    shown += printable(text.substr(0, at));
    if (at < text.size()) shown += "…";
    return shown + "'";
}

std::string named(const Expected& what) {
    using Thing = Expected::Thing;
    switch (what.thing) {
        case Thing::keyword:
        case Thing::sign:
            return quoted(what.word);
        case Thing::edge:
            return "'must', 'may' or 'otherwise'";
        case Thing::sentence:
            return "a sentence such as 'happen within 15 working days of strategy-discussion'";
        case Thing::condition:
            return "a condition such as 'risk is red'";
        case Thing::test:
            return "a test such as 'is red', 'in (red, amber)', 'is recorded' or 'happened'";
        case Thing::value:
            return "a value";
        case Thing::length:
            return "a length of time such as '15 working days'";
        case Thing::unit:
            return "a unit of time";
        case Thing::number:
            return "a whole number";
        case Thing::path:
        case Thing::attribute:
            return "an attribute";
        case Thing::step:
            return "a step";
        case Thing::agency:
            return "an agency";
        case Thing::parties:
            return "agencies such as 'social-care, police and health'";
        case Thing::system:
            return "the name of a system";
        case Thing::item:
            return "a word for what is shared";
        case Thing::more_agencies:
            return "','";
        case Thing::the_end:
            return "the end of the sentence";
    }
    return {};
}

std::string one_of(const std::vector<std::string>& choices) {
    std::string text;
    for (std::size_t i = 0; i < choices.size(); ++i)
        text += (i == 0 ? "" : i + 1 == choices.size() ? " or " : ", ") + choices[i];
    return text;
}

std::string character_help(std::string_view text) {
    switch (first_character(text).code) {  // signs people type without knowing, and those they meant
        case 0x2018:
        case 0x2019:
        case 0x201C:
        case 0x201D:
            return "a curly quote; write a plain \" or '";
        case 0x2010:
        case 0x2011:
        case 0x2012:
        case 0x2013:
        case 0x2014:
            return "a dash; write a plain -";
        case 0x2264:
            return "write <=";
        case 0x2265:
            return "write >=";
        case 0x2260:
            return "write 'is not'";
        case 0x00A0:
            return "a space that does not break; write a plain space";
        default:
            return "a sentence is written in plain letters, and anything else stands in quotes";
    }
}

std::string character_name(std::string_view text) {
    const Character found = first_character(text);
    if (found.valid && found.code > 0x20 && found.code < 0x7F) return quoted(text.substr(0, 1));
    constexpr std::string_view digits = "0123456789ABCDEF";
    const int most = found.valid ? std::max(4, found.code > 0xFFFFF ? 6 : found.code > 0xFFFF ? 5 : 4) : 2;
    std::string name = found.valid ? "the character U+" : "the byte 0x";
    for (int digit = most - 1; digit >= 0; --digit) name += digits[(found.code >> (4 * digit)) & 0xF];
    return name;
}

}  // namespace csapath::rules
