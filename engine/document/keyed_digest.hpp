// SPDX-License-Identifier: MIT
/// HMAC-SHA-256: a digest that nobody can make without the key. keyed_digest.cpp is a door to the hashing package.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace csapath::engine {

std::array<std::uint8_t, 32> keyed_digest(const std::array<std::uint8_t, 32>& key, std::string_view bytes);

}  // namespace csapath::engine
