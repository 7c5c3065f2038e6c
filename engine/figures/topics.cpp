// SPDX-License-Identifier: MIT
#include "engine/figures/topics.hpp"

#include <algorithm>

namespace csapath::engine {

bool in_window(const FigureBasis& basis, rules::Date day) {
    return (!basis.from || day >= *basis.from) && (!basis.to || day <= *basis.to);
}

bool open_in_window(const FigureBasis& basis, rules::Date from, const std::optional<rules::Date>& to) {
    return (!basis.to || from <= *basis.to) && (!basis.from || !to || *to >= *basis.from);
}

std::vector<bool> cases_in_window(const FigureBasis& basis) {
    const bool all = !basis.from && !basis.to;
    std::vector<bool> in(basis.survey.cases.size(), all);
    for (const EpisodeLine& episode : basis.survey.lines.episodes)
        if (open_in_window(basis, episode.from, episode.to)) in[episode.of_case] = true;
    return in;
}

std::string only(const FigureBasis& basis) {
    std::string words;
    if (basis.from) words += " from " + rules::spelled(*basis.from);
    if (basis.to) words += " to " + rules::spelled(*basis.to);
    if (!words.empty()) words = "," + words;
    const auto listed = [&](std::string_view before, const std::set<std::string>& names) {
        bool first = true;
        for (const std::string& name : names) {
            words += (first ? std::string(before) : ", ") + name;
            first = false;
        }
    };
    listed("; only cases of ", basis.only_areas);
    listed("; only the rules ", basis.only_rules);
    return words;
}

std::vector<AreaNumber> areas_in_order(const FigureBasis& basis, const std::vector<bool>& any) {
    std::vector<AreaNumber> order;
    for (AreaNumber area = 0; area < any.size(); ++area)
        if (any[area]) order.push_back(area);
    std::sort(order.begin(), order.end(), [&](AreaNumber left, AreaNumber right) {
        return std::pair(left == 0, basis.survey.areas[left]) < std::pair(right == 0, basis.survey.areas[right]);
    });
    return order;
}

std::string area_in_figure(const FigureBasis& basis, AreaNumber area) {
    return area == 0 ? std::string(not_recorded) : basis.survey.areas[area];
}

std::string agency_in_figure(const FigureBasis& basis, std::optional<rules::AgencyId> agency) {
    return agency ? basis.pathway.words.agencies()[*agency].title : "No agency named";
}

FigureColumn text_column(std::string name, std::string title) {
    return {std::move(name), std::move(title), FigureColumn::Holds::text};
}
FigureColumn count_column(std::string name, std::string title) {
    return {std::move(name), std::move(title), FigureColumn::Holds::count};
}
FigureColumn total_column(std::string name, std::string title) {
    return {std::move(name), std::move(title), FigureColumn::Holds::count, true};
}
FigureColumn share_column(std::string name, std::string title) {
    return {std::move(name), std::move(title), FigureColumn::Holds::share};
}

std::vector<FigureTable> figures(const FigureBasis& basis) {
    std::vector<FigureTable> all;
    add_referral_figures(basis, all);
    add_plan_figures(basis, all);
    add_rule_figures(basis, all);
    add_grade_figures(basis, all);
    add_agency_figures(basis, all);
    add_child_figures(basis, all);
    return all;
}

}  // namespace csapath::engine
