// SPDX-License-Identifier: MIT
#include "engine/report/sheet_columns.hpp"

#include "engine/report/words.hpp"

namespace csapath::engine {

std::vector<SheetColumn> rule_and(const std::vector<SheetColumn>& more) {
    std::vector<SheetColumn> columns{{"Step", 28}, {"Then", 24}, {"Rule in words", 50}, {"Rule", 32}};
    columns.insert(columns.end(), more.begin(), more.end());
    return columns;
}

Sheet& rule_cells(Sheet& sheet, const Report& report, std::size_t rule) {
    const ReportedRule& of = report.rules[rule];
    return sheet.text(report.pathway.steps[of.step].title).text(where_it_leads(report, rule)).text(of.text).text(of.id);
}

std::vector<SheetColumn> counts_between(const std::vector<SheetColumn>& first, const std::vector<SheetColumn>& more) {
    std::vector<SheetColumn> columns = first;
    for (const char* title : {"Applied", "Kept", "Late", "Overdue", "Missed", "Failed", "Not yet due", "Excused",
                              "Cannot tell", "Not visible", "Kept, of those decided"})
        columns.push_back({title, 10});
    columns.insert(columns.end(), more.begin(), more.end());
    return columns;
}

Sheet& counts_cells(Sheet& sheet, const VerdictCounts& counts) {
    sheet.count(applicable(counts));
    for (std::size_t verdict = 0; verdict + 1 < verdicts; ++verdict) sheet.count(counts[verdict]);
    return sheet.share(times_of(counts, Verdict::met), decided(counts));
}

}  // namespace csapath::engine
