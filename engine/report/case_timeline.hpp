// SPDX-License-Identifier: MIT
/// A case drawn over time: a lane for each agency with what it did, and below them the clocks that were not kept or
/// still run, from what started them to the day they were due. Days not worked are shaded.
#pragma once

#include "engine/report/markup.hpp"
#include "engine/report/report.hpp"

namespace csapath::engine {

/// `number` tells the cases of a page apart. Events and clocks carry the numbers and letters of the tables beside it.
void write_case_timeline(const Report& report, const CaseFile& file, std::size_t number, Markup& page);

/// The clocks that are drawn, by their place in `file.windows`: those that were not kept, are excused or still run, the
/// first 26 of them; for their letters, A is the first.
std::vector<std::size_t> drawn_clocks(const CaseFile& file);

}  // namespace csapath::engine
