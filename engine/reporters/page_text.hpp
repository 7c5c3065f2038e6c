// SPDX-License-Identifier: MIT
/// Text of data files as pages and sheets show it.
#pragma once

#include <string>
#include <string_view>

namespace csapath::engine {

/// Line ends and tabs become a space each; control characters, those that turn the direction of writing, those that
/// cannot be seen, bytes that are no UTF-8 and what XML cannot hold are spelled out as in a terminal ("\u202e"), so
/// that nothing reads other than it is written.
std::string page_text(std::string_view text);

}  // namespace csapath::engine
