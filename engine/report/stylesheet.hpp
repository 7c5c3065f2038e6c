// SPDX-License-Identifier: MIT
/// How a report looks: on a screen of any width, on paper, and in the colours of whoever reads it.
///
/// Colours are never all there is: each mark has a word or a shape as well. Nothing here needs < or &, so that the page
/// stays well-formed XML.
#pragma once

#include <string_view>

namespace csapath::engine {

std::string_view stylesheet();

}  // namespace csapath::engine
