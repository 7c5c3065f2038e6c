// SPDX-License-Identifier: MIT
/// Child protection plans: how long they run, and how soon one follows another.
#include <array>

#include "engine/figures/topics.hpp"
#include "engine/survey/line_writer.hpp"

namespace csapath::engine {

namespace {

constexpr int months_of_first_band = 3, months_of_second_band = 6, months_between_plans = 24;

/// Bands of length; the last is for those of which the length is not known.
constexpr std::array<std::string_view, 4> length_bands = {"Under 3 months", "3 to 6 months", "Over 6 months",
                                                          "Length not known"};
constexpr std::size_t not_known_band = length_bands.size() - 1;

/// Three months to the day are 3 to 6, and so are six.
std::size_t band_of_length(rules::Date from, rules::Date to) {
    if (to < rules::plus_months(from, months_of_first_band)) return 0;
    return to <= rules::plus_months(from, months_of_second_band) ? 1 : 2;
}

enum Standing : std::size_t { plan_runs, plan_ended, plan_end_hidden, plan_standings };

FigureTable by_length(const FigureBasis& basis) {
    FigureTable table{
        .name = "plans-by-length",
        .title = "Child protection plans by length of time",
        .columns = {text_column("length", "Length"), count_column("open", "Open"), count_column("ended", "Ended"),
                    count_column("cannot_tell", "Cannot tell whether it ended"), total_column("plans", "All plans"),
                    share_column("share_of_known", "Share, of known length")},
        .counts =
            "Plans that ran at any time" + only(basis) + ", open ones up to " + rules::spelled(basis.as_of.day) + ".",
        .note =
            "A start that is recorded while a plan runs tells of the same plan. The length is not known "
            "where the start is not in the data, or the data has no place for ends.",
        .audits = {"R2"}};
    std::array<std::array<std::uint64_t, plan_standings>, length_bands.size()> counts{};
    std::uint64_t of_known_length = 0;
    for (const PlanLine& plan : basis.survey.lines.plans) {
        if (!open_in_window(basis, plan.from ? *plan.from : *plan.to, plan.to)) continue;
        const Standing standing = plan.to ? plan_ended : plan.end_visible ? plan_runs : plan_end_hidden;
        std::size_t in = not_known_band;
        if (plan.from && standing != plan_end_hidden)
            in = band_of_length(*plan.from, standing == plan_ended ? *plan.to : basis.as_of.day);
        ++counts[in][standing];
        ++(in == not_known_band ? table.not_placed : of_known_length);
    }
    std::array<std::uint64_t, plan_standings> all{};
    const auto add = [&](std::string_view name, const std::array<std::uint64_t, plan_standings>& of, bool known) {
        const std::uint64_t sum = of[plan_runs] + of[plan_ended] + of[plan_end_hidden];
        table.rows.push_back(
            {{std::string(name), CountOf{of[plan_runs]}, CountOf{of[plan_ended]}, CountOf{of[plan_end_hidden]},
              CountOf{sum}, known ? FigureCell(ShareOf{sum, of_known_length}) : FigureCell()}});
    };
    for (std::size_t in = 0; in < length_bands.size(); ++in) {
        add(length_bands[in], counts[in], in != not_known_band);
        for (std::size_t standing = 0; standing < plan_standings; ++standing) all[standing] += counts[in][standing];
    }
    add("All", all, false);
    table.rows.back().total = true;
    return table;
}

enum Before : std::size_t { first_plan, soon_again, later_again, before_unknown, before_kinds };

Before plan_before(const PlanLine& plan) {
    if (!plan.last_ended) return plan.earlier_unseen ? before_unknown : first_plan;
    return *plan.from <= rules::plus_months(*plan.last_ended, months_between_plans) ? soon_again : later_again;
}

FigureTable again(const FigureBasis& basis) {
    FigureTable table{
        .name = "plans-again",
        .title = "Plans that began within 24 months of the end of the last one",
        .columns = {text_column("area", "Area"), count_column("none_before", "None before it in the data"),
                    count_column("within_24_months", "Within 24 months of the last"),
                    count_column("longer_after", "Longer after the last"),
                    count_column("cannot_tell", "An earlier plan, whose end is not in the data"),
                    total_column("plans", "All plans that began"),
                    share_column("again_share", "Within 24 months, of those that can be told")},
        .counts = "Plans that began" + only(basis) + "; each by the child's plan before it.",
        .note =
            "Plans that another area made, or that ended before the data begins, may be missing from it. A repeated "
            "plan asks for "
            "a look and is no verdict.",
        .audits = {"L9"}};
    std::vector<std::array<std::uint64_t, before_kinds>> counts(basis.survey.areas.size());
    std::vector<bool> any(counts.size());
    std::array<std::uint64_t, before_kinds> all{};
    for (const PlanLine& plan : basis.survey.lines.plans) {
        if (!plan.from || !in_window(basis, *plan.from)) continue;
        any[plan.area] = true;
        ++counts[plan.area][plan_before(plan)];
        ++all[plan_before(plan)];
        table.not_placed += plan_before(plan) == before_unknown || plan.area == 0;
    }
    const auto add = [&](std::string heading, const std::array<std::uint64_t, before_kinds>& of) {
        const std::uint64_t told = of[first_plan] + of[soon_again] + of[later_again];
        table.rows.push_back(
            {{std::move(heading), CountOf{of[first_plan]}, CountOf{of[soon_again]}, CountOf{of[later_again]},
              CountOf{of[before_unknown]}, CountOf{told + of[before_unknown]}, ShareOf{of[soon_again], told}}});
    };
    for (const AreaNumber area : areas_in_order(basis, any)) add(area_in_figure(basis, area), counts[area]);
    add("All", all);
    table.rows.back().total = true;
    return table;
}

}  // namespace

void add_plan_figures(const FigureBasis& basis, std::vector<FigureTable>& to) {
    if (steps_called(basis.pathway, "plan-started").empty()) return;
    to.push_back(by_length(basis));
    to.push_back(again(basis));
}

}  // namespace csapath::engine
