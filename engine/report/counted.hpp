// SPDX-License-Identifier: MIT
/// What the page and the workbook both count: gathered once, in the file of its section, and written twice.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/report/chart.hpp"
#include "engine/report/report.hpp"

namespace csapath::engine {

/// Times that rules applied, under one heading.
struct CountsOf {
    std::string what;
    std::optional<Month> month;  ///< where it is one
    VerdictCounts counts;
};
std::vector<CountsOf> counts_by_area(const Report& report);    ///< the area that is not recorded last
std::vector<CountsOf> counts_by_month(const Report& report);   ///< of activation
std::vector<CountsOf> counts_by_agency(const Report& report);  ///< asked by name or in charge; last where there is none

struct FindingsCounted {
    std::uint64_t all = 0, cases = 0;  ///< cases: those with at least one
    std::array<std::uint64_t, 3> by_severity = {};
};
FindingsCounted findings_counted(const Survey& survey);

struct StepTimes {
    std::uint64_t applied = 0, decided = 0, findings = 0;
};
std::vector<StepTimes> times_by_step(const Report& report);

/// In how many cases an agency stands how to them; by agency.
using PartCounts = std::array<std::uint64_t, part_kinds>;
std::vector<PartCounts> counted_parts(const Report& report);
std::string_view in_report(AgencyPart part);

/// What is drawn month by month, and how many rules have no chart.
struct Trends {
    std::vector<Series> charts;
    std::uint64_t too_few = 0, no_room = 0;
};
Trends trends_of(const Report& report);
bool worth_a_chart(const Series& series);

/// Why it is not decided whether a rule was kept, and why one never applied.
std::string_view why_undecided(Because because);
std::string_view why_never_applied(const Report& report, std::size_t rule);

}  // namespace csapath::engine
