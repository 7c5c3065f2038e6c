// SPDX-License-Identifier: MIT
#include "rules/language/implication.hpp"

#include <string>
#include <tuple>

#include "tests/support/catch.hpp"
#include "tests/support/program.hpp"

namespace csapath::rules {
namespace {

const tests::SmallPathway& pathway = tests::small_pathway();

/// Whether a condition is never truer than another: "yes", "no: risk was amber", "cannot be decided".
std::string held(const std::string& left, const std::string& right) {
    const auto condition = [](const std::string& text) {
        return text == "always" ? always() : text == "never" ? never() : tests::program(text).condition();
    };
    const Implication found = implies(condition(left), condition(right), pathway.words);
    if (found.holds == Truth::unknown) return "cannot be decided";
    std::string lines;
    for (const std::string& line : found.where_not) lines += (lines.empty() ? "" : "; ") + line;
    return found.holds == Truth::yes ? "yes" : "no: " + lines;
}

std::string word(const std::string& held) {
    return held.substr(0, held.find(':'));
}

TEST_CASE("whether one condition holds wherever another does is decided by what they mean") {
    const auto [left, right, forth, back] = GENERATE(table<std::string, std::string, std::string, std::string>({
        // one-of: the values are red, amber and green
        {"risk is red", "risk in (red, amber)", "yes", "no"},
        {"risk in (red, amber)", "risk is not green", "yes", "yes"},
        {"risk in (red, amber)", "not risk is green", "yes", "yes"},
        {"risk is red", "risk is green", "no", "no"},
        // what is not recorded is unknown, which is less than yes and more than no
        {"risk in (red, amber, green)", "always", "yes", "no"},
        {"never", "risk is red", "yes", "no"},
        {"risk is recorded", "risk in (red, amber, green)", "yes", "no"},
        {"risk is red", "risk is recorded", "no", "no"},
        {"risk is recorded and risk is red", "risk is red", "yes", "no"},
        // yes-no
        {"child-seen is yes", "child-seen is not no", "yes", "yes"},
        {"child-seen is yes", "child-seen is no", "no", "no"},
        // numbers
        {"visits > 3", "visits > 2", "yes", "no"},
        {"visits > 3", "visits >= 4", "yes", "yes"},
        {"visits is 3", "visits >= 3", "yes", "no"},
        {"visits > 1 and visits < 5", "visits in (2, 3, 4)", "yes", "yes"},
        // ages and times: a month is 28 to 31 days, so months and days cannot be held against each other
        {"age < 5 years", "age < 6 years", "yes", "no"},
        {"age < 5 years", "age < 60 months", "yes", "yes"},
        {"age < 5 years", "not age >= 5 years", "yes", "yes"},
        {"age <= 14 days", "age <= 2 weeks", "yes", "yes"},
        {"age < 1 month", "age < 40 days", "cannot be decided", "cannot be decided"},
        {"time since visit > 10 working days", "time since visit > 5 working days", "yes", "no"},
        {"time since visit > 10 working days", "time since visit > 5 days", "cannot be decided", "cannot be decided"},
        // text, agencies, lists
        {"reason is \"a\"", "reason in (\"a\", \"b\")", "yes", "no"},
        {"reason is \"a\"", "reason is \"b\"", "no", "no"},
        {"lead is gp", "lead is health", "yes", "no"},
        {"attended includes (gp)", "attended includes (health)", "yes", "no"},
        {"attended includes all of (gp, police)", "attended includes any of (gp, police)", "yes", "no"},
        {"factors includes (cse)", "factors includes any of (cse, neglect)", "yes", "no"},
        {"attended includes invited", "attended includes invited or risk is red", "yes", "cannot be decided"},
        // counts
        {"count of visit >= 3", "count of visit >= 2", "yes", "no"},
        {"count of attended >= 3", "count of attended > 2", "yes", "yes"},
        {"count of attended >= 3", "count of attended >= 4", "no", "yes"},
        // dates
        {"held-on < 2024-02-29", "held-on <= 2024-02-29", "yes", "no"},
        {"held-on before plan-action.due", "not plan-action.due before held-on", "yes", "no"},  // one day for both
        {"held-on before decided", "not decided before held-on", "yes", "yes"},  // of which one day leaves unknown
        {"held-on before plan-action.due", "plan-action.due after held-on", "yes", "yes"},
        // what happened
        {"visit happened", "visit ever happened", "yes", "no"},
        {"visit happened within 5 days", "visit happened within 1 week", "yes", "no"},
        {"visit happened within 5 days", "visit happened within 5 working days", "no", "no"},
        {"visit happened", "screening happened", "no", "no"},
        {"between screening and visit", "between screening and visit", "yes", "yes"},
        {"between screening and visit", "between visit and screening", "cannot be decided", "cannot be decided"},
        // and, or, not
        {"risk is red and age < 5 years", "risk is red", "yes", "no"},
        {"risk is red", "risk is red or visits > 3", "yes", "no"},
        {"not (risk is red or child-seen is yes)", "not risk is red and not child-seen is yes", "yes", "yes"},
        {"risk is red or (risk is amber and child-seen is yes)",
         "(risk is red or risk is amber) and (risk is red or child-seen is yes)", "yes", "yes"},
    }));
    CAPTURE(left, right);
    CHECK(word(held(left, right)) == forth);
    CHECK(word(held(right, left)) == back);
}

TEST_CASE("a case in which it does not hold is told in plain words") {
    CHECK(held("risk in (red, amber)", "risk is red") == "no: risk was amber");
    CHECK(held("always", "risk is red") == "no: risk was amber, not red");
    CHECK(held("age < 6 years", "age < 5 years") == "no: the age was under 6 years");
}

TEST_CASE("what has too many ways is not decided, and does not take for ever") {
    std::string left, right;
    for (const char* name : {"referral", "screening", "strategy-discussion", "conference-held", "review-held", "visit"})
        for (const char* fact : {"risk", "status", "visits"}) {
            left += (left.empty() ? "" : " or ") + std::string(name) + "." + fact + " is recorded";
            right = std::string(name) + "." + fact + " is recorded" + (right.empty() ? "" : " or ") + right;
        }
    CHECK(held(left, right) == "cannot be decided");
    CHECK(held(left, left) == "yes");  // the same words need no thought
}

TEST_CASE("the largest number has no number above it") {
    CHECK(held("visits is 9223372036854775807", "visits > 3") == "yes");
}

}  // namespace
}  // namespace csapath::rules
