// SPDX-License-Identifier: MIT
/// The figures that audits asked for, each as a table: referrals and what followed, plans, how well rules were kept,
/// indicative grades, who took part, where children were and where they are taught.
///
/// Of a run with a window a figure holds what happened on a day of it (referrals, the start of a plan, what puts a rule
/// in force), and of what goes on for a while (cases, episodes, plans) whatever was open on a day of it. Blanks are
/// kept in rows and columns of their own.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "engine/figures/figure_table.hpp"
#include "engine/findings/results.hpp"
#include "engine/pathway/pathway.hpp"
#include "engine/survey/survey.hpp"

namespace csapath::engine {

/// All that figures are made from. The tables hold no part of it.
struct FigureBasis {
    const Pathway& pathway;
    const std::vector<ReportedRule>& rules;
    const Survey& survey;
    rules::Moment as_of;
    std::optional<rules::Date> from = {}, to = {};           ///< the window, both days included
    std::set<std::string> only_rules = {}, only_areas = {};  ///< empty: all
};

/// In the order in which they are read. What a definition has no place for (a rating, a grading, where a child is
/// taught) has no figure.
std::vector<FigureTable> figures(const FigureBasis& basis);

/// The words beside every grade.
inline constexpr std::string_view grades_are_indicative =
    "Grades are indicative: they are read off findings by the bands of the definition. An auditor looks at the case "
    "and "
    "confirms, or does not.";

}  // namespace csapath::engine
