// SPDX-License-Identifier: MIT
/// Where children were, across a region, and where they are taught.
#include <algorithm>
#include <set>

#include "engine/figures/topics.hpp"
#include "engine/survey/line_writer.hpp"

namespace csapath::engine {

namespace {

FigureTable areas(const FigureBasis& basis) {
    FigureTable table{
        .name = "areas",
        .title = "Children and episodes by area, and children who moved between areas",
        .columns = {text_column("area", "Area"), count_column("children", "Children"),
                    count_column("moved", "Of these, also in another area"), count_column("episodes", "Episodes"),
                    count_column("open", "Episodes still open")},
        .counts = "Cases, one a child, and their episodes open at any time" + only(basis) +
                  "; a child counts in each area where an episode was, and once in the row of all.",
        .note =
            "Where a child was is what the events of the episode say of `episode-area`, else `case.area`. Children are "
            "told apart by the id of the case: two areas that give a child two ids have two children.",
        .audits = {"R11"}};
    std::vector<std::set<std::uint32_t>> children(basis.survey.areas.size());
    std::vector<std::uint64_t> episodes(children.size()), still_open(children.size());
    std::vector<bool> any(children.size());
    std::vector<std::uint32_t> areas_of_child(basis.survey.cases.size());
    for (const EpisodeLine& episode : basis.survey.lines.episodes) {
        if (!open_in_window(basis, episode.from, episode.to)) continue;
        any[episode.area] = true;
        ++episodes[episode.area];
        still_open[episode.area] += !episode.to;
        if (children[episode.area].insert(episode.of_case).second) ++areas_of_child[episode.of_case];
    }
    const auto moved = [&](std::uint32_t child) { return areas_of_child[child] > 1; };
    std::uint64_t all_episodes = 0, all_open = 0, all_children = 0, all_moved = 0;
    for (const AreaNumber area : areas_in_order(basis, any)) {
        const auto who_moved = static_cast<std::uint64_t>(std::ranges::count_if(children[area], moved));
        table.rows.push_back({{area_in_figure(basis, area), CountOf{children[area].size()}, CountOf{who_moved},
                               CountOf{episodes[area]}, CountOf{still_open[area]}}});
        all_episodes += episodes[area];
        all_open += still_open[area];
        if (area == 0) table.not_placed = episodes[area];
    }
    for (const std::uint32_t number : areas_of_child) {
        all_children += number > 0;
        all_moved += number > 1;
    }
    table.rows.push_back(
        {{std::string("All"), CountOf{all_children}, CountOf{all_moved}, CountOf{all_episodes}, CountOf{all_open}},
         true});
    return table;
}

/// These say that a child is not of an age to be taught anywhere, and count neither way.
constexpr std::string_view before_school = "not-yet-at-school", after_school = "left-school",
                           in_mainstream = "mainstream";

std::string as_title(std::string value) {
    std::replace(value.begin(), value.end(), '-', ' ');
    if (!value.empty() && value[0] >= 'a' && value[0] <= 'z') value[0] = static_cast<char>(value[0] - 'a' + 'A');
    return value;
}

FigureTable taught(const FigureBasis& basis, const std::vector<std::string>& values) {
    FigureTable table{
        .name = "education",
        .title = "Where children are taught, and the share not in mainstream school",
        .columns = {text_column("taught", "Where the child is taught"), count_column("children", "Children"),
                    share_column("share", "Share, of those at school age that are recorded")},
        .counts = "Cases, one a child, open at any time" + only(basis) + ", by the latest education status recorded.",
        .note = "A child who is not yet at school, or has left it, is in no share.",
        .audits = {"G9"}};
    const std::vector<bool> in = cases_in_window(basis);
    std::vector<std::uint64_t> counts(values.size());
    std::uint64_t blank = 0, of_age = 0, mainstream = 0, all = 0;
    const auto counted_neither_way = [&](std::size_t value) {
        return values[value] == before_school || values[value] == after_school;
    };
    for (std::size_t number = 0; number < in.size(); ++number) {
        if (!in[number]) continue;
        ++all;
        const auto& status = basis.survey.lines.taught[number];
        if (!status) {
            ++blank;
            continue;
        }
        ++counts[*status];
        of_age += !counted_neither_way(*status);
        mainstream += values[*status] == in_mainstream;
    }
    for (std::size_t value = 0; value < values.size(); ++value)
        table.rows.push_back(
            {{as_title(values[value]), CountOf{counts[value]},
              counted_neither_way(value) ? FigureCell() : FigureCell(ShareOf{counts[value], of_age})}});
    table.rows.push_back({{std::string(not_recorded), CountOf{blank}, FigureCell()}});
    table.rows.push_back(
        {{std::string("Not in mainstream school"), CountOf{of_age - mainstream}, ShareOf{of_age - mainstream, of_age}},
         true});
    table.rows.push_back({{std::string("All"), CountOf{all}, FigureCell()}, true});
    table.not_placed = blank;
    return table;
}

}  // namespace

void add_child_figures(const FigureBasis& basis, std::vector<FigureTable>& to) {
    to.push_back(areas(basis));
    const auto education = facts_called(basis.pathway, "education-status", rules::Type::Kind::one_of);
    if (education.empty()) return;
    const std::vector<std::string>& values = basis.pathway.words.facts()[education.front()].type.values;
    if (std::ranges::find(values, in_mainstream) != values.end()) to.push_back(taught(basis, values));
}

}  // namespace csapath::engine
