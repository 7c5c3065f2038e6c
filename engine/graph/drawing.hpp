// SPDX-License-Identifier: MIT
/// The ways a pathway can be drawn as text.
#pragma once

#include <cstdint>

namespace csapath::engine {

enum class Drawing : std::uint8_t { dot, mermaid };

}  // namespace csapath::engine
