// SPDX-License-Identifier: MIT
/// The sections of a report, in its order. Each writes itself from its heading to its end.
#pragma once

#include "engine/report/markup.hpp"
#include "engine/report/report.hpp"

namespace csapath::engine {

void write_summary(const Report& report, Markup& page);
void write_new_since(const Report& report, Markup& page);    ///< what a baseline did not have; only where there is one
void write_timeliness(const Report& report, Markup& page);   ///< rules with a clock, then those without
void write_breakdowns(const Report& report, Markup& page);   ///< the same counts by area, month and agency
void write_heat_map(const Report& report, Markup& page);     ///< findings, step by agency
void write_trends(const Report& report, Markup& page);       ///< month by month, as process charts
void write_involvement(const Report& report, Markup& page);  ///< agencies expected, and recorded
void write_figures(const Report& report, Markup& page);      ///< those that audits asked for
void write_pathway_picture(const Report& report, Markup& page);
void write_case_list(const Report& report, Markup& page);
void write_case_files(const Report& report, Markup& page);
void write_data_quality(const Report& report, Markup& page);
void write_soundness(const Report& report, Markup& page);  ///< a part of the one before
void write_not_checked(const Report& report, Markup& page);
void write_method(const Report& report, Markup& page);

}  // namespace csapath::engine
