// SPDX-License-Identifier: MIT
/// Where a finding can be looked up.
#pragma once

#include <string>
#include <vector>

#include "engine/findings/finding.hpp"

namespace csapath::engine {

/// "rows 12 and 15 of cases.csv and line 3 of police.ndjson"; of a single source its name is left out. `sources` are
/// the names of the inputs as they are to be shown.
std::string rows_in_words(const Finding& finding, const std::vector<std::string>& sources,
                          const std::vector<bool>& rows_are_lines);

}  // namespace csapath::engine
