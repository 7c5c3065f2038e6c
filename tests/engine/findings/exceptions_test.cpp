// SPDX-License-Identifier: MIT
#include "engine/findings/exceptions.hpp"

#include "tests/support/catch.hpp"

using namespace csapath::engine;

namespace csapath {
namespace {

rules::Date day_of(std::string_view text) {
    return *rules::parse_date(text);
}

AgreedException agreed(std::string case_id, std::uint16_t rule, std::string_view until, std::uint64_t row) {
    return {.case_id = std::move(case_id), .rule = rule, .reason = "r", .by = "b", .until = day_of(until), .row = row};
}

TEST_CASE("an exception is found by its case and its rule, and by nothing less") {
    Exceptions all;
    REQUIRE(all.add(agreed("W-1", 3, "2026-06-30", 2)));
    REQUIRE(all.add(agreed("W-1", 4, "2026-06-30", 3)));
    REQUIRE(all.find("W-1", 3) != nullptr);
    CHECK(all.find("W-1", 3)->row == 2);
    CHECK(all.find("W-1", 4)->row == 3);
    CHECK(all.find("W-1", 5) == nullptr);
    CHECK(all.find("W-2", 3) == nullptr);
    CHECK(all.find("", 3) == nullptr);
    CHECK(all.any_of("W-1"));
    CHECK_FALSE(all.any_of("W-10"));
}

TEST_CASE("an exception holds on its last day, and not on the next") {
    const AgreedException one = agreed("W-1", 0, "2026-06-30", 2);
    CHECK(one.holds_on(day_of("2026-06-29")));
    CHECK(one.holds_on(day_of("2026-06-30")));
    CHECK_FALSE(one.holds_on(day_of("2026-07-01")));
}

TEST_CASE("of an exception that was renewed the later end holds, whichever row stands first") {
    for (const bool later_first : {false, true}) {
        CAPTURE(later_first);
        Exceptions all;
        CHECK(all.add(agreed("W-1", 3, later_first ? "2026-09-30" : "2026-06-30", 2)));
        CHECK(all.add(agreed("W-1", 3, later_first ? "2026-06-30" : "2026-09-30", 3)));
        CHECK(all.find("W-1", 3)->until == day_of("2026-09-30"));
    }
    Exceptions all;
    CHECK(all.add(agreed("W-1", 3, "2026-06-30", 2)));
    CHECK_FALSE(all.add(agreed("W-1", 3, "2026-06-30", 7)));
    CHECK(all.find("W-1", 3)->row == 2);
}

}  // namespace
}  // namespace csapath
