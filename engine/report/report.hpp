// SPDX-License-Identifier: MIT
/// All that a report is written from.
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

struct Report {
    const Pathway& pathway;
    const std::vector<ReportedRule>& rules;
    const Survey& survey;
    const Results& results;
    const std::vector<FigureTable>& figures;
    rules::Moment as_of;
    std::string tool_version;
    std::optional<rules::Date> from, to;           ///< of activations, where the run was limited to a window
    std::set<std::string> only_rules, only_areas;  ///< empty: all
    const std::vector<Finding>* fresh =
        nullptr;               ///< new since the baseline, the first of them; only where there is one
    std::string marking = {};  ///< how the page is to be handled; empty: as case records
};

}  // namespace csapath::engine
