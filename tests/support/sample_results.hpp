// SPDX-License-Identifier: MIT
/// One set of results, made by hand, that every reporter is shown: a finding of every kind and verdict, everything
/// that can be listed, and names that try to break each format.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "engine/reporters/reporter.hpp"

namespace csapath::tests {

struct SampleResults {
    std::unique_ptr<engine::Pathway> pathway;
    engine::RunHeader run;
    std::vector<engine::Finding> findings;  ///< findings and what is listed, in order of case id
    engine::Results results;
};

inline rules::Moment on(std::string_view day) {
    return {*rules::parse_date(day)};
}
inline rules::Moment at(std::string_view day, std::int64_t hour, std::int64_t minute, std::int64_t second = 0) {
    return {*rules::parse_date(day), ((hour * 60 + minute) * 60 + second) * rules::second};
}

inline std::unique_ptr<engine::Pathway> sample_pathway() {
    using namespace engine;
    auto pathway = std::make_unique<Pathway>();
    pathway->id = "csa-response";
    pathway->title = "Child sexual abuse response";
    pathway->version = "2026.1";
    Calendar::Parts calendar;
    calendar.id = "england-and-wales";
    calendar.first_year = 2025;
    calendar.last_year = 2026;
    pathway->calendar = std::make_shared<Calendar>(std::move(calendar));
    pathway->calendar_sha256 = std::string(64, 'c');
    pathway->citations = {{.id = "wt-2023", .title = "Working Together 2023", .basis = Basis::statutory, .where = {}},
                          {.id = "north-2024", .title = "North's procedures", .basis = Basis::procedure, .where = {}}};
    pathway->layers = {{"national/csa-response.yaml", std::string(64, 'a')},
                       {"local/north \"2\".yaml", std::string(64, 'b')}};
    for (const char* id : {"referral", "screening", "strategy-discussion", "conference-held", "therapy"}) {
        Step& step = pathway->steps.emplace_back();
        step.id = id;
    }
    return pathway;
}

inline engine::RunHeader sample_run(const engine::Pathway& pathway) {
    using namespace engine;
    const auto rule = [](std::string id, rules::StepId step, Kind kind, Severity severity, Basis basis,
                         std::string text, std::string place, std::vector<std::uint16_t> sources = {}) {
        return ReportedRule{.id = std::move(id),
                            .step = step,
                            .kind = kind,
                            .severity = severity,
                            .basis = basis,
                            .text = std::move(text),
                            .at = std::move(place),
                            .why = {},
                            .sources = std::move(sources)};
    };
    RunHeader run;
    run.tool_version = "0.1.0";
    run.pathway = &pathway;
    run.rules = {
        rule("referral.consent", 0, Kind::unexpected, Severity::low, Basis::practice, "ensure consent is \"given\"",
             "csa-response.yaml:20:16"),
        rule("referral.entered", 0, Kind::recorded_late, Severity::low, Basis::practice, "be recorded within 24 hours",
             "csa-response.yaml:21:16"),
        rule("screening.way", 1, Kind::missed_step, Severity::medium, Basis::procedure, "must be passed on the way",
             "csa-response.yaml:30:5"),
        rule("screening.next.strategy-discussion", 2, Kind::delay, Severity::medium, Basis::practice,
             "must within 3 working days when risk is red", "csa-response.yaml:41:26", {0}),
        rule("strategy-discussion.agencies", 2, Kind::missing_agency, Severity::high, Basis::statutory,
             "include police, social-care and health", "csa-response.yaml:50:17", {0, 1}),
        rule("strategy-discussion.notes", 2, Kind::not_recorded, Severity::low, Basis::practice, "record notes",
             "csa-response.yaml:51:14"),
        rule("conference-held.in-time", 3, Kind::delay, Severity::medium, Basis::statutory,
             "happen within 15 working days of strategy-discussion", "csa-response.yaml:60:16", {0}),
        rule("conference-held.order", 3, Kind::out_of_order, Severity::medium, Basis::procedure,
             "never before strategy-discussion", "csa-response.yaml:61:14"),
        rule("therapy.offered", 4, Kind::delay, Severity::low, Basis::practice, "happen within 4 weeks of screening",
             "csa-response.yaml:70:16"),
    };
    run.rules[6].unverified = true;
    run.as_of = "2026-03-31";
    run.inputs = {"cases.csv", "police, \"north\".ndjson"};
    run.rows_are_lines = {false, true};
    return run;
}

inline std::vector<engine::Finding> sample_findings(const engine::RunHeader& run) {
    using namespace engine;
    std::vector<Finding> findings;
    findings.reserve(20);  // the references below stay good
    const auto add = [&](std::string case_id, std::uint16_t rule, Kind kind, Verdict verdict,
                         std::string message) -> Finding& {
        Finding& finding = findings.emplace_back();
        finding.id = "f-" + std::string(18, '0') + std::to_string(9 + findings.size());
        finding.case_id = std::move(case_id);
        finding.rule = rule;
        finding.step = run.rules[rule].step;
        finding.kind = kind;
        finding.verdict = verdict;
        finding.severity = run.rules[rule].severity;
        finding.basis = run.rules[rule].basis;
        finding.message = std::move(message);
        return finding;
    };

    Finding& consent = add("'=1+1", 0, Kind::unexpected, Verdict::failed, "consent is not \"given\" \\ but 'refused'");
    consent.activated = Evidence{.event = "referral", .at = on("2025-06-02"), .source = 0, .row = 2};

    Finding& notes = add("=HYPERLINK(\"http://x\",\"y\")", 5, Kind::not_recorded, Verdict::failed,
                         "@notes of the strategy discussion of Tue 3 Jun 2025 not recorded");
    notes.activated = Evidence{.event = "strategy-discussion", .at = on("2025-06-03"), .source = 0, .row = 4};

    Finding& entered = add("W-\x1b[31m9", 1, Kind::recorded_late, Verdict::late,
                           "referral entered 26 hours late</script>: due Wed 4 Jun 2025 at 09:30");
    entered.activated = Evidence{.event = "referral", .at = at("2025-06-03", 9, 30), .source = 1, .row = 7};
    entered.due = at("2025-06-04", 9, 30);
    entered.fulfilled = Evidence{.event = "referral", .at = at("2025-06-05", 10, 45, 30), .source = 1, .row = 7};
    entered.late_by = {26, rules::Unit::hours};

    // The worked example of a finding: 5 May 2025 was a bank holiday.
    Finding& late = add("W-0143", 3, Kind::delay, Verdict::late,
                        "strategy discussion 2 working days late: due Tue 6 May 2025, held Thu 8 May 2025 (3 working "
                        "days after the screening decision of Wed 30 Apr 2025; Mon 5 May was a bank holiday)");
    late.activated = Evidence{.event = "screening", .at = at("2025-04-30", 15, 20), .source = 0, .row = 12};
    late.due = on("2025-05-06");
    late.fulfilled = Evidence{.event = "strategy-discussion", .at = on("2025-05-08"), .source = 0, .row = 15};
    late.late_by = {2, rules::Unit::working_days};
    late.clock = {5, 0, 5};
    late.why = {"risk is red (row 12)", "counted from Wed 30 Apr 2025, that day not counted"};
    late.days = {on("2025-05-01").day, on("2025-05-02").day, on("2025-05-06").day};

    Finding& agencies = add("W-0143", 4, Kind::missing_agency, Verdict::failed,
                            "police and health not recorded at the strategy discussion of Thu 8 May 2025");
    agencies.activated = late.fulfilled;
    agencies.agencies = {"police", "health"};

    Finding& overdue = add("W-0143", 6, Kind::delay, Verdict::overdue,
                           "initial child protection conference 213 working days overdue: due Fri 30 May 2025, not "
                           "recorded by Tue 31 Mar 2026");
    overdue.activated = Evidence{
        .event = "strategy-discussion", .at = on("2025-05-08"), .source = 0, .row = 15, .also = {{1, 3}, {0, 16}}};
    overdue.due = on("2025-05-30");
    overdue.late_by = {213, rules::Unit::working_days};
    overdue.clock = {228, 0, 228};
    overdue.also = {2, 8};
    overdue.times = 3;

    add("W-0143", 8, Kind::delay, Verdict::excused,
        "excused, whether or not therapy was offered: declined, as M. O'Neil agreed");
    add("W-0143", 5, Kind::not_recorded, Verdict::undetermined,
        "cannot tell whether notes were due: risk is not recorded");
    add("W-0143", 5, Kind::not_recorded, Verdict::undetermined,
        "cannot tell whether notes were due: risk is not recorded");
    add("W-0143", 7, Kind::out_of_order, Verdict::not_visible, "no source of this case shows conference-held");

    Finding& missed = add("W-0150\nForged: 0 findings", 2, Kind::missed_step, Verdict::missed,
                          "screening not recorded before the strategy discussion of Mon 2 Jun 2025");
    missed.episode = 2;
    missed.fulfilled = std::nullopt;
    missed.activated = Evidence{.event = "strategy-discussion", .at = on("2025-06-02"), .source = 1, .row = 21};

    Finding& order = add("\u0174-\u202e0200", 7, Kind::out_of_order, Verdict::failed,
                         "conference held before the strategy discussion\u2028that came on Wed 4 Jun 2025");
    order.activated = Evidence{.event = "conference-held", .at = on("2025-06-03"), .source = 0, .row = 30};
    order.fulfilled = Evidence{.event = "strategy-discussion", .at = on("2025-06-04"), .source = 1, .row = 31};

    add("\uff1d1", 8, Kind::delay, Verdict::undetermined,
        "cannot tell whether therapy was in time: the date is a month only");
    return findings;
}

inline engine::Results sample_totals() {
    using namespace engine;
    Results results;
    results.cases = 7;
    results.episodes = 8;
    results.events = 238;
    // met, late, overdue, missed, failed, pending, excused, undetermined, not visible, not applicable
    results.by_rule = {
        {5, 0, 0, 0, 1, 0, 0, 0, 0, 0}, {6, 1, 0, 0, 0, 0, 0, 0, 0, 0}, {4, 0, 1, 1, 0, 0, 0, 0, 0, 0},
        {7, 1, 0, 0, 0, 1, 0, 0, 0, 2}, {6, 0, 0, 0, 1, 0, 0, 0, 0, 0}, {5, 0, 0, 0, 1, 0, 0, 2, 0, 0},
        {3, 0, 1, 0, 0, 0, 0, 0, 0, 0}, {1, 0, 0, 0, 1, 0, 0, 0, 1, 0}, {0, 0, 1, 0, 0, 0, 1, 1, 0, 4},
    };
    for (const VerdictCounts& counts : results.by_rule) {
        for (std::size_t verdict = 0; verdict < verdicts; ++verdict) results.verdicts[verdict] += counts[verdict];
    }
    results.inputs = {{.path = "cases.csv",
                       .sha256 = std::string(64, 'd'),
                       .format = "csv",
                       .rows_are_lines = false,
                       .rows = 215,
                       .used = 208,
                       .filtered = 5,
                       .refused = 2},
                      {.path = "police, \"north\".ndjson",
                       .sha256 = std::string(64, 'e'),
                       .format = "ndjson",
                       .rows_are_lines = true,
                       .rows = 30,
                       .used = 30,
                       .filtered = 0,
                       .refused = 0}};
    results.notes = {{"D014", 3, "a local time that the clocks skip was moved forward"},
                     {"C021", 1, "column 'wörker' is not declared and was left out"}};
    results.errors = {"cases.csv:17: error[D002]: column 'at': not a date (10 characters)",
                      "cases.csv:18: error[E001]: no case\x1b[2J"};
    results.incomplete = true;
    return results;
}

inline SampleResults sample_results() {
    SampleResults sample;
    sample.pathway = sample_pathway();
    sample.run = sample_run(*sample.pathway);
    sample.findings = sample_findings(sample.run);
    sample.results = sample_totals();
    return sample;
}

/// Keeps what a reporter writes.
class KeptOut final : public engine::Out {
public:
    std::string text;
    void flush() override {
        text += buffer;
        buffer.clear();
    }
    void take_back() override {
        text.clear();
        buffer.clear();
    }
};

/// As the engine does, which leaves out what the reporter does not want.
inline void show_findings(engine::Reporter& reporter, const SampleResults& sample, engine::Out& out) {
    for (const engine::Finding& finding : sample.findings) {
        if (is_finding(finding.verdict) || reporter.wants_listed()) reporter.add(finding, out);
    }
}

/// What a reporter makes of results.
inline std::string reported(engine::Reporter& reporter, const SampleResults& sample) {
    KeptOut out;
    reporter.begin(sample.run, out);
    show_findings(reporter, sample, out);
    reporter.end(sample.results, out);
    return out.text;
}

inline std::string reported(std::string_view format, const SampleResults& sample) {
    const auto reporter = engine::reporter(format)->make();
    return reported(*reporter, sample);
}

}  // namespace csapath::tests
