// SPDX-License-Identifier: MIT
#include "rules/language/clause.hpp"

#include <string>
#include <vector>

#include "tests/support/catch.hpp"
#include "tests/support/program.hpp"

namespace csapath::rules {
namespace {

using tests::answer;
using tests::FixedAnswers;
using From = typed::Path::From;

const tests::SmallPathway& pathway = tests::small_pathway();
constexpr Truth yes = Truth::yes, no = Truth::no, unknown = Truth::unknown;

Value option(std::uint32_t number) {
    return Value::of_option(number);
}
Value options(std::initializer_list<std::size_t> all, bool partial = false) {
    Options made;
    for (const std::size_t each : all) made.add(each);
    Value value = Value::of_options(made);
    value.partial = partial;
    return value;
}
Value moment(int day, int hours = -1) {
    Moment at;
    at.day = Date{day};
    if (hours >= 0) at.time = hours * hour;
    return Value::of_moment(at);
}
Value spoiled() {
    Value value;
    value.spoiled = true;
    return value;
}

struct Row {
    std::string text;
    Value value;
    Truth expected;
};

/// Asks each row of the attribute that it begins with.
void ask(FactId fact, const std::vector<Row>& rows) {
    for (const Row& row : rows) {
        CAPTURE(row.text);
        FixedAnswers answers;
        answers.set(fact, row.value);
        CHECK(answer(row.text, answers) == row.expected);
    }
}

TEST_CASE("a value of an enumeration is the one written, or it is not") {
    const std::uint32_t red = 0, amber = 1;
    ask(pathway.risk, {{"risk is red", option(red), yes},
                       {"risk is red", option(amber), no},
                       {"risk is not red", option(red), no},
                       {"risk is not red", option(amber), yes},
                       {"risk in (red, green)", option(red), yes},
                       {"risk in (red, green)", option(amber), no},
                       {"not risk in (red, green)", option(amber), yes}});
}

TEST_CASE("numbers and yes-no are compared") {
    ask(pathway.visits, {{"visits is 3", Value::of_number(3), yes},
                         {"visits is 3", Value::of_number(4), no},
                         {"visits < 3", Value::of_number(2), yes},
                         {"visits < 3", Value::of_number(3), no},
                         {"visits <= 3", Value::of_number(3), yes},
                         {"visits <= 3", Value::of_number(4), no},
                         {"visits > 3", Value::of_number(4), yes},
                         {"visits > 3", Value::of_number(3), no},
                         {"visits >= 3", Value::of_number(3), yes},
                         {"visits >= 3", Value::of_number(2), no},
                         {"visits >= 3", Value::of_number(-5), no},
                         {"visits in (1, 3)", Value::of_number(3), yes},
                         {"visits in (1, 3)", Value::of_number(2), no}});
    ask(pathway.child_seen, {{"child-seen is yes", Value::of_yes_no(true), yes},
                             {"child-seen is yes", Value::of_yes_no(false), no},
                             {"child-seen is no", Value::of_yes_no(false), yes},
                             {"child-seen is not yes", Value::of_yes_no(false), yes}});
}

TEST_CASE("text is the same, letter by letter") {
    ask(pathway.reason, {{"reason is delay", Value::of_text("delay"), yes},
                         {"reason is delay", Value::of_text("Delay"), no},
                         {"reason is \"a delay\"", Value::of_text("a delay"), yes},
                         {"reason is \"\"", Value::of_text(""), yes},
                         {"reason in (a, \"b c\")", Value::of_text("b c"), yes}});
}

TEST_CASE("a date or a moment is compared with a written date by days") {
    // 1970-01-03 is day 2.
    ask(pathway.held_on, {{"held-on is 1970-01-03", moment(2), yes},
                          {"held-on is 1970-01-03", moment(3), no},
                          {"held-on < 1970-01-03", moment(1), yes},
                          {"held-on < 1970-01-03", moment(2), no},
                          {"held-on before 1970-01-03", moment(1), yes},
                          {"held-on <= 1970-01-03", moment(2), yes},
                          {"held-on > 1970-01-03", moment(3), yes},
                          {"held-on after 1970-01-03", moment(2), no},
                          {"held-on >= 1970-01-03", moment(2), yes}});
    ask(pathway.decided, {{"decided is 1970-01-03", moment(2, 23), yes},
                          {"decided < 1970-01-03", moment(1, 23), yes},
                          {"decided <= 1970-01-03", moment(2, 23), yes},
                          {"decided > 1970-01-03", moment(2, 23), no}});
}

TEST_CASE("a group of agencies is satisfied by any member, and a member by no group") {
    ask(pathway.lead, {{"lead is police", option(pathway.police), yes},
                       {"lead is health", option(pathway.health), yes},
                       {"lead is health", option(pathway.gp), yes},
                       {"lead is not health", option(pathway.gp), no},
                       {"lead is gp", option(pathway.health), no},
                       {"lead is health", option(pathway.police), no},
                       {"lead in (police, health)", option(pathway.health_visitor), yes},
                       {"lead in (police, gp)", option(pathway.health_visitor), no}});
}

TEST_CASE("a list includes all, or any, of what is named") {
    const auto police = pathway.police, gp = pathway.gp, health = pathway.health, school = pathway.school;
    ask(fact_attended, {
                           {"attended includes (police, gp)", options({police, gp, school}), yes},
                           {"attended includes (police, gp)", options({police}), no},
                           {"attended includes all of (police, gp)", options({police}), no},
                           {"attended includes any of (police, gp)", options({police}), yes},
                           {"attended includes any of (police, gp)", options({school}), no},
                           {"attended includes police", options({police}), yes},
                           {"attended includes (health)", options({gp}), yes},
                           {"attended includes (gp)", options({health}), no},
                           {"attended includes any of (police, health)", options({gp}), yes},
                           {"attended includes (police)", options({}), no},  // nobody attended: that is definite
                           {"attended includes any of (police)", options({}), no},
                           // A name in the list that nobody knows could be anybody.
                           {"attended includes (police)", options({school}, true), unknown},
                           {"attended includes (police)", options({police}, true), yes},
                           {"attended includes (police, gp)", options({police}, true), unknown},
                           {"attended includes any of (police, gp)", options({police}, true), yes},
                           {"attended includes any of (police, gp)", options({}, true), unknown},
                           {"not attended includes (police)", options({school}, true), unknown},
                       });
    ask(pathway.factors, {{"factors includes (neglect, \"sexual abuse\")", options({0, 2}), yes},
                          {"factors includes (neglect, \"sexual abuse\")", options({0}), no},
                          {"factors includes any of (neglect, cse)", options({1}), yes}});
}

TEST_CASE("a list includes another list") {
    const auto police = pathway.police, gp = pathway.gp, health = pathway.health, school = pathway.school;
    const auto [attended, invited, all, any] = GENERATE_COPY(table<Value, Value, Truth, Truth>({
        {options({police, gp}), options({police}), yes, yes},
        {options({police}), options({police, gp}), no, yes},
        {options({school}), options({police, gp}), no, no},
        {options({gp}), options({health}), yes, yes},  // the group was invited, and one of it came
        {options({health}), options({gp}), no, no},
        {options({police}), options({}), yes, no},
        {options({}), options({police}), no, no},
        {options({school}, true), options({police}), unknown, unknown},
        {options({police}, true), options({police}), yes, yes},
        {options({police}), options({police}, true), unknown, yes},
        {options({police}), options({gp}, true), no, unknown},
        {options({police}), options({}, true), unknown, unknown},
        {Value{}, options({police}), unknown, unknown},
        {options({police}), Value{}, unknown, unknown},
        {options({police}), options({gp, police}), no, yes},
    }));
    FixedAnswers answers;
    answers.set(fact_attended, attended);
    answers.set(fact_invited, invited);
    CHECK(answer("attended includes all of invited", answers) == all);
    CHECK(answer("attended includes invited", answers) == all);
    CHECK(answer("attended includes any of invited", answers) == any);
}

TEST_CASE("a list includes the one thing that another attribute names") {
    FixedAnswers answers;
    answers.set(fact_attended, options({pathway.gp}));
    answers.set(pathway.lead, option(pathway.health));
    CHECK(answer("attended includes lead", answers) == yes);
    answers.set(pathway.lead, option(pathway.police));
    CHECK(answer("attended includes lead", answers) == no);
    answers.set(pathway.lead, Value{});
    CHECK(answer("attended includes lead", answers) == unknown);
}

TEST_CASE("two facts are ordered by day, and on one day by their times") {
    struct Two {
        std::string left, right;
        Value first, next;
        Truth before, after;
    };
    const auto [left, right, first, next, before, after] = GENERATE(values<Two>({
        {"held-on", "decided", moment(1), moment(2), yes, no},
        {"held-on", "decided", moment(2), moment(1), no, yes},
        {"held-on", "decided", moment(1, 20), moment(2, 3), yes, no},
        {"decided", "at", moment(2, 9), moment(2, 10), yes, no},
        {"decided", "at", moment(2, 10), moment(2, 9), no, yes},
        {"decided", "at", moment(2, 9), moment(2, 9), no, no},
        {"decided", "at", moment(2, 9), moment(2), unknown, unknown},
        {"decided", "at", moment(2), moment(2), unknown, unknown},
        {"held-on", "decided", moment(2), moment(2, 9), unknown, unknown},
        {"held-on", "case.date-of-birth", moment(2), moment(2), no, no},  // dates both: the same
        {"held-on", "case.date-of-birth", moment(3), moment(2), no, yes},
        {"decided", "at", Value{}, moment(2), unknown, unknown},
        {"decided", "at", moment(2), Value{}, unknown, unknown},
    }));
    FixedAnswers answers;
    const auto put = [&answers](const std::string& name, Value value) {
        if (name == "held-on") answers.set(pathway.held_on, value);
        if (name == "decided") answers.set(pathway.decided, value);
        if (name == "at") answers.set(fact_at, value);
        if (name == "case.date-of-birth") answers.set({From::the_case, 0, fact_date_of_birth, {}}, value);
    };
    put(left, first);
    put(right, next);
    CAPTURE(left, right);
    CHECK(answer(left + " before " + right, answers) == before);
    CHECK(answer(left + " after " + right, answers) == after);
}

TEST_CASE("R18 a missing value makes every test unknown but those that ask whether it is recorded") {
    FixedAnswers nothing;
    for (const std::string text : {"risk is red",
                                   "risk is not red",
                                   "risk in (red, amber)",
                                   "visits is 3",
                                   "visits < 3",
                                   "visits <= 3",
                                   "visits > 3",
                                   "visits >= 3",
                                   "reason is a",
                                   "child-seen is yes",
                                   "child-seen is not yes",
                                   "held-on is 2024-01-01",
                                   "held-on < 2024-01-01",
                                   "lead is police",
                                   "about is visit",
                                   "attended includes (police)",
                                   "attended includes any of (police, gp)",
                                   "factors includes (neglect)",
                                   "attended includes invited",
                                   "count of attended is 0",
                                   "count of factors > 1",
                                   "held-on before decided",
                                   "held-on after decided",
                                   "age < 5 years",
                                   "age is 5 years",
                                   "age is not 5 years",
                                   "time since visit > 1 day",
                                   "time since held-on < 1 day",
                                   "visit happened",
                                   "visit ever happened",
                                   "between visit and referral"}) {
        CAPTURE(text);
        CHECK(answer(text, nothing) == unknown);
        CHECK(answer("not (" + text + ")", nothing) == unknown);
    }
    CHECK(answer("risk is recorded", nothing) == no);
    CHECK(answer("risk is missing", nothing) == yes);
    CHECK(answer("risk is not recorded", nothing) == yes);
    CHECK(answer("risk is not missing", nothing) == no);
}

TEST_CASE("what is recorded, and what is recorded so that nobody can use it") {
    ask(pathway.risk, {{"risk is recorded", option(0), yes},
                       {"risk is missing", option(0), no},
                       {"risk is recorded", spoiled(), unknown},
                       {"risk is missing", spoiled(), unknown},
                       {"risk is red", spoiled(), unknown}});
    ask(fact_attended, {{"attended is recorded", options({}), yes},
                        {"attended is recorded", options({}, true), yes},
                        {"attended is recorded", Value{}, no}});
}

TEST_CASE("R19 counts that are not certain are compared as far as they are known") {
    const auto [least, most, text, expected] = GENERATE(table<int, int, std::string, Truth>({
        {2, 2, "count of visit is 2", yes},         {2, 2, "count of visit is 3", no},
        {2, 3, "count of visit is 2", unknown},     {2, 3, "count of visit is 4", no},
        {2, 3, "count of visit is 1", no},          {2, 3, "count of visit is not 4", yes},
        {2, 3, "count of visit is not 3", unknown}, {2, 3, "count of visit >= 2", yes},
        {2, 3, "count of visit >= 3", unknown},     {2, 3, "count of visit >= 4", no},
        {2, 3, "count of visit > 1", yes},          {2, 3, "count of visit > 2", unknown},
        {2, 3, "count of visit > 3", no},           {2, 3, "count of visit < 4", yes},
        {2, 3, "count of visit < 3", unknown},      {2, 3, "count of visit < 2", no},
        {2, 3, "count of visit <= 3", yes},         {2, 3, "count of visit <= 2", unknown},
        {2, 3, "count of visit <= 1", no},          {0, 1, "count of visit is 0", unknown},
        {0, 0, "count of visit is 0", yes},
    }));
    CAPTURE(text, least, most);
    FixedAnswers answers;
    answers.counts[pathway.visit] = {least, most};
    CHECK(answer(text, answers) == expected);
}

TEST_CASE("a list is counted, a group beside its member once, and an unknown name as perhaps one more") {
    const auto police = pathway.police, gp = pathway.gp, health = pathway.health, visitor = pathway.health_visitor;
    ask(fact_attended, {
                           {"count of attended is 2", options({police, gp}), yes},
                           {"count of attended is 0", options({}), yes},
                           {"count of attended is 2", options({police, gp, health}), yes},
                           {"count of attended is 2", options({visitor, gp, health}), yes},
                           {"count of attended is 2", options({police, health}), yes},
                           {"count of attended >= 2", options({police, gp}, true), yes},
                           {"count of attended >= 3", options({police, gp}, true), unknown},
                           {"count of attended < 2", options({police, gp}, true), no},
                           {"count of attended is 0", options({}, true), unknown},
                           {"count of attended is 1", options({police, gp}, true), no},
                       });
    ask(pathway.factors, {{"count of factors is 2", options({0, 1}), yes}});
}

TEST_CASE("ages and times passed stand to a length of time, or are not known") {
    FixedAnswers answers;
    answers.age_in_days = 5 * 365;
    answers.days_since_step[pathway.visit] = 10;
    answers.days_since_date[pathway.held_on] = 3;
    const auto [text, expected] = GENERATE(table<std::string, Truth>({
        {"age is 5 years", yes},
        {"age is not 5 years", no},
        {"age < 5 years", no},
        {"age <= 5 years", yes},
        {"age > 5 years", no},
        {"age >= 5 years", yes},
        {"age < 6 years", yes},
        {"age > 59 months", yes},
        {"time since visit is 10 days", yes},
        {"time since visit > 9 days", yes},
        {"time since visit < 2 weeks", yes},
        {"time since held-on >= 4 days", no},
        {"time since referral > 1 day", unknown},
    }));
    CAPTURE(text);
    CHECK(answer(text, answers) == expected);
}

TEST_CASE("an unborn child is younger than nothing") {
    FixedAnswers answers;
    answers.age_in_days = -20;
    CHECK(answer("age < 0 days", answers) == yes);
    CHECK(answer("age >= 0 days", answers) == no);
    CHECK(answer("age < 5 years", answers) == yes);
    answers.age_in_days = 0;
    CHECK(answer("age < 0 days", answers) == no);
}

TEST_CASE("happened and between are asked as they are written") {
    FixedAnswers answers;
    answers.happenings = {{pathway.visit, no}, {pathway.referral, yes}};
    answers.ever = {{pathway.visit, yes}};
    answers.days_since_step = {{pathway.referral, 10}};
    answers.betweens = {{{pathway.visit, pathway.referral}, yes}, {{pathway.referral, pathway.visit}, no}};
    CHECK(answer("visit happened", answers) == no);
    CHECK(answer("visit ever happened", answers) == yes);
    CHECK(answer("referral happened", answers) == yes);
    CHECK(answer("referral happened within 10 days", answers) == yes);
    CHECK(answer("referral happened within 9 days", answers) == no);
    CHECK(answer("between visit and referral", answers) == yes);
    CHECK(answer("between referral and visit", answers) == no);
}

TEST_CASE("an attribute is asked for where it is read from") {
    FixedAnswers answers;
    answers.set(pathway.risk, option(0));
    answers.set({From::step, pathway.screening, pathway.risk, {}}, option(1));
    answers.set({From::the_case, 0, pathway.disability, {}}, Value::of_yes_no(true));
    CHECK(answer("risk is red", answers) == yes);
    CHECK(answer("screening.risk is amber", answers) == yes);
    CHECK(answer("visit.risk is red", answers) == unknown);
    CHECK(answer("disability is yes", answers) == yes);
    CHECK(answer("case.disability is yes", answers) == yes);
}

}  // namespace
}  // namespace csapath::rules
