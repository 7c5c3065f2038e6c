// SPDX-License-Identifier: MIT
/// What no figure of the report speaks of, and why: as important as what it does.
#include "engine/obligations/telling.hpp"
#include "engine/report/counted.hpp"
#include "engine/report/sections.hpp"
#include "engine/report/table.hpp"
#include "engine/report/words.hpp"

namespace csapath::engine {

namespace {

void write_undecided(const Report& report, Markup& page) {
    bool any = false;
    for (const RuleSurvey& rule : report.survey.rules) any = any || !rule.reasons.empty();
    if (!any) {
        page.add("<p>Each time that a rule applied, it is decided whether it was kept, or it is not yet due.</p>\n");
        return;
    }
    PageTable table(page, "table-undecided", "Times that a rule applied and it is not decided whether it was kept",
                    {{"Rule", false}, {"Verdict", false}, {"Why", false}, {"Times"}});
    for (std::size_t rule = 0; rule < report.rules.size(); ++rule)
        for (const auto& [what, times] : report.survey.rules[rule].reasons)
            table.row(rule_name(report, rule), tag(what.first), std::string_view(why_undecided(what.second)), times);
    table.end();
}

void write_never_applied(const Report& report, Markup& page) {
    std::vector<std::size_t> never;
    for (std::size_t rule = 0; rule < report.rules.size(); ++rule)
        if (applicable(report.results.by_rule[rule]) == 0) never.push_back(rule);
    if (never.empty()) {
        page.add("<p>Every rule applied at least once.</p>\n");
        return;
    }
    PageTable table(page, "table-never", "Rules that never applied",
                    {{"Rule", false}, {"Why", false}, {"Times considered"}});
    for (const std::size_t rule : never) {
        table.row(rule_name(report, rule), why_never_applied(report, rule),
                  times_of(report.results.by_rule[rule], Verdict::not_applicable));
    }
    table.end();
}

void write_layers(const Report& report, Markup& page) {
    const Pathway& pathway = report.pathway;
    if (!pathway.gone.empty()) {
        PageTable table(page, "table-gone", "Rules that a local layer takes out",
                        {{"Rule", false}, {"Reason given", false}});
        for (const Pathway::Gone& gone : pathway.gone) table.row(gone.id, std::string_view(gone.reason));
        table.end();
    }
    if (!pathway.departed.empty()) {
        PageTable table(page, "table-departed", "Where a local layer asks for less than a statutory rule",
                        {{"Rule", false}, {"How", false}, {"Reason given", false}, {"Until", false}});
        for (const Pathway::Departed& departed : pathway.departed)
            table.row(departed.rule, std::string_view(departed.how), std::string_view(departed.departure.reason),
                      rules::spelled(departed.departure.until));
        table.end();
    }
}

void write_unverified(const Report& report, Markup& page) {
    std::uint64_t unverified = 0;
    for (const ReportedRule& rule : report.rules) unverified += rule.unverified;
    if (unverified == 0) return;
    page.add(
        "<p>{} of {} rules are marked <em>unverified</em> in the definition: nobody has held their values against "
        "their source.</p>\n",
        unverified, report.rules.size());
    PageTable table(page, "table-unverified", "Rules whose values are not verified",
                    {{"Rule", false}, {"Why it is there", false}});
    for (std::size_t rule = 0; rule < report.rules.size(); ++rule)
        if (report.rules[rule].unverified) table.row(rule_name(report, rule), std::string_view(report.rules[rule].why));
    table.end();
}

}  // namespace

std::string_view why_undecided(Because because) {
    const std::string_view words = because_words(because);
    return words.empty() ? "the rule's own exception" : words;
}

std::string_view why_never_applied(const Report& report, std::size_t rule) {
    if (!report.only_rules.empty() && !report.only_rules.contains(report.rules[rule].id))
        return "left out of this report on purpose";
    return times_of(report.results.by_rule[rule], Verdict::not_applicable) > 0
               ? "its condition never held, or it was not in force then"
               : "nothing in the data puts it in force";
}

void write_not_checked(const Report& report, Markup& page) {
    page.add(
        "<p>Only the rules of the definition were asked for, and only of what the files loaded can show. Whether "
        "what was done was done well, no record of dates and names can tell.</p>\n");
    write_undecided(report, page);
    write_never_applied(report, page);
    write_layers(report, page);
    write_unverified(report, page);
}

}  // namespace csapath::engine
