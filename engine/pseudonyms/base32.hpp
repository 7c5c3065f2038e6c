// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace csapath::engine {

/// Letters and digits that are not mistaken for each other (RFC 4648): no 0, 1, 8 or 9.
inline constexpr std::string_view base32_letters = "abcdefghijklmnopqrstuvwxyz234567";

/// The first `letters` times 5 bits.
inline std::string base32(const std::array<std::uint8_t, 32>& bytes, std::size_t letters) {
    std::string text;
    text.reserve(letters);
    for (std::size_t letter = 0; letter < letters; ++letter) {
        unsigned value = 0;
        for (std::size_t bit = 5 * letter; bit < 5 * letter + 5; ++bit)
            value = value << 1u | (unsigned{bytes.at(bit / 8)} >> (7 - bit % 8) & 1u);
        text += base32_letters[value];
    }
    return text;
}

}  // namespace csapath::engine
