// SPDX-License-Identifier: MIT
/// HTML that is well-formed XML too, written so that no text can become markup: patterns are written here, and whatever
/// is put into them is escaped unless its type says that it is markup already.
#pragma once

#include <fmt/format.h>

#include <concepts>
#include <string>
#include <string_view>

#include "engine/reporters/reporter.hpp"

namespace csapath::engine {

/// Markup of our own, from html_text(), tag() and their like.
struct Html {
    std::string markup;
};

/// Text for the inside of an element or of an attribute in double quotes. Blanks and line ends become one space each;
/// control characters, those that turn the direction of writing, those that cannot be seen, and bytes that are no
/// UTF-8 are spelled out as in a terminal ("\u202e"), so that nothing reads other than it is written.
std::string html_text(std::string_view text);

/// What a value becomes when it is put into a pattern.
inline std::string in_markup(std::string_view text) {
    return html_text(text);
}
inline std::string in_markup(const Html& html) {
    return html.markup;
}
template <std::integral Number>
Number in_markup(Number number) {
    return number;
}
template <typename Part>
using InMarkup = decltype(in_markup(std::declval<const Part&>()));

template <typename... Parts>
Html html(fmt::format_string<InMarkup<Parts>...> pattern, const Parts&... parts) {
    return {fmt::format(pattern, in_markup(parts)...)};
}

/// Writes to where a report goes, a piece at a time.
class Markup {
public:
    explicit Markup(Out& out) : out_(out) {}

    template <typename... Parts>
    void add(fmt::format_string<InMarkup<Parts>...> pattern, const Parts&... parts) {
        fmt::format_to(std::back_inserter(out_.buffer), pattern, in_markup(parts)...);
        out_.breathe();
    }
    void add(const Html& html) {
        out_.buffer += html.markup;
        out_.breathe();
    }

private:
    Out& out_;
};

}  // namespace csapath::engine
