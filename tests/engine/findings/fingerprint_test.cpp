// SPDX-License-Identifier: MIT
#include "engine/findings/fingerprint.hpp"

#include <set>

#include "tests/support/catch.hpp"

using namespace csapath;
using namespace csapath::engine;

namespace {
std::string fingerprint(const ActivationKey& key) {
    std::string id = "what was there before";
    write_fingerprint(key, id);
    return id;
}

const rules::Date screened = *rules::parse_date("2025-04-30");
const ActivationKey screening{"screening.next.strategy-discussion",
                              "W-0143",
                              "screening",
                              {screened, 15 * rules::hour + 20 * 60 * rules::second}};
}  // namespace

TEST_CASE("a fingerprint is what sha256sum makes of the parts") {
    // printf 'screening.next.strategy-discussion\0W-0143\0screening\0002025-04-30T15:20\0000\0' | sha256sum
    CHECK(fingerprint(screening) == "f-b0c8b99e7efff2ac99c5");

    // printf 'a\0C1\0\0002025-10-26T01:30:05.5/2\00012\0' | sha256sum
    const rules::Moment half_past_one_again{*rules::parse_date("2025-10-26"),
                                            rules::hour + 30 * 60 * rules::second + 5'500'000'000, true};
    CHECK(fingerprint({"a", "C1", "", half_past_one_again, 12}) == "f-1d4b9d8df5f90f645aeb");
}

TEST_CASE("a digest that is kept from call to call makes the same fingerprints") {
    Digest digest;
    std::string first, second;
    write_fingerprint(screening, digest, first);
    write_fingerprint(screening, digest, second);

    CHECK(first == fingerprint(screening));
    CHECK(second == first);
}

TEST_CASE("everything that tells two activations apart is in the fingerprint") {
    const rules::Moment at_midnight{screened, 0};
    const std::set<std::string> all = {
        fingerprint(screening),
        fingerprint({"screening.next.referral", "W-0143", "screening", screening.at}),
        fingerprint({screening.rule, "W-0144", "screening", screening.at}),
        fingerprint({screening.rule, "W-0143", "referral", screening.at}),
        fingerprint({screening.rule, "W-0143", "screening", {screened}}),
        fingerprint({screening.rule, "W-0143", "screening", at_midnight}),
        fingerprint({screening.rule, "W-0143", "screening", screening.at, 1}),
        fingerprint({screening.rule, "W-0143", "screening", {screened, screening.at.time, true}}),
    };

    CHECK(all.size() == 8);
}

TEST_CASE("text cannot wander from one part of a fingerprint into the next") {
    CHECK(fingerprint({"ab", "c", "", {screened}}) != fingerprint({"a", "bc", "", {screened}}));
    CHECK(fingerprint({"a", "", "b", {screened}}) != fingerprint({"a", "b", "", {screened}}));
}
