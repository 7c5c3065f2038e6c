// SPDX-License-Identifier: MIT
/// Findings as a table for a terminal: one a line, in columns of one width each.
#pragma once

#include <memory>

#include "engine/reporters/reporter.hpp"

namespace csapath::engine {

/// Columns are as wide as the first 1,000 findings need; a longer text further down stands out of its column. Behind
/// the table a line counts.
std::unique_ptr<Reporter> table_reporter();

}  // namespace csapath::engine
