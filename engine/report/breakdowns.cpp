// SPDX-License-Identifier: MIT
/// How often rules were kept by area, by month and by agency; blanks are kept as a row of their own.
#include <algorithm>
#include <map>

#include "engine/report/counted.hpp"
#include "engine/report/sections.hpp"
#include "engine/report/table.hpp"
#include "engine/report/words.hpp"

namespace csapath::engine {

namespace {

std::vector<Column> columns_after(std::string_view first) {
    return {{first, false}, {"Applied"},     {"Kept"},    {"Late"},        {"Overdue"},     {"Missed"},
            {"Failed"},     {"Not yet due"}, {"Excused"}, {"Cannot tell"}, {"Not visible"}, {"Kept, of those decided"}};
}

template <typename Heading>
void write_counts(PageTable& table, const Heading& heading, const VerdictCounts& counts) {
    table.begin_row(heading);
    table.cell(applicable(counts));
    for (std::size_t verdict = 0; verdict + 1 < verdicts; ++verdict) table.cell(counts[verdict]);
    table.cell(Figure{share(times_of(counts, Verdict::met), decided(counts))});
    table.end_row();
}

/// All counts, gathered under what `key` makes of rule, area and month.
template <typename Key, typename Of>
std::map<Key, VerdictCounts> gathered(const Survey& survey, Of key) {
    std::map<Key, VerdictCounts> sums;
    for (std::size_t rule = 0; rule < survey.rules.size(); ++rule)
        for (const auto& [where, counts] : survey.rules[rule].counts)
            add_to(sums.try_emplace(key(rule, where.first, where.second), VerdictCounts{}).first->second, counts);
    return sums;
}

void write_breakdown(std::string_view id, std::string_view caption, std::string_view of,
                     const std::vector<CountsOf>& rows, Markup& page) {
    PageTable table(page, id, caption, columns_after(of));
    for (const CountsOf& row : rows) write_counts(table, row.what, row.counts);
    table.end();
}

}  // namespace

std::vector<CountsOf> counts_by_area(const Report& report) {
    const auto by_area = gathered<AreaNumber>(report.survey, [](std::size_t, AreaNumber area, Month) { return area; });
    std::vector<AreaNumber> order;
    order.reserve(by_area.size());
    for (const auto& [area, counts] : by_area) order.push_back(area);
    std::sort(order.begin(), order.end(), [&](AreaNumber left, AreaNumber right) {
        return std::pair(left == 0, report.survey.areas[left]) < std::pair(right == 0, report.survey.areas[right]);
    });
    std::vector<CountsOf> rows;
    rows.reserve(order.size());
    for (const AreaNumber area : order) rows.push_back({area_title(report, area), {}, by_area.at(area)});
    return rows;
}

std::vector<CountsOf> counts_by_month(const Report& report) {
    const auto by_month = gathered<Month>(report.survey, [](std::size_t, AreaNumber, Month month) { return month; });
    std::vector<CountsOf> rows;
    rows.reserve(by_month.size());
    for (const auto& [month, counts] : by_month)
        if (applicable(counts) > 0) rows.push_back({spelled(month), month, counts});
    return rows;
}

/// Once for each agency that a rule asks by name, or that is in charge; see RuleSurvey::by_agency.
std::vector<CountsOf> counts_by_agency(const Report& report) {
    std::map<std::optional<rules::AgencyId>, VerdictCounts> by_agency;
    for (const RuleSurvey& rule : report.survey.rules)
        for (const auto& [agency, counts] : rule.by_agency) add_to(by_agency[agency], counts);
    std::vector<CountsOf> rows;
    rows.reserve(by_agency.size());
    for (const auto& [agency, counts] : by_agency)
        if (agency && applicable(counts) > 0) rows.push_back({agency_title(report, *agency), {}, counts});
    const auto nobody = by_agency.find(std::nullopt);
    if (nobody != by_agency.end() && applicable(nobody->second) > 0)
        rows.push_back({"the pathway names none", {}, nobody->second});
    return rows;
}

void write_breakdowns(const Report& report, Markup& page) {
    page.add(
        "<p>The same counts, all rules together. A rule that asks for several agencies by name counts for each of "
        "them. Areas and agencies differ in what came to them, so a lower share is a "
        "question to ask and not a ranking. A month is that in which a rule was put in force: of the latest months "
        "less "
        "is decided yet.</p>\n");
    write_breakdown("table-areas", "By area of the case: times that rules applied", "Area", counts_by_area(report),
                    page);
    write_breakdown("table-months", "By the month in which a rule was put in force: times that rules applied", "Month",
                    counts_by_month(report), page);
    write_breakdown("table-agencies",
                    "By the agency that the pathway puts in charge of the step: times that rules applied", "Agency",
                    counts_by_agency(report), page);
}

}  // namespace csapath::engine
