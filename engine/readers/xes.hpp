// SPDX-License-Identifier: MIT
/// Event logs in XES (IEEE 1849): traces of events with typed attributes, in XML.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/readers/log_reader.hpp"
#include "engine/readers/reader.hpp"

namespace csapath::engine {

/// By the mapping in the options, to which a log is a table with a row for each event: its columns are the keys of the
/// attributes, those of the trace with "case:" before them, those inside others as "outer/inner". The values of a list
/// stand in one cell with ; between them.
const Reader& xes_reader();
/// To look into one without reading it; the bytes must outlive it.
std::unique_ptr<Log> xes_log(Bytes& bytes);
bool recognises_xes(std::string_view name, std::string_view first_bytes);
/// The columns of a log, or of its beginning.
std::vector<std::vector<std::string>> xes_columns(Bytes& bytes);

}  // namespace csapath::engine
