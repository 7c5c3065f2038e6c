// SPDX-License-Identifier: MIT
#include <string>

#include "rules/language/check.hpp"
#include "rules/language/parse.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/read.hpp"
#include "tests/support/vocabulary.hpp"

namespace csapath::rules {
namespace {

using Catch::Matchers::Contains;
using tests::read;

const tests::SmallPathway pathway;

/// What the checker says about a sentence under strategy-discussion; an edge where it begins as one.
Diagnostics said(const std::string& text, StepId step = pathway.strategy_discussion) {
    Diagnostics diagnostics;
    const bool edge = text.starts_with("must") || text.starts_with("may") || text.starts_with("otherwise");
    const bool right = edge ? check(read(parse_edge, text), step, pathway.words, diagnostics).has_value()
                            : check(read(parse_sentence, text), step, pathway.words, diagnostics).has_value();
    CHECK(right == !diagnostics.any_error());
    for (const Diagnostic& each : diagnostics.found()) {
        CHECK(each.message.size() <= 300);
        CHECK_FALSE(each.where.empty());
    }
    return diagnostics;
}

struct Row {
    std::string text;
    Code code;
    std::string at;  ///< the text that is wrong
    std::string message;
    std::string help = {};
};

void expect(const Row& row) {
    CAPTURE(row.text);
    const Diagnostics diagnostics = said(row.text);
    REQUIRE(diagnostics.found().size() == 1);
    const Diagnostic& found = diagnostics.found().front();
    CHECK(found.code == row.code);
    CHECK(found.where.text() == row.at);
    CHECK_THAT(found.message, Contains(row.message));
    CHECK_THAT(found.help, Contains(row.help));
}

TEST_CASE("R08 an unknown name comes with the nearest that is known") {
    expect(GENERATE(values<Row>({
        {"follow screning", Code::rule_unknown_name, "screning",
         "there is no step 'screning'; did you mean 'screening'?"},
        {"follow zebra", Code::rule_unknown_name, "zebra", "there is no step 'zebra'", "steps: referral, screening"},
        {"follow Screening", Code::rule_unknown_name, "Screening", "did you mean 'screening'?"},
        {"happen within 2 days of refferal", Code::rule_unknown_name, "refferal",
         "there is no step and no date 'refferal'; did you mean 'referral'?"},
        {"happen within 2 days of held_on", Code::rule_unknown_name, "held_on", "did you mean 'held-on'?"},
        {"happen within 2 days of due", Code::rule_unknown_name, "due", "write 'plan-action.due'"},
        {"happen within 2 days of referral or zebra", Code::rule_unknown_name, "zebra", "there is no step 'zebra'"},
        {"lead to vsit", Code::rule_unknown_name, "vsit", "did you mean 'visit'?"},
        {"never happen between visit and revew-held", Code::rule_unknown_name, "revew-held",
         "did you mean 'review-held'?"},
        {"repeat every 2 days from vist until referral", Code::rule_unknown_name, "vist", "did you mean 'visit'?"},
        {"ensure vist happened", Code::rule_unknown_name, "vist", "there is no step 'vist'; did you mean 'visit'?"},
        {"ensure between visit and x", Code::rule_unknown_name, "x", "there is no step 'x'"},
        {"must within 2 days pausing from vist to referral", Code::rule_unknown_name, "vist", "did you mean 'visit'?"},
        {"include polcie", Code::rule_unknown_name, "polcie", "there is no agency 'polcie'; did you mean 'police'?"},
        {"include zebra", Code::rule_unknown_name, "zebra", "there is no agency 'zebra'",
         "agencies: social-care, police"},
        {"ensure rsik is red", Code::rule_unknown_name, "rsik", "there is no attribute 'rsik'; did you mean 'risk'?"},
        {"ensure zebra is red", Code::rule_unknown_name, "zebra", "there is no attribute 'zebra'"},
        {"ensure screening is red", Code::rule_unknown_name, "screening", "it is a step", "write 'screening happened'"},
        {"ensure outcome is nfa", Code::rule_unknown_name, "outcome",
         "write 'screening.outcome' or 'review-held.outcome'"},
        {"ensure due < 2024-01-01", Code::rule_unknown_name, "due", "write 'plan-action.due'"},
        {"ensure screening.outcme is nfa", Code::rule_unknown_name, "outcme",
         "step 'screening' has no attribute 'outcme'; did you mean 'outcome'?"},
        {"ensure visit.outcome is nfa", Code::rule_unknown_name, "outcome", "step 'visit' has no attribute 'outcome'"},
        {"ensure screning.outcome is nfa", Code::rule_unknown_name, "screning", "there is no step 'screning'"},
        {"ensure visit.disability is yes", Code::rule_unknown_name, "visit.disability", "a fact of the case",
         "write: case.disability"},
        {"ensure case.disablity is yes", Code::rule_unknown_name, "disablity", "did you mean 'disability'?"},
        {"ensure case.risk is red", Code::rule_unknown_name, "case.risk", "an attribute of events", "write: risk"},
        {"record outcome", Code::rule_unknown_name, "outcome", "write 'screening.outcome'"},
        {"record reson", Code::rule_unknown_name, "reson", "did you mean 'reason'?"},
        {"must by duedate", Code::rule_unknown_name, "duedate", "there is no attribute 'duedate'"},
        {"must matching acton-id", Code::rule_unknown_name, "acton-id", "did you mean 'action-id'?"},
        {"ensure lead is polcie", Code::rule_unknown_name, "polcie", "did you mean 'police'?"},
        {"ensure attended includes (polcie)", Code::rule_unknown_name, "polcie", "did you mean 'police'?"},
        {"ensure about is vist", Code::rule_unknown_name, "vist", "did you mean 'visit'?"},
    })));
}

TEST_CASE("R07 a word that begins with not may have lost a space") {
    expect({"ensure notrisk is red", Code::rule_unknown_name, "notrisk", "did you mean 'not risk'?"});
    expect({"ensure nota is red", Code::rule_unknown_name, "nota", "there is no attribute 'nota'"});
}

TEST_CASE("a value that the attribute never has is told with those it has") {
    expect(GENERATE(values<Row>({
        {"ensure risk is rde", Code::rule_value, "rde", "'risk' is never 'rde'; did you mean 'red'?",
         "it is one of red, amber or green"},
        {"ensure risk is Red", Code::rule_value, "Red", "did you mean 'red'?"},
        {"ensure risk is purple", Code::rule_value, "purple", "'risk' is never 'purple'", "red, amber or green"},
        {"ensure risk in (red, blue)", Code::rule_value, "blue", "'risk' is never 'blue'"},
        {"ensure risk is 5", Code::rule_value, "5", "'risk' is never '5'"},
        {"ensure risk is 2024-01-01", Code::rule_value, "2024-01-01", "'risk' is never '2024-01-01'"},
        {"ensure factors includes (neglct)", Code::rule_value, "neglct", "did you mean 'neglect'?"},
        {"ensure screening.outcome is assessed", Code::rule_value, "assessed", "did you mean 'assess'?",
         "one of assess or nfa"},
        {"ensure plan-action.status is open", Code::rule_value, "open", "'status' is never 'open'", "begun or done"},
    })));
}

TEST_CASE("R09 R10 R11 only things of one type are compared") {
    expect(GENERATE(values<Row>({
        {"ensure held-on is red", Code::rule_type, "red", "'held-on' is a date, and 'red' is a word", "2024-03-31"},
        {"ensure held-on is 2024-1-5", Code::rule_type, "2024-1-5", "'held-on' is a date", "2024-03-31"},
        {"ensure held-on < 5", Code::rule_type, "5", "'held-on' is a date, and '5' is a number"},
        {"ensure held-on > 5 days", Code::rule_type, "5 days", "and '5 days' is a length of time"},
        {"ensure decided is \"2024-01-01\"", Code::rule_type, "\"2024-01-01\"", "is a date and time"},
        {"ensure risk is 5 days", Code::rule_type, "5 days",
         "'risk' is one of red, amber or green, and '5 days' is a length of time"},
        {"ensure visits is three", Code::rule_type, "three", "'visits' is a number, and 'three' is not"},
        {"ensure visits is 1e3", Code::rule_type, "1e3", "'visits' is a number, and '1e3' is not"},
        {"ensure visits is 2024-01-01", Code::rule_type, "2024-01-01", "is a date"},
        {"ensure visits is 5 days", Code::rule_type, "5 days", "is a length of time"},
        {"ensure reason is 5", Code::rule_type, "5", "'reason' is text, and '5' is a number", "quotes"},
        {"ensure child-seen is maybe", Code::rule_type, "maybe", "'child-seen' is yes or no, and 'maybe' is not",
         "write yes or no"},
        {"ensure child-seen is Yes", Code::rule_type, "Yes", "'Yes' is not"},
        {"ensure child-seen is 1", Code::rule_type, "1", "is a number"},
        {"ensure lead is 5", Code::rule_type, "5", "'lead' is an agency"},
        {"ensure risk < red", Code::rule_type, "risk", "has no more and no less"},
        {"ensure reason > a", Code::rule_type, "reason", "has no more and no less"},
        {"ensure child-seen >= yes", Code::rule_type, "child-seen", "has no more and no less"},
        {"ensure attended > 3", Code::rule_type, "attended", "has no more and no less", "count of attended"},
        {"ensure lead < police", Code::rule_type, "lead", "has no more and no less"},
        {"ensure attended is police", Code::rule_type, "police", "compared with 'includes'", "attended includes (…)"},
        {"ensure factors is not neglect", Code::rule_type, "neglect", "compared with 'includes'"},
        {"ensure attended is none", Code::rule_type, "none", "compared with 'includes'", "count of attended is 0"},
        {"ensure attended in (police)", Code::rule_type, "attended", "asks for one of several", "includes any of"},
        {"ensure child-seen in (yes, no)", Code::rule_type, "child-seen", "asks for one of several", "is yes"},
        {"ensure risk includes (red)", Code::rule_type, "risk", "only a list includes something", "write: risk is"},
        {"ensure attended includes risk", Code::rule_type, "risk", "cannot be included in a list of agencies"},
        {"ensure attended includes factors", Code::rule_type, "factors", "cannot be included"},
        {"ensure factors includes any of attended", Code::rule_type, "attended", "cannot be included"},
        {"ensure factors includes risk", Code::rule_type, "risk", "cannot be included"},
        {"ensure attended includes (5)", Code::rule_type, "5", "is a list of agencies"},
        {"ensure age < 5", Code::rule_type, "5", "'5' needs a unit: hours, days, working days"},
        {"ensure age is red", Code::rule_type, "red", "an age is a length of time, and 'red' is a word"},
        {"ensure age > 2024-01-01", Code::rule_type, "2024-01-01", "an age is a length of time"},
        {"ensure age > 5 working days", Code::rule_type, "5 working days", "an age is counted in"},
        {"ensure age > 5 hours", Code::rule_type, "5 hours", "an age is counted in"},
        {"ensure time since visit > 5", Code::rule_type, "5", "needs a unit"},
        {"ensure time since risk > 5 days", Code::rule_type, "risk", "expected a date, and 'risk' is one of"},
        {"ensure count of visit > 5 days", Code::rule_type, "5 days",
         "a count is a number, and '5 days' is a length of time"},
        {"ensure count of risk > 5", Code::rule_type, "risk", "steps and lists are counted"},
        {"ensure held-on before risk", Code::rule_type, "risk",
         "expected a date, and 'risk' is one of red, amber or green"},
        {"ensure visits after held-on", Code::rule_type, "visits", "expected a date, and 'visits' is a number"},
        {"must by risk", Code::rule_type, "risk", "expected a date"},
        {"happen by reason", Code::rule_type, "reason", "expected a date, and 'reason' is text"},
        {"happen within 3 days of risk", Code::rule_type, "risk", "expected a date"},
        {"happen within 3 days of screening.outcome", Code::rule_type, "screening.outcome", "expected a date"},
        {"happen within 3 days of plan-action.due or visit", Code::rule_type, "plan-action.due",
         "only steps are joined by 'or'"},
        {"happen within 3 days of the first held-on", Code::rule_type, "held-on", "a first and a latest"},
        {"must matching disability", Code::rule_type, "disability", "a fact of the case"},
        {"must matching due", Code::rule_type, "due", "declared for the events of one step alone", "declare due"},
    })));
}

TEST_CASE("a name stands once in a list") {
    expect(GENERATE(values<Row>({
        {"include police and police", Code::rule_repeated_name, "police", "agency 'police' stands twice"},
        {"include police, gp and CAIU", Code::rule_repeated_name, "CAIU", "agency 'police' stands twice"},
        {"follow visit or visit", Code::rule_repeated_name, "visit", "step 'visit' stands twice"},
        {"happen within 2 days of visit or visit", Code::rule_repeated_name, "visit", "stands twice"},
        {"record risk and risk", Code::rule_repeated_name, "risk", "'risk' stands twice"},
        {"be recorded in niche and niche", Code::rule_repeated_name, "niche", "'niche' stands twice"},
        {"ensure risk in (red, red)", Code::rule_repeated_name, "red", "'red' stands twice"},
        {"ensure attended includes (police, CAIU)", Code::rule_repeated_name, "CAIU", "'CAIU' stands twice"},
        {"ensure between visit and visit", Code::rule_repeated_name, "visit", "stands twice"},
        {"never happen between visit and visit", Code::rule_repeated_name, "visit", "stands twice"},
        {"must within 2 days pausing from visit to visit", Code::rule_repeated_name, "visit", "stands twice"},
    })));
}

TEST_CASE("a demand that nothing can meet is refused") {
    expect({"include at least 3 of (police, gp)", Code::rule_impossible, "at least 3 of (police, gp)", "only 2"});
    expect({"include at least 7 agencies", Code::rule_impossible, "at least 7 agencies", "only 6"});
    CHECK(said("include at least 2 of (police, gp)").empty());
    CHECK(said("include at least 6 agencies").empty());
}

TEST_CASE("an attribute that each beginning step declares for itself has to be named with its step") {
    expect({"happen within 3 days of screening or review-held when outcome is nfa", Code::rule_ambiguous, "outcome",
            "not the same attribute", "write: screening.outcome or review-held.outcome"});
    expect({"happen within 3 days of visit or plan-action when status is open", Code::rule_ambiguous, "status",
            "not the same attribute", "write: plan-action.status"});
    expect({"repeat every 3 days from screening or visit until referral when outcome is nfa", Code::rule_ambiguous,
            "outcome", "not the same attribute", "write: screening.outcome"});
}

TEST_CASE("all that is wrong is told at once") {
    const Diagnostics many = said(
        "happen within 3 days of vist pausing from a1 to b1 matching c1 when risk is purple and x is y unless age < 5");
    REQUIRE(many.found().size() == 7);
    const char* const places[] = {"vist", "a1", "b1", "c1", "purple", "x", "5"};
    for (std::size_t i = 0; i < 7; ++i) CHECK(many.found()[i].where.text() == places[i]);

    CHECK(said("include polcie, zebra and police when outcome is nfa").errors() == 3);
    CHECK(said("ensure attended includes (polcie, zebra) or count of x > 3 days").errors() == 4);
}

TEST_CASE("where the beginning step is not known, its attributes are not blamed") {
    const Diagnostics one = said("happen within 3 days of screning when outcome is nfa");
    CHECK(one.errors() == 1);
    CHECK(one.found().front().where.text() == "screning");
}

TEST_CASE("R20 which events are occurrences of a step cannot depend on its occurrences") {
    const auto where = [](const std::string& text, StepId step) {
        Diagnostics diagnostics;
        const bool right = check_where(read(parse_condition, text), step, pathway.words, diagnostics).has_value();
        CHECK(right == !diagnostics.any_error());
        return diagnostics;
    };
    for (const std::string text : {"visit happened", "count of visit > 1", "time since visit > 1 day",
                                   "visit.risk is red", "between visit and referral", "between referral and visit"}) {
        const Diagnostics found = where(text, pathway.visit);
        REQUIRE(found.errors() == 1);
        CHECK(found.found().front().code == Code::rule_circular);
        CHECK(found.found().front().where.text().starts_with("visit"));
        CHECK(where(text, pathway.screening).empty());
    }
    CHECK(said("repeat every 2 days from referral until screening where count of visit > 1", pathway.visit).empty());
    CHECK(where("outcome is nfa", pathway.visit).errors() == 1);
}

TEST_CASE("R17 a condition that is always or never so is warned of, and only such a one") {
    const auto [text, warned] = GENERATE(table<std::string, std::string>({
        {"risk in (red, amber, green)", "these are all the values"},
        {"risk is red and not risk is red", "never so"},
        {"risk is red and risk is not red", "never so"},
        {"risk is red and risk is amber", "never so"},
        {"visits is 3 and visits is 4", "never so"},
        {"visit happened and not visit happened", "never so"},
        {"risk is recorded and risk is missing", "never so"},
        {"visits > 5 and visits < 5", "never so"},
        {"age >= 10 years and age < 5 years", "never so"},
        {"age < 5 years and age > 5 years", "never so"},
        {"held-on > 2024-02-01 and held-on < 2024-01-01", "never so"},
        {"risk is red or risk is not red", "always so"},
        {"age < 5 years or age >= 5 years", "always so"},
        {"risk is recorded or risk is not recorded", "always so"},
        {"(risk is red and child-seen is yes) or not (risk is red and child-seen is yes)", "always so"},
        {"count of visit >= 0", "always so"},
        {"count of visit < 0", "never so"},
        {"time since visit < 0 days", "never so"},
        {"held-on before held-on", "never so"},
        {"risk in (red, amber)", ""},
        {"risk is red and child-seen is yes", ""},
        {"risk is red or risk is amber", ""},
        {"age < 0 days", ""},  // an unborn child
        {"age >= 0 years", ""},
        {"count of visit is 0", ""},
        {"count of visit > 0", ""},
        {"visits >= 5 and visits <= 5", ""},
        {"visits > 3 and visits < 5", ""},
        {"age >= 12 months and age < 5 years", ""},
        {"visits > 5 or visits < 3", ""},
        {"risk is red and screening.risk is amber", ""},
        {"attended includes (police) and attended includes (gp)", ""},
        {"held-on before decided", ""},
    }));
    CAPTURE(text);
    const Diagnostics found = said("ensure " + text);
    CHECK_FALSE(found.any_error());
    REQUIRE(found.found().size() == (warned.empty() ? 0 : 1));
    if (warned.empty()) return;
    CHECK(found.found().front().code == Code::rule_always);
    CHECK_THAT(found.found().front().message, Contains(warned));
}

TEST_CASE("a word that is both a value and an attribute is the attribute") {
    Vocabulary words;
    const StepId step = words.add_step("visit", "");
    words.add_fact({.name = "seen", .type = {Type::Kind::many_of, {"seen", "other"}}, .step = {}});
    Diagnostics diagnostics;
    const auto checked = check(read(parse_sentence, "ensure seen includes seen"), step, words, diagnostics);
    REQUIRE(checked);
    CHECK(std::get<typed::Includes>(std::get<typed::Ensure>(*checked).condition.test).other);
}

}  // namespace
}  // namespace csapath::rules
