// SPDX-License-Identifier: MIT
/// A report for anybody, as one HTML page: how many cases, by area, by quarter and by rule, with small numbers hidden.
/// It names no case, no worker and no file, tells no median and no date of any event, and shows no share that a hidden
/// count is part of.
#pragma once

#include "engine/published/case_counts.hpp"
#include "engine/report/report.hpp"
#include "engine/reporters/reporter.hpp"

namespace csapath::engine {

/// The survey of the report is not looked at.
void write_published_page(const Report& report, const CaseCounts& counts, Out& out);

}  // namespace csapath::engine
