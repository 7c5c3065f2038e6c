// SPDX-License-Identifier: MIT
/// Findings as CSV, one row each, written as they come. Lists within a cell are separated by semicolons. Columns are
/// only ever appended.
#pragma once

#include <memory>

#include "engine/reporters/escape.hpp"
#include "engine/reporters/reporter.hpp"

namespace csapath::engine {

/// Exact, for machines: UTF-8, rows end in a line feed. Defused, for spreadsheets: with a byte order mark, rows end in
/// CR LF, and no cell can be taken for a formula.
std::unique_ptr<Reporter> csv_reporter(Cells cells);

}  // namespace csapath::engine
