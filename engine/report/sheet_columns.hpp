// SPDX-License-Identifier: MIT
/// Columns and cells that several sheets of a report share.
#pragma once

#include <vector>

#include "engine/report/report.hpp"
#include "engine/workbook/writer.hpp"

namespace csapath::engine {

/// Step, where it leads, sentence and id of a rule; then `more`.
std::vector<SheetColumn> rule_and(const std::vector<SheetColumn>& more);
Sheet& rule_cells(Sheet& sheet, const Report& report, std::size_t rule);

/// Times applied, each verdict, and the share kept of those decided; `first` goes before, and `more` after.
std::vector<SheetColumn> counts_between(const std::vector<SheetColumn>& first,
                                        const std::vector<SheetColumn>& more = {});
Sheet& counts_cells(Sheet& sheet, const VerdictCounts& counts);

}  // namespace csapath::engine
