// SPDX-License-Identifier: MIT
/// The figures by topic, each with a file of its own, and what they share. For this room alone.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/figures/figures.hpp"

namespace csapath::engine {

void add_referral_figures(const FigureBasis& basis, std::vector<FigureTable>& to);
void add_plan_figures(const FigureBasis& basis, std::vector<FigureTable>& to);
void add_rule_figures(const FigureBasis& basis, std::vector<FigureTable>& to);
void add_grade_figures(const FigureBasis& basis, std::vector<FigureTable>& to);
void add_agency_figures(const FigureBasis& basis, std::vector<FigureTable>& to);
void add_child_figures(const FigureBasis& basis, std::vector<FigureTable>& to);

bool in_window(const FigureBasis& basis, rules::Date day);
/// Open on a day of the window; without `to` it is open still.
bool open_in_window(const FigureBasis& basis, rules::Date from, const std::optional<rules::Date>& to);
/// By place in Survey::cases: an episode of it was open in the window. Without a window, every case.
std::vector<bool> cases_in_window(const FigureBasis& basis);

/// What of all the run holds is looked at, as a figure's sentence ends: ", from Wed 1 Oct 2025 to Wed 31 Dec 2025";
/// empty where it is all.
std::string only(const FigureBasis& basis);

/// What stands for a blank.
inline constexpr std::string_view not_recorded = "Not recorded";

/// By name, with what is not recorded at the end; only those that `any` has something in.
std::vector<AreaNumber> areas_in_order(const FigureBasis& basis, const std::vector<bool>& any);
std::string area_in_figure(const FigureBasis& basis, AreaNumber area);
std::string agency_in_figure(const FigureBasis& basis, std::optional<rules::AgencyId> agency);

FigureColumn text_column(std::string name, std::string title);
FigureColumn count_column(std::string name, std::string title);
FigureColumn total_column(std::string name, std::string title);
FigureColumn share_column(std::string name, std::string title);

}  // namespace csapath::engine
