// SPDX-License-Identifier: MIT
#include "engine/findings/verdict.hpp"

#include <string>

#include "tests/support/catch.hpp"

using namespace csapath::engine;

TEST_CASE("a verdict has the name that results use, and is a finding, listed or only counted") {
    auto [verdict, written, finding, listed] = GENERATE(table<Verdict, std::string, bool, bool>({
        {Verdict::met, "met", false, false},
        {Verdict::late, "late", true, false},
        {Verdict::overdue, "overdue", true, false},
        {Verdict::missed, "missed", true, false},
        {Verdict::failed, "failed", true, false},
        {Verdict::pending, "pending", false, false},
        {Verdict::excused, "excused", false, true},
        {Verdict::undetermined, "undetermined", false, true},
        {Verdict::not_visible, "not visible", false, true},
        {Verdict::not_applicable, "not applicable", false, false},
    }));
    CAPTURE(written);

    CHECK(name(verdict) == written);
    CHECK(is_finding(verdict) == finding);
    CHECK(is_listed(verdict) == listed);
}

TEST_CASE("a kind has the name that results use") {
    auto [kind, written] = GENERATE(table<Kind, std::string>({
        {Kind::delay, "delay"},
        {Kind::missed_step, "missed step"},
        {Kind::missing_agency, "missing agency"},
        {Kind::out_of_order, "out of order"},
        {Kind::not_recorded, "not recorded"},
        {Kind::recorded_late, "recorded late"},
        {Kind::unexpected, "unexpected"},
    }));

    CHECK(name(kind) == written);
}
