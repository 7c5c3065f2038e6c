// SPDX-License-Identifier: MIT
/// The plain event file as CSV: a header, and one event a row.
#pragma once

#include <string_view>

#include "engine/readers/reader.hpp"

namespace csapath::engine {

const Reader& csv_reader();
bool recognises_csv(std::string_view name, std::string_view first_bytes);

}  // namespace csapath::engine
