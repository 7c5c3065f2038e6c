// SPDX-License-Identifier: MIT
#include "engine/pathway/pathway.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/days.hpp"

namespace csapath::engine {
namespace {

TEST_CASE("bases and severities are in ascending order of strength, and have names") {
    CHECK(Basis::practice < Basis::procedure);
    CHECK(Basis::procedure < Basis::statutory);
    CHECK(Severity::low < Severity::medium);
    CHECK(Severity::medium < Severity::high);
    CHECK(name(Basis::practice) == "practice");
    CHECK(name(Basis::procedure) == "procedure");
    CHECK(name(Basis::statutory) == "statutory");
    CHECK(name(Severity::low) == "low");
    CHECK(name(Severity::medium) == "medium");
    CHECK(name(Severity::high) == "high");
}

TEST_CASE("an event type is found by its exact name, and its number is its place") {
    Pathway pathway;
    pathway.event_types = {"contact", "referral", "visit"};

    CHECK(pathway.event_type("contact") == EventTypeId{0});
    CHECK(pathway.event_type("visit") == EventTypeId{2});
    CHECK_FALSE(pathway.event_type("Visit"));
    CHECK_FALSE(pathway.event_type("visi"));
    CHECK_FALSE(pathway.event_type("visits"));
    CHECK_FALSE(pathway.event_type(""));
}

TEST_CASE("both ends of the time something is in force belong to it, and a missing end is open") {
    const InForce year{.from = date("2024-01-01"), .until = date("2024-12-31")};
    CHECK_FALSE(year.on(date("2023-12-31")));
    CHECK(year.on(date("2024-01-01")));
    CHECK(year.on(date("2024-12-31")));
    CHECK_FALSE(year.on(date("2025-01-01")));
    CHECK_FALSE(year.always());

    const InForce from{.from = date("2024-01-01"), .until = {}};
    CHECK_FALSE(from.on(date("2023-12-31")));
    CHECK(from.on(date("2199-12-31")));
    CHECK(InForce{}.on(date("1900-01-01")));
    CHECK(InForce{}.always());
}

}  // namespace
}  // namespace csapath::engine
