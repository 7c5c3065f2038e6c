// SPDX-License-Identifier: MIT
/// A table and a mapping -> events. What comes of a row goes through the same reading of values, the same refusals and
/// the same counts as the plain event file.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/cases/schema.hpp"
#include "engine/mappings/mapping.hpp"
#include "engine/readers/faults.hpp"
#include "engine/readers/reader.hpp"
#include "engine/readers/table.hpp"

namespace csapath::engine {

/// What a table is called: its sheet in a workbook, else its file without folders and extension.
std::string table_name(const std::string& file, const std::string& sheet);

/// Opens a table before its first row; nullptr if it cannot be, and told why.
using OpenTable = std::function<std::unique_ptr<Table>(Faults&, InputReport&)>;

/// Reads a table as `mapping` says; opens it twice where that asks what stands in it. In the counts an event is a row:
/// of a row with two dates, two. A sheet that is none of the mapping's tables is noted and left alone; a file that is
/// none is a fault. False if `take` asked to stop.
bool read_mapped(const OpenTable& open, const Mapping& mapping, const Schema& schema, const ReadOptions& options,
                 const TakeEvent& take, InputReport& report, Faults& faults);

/// The mapping that the plain event file is its own for: `case`, `event`, `at`, and attributes by their own names.
/// Empty if the header lacks one of these three.
std::optional<Mapping> plain_mapping(const std::vector<std::string>& header);

/// CSV, by the mapping in the options.
const Reader& mapped_csv_reader();

}  // namespace csapath::engine
