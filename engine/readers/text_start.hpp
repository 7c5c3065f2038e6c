// SPDX-License-Identifier: MIT
/// The first bytes of a text: what is no text, or not UTF-8, is named.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "engine/readers/faults.hpp"
#include "engine/readers/window.hpp"

namespace csapath::engine {

/// Fills the window, and says where the text begins in it: behind a byte order mark, if there is one. Empty, and a
/// fault told, if this is no UTF-8 text; `wanted` is what it should be, as in "CSV text".
std::optional<std::size_t> text_start(Window& window, std::string_view wanted, Faults& faults);

}  // namespace csapath::engine
