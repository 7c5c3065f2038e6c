// SPDX-License-Identifier: MIT
/// What is new since a baseline: the findings that an earlier run did not have.
#include "engine/report/sections.hpp"
#include "engine/report/table.hpp"
#include "engine/report/words.hpp"

namespace csapath::engine {

namespace {

/// Rows of a table that somebody still reads.
constexpr std::size_t most_new_rows = 500;

std::string baseline_in_words(const SinceBaseline& since) {
    const auto day = rules::parse_date(since.as_of);
    return "the records as they stood at the end of " + (day ? rules::spelled(*day) : since.as_of);
}

}  // namespace

void write_new_since(const Report& report, Markup& page) {
    const SinceBaseline& since = *report.results.since;
    page.add("<p>Held against a baseline of {}, judged by {} {}: {} new, {} known before", baseline_in_words(since),
             since.pathway, since.version, number_of(since.fresh, "finding") + (since.fresh == 1 ? " is" : " are"),
             grouped(since.known) + (since.known == 1 ? " was" : " were"));
    if (since.gone > 0)
        page.add(", and {} of the baseline {} not found again: settled since, excused, or no longer in the data",
                 grouped(since.gone), std::string_view(since.gone == 1 ? "was" : "were"));
    page.add(".</p>\n");
    if (since.incomplete)
        page.add(
            "<p>The run that the baseline was made of had not read everything, so some of what looks new may be "
            "old.</p>\n");
    const std::vector<Finding>& fresh = *report.fresh;
    if (fresh.empty()) return;
    PageTable table(
        page, "table-new", "Findings that are new",
        {{"Case", false}, {"Severity", false}, {"Verdict", false}, {"What was found", false}, {"Rule", false}});
    for (std::size_t i = 0; i < fresh.size() && i < most_new_rows; ++i)
        table.row(case_name(report, fresh[i].case_id), tag(fresh[i].severity), tag(fresh[i].verdict),
                  as_sentence(fresh[i].message), rule_name(report, fresh[i].rule));
    table.end();
    if (since.fresh > fresh.size() || fresh.size() > most_new_rows)
        page.add("<p>The first {} of {} are listed.</p>\n", std::min(fresh.size(), most_new_rows), since.fresh);
}

}  // namespace csapath::engine
