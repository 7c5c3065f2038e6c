// SPDX-License-Identifier: MIT
/// The plain event file as NDJSON: one object a line, lists as arrays, the case's facts under "facts".
#pragma once

#include <string_view>

#include "engine/readers/reader.hpp"

namespace csapath::engine {

const Reader& ndjson_reader();
bool recognises_ndjson(std::string_view name, std::string_view first_bytes);

}  // namespace csapath::engine
