// SPDX-License-Identifier: MIT
#include "engine/report/markup.hpp"

#include "rules/text/snippet.hpp"

namespace csapath::engine {

namespace {
/// Two code points that are no characters, which UTF-8 can spell and XML forbids.
constexpr std::string_view not_characters = "\xEF\xBF";

std::string without_line_ends(std::string_view text) {
    std::string spaced(text);
    for (char& letter : spaced)
        if (letter == '\n' || letter == '\r' || letter == '\t') letter = ' ';
    return spaced;
}
}  // namespace

std::string html_text(std::string_view text) {
    const std::string shown = rules::printable(without_line_ends(text));
    std::string markup;
    markup.reserve(shown.size());
    for (std::size_t at = 0; at < shown.size(); ++at) {
        switch (shown[at]) {
            case '&':
                markup += "&amp;";
                break;
            case '<':
                markup += "&lt;";
                break;
            case '>':
                markup += "&gt;";
                break;
            case '"':
                markup += "&quot;";
                break;
            case '\'':
                markup += "&#39;";
                break;
            default:
                if (shown.compare(at, 2, not_characters) == 0 && at + 2 < shown.size() &&
                    (shown[at + 2] == '\xBE' || shown[at + 2] == '\xBF')) {
                    markup += shown[at + 2] == '\xBE' ? "\\ufffe" : "\\uffff";
                    at += 2;
                } else {
                    markup += shown[at];
                }
        }
    }
    return markup;
}

}  // namespace csapath::engine
