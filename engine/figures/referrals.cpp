// SPDX-License-Identifier: MIT
/// Referrals, and whether a strategy discussion followed: by area, by rating at screening, by who referred.
#include <array>
#include <functional>
#include <map>

#include "engine/figures/topics.hpp"
#include "engine/survey/line_writer.hpp"

namespace csapath::engine {

namespace {

using FollowedCounts = std::array<std::uint64_t, followed_kinds>;

std::uint64_t sum_of(const FollowedCounts& counts) {
    return counts[0] + counts[1] + counts[2];
}

std::vector<FigureColumn> followed_columns(FigureColumn first) {
    return {std::move(first),
            count_column("followed", "Strategy discussion followed"),
            count_column("not_recorded", "None recorded"),
            count_column("cannot_tell", "Cannot tell"),
            total_column("referrals", "All referrals"),
            share_column("followed_share", "Followed, of those that can be told"),
            share_column("share_of_all", "Share of all referrals")};
}

FigureRow followed_row(std::string heading, const FollowedCounts& counts, std::uint64_t all) {
    const auto [followed, not_followed, cannot_tell] = counts;
    return {{std::move(heading), CountOf{followed}, CountOf{not_followed}, CountOf{cannot_tell},
             CountOf{sum_of(counts)}, ShareOf{followed, followed + not_followed}, ShareOf{sum_of(counts), all}}};
}

/// The referrals of the window, gathered under what `key` makes of each.
template <typename Key, typename Of>
std::map<Key, FollowedCounts> gathered_referrals(const FigureBasis& basis, Of key) {
    std::map<Key, FollowedCounts> sums;
    for (const ReferralLine& referral : basis.survey.lines.referrals)
        if (in_window(basis, referral.on)) ++sums[key(referral)][static_cast<std::size_t>(referral.discussed)];
    return sums;
}

void add_total(FigureTable& table, const FollowedCounts& sum) {
    table.rows.push_back(followed_row("All", sum, sum_of(sum)));
    table.rows.back().total = true;
}

/// A row for each key in the order of `keys`; those with a blank key, or of which nobody can tell what followed, are
/// not placed.
template <typename Key>
void add_rows(FigureTable& table, const std::map<Key, FollowedCounts>& sums, const std::vector<Key>& keys,
              const std::function<std::string(const Key&)>& heading, const std::function<bool(const Key&)>& blank) {
    FollowedCounts all{};
    for (const auto& [key, counts] : sums) {
        for (std::size_t kind = 0; kind < counts.size(); ++kind) all[kind] += counts[kind];
        table.not_placed += blank(key) ? sum_of(counts) : counts[static_cast<std::size_t>(Followed::cannot_tell)];
    }
    for (const Key& key : keys)
        if (const auto found = sums.find(key); found != sums.end())
            table.rows.push_back(followed_row(heading(key), found->second, sum_of(all)));
    add_total(table, all);
}

std::string what_is_counted(const FigureBasis& basis) {
    return "Referrals" + only(basis) +
           ". A strategy discussion followed where one is recorded in the same episode, on that day or later.";
}

FigureTable by_area(const FigureBasis& basis) {
    FigureTable table{.name = "referrals-by-area",
                      .title = "Referrals by area, and whether a strategy discussion followed",
                      .columns = followed_columns(text_column("area", "Area")),
                      .counts = what_is_counted(basis),
                      .note = "A referral counts once, in the area where the child was in that episode.",
                      .audits = {"R1", "R11"}};
    const auto sums = gathered_referrals<AreaNumber>(basis, [](const ReferralLine& one) { return one.area; });
    std::vector<bool> any(basis.survey.areas.size());
    for (const auto& [area, counts] : sums) any[area] = true;
    add_rows<AreaNumber>(
        table, sums, areas_in_order(basis, any), [&](AreaNumber area) { return area_in_figure(basis, area); },
        [](AreaNumber area) { return area == 0; });
    return table;
}

using Rating = std::optional<std::uint32_t>;

FigureTable by_rating(const FigureBasis& basis, const std::vector<std::string>& values) {
    FigureTable table{
        .name = "referrals-by-rating",
        .title = "Referrals by rating at screening, and whether a strategy discussion followed",
        .columns = followed_columns(text_column("rating", "Rating")),
        .counts = what_is_counted(basis),
        .note = "The rating is that of the screening decision on this referral, else that of the referral.",
        .audits = {"R1"}};
    std::vector<Rating> order;
    order.reserve(values.size() + 1);
    for (std::uint32_t value = 0; value < values.size(); ++value) order.emplace_back(value);
    order.emplace_back();
    add_rows<Rating>(
        table, gathered_referrals<Rating>(basis, [](const ReferralLine& one) { return one.rating; }), order,
        [&](const Rating& rating) { return rating ? values[*rating] : std::string(not_recorded); },
        [](const Rating& rating) { return !rating; });
    return table;
}

using Referrer = std::optional<rules::AgencyId>;

FigureTable by_source(const FigureBasis& basis) {
    FigureTable table{.name = "referrals-by-source",
                      .title = "Referrals by who referred, and whether a strategy discussion followed",
                      .columns = followed_columns(text_column("referred_by", "Referred by")),
                      .counts = what_is_counted(basis),
                      .note =
                          "Who referred is what is recorded as `source`; where that is blank, the agency recorded with "
                          "the referral, unless it is the one that receives referrals.",
                      .audits = {"R1"}};
    std::vector<Referrer> order;
    const std::size_t agencies = basis.pathway.words.agencies().size();
    order.reserve(agencies + 1);
    for (rules::AgencyId agency = 0; agency < agencies; ++agency) order.emplace_back(agency);
    order.emplace_back();
    add_rows<Referrer>(
        table, gathered_referrals<Referrer>(basis, [](const ReferralLine& one) { return one.source; }), order,
        [&](const Referrer& agency) { return agency ? agency_in_figure(basis, agency) : std::string(not_recorded); },
        [](const Referrer& agency) { return !agency; });
    return table;
}

}  // namespace

void add_referral_figures(const FigureBasis& basis, std::vector<FigureTable>& to) {
    if (steps_called(basis.pathway, "referral").empty()) return;
    to.push_back(by_area(basis));
    const auto risk = facts_called(basis.pathway, "risk", rules::Type::Kind::one_of);
    if (!risk.empty()) to.push_back(by_rating(basis, basis.pathway.words.facts()[risk.front()].type.values));
    to.push_back(by_source(basis));
}

}  // namespace csapath::engine
