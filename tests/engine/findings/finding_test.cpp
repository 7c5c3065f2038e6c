// SPDX-License-Identifier: MIT
#include "engine/findings/finding.hpp"

#include "tests/support/catch.hpp"

using namespace csapath;
using namespace csapath::engine;

TEST_CASE("a cleared finding tells nothing of the one before it") {
    Finding finding;
    finding.id = "f-0123456789abcdef0123";
    finding.case_id = "W-0143";
    finding.episode = 2;
    finding.rule = 7;
    finding.step = 3;
    finding.kind = Kind::unexpected;
    finding.verdict = Verdict::failed;
    finding.severity = Severity::high;
    finding.basis = Basis::statutory;
    finding.also = {8};
    finding.times = 4;
    finding.activated = Evidence{.event = "screening", .at = rules::Date{20000}, .source = 1, .row = 12};
    finding.due = rules::Moment{rules::Date{20003}};
    finding.fulfilled = finding.activated;
    finding.late_by = {2, rules::Unit::working_days};
    finding.clock = {5, 1, 4};
    finding.agencies = {"police"};
    finding.message = "late";
    finding.why = {"because"};
    finding.days = {{20001}};

    finding.clear();

    CHECK(finding.id.empty());
    CHECK(finding.case_id.empty());
    CHECK(finding.episode == 1);
    CHECK(finding.rule == 0);
    CHECK(finding.step == 0);
    CHECK(finding.kind == Kind::delay);
    CHECK(finding.verdict == Verdict::met);
    CHECK(finding.severity == Severity::medium);
    CHECK(finding.basis == Basis::practice);
    CHECK(finding.also.empty());
    CHECK(finding.times == 1);
    CHECK_FALSE(finding.activated);
    CHECK_FALSE(finding.due);
    CHECK_FALSE(finding.fulfilled);
    CHECK_FALSE(finding.late_by);
    CHECK_FALSE(finding.clock);
    CHECK(finding.agencies.empty());
    CHECK(finding.message.empty());
    CHECK(finding.why.empty());
    CHECK(finding.days.empty());
}

TEST_CASE("a cleared finding keeps the memory of its texts and lists") {
    Finding finding;
    finding.message = std::string(200, 'm');
    finding.days.resize(30);

    finding.clear();

    CHECK(finding.message.capacity() >= 200);
    CHECK(finding.days.capacity() >= 30);
}
