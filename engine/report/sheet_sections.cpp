// SPDX-License-Identifier: MIT
#include "engine/report/sheet_sections.hpp"

#include "engine/report/sheet_columns.hpp"
#include "engine/report/words.hpp"
#include "engine/reporters/paragraph.hpp"

namespace csapath::engine {

namespace {

void fill_about(const Report& report, Sheet& sheet) {
    const auto words = [&](std::string_view what, std::string_view text) {
        sheet.text(what).blank().blank().blank().text(text).end_row();
    };
    words("Marking", marking_in_words(report));
    words("Pathway", report.pathway.title);
    words("Judged by", report.pathway.id + " " + report.pathway.version);
    sheet.text("As the records stood").day(report.as_of).blank().blank();
    sheet.text(report.as_of.timed() ? "at that moment" : "at the end of that day").end_row();
    if (report.from) sheet.text("What was put in force from").day(*report.from).end_row();
    if (report.to) sheet.text("What was put in force to").day(*report.to).end_row();
    if (report.results.incomplete)
        words("INCOMPLETE", "Some of the input could not be used, and no figure here covers it");
}

}  // namespace

void fill_summary(const Report& report, const std::vector<std::string>& left_out, Sheet& sheet) {
    fill_about(report, sheet);
    const Results& results = report.results;
    const auto figure = [&](std::string_view what, std::uint64_t number) { sheet.text(what).count(number).end_row(); };
    const auto part = [&](std::string_view what, std::uint64_t number, std::uint64_t whole) {
        sheet.text(what).count(number).count(whole).share(number, whole).end_row();
    };
    std::uint64_t rows = 0, used = 0, filtered = 0, refused = 0;
    for (const InputResult& input : results.inputs) {
        rows += input.rows;
        used += input.used;
        filtered += input.filtered;
        refused += input.refused;
    }
    figure("Rows read", rows);
    part("Rows used", used, rows);
    part("Rows left out", filtered, rows);
    part("Rows refused", refused, rows);
    figure("Cases", results.cases);
    figure("Episodes", results.episodes);
    figure("Events", results.events);
    const FindingsCounted findings = findings_counted(report.survey);
    part("Cases with at least one finding", findings.cases, results.cases);
    figure("Findings", findings.all);
    if (results.since) {
        part("Findings that are new since the baseline", results.since->fresh, findings.all);
        part("Findings known before", results.since->known, findings.all);
        figure("Findings of the baseline not found again", results.since->gone);
    }
    part("Findings of high severity", findings.by_severity[2], findings.all);
    part("Findings of medium severity", findings.by_severity[1], findings.all);
    part("Findings of low severity", findings.by_severity[0], findings.all);
    const std::uint64_t applied = applicable(results.verdicts), judged = decided(results.verdicts);
    figure("Times that a rule applied", applied);
    part("Times decided whether it was kept", judged, applied);
    for (const Verdict verdict : {Verdict::met, Verdict::late, Verdict::overdue, Verdict::missed, Verdict::failed})
        part("Times " + std::string(verdict == Verdict::met ? "kept" : in_report(verdict)) + ", of those decided",
             times_of(results.verdicts, verdict), judged);
    for (const Verdict verdict : {Verdict::pending, Verdict::excused, Verdict::undetermined, Verdict::not_visible})
        part("Times " + std::string(in_report(verdict)) + ", of those applied", times_of(results.verdicts, verdict),
             applied);
    for (const std::string& sentence : left_out)
        sheet.text("Left out of this workbook").blank().blank().blank().text(sentence).end_row();
    sheet.text("How to read it").blank().blank().blank();
    sheet.text("This tells what records show. Not recorded is not the same as not done.").end_row();
}

void fill_timeliness(const Report& report, Sheet& with_clock, Sheet& without) {
    for (std::size_t rule = 0; rule < report.rules.size(); ++rule) {
        const VerdictCounts& counts = report.results.by_rule[rule];
        if (applicable(counts) == 0) continue;
        const bool clock = has_clock(report, rule);
        Sheet& sheet = clock ? with_clock : without;
        counts_cells(rule_cells(sheet, report, rule), counts);
        if (clock) {
            const Durations& took = report.survey.rules[rule].took;
            const auto slow = took.percentile(90);
            sheet.decimal(took.median())
                .decimal(slow ? std::optional<double>(static_cast<double>(*slow)) : std::nullopt)
                .count(took.size())
                .text(took.size() == 0 ? std::string{} : rules::name(report.survey.rules[rule].unit));
        }
        sheet.end_row();
    }
}

namespace {
rules::Date first_day(Month month) {
    const auto day = rules::make_date(month.number / 12, static_cast<unsigned>(month.number % 12 + 1), 1);
    return day.value_or(rules::first_date);
}
}  // namespace

void fill_counts(const std::vector<CountsOf>& rows, Sheet& sheet) {
    for (const CountsOf& row : rows) {
        if (row.month)
            sheet.month(first_day(*row.month));
        else
            sheet.text(row.what);
        counts_cells(sheet, row.counts).end_row();
    }
}

void fill_heat_map(const Report& report, Sheet& sheet) {
    const std::vector<StepTimes> times = times_by_step(report);
    for (std::size_t step = 0; step < times.size(); ++step) {
        sheet.text(report.pathway.steps[step].title);
        for (const std::uint64_t findings : report.survey.concerned[step]) sheet.count(findings);
        sheet.count(times[step].findings).count(times[step].decided).count(times[step].applied);
        sheet.count(report.survey.occurrences[step]).end_row();
    }
}

void fill_trends(const Report& report, Sheet& sheet) {
    for (const Series& series : trends_of(report).charts) {
        if (!worth_a_chart(series)) continue;
        const ProcessChart chart = process_chart(series.values());
        const auto [lower, upper] = possible_limits(series, chart);
        // Of a share everything is told as a share.
        const auto level = [&sheet, share = series.share](double value) {
            if (share)
                sheet.fraction(value / 100);
            else
                sheet.decimal(value);
        };
        for (std::size_t i = 0; i < series.points.size(); ++i) {
            const Series::Point& point = series.points[i];
            sheet.text(series.name).month(first_day(point.month)).count(point.part);
            if (series.share)
                sheet.count(point.whole).share(point.part, point.whole);
            else
                sheet.blank().blank();
            level(chart.centre);
            level(lower);
            level(upper);
            sheet.text(listed_in_words(signal_names(chart.signals[i]))).end_row();
        }
    }
}

void fill_expected(const Report& report, Sheet& sheet) {
    for (rules::AgencyId agency = 0; agency < report.survey.expected.size(); ++agency) {
        const Expected& of = report.survey.expected[agency];
        if (of.times == 0) continue;
        sheet.text(agency_title(report, agency)).count(of.times).count(of.recorded).count(of.absent);
        sheet.count(of.not_known).count(of.not_asked).share(of.recorded, of.recorded + of.absent).end_row();
    }
}

void fill_parts(const Report& report, Sheet& sheet) {
    const std::vector<PartCounts> sums = counted_parts(report);
    for (rules::AgencyId agency = 0; agency < sums.size(); ++agency) {
        sheet.text(agency_title(report, agency));
        for (const std::uint64_t number : sums[agency]) sheet.count(number);
        sheet.count(report.survey.cases.size()).end_row();
    }
}

void fill_agency_by_case(const Report& report, Sheet& sheet) {
    for (const CaseLine& line : report.survey.cases) {
        sheet.text(line.id);
        for (const AgencyPart part : line.agencies) sheet.text(in_report(part));
        sheet.end_row();
    }
}

void fill_cases(const Report& report, Sheet& sheet) {
    for (const CaseLine& line : report.survey.cases) {
        const auto judged = [&](Verdict verdict) { return line.judged[static_cast<std::size_t>(verdict)]; };
        sheet.text(line.id).text(report.survey.areas[line.area]).text(line.team).day(line.from).day(line.to);
        sheet.text(line.episodes == 0 ? "no episode" : line.open ? "open" : "closed");
        sheet.count(line.episodes).count(line.events).count(line.all_findings());
        sheet.count(line.findings[2]).count(line.findings[1]).count(line.findings[0]);
        sheet.count(judged(Verdict::pending)).count(judged(Verdict::undetermined)).count(judged(Verdict::not_visible));
        sheet.end_row();
    }
}

}  // namespace csapath::engine
