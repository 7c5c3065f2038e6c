// SPDX-License-Identifier: MIT
/// What came month by month, and which rules were kept in time: as process charts.
#include <algorithm>

#include "engine/report/chart.hpp"
#include "engine/report/counted.hpp"
#include "engine/report/sections.hpp"
#include "engine/report/words.hpp"
#include "engine/reporters/paragraph.hpp"

namespace csapath::engine {

namespace {

/// With fewer months, or with fewer times in the middle one of them, there is nothing to see but noise.
constexpr std::size_t fewest_months = 6;
constexpr std::uint64_t fewest_times = 5;
constexpr std::size_t most_charts = 12;

/// The last month that has come to its end by the as-of.
Month last_whole_month(const rules::Moment& as_of) {
    const Month month = month_of(as_of.day);
    const bool ends_it = !as_of.timed() && month_of(as_of.day + 1) != month;
    return ends_it ? month : Month{month.number - 1};
}

/// Up to the last month of which there is an event: what was not exported did not fall to nought.
Series opened(const Report& report, Month last) {
    Series series{
        .title = html("Episodes that began, by month"), .name = "Episodes that began", .what = "Episodes opened"};
    const auto& months = report.survey.opened;
    if (months.empty()) return series;
    Month last_recorded = months.begin()->first;
    for (const CaseLine& line : report.survey.cases) last_recorded = std::max(last_recorded, month_of(line.to));
    for (Month month = months.begin()->first; month <= std::min(last, last_recorded); ++month.number) {
        const auto found = months.find(month);
        series.points.push_back({month, found == months.end() ? 0 : found->second, 0});
    }
    return series;
}

/// How often the rules chosen were kept, of the times decided, by the month in which they were put in force. What is
/// decided first is what came in time, so a month has no point while anything of it is not yet due.
Series kept(const Report& report, const std::vector<std::size_t>& rules_chosen, Month last, std::string name) {
    std::map<Month, VerdictCounts> by_month;
    for (const std::size_t rule : rules_chosen)
        for (const auto& [where, counts] : report.survey.rules[rule].counts)
            add_to(by_month.try_emplace(where.second, VerdictCounts{}).first->second, counts);
    Series series{.title = html("{}", name), .name = {}, .what = "Kept, of those decided", .share = true};
    series.name = std::move(name);
    for (const auto& [month, counts] : by_month)
        if (month <= last && decided(counts) > 0 && times_of(counts, Verdict::pending) == 0)
            series.points.push_back({month, times_of(counts, Verdict::met), decided(counts)});
    return series;
}

std::vector<std::size_t> rules_with_clock(const Report& report) {
    std::vector<std::size_t> chosen;
    for (std::size_t rule = 0; rule < report.rules.size(); ++rule)
        if (decided(report.results.by_rule[rule]) > 0 && has_clock(report, rule)) chosen.push_back(rule);
    return chosen;
}

}  // namespace

bool worth_a_chart(const Series& series) {
    if (series.points.size() < fewest_months) return false;
    std::vector<std::uint64_t> sizes;
    for (const Series::Point& point : series.points) sizes.push_back(point.whole);
    std::sort(sizes.begin(), sizes.end());
    return !series.share || sizes[sizes.size() / 2] >= fewest_times;
}

Trends trends_of(const Report& report) {
    const Month last = last_whole_month(report.as_of);
    Trends trends;
    std::vector<Series>& charts = trends.charts;
    charts.push_back(opened(report, last));
    const std::vector<std::size_t> clocks = rules_with_clock(report);
    charts.push_back(kept(report, clocks, last, "Kept in time: all rules with a clock together"));
    std::vector<std::size_t> order = clocks;
    std::stable_sort(order.begin(), order.end(), [&](std::size_t left, std::size_t right) {
        return decided(report.results.by_rule[left]) > decided(report.results.by_rule[right]);
    });
    for (const std::size_t rule : order) {
        Series series = kept(report, {rule}, last, "Kept in time: " + rule_words(report, rule));
        series.title = html("Kept in time: {}", rule_name(report, rule));
        if (!worth_a_chart(series))
            ++trends.too_few;
        else if (charts.size() < most_charts)
            charts.push_back(std::move(series));
        else
            ++trends.no_room;
    }
    return trends;
}

void write_trends(const Report& report, Markup& page) {
    const Month last = last_whole_month(report.as_of);
    page.add(
        "<p>A point is a month: that in which a rule was put in force. Only months that have ended are drawn, up to "
        "the last with an event and {} at most; and of shares only those of which everything is due by now, since what "
        "is decided first is what came in time. The line in the middle is the mean of all points. The dashed limits "
        "lie 2.66 mean moving ranges from it: what stays between them is the ordinary to and fro of this process. A "
        "ring marks a signal that something may have changed: a point outside the limits, seven in a row on one side "
        "of the mean, seven in a row rising or falling, or two of three close to the same limit.</p>\n",
        spelled(last));
    const auto [charts, too_few, no_room] = trends_of(report);
    std::size_t number = 0;
    for (const Series& series : charts)
        if (worth_a_chart(series)) write_chart(series, ++number, page);
    if (number == 0)
        page.add("<p>There is no chart: nothing here has {} months with something decided.</p>\n", fewest_months);
    if (too_few > 0)
        page.add(
            "<p>{} {} no chart: fewer than {} months with something decided, or mostly fewer than {} times a "
            "month.</p>\n",
            number_of(too_few, "rule"), std::string_view(too_few == 1 ? "has" : "have"), fewest_months, fewest_times);
    if (no_room > 0)
        page.add("<p>{} more, less often decided, {} left out so that those drawn are read.</p>\n",
                 number_of(no_room, "rule"), std::string_view(no_room == 1 ? "is" : "are"));
}

}  // namespace csapath::engine
