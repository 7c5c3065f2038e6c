// SPDX-License-Identifier: MIT
/// The sheets of a report, each filled from its first row to its last.
#pragma once

#include <string>
#include <vector>

#include "engine/report/counted.hpp"
#include "engine/workbook/writer.hpp"

namespace csapath::engine {

/// `left_out`: what the other sheets had no room for.
void fill_summary(const Report& report, const std::vector<std::string>& left_out, Sheet& sheet);
void fill_timeliness(const Report& report, Sheet& with_clock, Sheet& without);
void fill_counts(const std::vector<CountsOf>& rows, Sheet& sheet);
void fill_heat_map(const Report& report, Sheet& sheet);
void fill_trends(const Report& report, Sheet& sheet);
void fill_expected(const Report& report, Sheet& sheet);
void fill_parts(const Report& report, Sheet& sheet);
void fill_agency_by_case(const Report& report, Sheet& sheet);
void fill_cases(const Report& report, Sheet& sheet);

/// Files and what was noticed in them, what was not checked, and how the report was made: sheets of their own, those
/// left out that would have no row.
void add_sheets_of_data(const Report& report, WorkbookWriter& workbook);

/// None where there are no figures.
void add_sheets_of_figures(const std::vector<FigureTable>& figures, WorkbookWriter& workbook);

/// What is new since the baseline, as far as the page has it; none where there is no baseline.
void add_new_since(const Report& report, WorkbookWriter& workbook);

}  // namespace csapath::engine
