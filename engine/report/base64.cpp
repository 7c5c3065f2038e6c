// SPDX-License-Identifier: MIT
#include "engine/report/base64.hpp"

#include <string_view>

namespace csapath::engine {

std::string base64(std::span<const std::uint8_t> bytes) {
    constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    for (std::size_t at = 0; at < bytes.size(); at += 3) {
        const std::size_t here = std::min<std::size_t>(3, bytes.size() - at);
        std::uint32_t three = 0;
        for (std::size_t i = 0; i < 3; ++i) three = three << 8 | (i < here ? bytes[at + i] : 0U);
        for (std::size_t i = 0; i < 4; ++i) text += i <= here ? letters[three >> (18 - 6 * i) & 63] : '=';
    }
    return text;
}

}  // namespace csapath::engine
