// SPDX-License-Identifier: MIT
/// The national pathway: every rule of it speaks of a case with a fault and is silent on the same case without it;
/// lawful short cuts and data that merely lacks a column raise nothing.
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "tests/definitions/beside_the_main_track.hpp"
#include "tests/definitions/from_the_conference.hpp"
#include "tests/definitions/until_the_conference.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/checked.hpp"

using namespace csapath;
using engine::Verdict;

namespace {

const Shipped& national() {
    static const Shipped loaded("national/csa-response.yaml");
    return loaded;
}

std::vector<ShownRule> all_shown() {
    std::vector<ShownRule> all = until_the_conference;
    all.insert(all.end(), from_the_conference.begin(), from_the_conference.end());
    all.insert(all.end(), beside_the_main_track.begin(), beside_the_main_track.end());
    return all;
}

std::string text_of(const std::string& name) {
    std::ifstream file(std::string(CSAPATH_ROOT) + '/' + name, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

/// The clean case of the example, without one of its columns. No cell of it holds a quoted comma.
std::string clean_case_without(std::size_t column) {
    std::istringstream rows(text_of("docs/example/cases.csv"));
    std::string events;
    for (std::string row; std::getline(rows, row);) {
        if (!events.empty() && !row.starts_with("W-0101,")) continue;
        std::istringstream cells(row + ',');
        std::string cell, kept;
        for (std::size_t at = 0; std::getline(cells, cell, ','); ++at)
            if (at != column) kept += (kept.empty() ? "" : ",") + cell;
        events += kept + '\n';
    }
    return events;
}

}  // namespace

TEST_CASE("the national pathway is sound, without so much as a warning") {
    CHECK(national().diagnostics().empty());
}

TEST_CASE("a rule of the national pathway speaks of its fault, and is silent on the same case without it") {
    const ShownRule shown = GENERATE(from_range(all_shown()));
    CAPTURE(shown.rule, shown.fault, shown.sound);
    const Checked fault(national(), shown.events(shown.fault), shown.as_of, shown.rule);
    CHECK(fault.said(shown.rule) == shown.said);
    const Checked sound(national(), shown.events(shown.sound), shown.as_of, shown.rule);
    CHECK(sound.said(shown.rule).empty());
    CHECK(sound.count(shown.rule, Verdict::met) > 0);
    CHECK(sound.count(shown.rule, Verdict::undetermined) == 0);
}

TEST_CASE("no rule of the national pathway is left without a case that shows it") {
    std::set<std::string> shown, all;
    for (const ShownRule& one : all_shown()) shown.emplace(one.rule);
    for (const engine::ReportedRule& rule : (*national()).rules()) all.insert(rule.id);
    CHECK(shown == all);
}

TEST_CASE("a rule of the national pathway says why it is there and where it comes from") {
    for (const engine::ReportedRule& rule : (*national()).rules()) {
        CAPTURE(rule.id);
        if (rule.id.ends_with(".way")) continue;  // drawn from the graph, not written
        CHECK_FALSE(rule.why.empty());
        CHECK_FALSE(rule.sources.empty());
    }
}

TEST_CASE("what is lawful raises nothing") {
    struct Lawful {
        std::string_view rule, columns, rows;
        Verdict verdict;
    };
    const auto lawful = GENERATE(values<Lawful>({
        // A discussion on the spot, with the decision recorded on the same day.
        {"referral.next.screening", "", "referral,2025-06-02\nstrategy-discussion,2025-06-02\nscreening,2025-06-02",
         Verdict::met},
        // Amber alone asks for no strategy discussion.
        {"screening.next.strategy-discussion", "risk,outcome",
         "referral,2025-06-02,,\nscreening,2025-06-03,amber,assess", Verdict::not_applicable},
        {"screening.next.strategy-discussion", "risk,outcome,about",
         "referral,2025-04-16,,,\nscreening,2025-04-16,red,,\ndelay-agreed,2025-04-22,,,strategy-discussion\n"
         "strategy-discussion,2025-04-30,,,",
         Verdict::excused},
        // A second discussion while the enquiry runs starts no second enquiry.
        {"strategy-discussion.next.s47-started", "outcome",
         "referral,2025-06-02,\ns47-started,2025-06-04,\nstrategy-discussion,2025-06-10,s47", Verdict::excused},
        {"strategy-discussion.next.medical-considered-or-medical-held", "concern",
         "referral,2025-06-02,sexual-abuse\nmedical-considered,2025-06-03,\nstrategy-discussion,2025-06-10,\n"
         "case-closed,2025-07-30,",
         Verdict::excused},
        // A delay that was agreed in time; another one was about something else.
        {"s47-started.next.conference-held", "icpc-required,about",
         "referral,2024-12-13,,\ns47-started,2024-12-16,yes,\ndelay-agreed,2025-01-09,,conference-held\n"
         "conference-held,2025-01-20,,",
         Verdict::excused},
        {"s47-started.next.conference-held", "icpc-required,about",
         "referral,2024-12-13,,\ns47-started,2024-12-16,yes,\ndelay-agreed,2025-01-09,,strategy-discussion\n"
         "conference-held,2025-01-20,,",
         Verdict::late},
        // The conference came before the enquiry was written up.
        {"s47-ended.next.conference-held", "outcome",
         "referral,2025-06-02,\ns47-started,2025-06-05,\nconference-held,2025-06-18,\ns47-ended,2025-06-20,conference\n"
         "case-closed,2025-07-30,",
         Verdict::excused},
        {"s47-ended.safety-plan", "outcome",
         "referral,2025-06-02,\nsafety-plan,2025-06-06,\ns47-ended,2025-06-20,conference", Verdict::not_applicable},
        // A child in need plan that follows is a step down; so is moving away.
        {"plan-ended.next.step-down-meeting", "",
         "referral,2024-06-03\nplan-started,2024-06-20\nplan-ended,2024-12-16\ncin-plan-started,2024-12-20\n"
         "case-closed,2025-03-31",
         Verdict::excused},
        {"plan-ended.next.step-down-meeting", "",
         "referral,2024-06-03\nplan-started,2024-06-20\ntransferred-out,2024-12-16\nplan-ended,2024-12-16\n"
         "case-closed,2024-12-17",
         Verdict::excused},
        // Nothing more was needed of these.
        {"assessment-completed.in-time", "referral-nfa", "referral,2025-04-10,yes\ncase-closed,2025-04-11,",
         Verdict::not_applicable},
        {"assessment-completed.in-time", "outcome", "referral,2025-04-10,\nscreening,2025-04-11,early-help",
         Verdict::excused},
        {"assessment-completed.in-time", "", "referral,2025-04-10\ncase-closed,2025-04-30", Verdict::excused},
        {"police-decision.safety-plan", "outcome",
         "referral,2025-01-06,\nplan-started,2025-01-27,\npolice-decision,2025-02-10,no-further-police-action",
         Verdict::excused},
        {"review-held.first", "", "referral,2025-01-06\nplan-started,2025-01-27\nplan-ended,2025-03-03",
         Verdict::excused},
        // A review at which the plan ends leaves no clock running: 6 months from 15 January is 15 July.
        {"review-held.next-one", "",
         "referral,2024-12-02\nplan-started,2025-01-15\nreview-held,2025-04-15\nplan-ended,2025-04-15", Verdict::met},
    }));
    CAPTURE(lawful.rule, lawful.rows);
    const ShownRule one{lawful.rule, {}, lawful.columns, lawful.rows, {}, {}};
    const Checked checked(national(), one.events({}), "2026-05-29", lawful.rule);
    CHECK(checked.count(lawful.rule, lawful.verdict) == 1);
    if (lawful.verdict != Verdict::late) CHECK(checked.said(lawful.rule).empty());
}

TEST_CASE("no step counts as missed on a way that may be shorter") {
    const auto rows = GENERATE(as<std::string>{}, "referral,2025-06-02\ncase-closed,2025-06-03\n",
                               "referral,2025-06-02\nstep-down-meeting,2025-07-01\ncase-closed,2025-07-02\n",
                               "referral,2025-06-02\nstrategy-discussion,2025-06-03\ns47-started,2025-06-03\n"
                               "conference-held,2025-06-20\nplan-started,2025-06-20\n",
                               "transferred-in,2025-06-02\nplan-started,2025-06-02\nconference-held,2025-06-20\n",
                               "transferred-in,2025-06-02\ncase-closed,2025-06-10\n");
    const ShownRule one{{}, {}, {}, rows, {}, {}};
    const Checked checked(national(), one.events({}), "2026-05-29");
    for (const engine::Finding& told : checked.told()) {
        const std::string& rule = (*national()).rules()[told.rule].id;
        CAPTURE(rule, told.message);
        CHECK_FALSE(rule.ends_with(".way"));
    }
}

TEST_CASE("data that has nothing but events and their dates is not accused of what it cannot show") {
    // Every step in time; the medical is the only event that a rule needs an attribute to ask for.
    const ShownRule one{
        {},
        {},
        {},
        "referral,2025-06-02\nscreening,2025-06-03\nstrategy-discussion,2025-06-04\n"
        "s47-started,2025-06-04\nassessment-started,2025-06-04\nmedical-considered,2025-06-05\n"
        "s47-ended,2025-06-20\nsafety-plan,2025-06-20\nconference-held,2025-06-24\n"
        "plan-started,2025-06-24\ncore-group,2025-07-04\nplan-action,2025-06-24\nvisit,2025-07-10\n"
        "assessment-completed,2025-07-15\nspecialist-referral,2025-07-15\nspecialist-started,2025-07-20\n"
        "police-investigation-started,2025-06-05\npolice-decision,2025-07-21\nvisit,2025-08-05\n"
        "plan-ended,2025-08-11\nstep-down-meeting,2025-08-18\ncase-closed,2025-09-30",
        {},
        {}};
    const Checked checked(national(), one.events({}), "2026-05-29");
    for (const engine::Finding& told : checked.told()) {
        CAPTURE(told.message);
        CHECK_FALSE(engine::is_finding(told.verdict));
    }
}

TEST_CASE("a clean case stays clean whichever column its file lacks") {
    // All but case, event and at, which a file must have.
    const auto column = GENERATE(range(std::size_t{3}, std::size_t{30}));
    const std::string events = clean_case_without(column);
    CAPTURE(column, events.substr(0, events.find('\n')));
    const Checked checked(national(), events, "2026-03-31");
    CHECK(checked.results().events == 31);
    for (const engine::Finding& told : checked.told()) {
        CAPTURE(told.message);
        CHECK_FALSE(engine::is_finding(told.verdict));
    }
}

TEST_CASE("the example shows every kind of finding and every verdict") {
    const Checked example(national(), text_of("docs/example/cases.csv"), "2026-03-31");
    for (std::size_t verdict = 0; verdict < engine::verdicts; ++verdict) {
        CAPTURE(name(static_cast<Verdict>(verdict)));
        CHECK(example.results().verdicts[verdict] > 0);
    }
    std::set<engine::Kind> kinds;
    for (const engine::Finding& told : example.told())
        if (engine::is_finding(told.verdict)) kinds.insert(told.kind);
    CHECK(kinds.size() == engine::kinds);
    for (const engine::Finding& told : example.told()) CHECK(told.case_id != "W-0101");
}
