// SPDX-License-Identifier: MIT
#include "rules/language/attribute_question.hpp"

#include <limits>
#include <string>
#include <vector>

#include "tests/support/catch.hpp"
#include "tests/support/program.hpp"

namespace csapath::rules {
namespace {

using tests::program;
using typed::Constant;
using typed::Relation;

const tests::SmallPathway& pathway = tests::small_pathway();
constexpr Truth yes = Truth::yes, no = Truth::no, unknown = Truth::unknown;
constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min(),
                       most = std::numeric_limits<std::int64_t>::max();

Constant number(std::int64_t written) {
    Constant constant;
    constant.number = written;
    return constant;
}
AttributeQuestion against(Relation relation, std::int64_t bound) {
    return AttributeQuestion(typed::Path{}, relation, number(bound), Options{});
}

}  // namespace

TEST_CASE("a number stands below, at or above what it is compared with") {
    // One row a relation: what is said of one less, the same and one more.
    auto [relation, below, same, above] = GENERATE(table<Relation, Truth, Truth, Truth>({
        {Relation::is, no, yes, no},
        {Relation::is_not, yes, no, yes},
        {Relation::less, yes, no, no},
        {Relation::less_or_equal, yes, yes, no},
        {Relation::greater, no, no, yes},
        {Relation::greater_or_equal, no, yes, yes},
    }));
    CAPTURE(static_cast<int>(relation));
    for (const std::int64_t bound : {std::int64_t{-3}, std::int64_t{0}, std::int64_t{41}, most - 1, least + 1}) {
        CAPTURE(bound);
        const AttributeQuestion question = against(relation, bound);
        CHECK(question.answer(Value::of_number(bound - 1)) == below);
        CHECK(question.answer(Value::of_number(bound)) == same);
        CHECK(question.answer(Value::of_number(bound + 1)) == above);
    }
    // Nothing lies below the least number, or above the most.
    CHECK(against(relation, least).answer(Value::of_number(least)) == same);
    CHECK(against(relation, least).answer(Value::of_number(least + 1)) == above);
    CHECK(against(relation, most).answer(Value::of_number(most)) == same);
    CHECK(against(relation, most).answer(Value::of_number(most - 1)) == below);
}

TEST_CASE("a missing value is never an answer, but to whether it is recorded") {
    Value spoiled;
    spoiled.spoiled = true;
    for (const Relation relation : {Relation::is, Relation::is_not, Relation::less, Relation::greater_or_equal}) {
        CHECK(against(relation, 0).answer(Value{}) == unknown);
        CHECK(against(relation, 0).answer(spoiled) == unknown);
    }
    const AttributeQuestion recorded{typed::Recorded{}};
    CHECK(recorded.answer(Value{}) == no);
    CHECK(recorded.answer(spoiled) == unknown);
    CHECK(recorded.answer(Value::of_yes_no(false)) == yes);
}

TEST_CASE("a condition that is one test of one attribute is its only question") {
    auto [condition, answer_to_no] = GENERATE(table<std::string, Truth>({
        {"child-seen is yes", no},
        {"child-seen is not yes", yes},
        {"child-seen is recorded", yes},
        {"screening.child-seen is no", yes},
    }));
    CAPTURE(condition);
    const Program made = program(condition);
    REQUIRE(made.only_question() != nullptr);
    CHECK(made.only_question()->path().fact == pathway.child_seen);
    CHECK(made.only_question()->answer(Value::of_yes_no(false)) == answer_to_no);
}

TEST_CASE("a condition that asks for more has no only question") {
    const std::string condition = GENERATE(as<std::string>{}, "child-seen is yes and risk is red",
                                           "not child-seen is yes", "child-seen is missing", "age < 5 years",
                                           "visit happened", "count of visit > 2", "count of attended > 2");
    CAPTURE(condition);
    CHECK(program(condition).only_question() == nullptr);
}

}  // namespace csapath::rules
