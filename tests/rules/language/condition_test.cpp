// SPDX-License-Identifier: MIT
#include "rules/language/condition.hpp"

#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "tests/support/catch.hpp"
#include "tests/support/program.hpp"

namespace csapath::rules {
namespace {

using tests::answer;
using tests::FixedAnswers;
using tests::program;
using From = typed::Path::From;

const tests::SmallPathway& pathway = tests::small_pathway();
constexpr Truth yes = Truth::yes, no = Truth::no, unknown = Truth::unknown;

Value as_value(Truth truth) {
    return truth == unknown ? Value{} : Value::of_yes_no(truth == yes);
}
/// Three conditions that come out as wanted: yes-no attributes of three steps.
FixedAnswers three(Truth a, Truth b, Truth c) {
    FixedAnswers answers;
    answers.set({From::step, pathway.referral, pathway.child_seen, {}}, as_value(a));
    answers.set({From::step, pathway.screening, pathway.child_seen, {}}, as_value(b));
    answers.set({From::step, pathway.visit, pathway.child_seen, {}}, as_value(c));
    return answers;
}
const std::string a_is = "referral.child-seen is yes", b_is = "screening.child-seen is yes",
                  c_is = "visit.child-seen is yes";

TEST_CASE("and, or and not follow Kleene, with whatever is unknown") {
    // Kleene's strong tables, written out: and is the least, or the most, of no < unknown < yes.
    const auto least = [](Truth a, Truth b) { return a == no || b == no ? no : a == yes && b == yes ? yes : unknown; };
    const auto most = [](Truth a, Truth b) { return a == yes || b == yes ? yes : a == no && b == no ? no : unknown; };
    const auto opposite = [](Truth a) { return a == yes ? no : a == no ? yes : unknown; };
    for (const Truth a : {no, unknown, yes}) {
        for (const Truth b : {no, unknown, yes}) {
            for (const Truth c : {no, unknown, yes}) {
                const FixedAnswers answers = three(a, b, c);
                CHECK(answer(a_is + " and " + b_is + " and " + c_is, answers) == least(a, least(b, c)));
                CHECK(answer(a_is + " or " + b_is + " or " + c_is, answers) == most(a, most(b, c)));
                CHECK(answer("(" + a_is + " or " + b_is + ") and " + c_is, answers) == least(most(a, b), c));
                CHECK(answer(a_is + " or (" + b_is + " and " + c_is + ")", answers) == most(a, least(b, c)));
                CHECK(answer("not (" + a_is + " and not " + b_is + ") or not not " + c_is, answers) ==
                      most(opposite(least(a, opposite(b))), c));
                CHECK(answer("(" + a_is + " and " + b_is + ") or (" + b_is + " and " + c_is + ") or (" + a_is +
                                 " and " + c_is + ")",
                             answers) == most(least(a, b), most(least(b, c), least(a, c))));
            }
        }
    }
}

TEST_CASE("no more is asked than is needed to decide") {
    const auto asked = [](const std::string& text, Truth a, Truth b, Truth c) {
        const FixedAnswers answers = three(a, b, c);
        answer(text, answers);
        return answers.asked;
    };
    const std::string all = a_is + " and " + b_is + " and " + c_is, any = a_is + " or " + b_is + " or " + c_is;
    CHECK(asked(all, no, yes, yes) == 1);
    CHECK(asked(all, unknown, no, yes) == 2);  // unknown does not decide, for a no would
    CHECK(asked(all, yes, yes, yes) == 3);
    CHECK(asked(any, yes, no, no) == 1);
    CHECK(asked(any, unknown, yes, no) == 2);
    CHECK(asked("(" + a_is + " or " + b_is + ") and " + c_is, no, no, yes) == 2);
    CHECK(asked("(" + a_is + " or " + b_is + ") and " + c_is, yes, no, yes) == 2);
    CHECK(asked("(" + all + ") or " + c_is, no, yes, yes) == 2);
}

TEST_CASE("conditions as deep as the language allows run") {
    std::string text = a_is;
    for (int i = 0; i < deepest_nesting; ++i) text = "(" + b_is + " or " + c_is + " and " + text + ")";
    Diagnostics diagnostics;
    const auto parsed = parse_condition(whole(tests::kept(text)), diagnostics);
    REQUIRE(parsed);
    const auto checked = check(ast::Sentence{ast::Ensure{*parsed, {}}, {}}, pathway.visit, pathway.words, diagnostics);
    REQUIRE(checked);
    const Program deep{std::get<typed::Ensure>(*checked).condition, pathway.words};
    CHECK(deep.evaluate(three(yes, no, yes)) == yes);
    CHECK(deep.evaluate(three(no, no, yes)) == no);
    CHECK(deep.evaluate(three(unknown, no, yes)) == unknown);
    CHECK(deep.why(three(no, no, yes)).size() == deepest_nesting + 1);
}

TEST_CASE("a condition nested deeper than any text can be is our own mistake") {
    typed::Condition condition{typed::Happened{pathway.visit, false, {}}, {}};
    for (int i = 0; i < 200; ++i) {
        typed::All all;
        all.parts.push_back(std::move(condition));
        condition = {std::move(all), {}};
    }
    CHECK_THROWS_AS((Program{condition, pathway.words}), std::length_error);
}

TEST_CASE("what a condition looks at is known before a case is seen") {
    const Program all = program(
        "risk is red and (screening.outcome is nfa or risk is recorded) and attended includes invited and not held-on "
        "before "
        "decided and visit happened and between visit and referral and count of review-held > 1 and time since "
        "referral > 1 day "
        "and case.area in (a, b) and count of factors > 1 and time since case.date-of-birth > 1 year");
    const std::vector<typed::Path> attributes{
        {From::event, 0, pathway.risk, {}},          {From::step, pathway.screening, pathway.screening_outcome, {}},
        {From::event, 0, fact_attended, {}},         {From::event, 0, fact_invited, {}},
        {From::event, 0, pathway.held_on, {}},       {From::event, 0, pathway.decided, {}},
        {From::the_case, 0, fact_area, {}},          {From::event, 0, pathway.factors, {}},
        {From::the_case, 0, fact_date_of_birth, {}},
    };
    CHECK(all.needs().attributes == attributes);
    CHECK(all.needs().steps == std::vector{pathway.visit, pathway.referral, pathway.review_held});
    CHECK_FALSE(all.needs().age);
    CHECK(program("age < 5 years").needs().age);
}

TEST_CASE("a program that was copied or moved answers the same") {
    const FixedAnswers answers = three(yes, no, unknown);
    Program first = program(a_is + " and (" + b_is + " or not " + c_is + ")");
    const Program copy = first;
    const Program moved = std::move(first);
    CHECK(copy.evaluate(answers) == unknown);
    CHECK(moved.evaluate(answers) == unknown);
    CHECK(copy.why(answers) == moved.why(answers));
}

}  // namespace
}  // namespace csapath::rules
