// SPDX-License-Identifier: MIT
/// The summary: what was found in sentences, each with what it is a share of.
#include <algorithm>

#include "engine/report/counted.hpp"
#include "engine/report/sections.hpp"
#include "engine/report/words.hpp"
#include "engine/reporters/paragraph.hpp"

namespace csapath::engine {

namespace {

void write_tiles(const Report& report, const FindingsCounted& findings, Markup& page) {
    page.add("<ul class=\"tiles\">\n");
    const auto tile = [&](std::uint64_t number, std::string_view what) {
        page.add("<li><b>{}</b> {}</li>\n", grouped(number), what);
    };
    tile(report.results.cases, report.results.cases == 1 ? "case judged" : "cases judged");
    tile(findings.cases, "with at least one finding");
    tile(findings.all, findings.all == 1 ? "finding" : "findings");
    tile(findings.by_severity[static_cast<std::size_t>(Severity::high)], "of high severity");
    page.add("</ul>\n");
}

/// "late 5, overdue 2": the verdicts given that were reached at all.
std::string reached_of(const VerdictCounts& counts, std::initializer_list<Verdict> wanted) {
    std::vector<std::string> parts_of_it;
    for (const Verdict verdict : wanted)
        if (times_of(counts, verdict) > 0)
            parts_of_it.push_back(grouped(times_of(counts, verdict)) + " " + std::string(in_report(verdict)));
    return listed_in_words(parts_of_it);
}

std::string sentence_of_verdicts(const VerdictCounts& counts) {
    const std::uint64_t all = applicable(counts), kept = times_of(counts, Verdict::met), judged = decided(counts);
    if (all == 0) return "Nothing in the data put a rule in force.";
    std::string text = "A rule applied " + number_of(all, "time") + ". In " + grouped(judged) +
                       " of these it is decided whether it was kept: it was kept " + grouped(kept) + " of " +
                       grouped(judged) + " times (" + share(kept, judged) + ")";
    const std::string broken_words =
        reached_of(counts, {Verdict::late, Verdict::overdue, Verdict::missed, Verdict::failed});
    text += broken_words.empty() ? "." : "; " + broken_words + ".";
    const std::string open =
        reached_of(counts, {Verdict::pending, Verdict::excused, Verdict::undetermined, Verdict::not_visible});
    if (!open.empty())
        text += " The other " + grouped(all - judged) + " are not counted as kept, nor as broken: " + open + ".";
    return text;
}

/// The rules with most that was late or not kept, of equals those with the greater share; at most `most`.
std::vector<std::size_t> most_broken(const Report& report, std::size_t most) {
    std::vector<std::size_t> order;
    const auto& counts = report.results.by_rule;
    for (std::size_t rule = 0; rule < counts.size(); ++rule)
        if (broken(counts[rule]) > 0) order.push_back(rule);
    const auto often = [&](std::size_t rule) {
        return std::pair(broken(counts[rule]), broken(counts[rule]) * 1000 / decided(counts[rule]));
    };
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t left, std::size_t right) { return often(left) > often(right); });
    order.resize(std::min(order.size(), most));
    return order;
}

}  // namespace

FindingsCounted findings_counted(const Survey& survey) {
    FindingsCounted sum;
    for (const CaseLine& line : survey.cases) {
        sum.all += line.all_findings();
        sum.cases += line.all_findings() > 0;
        for (std::size_t severity = 0; severity < sum.by_severity.size(); ++severity)
            sum.by_severity[severity] += line.findings[severity];
    }
    return sum;
}

void write_summary(const Report& report, Markup& page) {
    const Survey& survey = report.survey;
    const Results& results = report.results;
    const FindingsCounted findings = findings_counted(survey);
    if (results.cases == 0) {
        page.add("<p class=\"lead\">No case was read, so nothing can be said.</p>\n");
        return;
    }
    write_tiles(report, findings, page);
    page.add("<p class=\"lead\">{} judged, with {} through the pathway and {}, as the records stood {}{}.</p>\n",
             number_of(results.cases, "case") + (results.cases == 1 ? " was" : " were"),
             number_of(results.episodes, "episode"), number_of(results.events, "recorded event"),
             std::string_view(report.as_of.timed() ? "on " : "at the end of "), rules::spelled(report.as_of));
    if (findings.all == 0) {
        page.add("<p>Nothing was found late, overdue, missed or failed.</p>\n");
    } else {
        page.add(
            "<p>{} of {} cases ({}) have at least one finding. There are {}: {} of high severity, {} medium, {} "
            "low.</p>\n",
            grouped(findings.cases), grouped(results.cases), share(findings.cases, results.cases),
            number_of(findings.all, "finding"), grouped(findings.by_severity[2]), grouped(findings.by_severity[1]),
            grouped(findings.by_severity[0]));
    }
    page.add("<p>{}</p>\n", sentence_of_verdicts(results.verdicts));
    const std::vector<std::size_t> worst = most_broken(report, 5);
    if (!worst.empty()) {
        page.add("<h3>Most often late or not kept</h3>\n<ol>\n");
        for (const std::size_t rule : worst) {
            const VerdictCounts& counts = results.by_rule[rule];
            page.add("<li>{}: {} of {} times decided ({}).</li>\n", rule_name(report, rule), grouped(broken(counts)),
                     grouped(decided(counts)), share(broken(counts), decided(counts)));
        }
        page.add("</ol>\n");
    }
    page.add(
        "<div class=\"note\"><p>This tells what records show. <strong>Not recorded is not the same as not "
        "done.</strong> A finding is a reason to look at the case, and no judgement of the people who worked on it. "
        "One finding may stand for several times that a rule applied, where one fault broke them all.</p></div>\n");
}

}  // namespace csapath::engine
