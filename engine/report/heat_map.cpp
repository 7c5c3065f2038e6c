// SPDX-License-Identifier: MIT
/// Findings, step by agency: the number is in each cell, the shade only helps the eye.
#include "engine/report/counted.hpp"
#include "engine/report/sections.hpp"
#include "engine/report/words.hpp"

namespace csapath::engine {

namespace {

/// Of a hundred times that the rules of the step are decided: none, under 5, under 20, under 50, or more.
int shade(std::uint64_t findings, std::uint64_t times) {
    if (findings == 0) return 0;
    if (findings * 100 < times * 5) return 1;
    if (findings * 100 < times * 20) return 2;
    return findings * 100 < times * 50 ? 3 : 4;
}

/// The agencies that some finding concerns; one past the last stands for nobody.
std::vector<std::size_t> concerned_agencies(const Report& report) {
    std::vector<std::size_t> agencies;
    for (std::size_t agency = 0; agency <= report.pathway.words.agencies().size(); ++agency)
        for (const auto& step : report.survey.concerned)
            if (step[agency] > 0) {
                agencies.push_back(agency);
                break;
            }
    return agencies;
}

}  // namespace

std::vector<StepTimes> times_by_step(const Report& report) {
    std::vector<StepTimes> steps(report.pathway.steps.size());
    for (std::size_t rule = 0; rule < report.rules.size(); ++rule) {
        StepTimes& of = steps[report.rules[rule].step];
        of.applied += applicable(report.results.by_rule[rule]);
        of.decided += decided(report.results.by_rule[rule]);
        of.findings += report.survey.rules[rule].findings;
    }
    return steps;
}

void write_heat_map(const Report& report, Markup& page) {
    const std::vector<std::size_t> agencies = concerned_agencies(report);
    if (agencies.empty()) {
        page.add("<p>There are no findings to place.</p>\n");
        return;
    }
    page.add(
        "<p>Each cell has the number of findings at a step that concern an agency: those missing from a list that is "
        "filled "
        "in, else the one in charge of the step, else the one that is recorded with what put the rule in force. A "
        "finding that misses three agencies stands in three cells, so a row may add up to more than its findings.</p>\n"
        "<p class=\"key\">Shade, of the times decided at the step: <span class=\"h1\">under 5%</span><span "
        "class=\"h2\">under 20%</span><span class=\"h3\">under 50%</span><span class=\"h4\">50% or more</span></p>\n"
        "<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-labelledby=\"table-heat-map\">\n"
        "<table class=\"heat\">\n<caption id=\"table-heat-map\">Findings by step and agency</caption>\n<thead><tr>"
        "<th scope=\"col\">Step</th>");
    const std::size_t nobody = report.pathway.words.agencies().size();
    for (const std::size_t agency : agencies)
        page.add("<th scope=\"col\">{}</th>",
                 agency_title(report,
                              agency == nobody ? std::nullopt : std::optional(static_cast<rules::AgencyId>(agency))));
    page.add(
        "<th scope=\"col\">Findings</th><th scope=\"col\">Times decided</th><th scope=\"col\">Times "
        "applied</th></tr></thead>\n<tbody>\n");
    const std::vector<StepTimes> times = times_by_step(report);
    for (std::size_t step = 0; step < times.size(); ++step) {
        if (times[step].applied == 0) continue;
        page.add("<tr><th scope=\"row\">{}</th>", report.pathway.steps[step].title);
        for (const std::size_t agency : agencies) {
            const std::uint64_t findings = report.survey.concerned[step][agency];
            page.add("<td class=\"h{}\">{}</td>", shade(findings, times[step].decided), findings);
        }
        page.add("<td>{}</td><td>{}</td><td>{}</td></tr>\n", times[step].findings, times[step].decided,
                 times[step].applied);
    }
    page.add("</tbody>\n</table>\n</div>\n");
}

}  // namespace csapath::engine
