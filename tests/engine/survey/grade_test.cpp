// SPDX-License-Identifier: MIT
#include "engine/survey/grade.hpp"

#include "tests/support/catch.hpp"

namespace csapath::engine {
namespace {

using Sort = IndicativeGrade::Sort;

/// Good: no high and at most two medium. Fair: at most one high. Poor: the rest.
Grading three_grades() {
    Grading grading;
    grading.decided = 4;
    grading.share = 50;
    grading.grades = {
        {.id = "good", .at_most = {{{}, 2, 0}}}, {.id = "fair", .at_most = {{{}, {}, 1}}}, {.id = "poor"}};
    return grading;
}

GradeTally tally(std::uint32_t high, std::uint32_t medium, std::uint32_t low, std::uint32_t decided = 10,
                 std::uint32_t hidden = 0) {
    GradeTally made;
    made.findings = {low, medium, high};
    made.decided = decided;
    made.hidden = hidden;
    return made;
}

constexpr IndicativeGrade good{Sort::given, 0}, fair{Sort::given, 1}, poor{Sort::given, 2};

}  // namespace

TEST_CASE("a case has the first grade of which it goes beyond nothing") {
    const auto [high, medium, low, grade] = GENERATE(table<unsigned, unsigned, unsigned, IndicativeGrade>({
        {0, 0, 0, good},
        {0, 2, 99, good},
        {0, 3, 0, fair},
        {1, 0, 0, fair},
        {1, 99, 99, fair},
        {2, 0, 0, poor},
    }));
    CAPTURE(high, medium, low);
    CHECK(graded(tally(high, medium, low), three_grades()) == grade);
}

TEST_CASE("no grade is told where too little is visible, but the last where no other is left") {
    CHECK(graded(tally(0, 0, 0, 3), three_grades()).sort == Sort::cannot_tell);     // four are needed
    CHECK(graded(tally(0, 0, 0, 4, 4), three_grades()) == good);                    // half, which is enough
    CHECK(graded(tally(0, 0, 0, 4, 5), three_grades()).sort == Sort::cannot_tell);  // less than half
    CHECK(graded(tally(1, 0, 0, 4, 5), three_grades()).sort == Sort::cannot_tell);  // fair, or worse
    CHECK(graded(tally(2, 0, 0, 2, 1'000), three_grades()) == poor);
}

TEST_CASE("a case of which nothing was asked has no grade, and one that only waits cannot be told") {
    CHECK(graded({}, three_grades()).sort == Sort::nothing_asked);
    GradeTally waiting;
    waiting.add(Verdict::pending);
    waiting.add(Verdict::excused);
    CHECK(graded(waiting, three_grades()).sort == Sort::cannot_tell);
}

TEST_CASE("verdicts are told apart by what is known") {
    GradeTally all;
    for (std::size_t verdict = 0; verdict < verdicts; ++verdict) all.add(static_cast<Verdict>(verdict));
    CHECK(all.decided == 5);  // met, late, overdue, missed, failed
    CHECK(all.hidden == 2);   // undetermined, not visible
    CHECK(all.waiting == 2);  // pending, excused
}

}  // namespace csapath::engine
