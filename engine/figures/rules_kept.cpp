// SPDX-License-Identifier: MIT
/// How often each rule applied and what came of it: by area, by month and by agency.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "engine/figures/topics.hpp"

namespace csapath::engine {

namespace {

std::vector<FigureColumn> verdict_columns(FigureColumn by) {
    return {text_column("rule", "Rule"),
            text_column("step", "Stands under"),
            std::move(by),
            total_column("applicable", "Applied"),
            count_column("met", "Kept"),
            count_column("late", "Late"),
            count_column("overdue", "Overdue"),
            count_column("missed", "Missed"),
            count_column("failed", "Failed"),
            count_column("open", "Not yet due"),
            count_column("excused", "Excused"),
            count_column("cannot_tell", "Cannot tell"),
            count_column("not_visible", "Not visible")};
}

FigureRow verdict_row(const FigureBasis& basis, std::size_t rule, std::string by, const VerdictCounts& counts) {
    const ReportedRule& of = basis.rules[rule];
    FigureRow row{{of.id, basis.pathway.steps[of.step].title, std::move(by), CountOf{applicable(counts)}}};
    for (std::size_t verdict = 0; verdict + 1 < verdicts; ++verdict) row.cells.emplace_back(CountOf{counts[verdict]});
    return row;
}

std::uint64_t not_decided(const VerdictCounts& counts) {
    return counts[static_cast<std::size_t>(Verdict::undetermined)] +
           counts[static_cast<std::size_t>(Verdict::not_visible)];
}

FigureTable verdict_table(const FigureBasis& basis, std::string_view by, FigureColumn column, std::string note,
                          std::vector<std::string> audits) {
    return {.name = fmt::format("rules-by-{}", by),
            .title = fmt::format("How each rule was kept, by {}", by),
            .columns = verdict_columns(std::move(column)),
            .counts = "Times that a rule was put in force" + only(basis) +
                      "; a fault that breaks several rules counts with each of them.",
            .note = std::move(note),
            .audits = std::move(audits)};
}

/// The counts of a rule, gathered under what `key` makes of area and month.
template <typename Key, typename Of>
std::map<Key, VerdictCounts> gathered_verdicts(const RuleSurvey& rule, Of key) {
    std::map<Key, VerdictCounts> sums;
    for (const auto& [where, counts] : rule.counts)
        for (std::size_t verdict = 0; verdict < counts.size(); ++verdict)
            sums[key(where.first, where.second)][verdict] += counts[verdict];
    return sums;
}

FigureTable by_area_kept(const FigureBasis& basis) {
    FigureTable table = verdict_table(basis, "area", text_column("area", "Area"),
                                      "The area is the one in which the child was in that episode.", {"R13", "R11"});
    std::vector<std::map<AreaNumber, VerdictCounts>> sums;
    std::vector<bool> any(basis.survey.areas.size());
    sums.reserve(basis.survey.rules.size());
    for (const RuleSurvey& rule : basis.survey.rules) {
        sums.push_back(gathered_verdicts<AreaNumber>(rule, [](AreaNumber area, Month) { return area; }));
        for (const auto& [area, counts] : sums.back()) any[area] = true;
    }
    const std::vector<AreaNumber> order = areas_in_order(basis, any);
    for (std::size_t rule = 0; rule < sums.size(); ++rule) {
        for (const AreaNumber area : order) {
            const auto found = sums[rule].find(area);
            if (found == sums[rule].end() || applicable(found->second) == 0) continue;
            table.rows.push_back(verdict_row(basis, rule, area_in_figure(basis, area), found->second));
            table.not_placed += area == 0 ? applicable(found->second) : not_decided(found->second);
        }
    }
    return table;
}

FigureTable by_month_kept(const FigureBasis& basis) {
    FigureTable table =
        verdict_table(basis, "month", text_column("month", "Month"),
                      "The month is that in which the rule was put in force: of the latest months less is decided yet.",
                      {"R13", "W6"});
    for (std::size_t rule = 0; rule < basis.survey.rules.size(); ++rule) {
        const auto sums =
            gathered_verdicts<Month>(basis.survey.rules[rule], [](AreaNumber, Month month) { return month; });
        for (const auto& [month, counts] : sums) {
            if (applicable(counts) == 0) continue;
            table.rows.push_back(
                verdict_row(basis, rule, fmt::format("{:04}-{:02}", month.number / 12, month.number % 12 + 1), counts));
            table.not_placed += not_decided(counts);
        }
    }
    return table;
}

FigureTable by_agency_kept(const FigureBasis& basis) {
    FigureTable table = verdict_table(basis, "agency", text_column("agency", "Agency"),
                                      "A rule that asks for agencies by name counts for each of them, so that one time "
                                      "may stand in several rows; any "
                                      "other rule counts for the agency in charge of what has to happen. Where a list "
                                      "lacks one of the agencies, the rule "
                                      "was kept of the others; where it is blank, of none of them anything is known, "
                                      "and whoever is in charge kept no "
                                      "record.",
                                      {"R13"});
    for (std::size_t rule = 0; rule < basis.survey.rules.size(); ++rule) {
        for (const auto& [agency, counts] : basis.survey.rules[rule].by_agency) {
            if (applicable(counts) == 0) continue;
            table.rows.push_back(verdict_row(basis, rule, agency_in_figure(basis, agency), counts));
            table.not_placed += agency ? not_decided(counts) : applicable(counts);
        }
    }
    return table;
}

}  // namespace

void add_rule_figures(const FigureBasis& basis, std::vector<FigureTable>& to) {
    to.push_back(by_area_kept(basis));
    to.push_back(by_month_kept(basis));
    to.push_back(by_agency_kept(basis));
}

}  // namespace csapath::engine
