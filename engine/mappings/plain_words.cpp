// SPDX-License-Identifier: MIT
#include "engine/mappings/plain_words.hpp"

#include <algorithm>
#include <array>

#include "rules/language/vocabulary.hpp"

namespace csapath::engine {

namespace {

struct PlainSign {
    std::string_view written, plain;
};
/// What spreadsheets and word processors put in the place of plain signs.
constexpr std::array plain_signs = {
    PlainSign{"\xC2\xA0", " "},      // no-break space
    PlainSign{"\xE2\x80\x98", "'"},  // quotes
    PlainSign{"\xE2\x80\x99", "'"},
    PlainSign{"\xE2\x80\x9C", "\""},
    PlainSign{"\xE2\x80\x9D", "\""},
    PlainSign{"\xE2\x80\x93", "-"},  // dashes
    PlainSign{"\xE2\x80\x94", "-"},
    PlainSign{"\n", " "},
    PlainSign{"\r", " "},
};

constexpr std::array<std::string_view, 5> outer = {" ", "\t", "\r", "\n", "\xC2\xA0"};

}  // namespace

std::string plain_words(std::string_view text) {
    std::string plain;
    plain.reserve(text.size());
    while (!text.empty()) {
        const auto* const sign = std::ranges::find_if(
            plain_signs, [text](const PlainSign& known) { return text.starts_with(known.written); });
        const bool known = sign != plain_signs.end();
        plain += known ? sign->plain : text.substr(0, 1);
        text.remove_prefix(known ? sign->written.size() : 1);
    }
    return rules::folded_agency(plain);
}

std::string_view without_outer_spaces(std::string_view text) {
    for (bool again = true; again;) {
        again = false;
        for (const std::string_view space : outer) {
            if (text.starts_with(space)) text.remove_prefix(space.size()), again = true;
            if (text.ends_with(space)) text.remove_suffix(space.size()), again = true;
        }
    }
    return text;
}

bool fits_pattern(std::string_view pattern, std::string_view text) {
    // Where the last star stood, and up to where it reaches: on a mismatch it takes one character more.
    std::size_t at = 0, in_text = 0, star = std::string_view::npos, reached = 0;
    while (in_text < text.size()) {
        if (at < pattern.size() && pattern[at] == '*') {
            star = at++;
            reached = in_text;
        } else if (at < pattern.size() && pattern[at] == text[in_text]) {
            ++at;
            ++in_text;
        } else if (star != std::string_view::npos) {
            at = star + 1;
            in_text = ++reached;
        } else {
            return false;
        }
    }
    return pattern.find_first_not_of('*', at) == std::string_view::npos;
}

}  // namespace csapath::engine
