// SPDX-License-Identifier: MIT
/// Event logs in OCEL 2.0, as JSON: events that concern objects of several types.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/readers/log_reader.hpp"
#include "engine/readers/reader.hpp"

namespace csapath::engine {

/// By the mapping in the options, to which a log is a table with a row for each event; ocel_table.hpp tells its
/// columns.
const Reader& ocel_reader();
/// To look into one without reading it; the bytes must outlive it.
std::unique_ptr<Log> ocel_log(Bytes& bytes);
bool recognises_ocel(std::string_view name, std::string_view first_bytes);
std::vector<std::vector<std::string>> ocel_columns(Bytes& bytes);

}  // namespace csapath::engine
