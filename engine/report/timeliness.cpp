// SPDX-License-Identifier: MIT
/// Every rule that applied, with all its verdicts: those with a clock with how long things took, then the others.
#include "engine/report/sections.hpp"
#include "engine/report/table.hpp"
#include "engine/report/words.hpp"

namespace csapath::engine {

namespace {

std::string median_words(const Durations& took) {
    const auto median = took.median();
    return median ? decimal(*median) : std::string(no_figure);
}

std::string percentile_words(const Durations& took) {
    const auto slow = took.percentile(90);
    return slow ? std::to_string(*slow) : std::string(no_figure);
}

void write_with_clock(const Report& report, Markup& page) {
    PageTable table(page, "table-timeliness", "Rules with a clock: how often each applied, and what came of it",
                    {{"Rule", false},
                     {"Applied"},
                     {"In time"},
                     {"Late"},
                     {"Overdue"},
                     {"Missed"},
                     {"Not yet due"},
                     {"Excused"},
                     {"Cannot tell"},
                     {"Not visible"},
                     {"In time, of those decided"},
                     {"Median"},
                     {"90th percentile"},
                     {"Measured", false}});
    for (std::size_t rule = 0; rule < report.rules.size(); ++rule) {
        const VerdictCounts& counts = report.results.by_rule[rule];
        if (applicable(counts) == 0 || !has_clock(report, rule)) continue;
        const Durations& took = report.survey.rules[rule].took;
        table.begin_row(rule_name(report, rule));
        table.cell(applicable(counts));
        for (const Verdict verdict : {Verdict::met, Verdict::late, Verdict::overdue})
            table.cell(times_of(counts, verdict));
        table.cell(times_of(counts, Verdict::missed) + times_of(counts, Verdict::failed));
        for (const Verdict verdict : {Verdict::pending, Verdict::excused, Verdict::undetermined, Verdict::not_visible})
            table.cell(times_of(counts, verdict));
        table.cell(Figure{share(times_of(counts, Verdict::met), decided(counts))});
        table.cell(Figure{median_words(took)});
        table.cell(Figure{percentile_words(took)});
        if (took.size() == 0)
            table.cell("none");
        else
            table.cell(html("{} in {}", took.size(), rules::name(report.survey.rules[rule].unit)));
        table.end_row();
    }
    table.end();
}

void write_without_clock(const Report& report, Markup& page) {
    PageTable table(page, "table-other-rules", "Rules without a clock: how often each applied, and what came of it",
                    {{"Rule", false},
                     {"Applied"},
                     {"Held"},
                     {"Did not hold"},
                     {"Missed"},
                     {"Not yet due"},
                     {"Excused"},
                     {"Cannot tell"},
                     {"Not visible"},
                     {"Held, of those decided"}});
    for (std::size_t rule = 0; rule < report.rules.size(); ++rule) {
        const VerdictCounts& counts = report.results.by_rule[rule];
        if (applicable(counts) == 0 || has_clock(report, rule)) continue;
        table.row(rule_name(report, rule), applicable(counts), times_of(counts, Verdict::met),
                  times_of(counts, Verdict::failed) + times_of(counts, Verdict::late),
                  times_of(counts, Verdict::missed) + times_of(counts, Verdict::overdue),
                  times_of(counts, Verdict::pending), times_of(counts, Verdict::excused),
                  times_of(counts, Verdict::undetermined), times_of(counts, Verdict::not_visible),
                  Figure{share(times_of(counts, Verdict::met), decided(counts))});
    }
    table.end();
}

}  // namespace

void write_timeliness(const Report& report, Markup& page) {
    page.add(
        "<p>A rule applies each time that something puts it in force: one case may count several times. Of those times "
        "it is <em>decided</em> whether the rule was kept, except where it is not yet due, was excused, cannot be "
        "told, "
        "or is not visible in the data loaded. Shares are of those decided.</p>\n"
        "<p><em>Median</em> and <em>90th percentile</em> tell how long things took that did happen, in time or late, "
        "from what put the rule in force to what fulfilled it; half took no longer than the median, nine of ten no "
        "longer than the 90th percentile. What has not happened yet has no length, so where much is overdue or missed "
        "these figures look better than things are. Pauses are not taken off.</p>\n");
    write_with_clock(report, page);
    write_without_clock(report, page);
    page.add(
        "<p class=\"quiet small\">{} means that there is nothing to take a figure of. Rules that never applied are "
        "listed under <a href=\"#not-checked\">what was not checked</a>.</p>\n",
        no_figure);
}

}  // namespace csapath::engine
