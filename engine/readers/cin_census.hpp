// SPDX-License-Identifier: MIT
/// The children in need census that every authority sends in each year, as XML: read child by child, as events. What of
/// it is read, and what it cannot show, is in docs/formats/cin-census.md.
#pragma once

#include <string_view>

#include "engine/readers/reader.hpp"

namespace csapath::engine {

const Reader& cin_census_reader();
/// By its first bytes, in any encoding that is read; the name says nothing.
bool recognises_cin_census(std::string_view name, std::string_view first_bytes);

}  // namespace csapath::engine
