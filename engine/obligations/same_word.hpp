// SPDX-License-Identifier: MIT
/// Words as people enter them: blanks around them and the letter case of A to Z do not matter.
#pragma once

#include <algorithm>
#include <string_view>

namespace csapath::engine {

inline std::string_view trimmed(std::string_view text) {
    constexpr std::string_view blank = " \t";
    const std::size_t begin = text.find_first_not_of(blank);
    return begin == std::string_view::npos ? std::string_view{}
                                           : text.substr(begin, text.find_last_not_of(blank) - begin + 1);
}

inline bool same_word(std::string_view left, std::string_view right) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
    const std::string_view a = trimmed(left), b = trimmed(right);
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](char x, char y) { return lower(x) == lower(y); });
}

}  // namespace csapath::engine
