// SPDX-License-Identifier: MIT
#include "engine/report/markup.hpp"

#include "engine/reporters/page_text.hpp"

namespace csapath::engine {

std::string html_text(std::string_view text) {
    const std::string shown = page_text(text);
    std::string markup;
    markup.reserve(shown.size());
    for (const char letter : shown) {
        switch (letter) {
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
                markup += letter;
        }
    }
    return markup;
}

}  // namespace csapath::engine
