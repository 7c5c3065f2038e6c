// SPDX-License-Identifier: MIT
#include "engine/report/sheets.hpp"

#include <algorithm>

#include "engine/report/counted.hpp"
#include "engine/report/sheet_columns.hpp"
#include "engine/report/sheet_sections.hpp"
#include "engine/report/words.hpp"

namespace csapath::engine {

namespace {

std::vector<SheetColumn> an_agency_each(const Pathway& pathway, std::vector<SheetColumn> before,
                                        const std::vector<SheetColumn>& after) {
    for (const auto& agency : pathway.words.agencies()) before.push_back({agency.title, 14});
    before.insert(before.end(), after.begin(), after.end());
    return before;
}

std::vector<SheetColumn> columns_of_findings() {
    return {{"Case", 16},
            {"Area", 18},
            {"Team", 18},
            {"Episode", 9},
            {"Verdict", 12},
            {"Severity", 10},
            {"Kind", 16},
            {"What", 80},
            {"Step", 28},
            {"Rule", 32},
            {"Times", 8},
            {"Also breaks", 32},
            {"Basis", 12},
            {"Put in force by", 24},
            {"On", 17},
            {"Due", 17},
            {"Fulfilled by", 24},
            {"At", 17},
            {"Late by", 9},
            {"In", 14},
            {"Missing agencies", 32},
            {"File", 24},
            {"Row", 8},
            {"Id", 26}};
}

/// "Health; School".
std::string agencies_in_words(const Pathway& pathway, const std::vector<std::string>& ids) {
    std::string words;
    for (const std::string& id : ids) {
        const auto& known = pathway.words.agencies();
        const auto found = std::find_if(known.begin(), known.end(), [&](const auto& one) { return one.id == id; });
        words += (words.empty() ? "" : "; ") + (found == known.end() ? id : found->title);
    }
    return words;
}

}  // namespace

/// In the order in which they stand in the workbook.
struct ReportSheets::Sheets {
    Sheets(const RunHeader& run, const WorkbookWriter::About& about)
        : header(run),
          workbook(about),
          summary(workbook.sheet("Summary", {{"What", 44}, {"Figure", 14}, {"Of", 12}, {"Share", 10}, {"Words", 80}})),
          timeliness(workbook.sheet(
              "Timeliness",
              rule_and(counts_between({}, {{"Median", 10}, {"90th percentile", 12}, {"Measured", 10}, {"In", 14}})))),
          other_rules(workbook.sheet("Rules without a clock", rule_and(counts_between({})))),
          areas(workbook.sheet("By area", counts_between({{"Area", 28}}))),
          months(workbook.sheet("By month", counts_between({{"Month", 12}}))),
          agencies(workbook.sheet("By agency in charge", counts_between({{"Agency", 32}}))),
          heat_map(workbook.sheet("Heat map", an_agency_each(*run.pathway, {{"Step", 34}},
                                                             {{"Nobody is recorded", 14},
                                                              {"Findings", 10},
                                                              {"Times decided", 10},
                                                              {"Times applied", 10},
                                                              {"Recorded", 10}}))),
          trends(workbook.sheet("Trends", {{"Chart", 60},
                                           {"Month", 12},
                                           {"Episodes, or times kept", 14},
                                           {"Times decided", 10},
                                           {"Kept, of those decided", 12},
                                           {"Mean", 10},
                                           {"Lower limit", 10},
                                           {"Upper limit", 10},
                                           {"Signals", 50}})),
          expected(workbook.sheet("Agencies expected", {{"Agency", 32},
                                                        {"Expected", 10},
                                                        {"Recorded as there or reached", 14},
                                                        {"Absent: others are recorded, it is not", 16},
                                                        {"Not known: nothing is recorded to tell", 16},
                                                        {"Excused, or not yet due", 14},
                                                        {"Recorded, of those known", 14}})),
          parts(workbook.sheet("Agencies in cases", {{"Agency", 32},
                                                     {"Took part", 10},
                                                     {"Child known to it, no part recorded", 16},
                                                     {"Child not known to it", 12},
                                                     {"Out of the audit's scope", 12},
                                                     {"Nothing recorded", 12},
                                                     {"Cases", 10}})),
          agency_by_case(workbook.sheet("Each agency in each case", an_agency_each(*run.pathway, {{"Case", 16}}, {}))),
          cases(workbook.sheet("Cases", {{"Case", 16},
                                         {"Area", 18},
                                         {"Team", 18},
                                         {"First event", 12},
                                         {"Last event", 12},
                                         {"Stands", 11},
                                         {"Episodes", 10},
                                         {"Events", 10},
                                         {"Findings", 10},
                                         {"High", 8},
                                         {"Medium", 8},
                                         {"Low", 8},
                                         {"Not yet due", 10},
                                         {"Cannot tell", 10},
                                         {"Not visible", 10}})),
          findings(workbook.sheet("Findings", columns_of_findings())),
          listed(workbook.sheet("Excused or cannot tell", columns_of_findings())) {}

    RunHeader header;
    WorkbookWriter workbook;
    Sheet summary, timeliness, other_rules, areas, months, agencies, heat_map, trends, expected, parts, agency_by_case,
        cases, findings, listed;
};

ReportSheets::ReportSheets(const Survey& survey, rules::Moment as_of, std::string scratch)
    : survey_(survey), as_of_(as_of), scratch_(std::move(scratch)) {}
ReportSheets::~ReportSheets() = default;

void ReportSheets::begin(const RunHeader& run, Out& /*out*/) {
    sheets_.reset();
    sheets_ = std::make_unique<Sheets>(
        run, WorkbookWriter::About{.title = run.pathway->title, .as_of = as_of_, .scratch = scratch_});
}

void ReportSheets::add(const Finding& finding, Out& /*out*/) {
    const RunHeader& run = sheets_->header;
    const CaseLine& line = survey_.cases.back();
    std::string also;
    for (const std::uint16_t rule : finding.also) also += (also.empty() ? "" : "; ") + run.rules[rule].id;
    Sheet& row = is_finding(finding.verdict) ? sheets_->findings : sheets_->listed;
    row.text(finding.case_id).text(survey_.areas[line.area]).text(line.team).count(finding.episode);
    row.text(in_report(finding.verdict))
        .text(is_finding(finding.verdict) ? name(finding.severity) : std::string_view{})
        .text(name(finding.kind))
        .text(as_sentence(finding.message));
    row.text(run.pathway->steps[finding.step].title)
        .text(run.rules[finding.rule].id)
        .count(finding.times)
        .text(also)
        .text(name(finding.basis));
    const auto evidence = [&](const std::optional<Evidence>& of) {
        if (of)
            row.text(of->event).day(of->at);
        else
            row.blank().blank();
    };
    evidence(finding.activated);
    row.day(finding.due);
    evidence(finding.fulfilled);
    if (finding.late_by)
        row.count(static_cast<std::uint64_t>(finding.late_by->value)).text(rules::name(finding.late_by->unit));
    else
        row.blank().blank();
    row.text(agencies_in_words(*run.pathway, finding.agencies));
    if (finding.activated)
        row.text(run.inputs[finding.activated->source]).count(finding.activated->row);
    else
        row.blank().blank();
    row.text(finding.id).end_row();
}

void ReportSheets::end(const Results& /*results*/, Out& /*out*/) {}

void ReportSheets::write(const Report& report, Out& out) {
    fill_timeliness(report, sheets_->timeliness, sheets_->other_rules);
    fill_counts(counts_by_area(report), sheets_->areas);
    fill_counts(counts_by_month(report), sheets_->months);
    fill_counts(counts_by_agency(report), sheets_->agencies);
    fill_heat_map(report, sheets_->heat_map);
    fill_trends(report, sheets_->trends);
    fill_expected(report, sheets_->expected);
    fill_parts(report, sheets_->parts);
    fill_agency_by_case(report, sheets_->agency_by_case);
    fill_cases(report, sheets_->cases);
    add_new_since(report, sheets_->workbook);
    add_sheets_of_figures(report.figures, sheets_->workbook);
    add_sheets_of_data(report, sheets_->workbook);
    fill_summary(report, sheets_->workbook.left_out(), sheets_->summary);
    sheets_->workbook.write(out);
}

}  // namespace csapath::engine
