// SPDX-License-Identifier: MIT
/// The results as JSON: one object (`json`), or one finding a line (`ndjson`).
///
/// The object is written in one way only: a top-level key a line, and where its value is a list an element a line.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/reporters/reporter.hpp"

namespace csapath::engine {

/// Keeps what it has rendered until the end: the counts stand before the findings.
std::unique_ptr<Reporter> json_reporter();

/// Writes findings as they come, and nothing else.
std::unique_ptr<Reporter> ndjson_reporter();

/// The same object for a run that failed before anything was judged: what is not known is null, 0 or an empty list.
/// `pathway` is its id, or the path or name that was asked for.
std::string failed_json(std::string_view tool_version, std::string_view pathway,
                        const std::vector<std::string>& errors);

}  // namespace csapath::engine
