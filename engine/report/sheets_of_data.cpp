// SPDX-License-Identifier: MIT
/// What is new, what went in, what no figure speaks of, and what it was judged by.
#include "engine/report/sheet_columns.hpp"
#include "engine/report/sheet_sections.hpp"
#include "engine/report/words.hpp"

namespace csapath::engine {

namespace {

void add_inputs(const Report& report, WorkbookWriter& workbook) {
    Sheet files = workbook.sheet("Files read", {{"File", 50},
                                                {"Format", 14},
                                                {"Rows read", 12},
                                                {"Used", 12},
                                                {"Left out", 12},
                                                {"Refused", 12},
                                                {"SHA-256", 70}});
    for (const InputResult& input : report.results.inputs) {
        files.text(input.path).text(input.format).count(input.rows).count(input.used);
        files.count(input.filtered).count(input.refused).text(input.sha256).end_row();
    }
    if (!report.results.errors.empty()) {
        Sheet errors = workbook.sheet("Not read", {{"What could not be read", 110}});
        for (const std::string& error : report.results.errors) errors.text(error).end_row();
    }
    if (!report.results.notes.empty()) {
        Sheet notes = workbook.sheet("Data quality", {{"What was noticed", 90}, {"How often", 11}, {"Code", 8}});
        for (const Note& note : report.results.notes)
            notes.text(note.message).count(note.count).text(note.code).end_row();
    }
}

void add_undecided(const Report& report, WorkbookWriter& workbook) {
    Sheet undecided = workbook.sheet("Not decided", rule_and({{"Verdict", 14}, {"Why", 50}, {"Times", 10}}));
    for (std::size_t rule = 0; rule < report.rules.size(); ++rule)
        for (const auto& [what, times] : report.survey.rules[rule].reasons)
            rule_cells(undecided, report, rule)
                .text(in_report(what.first))
                .text(why_undecided(what.second))
                .count(times)
                .end_row();
}

void add_never_applied(const Report& report, WorkbookWriter& workbook) {
    Sheet never = workbook.sheet("Never applied", rule_and({{"Why", 50}, {"Times considered", 12}}));
    for (std::size_t rule = 0; rule < report.rules.size(); ++rule) {
        const VerdictCounts& counts = report.results.by_rule[rule];
        if (applicable(counts) > 0) continue;
        rule_cells(never, report, rule).text(why_never_applied(report, rule));
        never.count(times_of(counts, Verdict::not_applicable)).end_row();
    }
}

void add_layers(const Report& report, WorkbookWriter& workbook) {
    const Pathway& pathway = report.pathway;
    if (!pathway.gone.empty()) {
        Sheet gone = workbook.sheet("Taken out", {{"Rule that a local layer takes out", 40}, {"Reason given", 80}});
        for (const Pathway::Gone& one : pathway.gone) gone.text(one.id).text(one.reason).end_row();
    }
    if (!pathway.departed.empty()) {
        Sheet departed = workbook.sheet(
            "Less than statutory",
            {{"Rule", 40}, {"How a local layer asks for less", 50}, {"Reason given", 60}, {"Until", 12}});
        for (const Pathway::Departed& one : pathway.departed)
            departed.text(one.rule).text(one.how).text(one.departure.reason).day(one.departure.until).end_row();
    }
}

void add_rules(const Report& report, WorkbookWriter& workbook) {
    Sheet rules_sheet = workbook.sheet(
        "Rules", rule_and({{"Basis", 12}, {"Severity", 10}, {"Value verified", 10}, {"Why it is there", 80}}));
    for (std::size_t rule = 0; rule < report.rules.size(); ++rule) {
        const ReportedRule& of = report.rules[rule];
        rule_cells(rules_sheet, report, rule).text(name(of.basis)).text(name(of.severity));
        rules_sheet.text(of.unverified ? "no" : "yes").text(of.why).end_row();
    }
}

void add_method(const Report& report, WorkbookWriter& workbook) {
    Sheet method = workbook.sheet("How it was made", {{"What", 24}, {"Which", 60}, {"SHA-256", 70}});
    const Pathway& pathway = report.pathway;
    method.text("Program").text("csapath " + report.tool_version).end_row();
    for (const Pathway::Layer& layer : pathway.layers)
        method.text("Definition").text(layer.path).text(layer.sha256).end_row();
    method.text("Calendar").text(pathway.calendar->id()).text(pathway.calendar_sha256).end_row();
    if (const auto& joined = report.results.identities)
        method.text("Ids joined by").text(joined->path).text(joined->sha256).end_row();
    for (const std::string& rule : report.only_rules) method.text("Limited to the rule").text(rule).end_row();
    for (const std::string& area : report.only_areas) method.text("Limited to the area").text(area).end_row();
}

}  // namespace

void add_new_since(const Report& report, WorkbookWriter& workbook) {
    if (report.fresh == nullptr) return;
    Sheet fresh = workbook.sheet(
        "New since the baseline",
        {{"Case", 16}, {"Verdict", 12}, {"Severity", 10}, {"What", 80}, {"Step", 28}, {"Rule", 32}, {"Id", 26}});
    for (const Finding& finding : *report.fresh) {
        fresh.text(finding.case_id).text(in_report(finding.verdict)).text(name(finding.severity));
        fresh.text(as_sentence(finding.message)).text(report.pathway.steps[finding.step].title);
        fresh.text(report.rules[finding.rule].id).text(finding.id).end_row();
    }
}

void add_sheets_of_data(const Report& report, WorkbookWriter& workbook) {
    add_inputs(report, workbook);
    add_undecided(report, workbook);
    add_never_applied(report, workbook);
    add_layers(report, workbook);
    add_rules(report, workbook);
    add_method(report, workbook);
}

}  // namespace csapath::engine
