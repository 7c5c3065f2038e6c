// SPDX-License-Identifier: MIT
#include "engine/cases/near_ids.hpp"

#include <string>
#include <vector>

#include "tests/support/catch.hpp"

using csapath::engine::NearIds;

TEST_CASE("ids that differ in capitals, blanks or noughts in front are near, and others are not") {
    const auto [one, other, near] = GENERATE(table<std::string, std::string, bool>({
        {"W-0143", "w-0143", true},
        {"00123", "123", true},
        {"123", " 123", true},
        {"123", "123\xC2\xA0", true},
        {"W 01", "W01", true},
        {"0 012", "12", true},
        {"W-0143", "W-143", false},  // the nought is not in front
        {"123", "1230", false},
        {"W-0143", "W-0144", false},
        {"W-0143", "W_0143", false},
        {"0", "00", true},
        {"é1", "É1", false},  // capitals of the Latin alphabet without marks only
    }));
    CAPTURE(one, other);
    NearIds ids;
    ids.see(one);
    CHECK(ids.near() == 0);
    ids.see(other);
    CHECK(ids.near() == (near ? 1u : 0u));
}

TEST_CASE("however many ids there are, each that is near another is counted") {
    NearIds ids;
    for (int number = 1; number <= 100'000; ++number) ids.see("CP" + std::to_string(number));
    CHECK(ids.near() == 0);
    for (int number = 1; number <= 100'000; number += 1000) ids.see("cp" + std::to_string(number));
    CHECK(ids.near() == 100);
}
