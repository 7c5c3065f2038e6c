// SPDX-License-Identifier: MIT
#include "engine/trials/rule_coverage.hpp"

#include "tests/support/trials.hpp"

using namespace csapath;
using engine::RuleCoverage;
using engine::Verdict;

namespace {

RuleCoverage with(Verdict verdict) {
    RuleCoverage coverage;
    coverage.expected[static_cast<std::size_t>(verdict)] = 1;
    return coverage;
}

}  // namespace

TEST_CASE("every verdict is a finding, silence, or not being able to tell") {
    const auto [verdict, sort] = GENERATE(table<Verdict, std::string>({
        {Verdict::met, "silent"},
        {Verdict::late, "found"},
        {Verdict::overdue, "found"},
        {Verdict::missed, "found"},
        {Verdict::failed, "found"},
        {Verdict::pending, "silent"},
        {Verdict::excused, "silent"},
        {Verdict::undetermined, "untold"},
        {Verdict::not_visible, "untold"},
        {Verdict::not_applicable, "silent"},
    }));
    CAPTURE(engine::name(verdict));
    const RuleCoverage coverage = with(verdict);
    CHECK(coverage.found() == (sort == "found"));
    CHECK(coverage.silent() == (sort == "silent"));
    CHECK(coverage.untold() == (sort == "untold"));
    CHECK_FALSE(coverage.covered());
}

TEST_CASE("a rule is covered where the cases expect all three of it") {
    RuleCoverage coverage = with(Verdict::met);
    ++coverage.expected[static_cast<std::size_t>(Verdict::not_visible)];
    CHECK_FALSE(coverage.covered());
    ++coverage.among_findings;
    CHECK(coverage.covered());
}

TEST_CASE("what cases expect is counted by rule, ways among them, in the order of the definition") {
    const CasesBeside beside(red_case("one") +
                             "    expect: {screening.next.strategy-discussion: [overdue, met], screening.way: none}\n" +
                             red_case("two") +
                             "    expect: {screening.next.strategy-discussion: overdue}\n"
                             "    findings: screening.next.strategy-discussion\n");
    const auto coverage = engine::rule_coverage(beside.trials(), beside.plan());
    REQUIRE(coverage.size() == 4);
    CHECK(coverage[0].rule == "referral.next.screening");
    CHECK(coverage[0].expected == engine::VerdictCounts{});
    CHECK(coverage[1].rule == "screening.next.strategy-discussion");
    CHECK(coverage[1].expected[static_cast<std::size_t>(Verdict::overdue)] == 2);
    CHECK(coverage[1].expected[static_cast<std::size_t>(Verdict::met)] == 1);
    CHECK(coverage[1].among_findings == 1);
    CHECK(coverage[2].rule == "screening.way");
    CHECK(coverage[3].rule == "strategy-discussion.quorum");
}
