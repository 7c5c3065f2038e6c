// SPDX-License-Identifier: MIT
/// Bytes as Base64 (RFC 4648), as a content security policy spells hashes.
#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace csapath::engine {

std::string base64(std::span<const std::uint8_t> bytes);

}  // namespace csapath::engine
