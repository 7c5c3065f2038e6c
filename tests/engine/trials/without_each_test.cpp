// SPDX-License-Identifier: MIT
#include "engine/trials/without_each.hpp"

#include "tests/support/trials.hpp"

using namespace csapath;
using Names = std::vector<std::string>;

namespace {

engine::Unnoticed unnoticed(const std::string& cases) {
    const CasesBeside beside(cases);
    return engine::unnoticed(beside.trials(), beside.pathway(), beside.plan());
}

}  // namespace

TEST_CASE("a rule of which a case expects something is missed") {
    const auto found = unnoticed(red_case("open") + "    expect: {screening.next.strategy-discussion: overdue}\n");
    CHECK(found.rules == Names{"referral.next.screening", "strategy-discussion.quorum", "screening.way"});
}

TEST_CASE("a rule is missed too where a case only says which rules have findings") {
    const auto found = unnoticed(red_case("open") + "    findings: screening.next.strategy-discussion\n");
    CHECK(found.rules == Names{"referral.next.screening", "strategy-discussion.quorum", "screening.way"});
}

TEST_CASE("a case that fails with the whole definition notices nothing") {
    const auto found = unnoticed(red_case("open") + "    expect: {screening.next.strategy-discussion: met}\n");
    CHECK(found.rules.size() == 4);
}

TEST_CASE("an edge that only allows is missed where the graph without it would demand a step") {
    // A case closed after its screening, lawfully: were that edge not drawn, the discussion would have to be passed.
    const std::string cases =
        "  - name: closed after a green screening\n"
        "    events: |\n"
        "      event,at,risk\n"
        "      referral,2025-04-29,\n"
        "      screening,2025-04-30,green\n"
        "      case-closed,2025-05-01,\n"
        "    findings: none\n";
    const auto found = unnoticed(cases);
    CHECK(found.allowances == Names{"strategy-discussion.next.case-closed"});
}

TEST_CASE("a step that must be passed is missed where a case expects something of its way") {
    const auto found =
        unnoticed(red_case("open", "strategy-discussion,2025-05-01,,\n") + "    expect: {screening.way: met}\n");
    CHECK(found.rules == Names{"strategy-discussion.quorum"});
}
