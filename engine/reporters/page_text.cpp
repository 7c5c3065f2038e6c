// SPDX-License-Identifier: MIT
#include "engine/reporters/page_text.hpp"

#include "rules/text/snippet.hpp"

namespace csapath::engine {

namespace {

/// Two code points that are no characters, which UTF-8 can spell and XML forbids.
constexpr std::string_view not_characters = "\xEF\xBF";

void spell_not_characters(std::string& text) {
    for (std::size_t at = text.find(not_characters); at != std::string::npos; at = text.find(not_characters, at + 1)) {
        const char last = at + 2 < text.size() ? text[at + 2] : ' ';
        if (last == '\xBE' || last == '\xBF') text.replace(at, 3, last == '\xBE' ? "\\ufffe" : "\\uffff");
    }
}

}  // namespace

std::string page_text(std::string_view text) {
    std::string spaced(text);
    for (char& letter : spaced)
        if (letter == '\n' || letter == '\r' || letter == '\t') letter = ' ';
    std::string shown = rules::printable(spaced);
    spell_not_characters(shown);
    return shown;
}

}  // namespace csapath::engine
