// SPDX-License-Identifier: MIT
/// The national pathway as a whole. What each of its rules says is shown by the cases beside it.
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "tests/definitions/national.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/checked.hpp"

using namespace csapath;
using engine::Verdict;

namespace {

/// The clean case of the example, without one of its columns. No cell of it holds a quoted comma.
std::string clean_case_without(std::size_t column) {
    std::istringstream rows(example_events());
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

/// What is wrong with a run, in words; listed verdicts are nothing wrong.
std::vector<std::string> accusations(const Checked& checked) {
    std::vector<std::string> all;
    for (const engine::Finding& told : checked.told())
        if (engine::is_finding(told.verdict)) all.push_back(told.message);
    return all;
}

}  // namespace

TEST_CASE("the national pathway is sound, without so much as a warning") {
    CHECK(national().diagnostics().empty());
}

TEST_CASE("a rule of the national pathway is shown where it speaks, where it is silent, and where it cannot tell") {
    for (const engine::RuleCoverage& rule : cases_of_national().coverage) {
        CAPTURE(rule.rule);
        CHECK(rule.found());
        CHECK(rule.silent());
        CHECK(rule.untold());
    }
}

TEST_CASE("a rule of the national pathway says why it is there and where it comes from") {
    for (const engine::ReportedRule& rule : (*national()).rules()) {
        CAPTURE(rule.id);
        if (rule.id.ends_with(".way")) continue;  // drawn from the graph, not written
        CHECK_FALSE(rule.why.empty());
        CHECK_FALSE(rule.sources.empty());
    }
}

TEST_CASE("data that has nothing but events and their dates is not accused of what it cannot show") {
    // Every step in time; the medical is the only event that a rule needs an attribute to ask for.
    const Checked checked(national(),
                          "case,event,at\n"
                          "C1,referral,2025-06-02\nC1,screening,2025-06-03\nC1,strategy-discussion,2025-06-04\n"
                          "C1,s47-started,2025-06-04\nC1,assessment-started,2025-06-04\n"
                          "C1,police-investigation-started,2025-06-05\nC1,medical-considered,2025-06-05\n"
                          "C1,s47-ended,2025-06-20\nC1,safety-plan,2025-06-20\nC1,conference-held,2025-06-24\n"
                          "C1,plan-started,2025-06-24\nC1,plan-action,2025-06-24\nC1,core-group,2025-07-04\n"
                          "C1,visit,2025-07-10\nC1,assessment-completed,2025-07-15\n"
                          "C1,specialist-referral,2025-07-15\nC1,specialist-started,2025-07-20\n"
                          "C1,police-decision,2025-07-21\nC1,visit,2025-08-05\nC1,plan-ended,2025-08-11\n"
                          "C1,step-down-meeting,2025-08-18\nC1,case-closed,2025-09-30\n",
                          "2026-05-29");
    CHECK(accusations(checked).empty());
}

TEST_CASE("a clean case stays clean whichever column its file lacks") {
    // All but case, event and at, which a file must have.
    const auto column = GENERATE(range(std::size_t{3}, std::size_t{43}));
    const std::string events = clean_case_without(column);
    CAPTURE(column, events.substr(0, events.find('\n')));
    const Checked checked(national(), events, "2026-03-31");
    CHECK(checked.results().events == 32);
    CHECK(accusations(checked).empty());
}

TEST_CASE("the example shows every kind of finding and every verdict") {
    const Checked example(national(), example_events(), "2026-03-31");
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
