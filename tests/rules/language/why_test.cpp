// SPDX-License-Identifier: MIT
#include <string>
#include <vector>

#include "tests/support/catch.hpp"
#include "tests/support/program.hpp"

namespace csapath::rules {
namespace {

using From = typed::Path::From;
using Lines = std::vector<std::string>;

const tests::SmallPathway& pathway = tests::small_pathway();

/// Why a condition came out as it did.
Lines why(const std::string& text, const tests::FixedAnswers& answers) {
    return tests::program(text).why(answers);
}

/// One case: 2025-05-06 was a Tuesday, and is day 20214.
tests::FixedAnswers one_case() {
    tests::FixedAnswers answers;
    const auto agencies = [](std::initializer_list<AgencyId> all, bool partial = false) {
        Options made;
        for (const AgencyId each : all) made.add(each);
        Value value = Value::of_options(made);
        value.partial = partial;
        return value;
    };
    answers.set(pathway.risk, Value::of_option(1));  // amber
    answers.set({From::step, pathway.screening, pathway.screening_outcome, {}}, Value::of_option(0));
    answers.set(pathway.visits, Value::of_number(3));
    answers.set(pathway.child_seen, Value::of_yes_no(false));
    answers.set(pathway.reason, Value::of_text("a\x1b[2J delay"));
    answers.set(pathway.held_on, Value::of_moment({Date{20214}}));
    answers.set(pathway.decided, Value::of_moment({Date{20214}, 9 * hour}));
    answers.set(pathway.lead, Value::of_option(pathway.gp));
    answers.set(fact_attended, agencies({pathway.police, pathway.gp}));
    answers.set(fact_invited, agencies({pathway.police, pathway.school}));
    answers.set(fact_contributed, agencies({pathway.police}, true));
    Value unusable;
    unusable.spoiled = true;
    answers.set(pathway.action_id, unusable);
    answers.age_in_days = 4 * 365;
    answers.counts = {{pathway.visit, {3, 3}},
                      {pathway.referral, {1, 1}},
                      {pathway.review_held, {1, 2}},
                      {pathway.plan_action, {0, 2}}};
    answers.happenings = {{pathway.visit, Truth::yes}, {pathway.referral, Truth::no}};
    answers.days_since_step = {{pathway.visit, 10}};
    answers.betweens = {{{pathway.visit, pathway.referral}, Truth::yes},
                        {{pathway.referral, pathway.visit}, Truth::no}};
    return answers;
}

TEST_CASE("each test is told with the value that it found") {
    const auto [text, line] = GENERATE(table<std::string, std::string>({
        {"risk is amber", "risk was amber"},
        {"risk is red", "risk was amber, not red"},
        {"risk is not red", "risk was amber, not red"},
        {"risk is not amber", "risk was amber"},
        {"risk in (red, amber)", "risk was amber"},
        {"risk in (red, green)", "risk was amber, not red or green"},
        {"screening.outcome is assess", "screening.outcome was assess"},
        {"visits > 2", "visits was 3, over 2"},
        {"visits > 3", "visits was 3, not over 3"},
        {"visits >= 3", "visits was 3, not under 3"},
        {"visits < 3", "visits was 3, not under 3"},
        {"visits < 4", "visits was 3, under 4"},
        {"visits <= 2", "visits was 3, over 2"},
        {"child-seen is yes", "child-seen was no, not yes"},
        {"held-on < 2025-05-07", "held-on was Tue 6 May 2025, before Wed 7 May 2025"},
        {"held-on >= 2025-05-06", "held-on was Tue 6 May 2025, not before Tue 6 May 2025"},
        {"held-on after 2025-05-06", "held-on was Tue 6 May 2025, not after Tue 6 May 2025"},
        {"held-on <= 2025-05-05", "held-on was Tue 6 May 2025, after Mon 5 May 2025"},
        {"lead is health", "lead was gp"},
        {"lead is police", "lead was gp, not police"},
        {"attended includes (police, health)", "attended included police and health"},
        {"attended includes (police, school, social-care)", "attended did not include school or social-care"},
        {"attended includes any of (school, police)", "attended included police"},
        {"attended includes all of invited", "attended did not include school"},
        {"attended includes any of invited", "attended included police"},
        {"contributed includes (police)", "contributed included police"},
        {"contributed includes (school)", "contributed holds a name that is not known, and so may include school"},
        {"count of attended > 1", "attended named 2"},
        {"count of contributed is 0", "contributed named 1 and something that is not known"},
        {"count of visit > 1", "visit had happened 3 times"},
        {"count of referral is 0", "referral had happened once"},
        {"count of strategy-discussion > 0", "strategy-discussion had not happened"},
        {"age < 5 years", "the age was under 5 years"},
        {"age < 3 years", "the age was over 3 years"},
        {"age is 4 years", "the age was exactly 4 years"},
        {"time since visit > 1 week", "the time since visit was over 1 week"},
        {"visit happened", "visit had happened"},
        {"visit happened within 3 weeks", "visit had happened within 3 weeks"},
        {"referral happened", "referral had not happened"},
        {"between visit and referral", "it was between visit and referral"},
        {"between referral and visit", "it was not between referral and visit"},
        {"risk is recorded", "risk is recorded"},
        {"held-on before case.date-of-birth", "date-of-birth is not recorded"},
    }));
    CAPTURE(text);
    CHECK(why(text, one_case()) == Lines{line});
}

TEST_CASE("what is not known is told as not known, and never as not done") {
    const auto [text, line] = GENERATE(table<std::string, std::string>({
        {"status is open", "status is not recorded"},
        {"status is recorded", "status is not recorded"},
        {"visit.risk is red", "visit.risk is not recorded"},
        {"disability is yes", "disability is not recorded"},
        {"factors includes (neglect)", "factors is not recorded"},
        {"attended includes case.agencies", "agencies is not recorded"},
        {"count of factors > 1", "factors is not recorded"},
        {"action-id is a", "action-id is recorded in a way that cannot be used"},
        {"held-on before decided", "held-on and decided were both on Tue 6 May 2025, and their order is not known"},
        {"count of review-held > 1", "whether review-held had happened more than once is not known"},
        {"count of plan-action > 1", "whether plan-action had happened is not known"},
        {"time since referral > 1 day", "the time since referral is not known"},
        {"time since case.date-of-birth > 1 day", "date-of-birth is not recorded"},
        {"review-held happened", "whether review-held had happened is not known"},
        {"between visit and screening", "whether it was between visit and screening is not known"},
    }));
    CAPTURE(text);
    CHECK(why(text, one_case()) == Lines{line});
    CHECK(why("age < 5 years", tests::FixedAnswers{}) == Lines{"the age is not known"});
}

TEST_CASE("text of a case is shown in quotes and cannot drive a terminal") {
    const Lines lines = why("reason is delay", one_case());
    REQUIRE(lines.size() == 1);
    CHECK(lines[0].starts_with("reason was \"a"));
    CHECK(lines[0].ends_with("delay\", not \"delay\""));
    CHECK(lines[0].find('\x1b') == std::string::npos);
}

TEST_CASE("only the parts that decided are told, in the order of the condition") {
    const auto [text, lines] = GENERATE(table<std::string, Lines>({
        // and: a no is decided by the first no, a yes by all, and what is open by all that is unknown.
        {"risk is amber and visits is 3", {"risk was amber", "visits was 3"}},
        {"risk is amber and visits is 4 and child-seen is yes", {"visits was 3, not 4"}},
        {"status is open and risk is amber and disability is yes",
         {"status is not recorded", "disability is not recorded"}},
        {"status is open and visits is 4", {"visits was 3, not 4"}},
        // or: the other way round.
        {"risk is red or visits is 4", {"risk was amber, not red", "visits was 3, not 4"}},
        {"risk is red or visits is 3 or risk is amber", {"visits was 3"}},
        {"status is open or visits is 4", {"status is not recorded"}},
        {"status is open or visits is 3", {"visits was 3"}},
        // nested and turned round
        {"(risk is red or visits is 3) and not child-seen is yes", {"visits was 3", "child-seen was no, not yes"}},
        {"not (risk is amber and visits is 3)", {"risk was amber", "visits was 3"}},
        {"not (risk is red or status is open)", {"status is not recorded"}},
        {"(risk is red and status is open) or (visits is 4 and age < 5 years)",
         {"risk was amber, not red", "visits was 3, not 4"}},
        {"(risk is red and status is open) or age < 5 years", {"the age was under 5 years"}},
    }));
    CAPTURE(text);
    CHECK(why(text, one_case()) == lines);
}

}  // namespace
}  // namespace csapath::rules
