// SPDX-License-Identifier: MIT
/// Figures as CSV, for spreadsheets: UTF-8 with a byte order mark, and text that a spreadsheet would take for a formula
/// made harmless.
#pragma once

#include <string>
#include <vector>

#include "engine/figures/figure_table.hpp"

namespace csapath::engine {

/// The table with the names of its columns at the head. A share is a percentage with one decimal, a date is as ISO has
/// it, a length of time is in days; what does not apply is blank.
std::string figure_in_csv(const FigureTable& table);

/// What the tables are: of each the file, title, number of rows, what it counts, how many could not be placed, notes,
/// and the findings of audits that it answers.
std::string list_of_figures_in_csv(const std::vector<FigureTable>& tables);

/// "referrals-by-area.csv"
std::string figure_file(const FigureTable& table);
inline constexpr const char* list_of_figures_file = "figures.csv";

/// A share of a hundred with one decimal, halves rounded up: "48.5". `whole` is not nought.
std::string percentage(ShareOf share);

}  // namespace csapath::engine
