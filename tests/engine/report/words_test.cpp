// SPDX-License-Identifier: MIT
#include "engine/report/words.hpp"

#include "tests/support/catch.hpp"

namespace csapath::engine {
namespace {

TEST_CASE("a share is rounded, but none is told as all or nothing that is not") {
    const auto [part, whole, told] = GENERATE(table<std::uint64_t, std::uint64_t, std::string>({
        {0, 7, "0%"},
        {7, 7, "100%"},
        {1, 2, "50%"},
        {1, 8, "13%"},  // 12.5
        {1, 3, "33%"},
        {2, 3, "67%"},
        {1, 200, "1%"},  // 0.5
        {1, 201, "under 1%"},
        {199, 200, "over 99%"},  // 99.5 would be 100
        {989, 1000, "99%"},
        {0, 0, "–"},
    }));
    CAPTURE(part, whole);
    CHECK(share(part, whole) == told);
}

TEST_CASE("numbers are grouped by thousands, and decimals told where there are any") {
    CHECK(grouped(0) == "0");
    CHECK(grouped(999) == "999");
    CHECK(grouped(1000) == "1,000");
    CHECK(grouped(1234567) == "1,234,567");
    CHECK(decimal(3) == "3");
    CHECK(decimal(2.5) == "2.5");
    CHECK(decimal(-0.25) == "-0.3");
    CHECK(decimal(0.04) == "0");
}

TEST_CASE("long text is cut between characters, not between bytes") {
    CHECK(shortened("Police", 6) == "Police");
    CHECK(shortened("Policeman", 6) == "Polic…");
    CHECK(shortened("Zo\xC3\xAB\xC3\xAB\xC3\xAB", 4) == "Zo\xC3\xAB…");
    CHECK(shortened("one two", 5) == "one…");
}

TEST_CASE("what is pending, excused, undetermined or not visible is not decided, and never counts as kept") {
    VerdictCounts counts{};
    for (std::size_t verdict = 0; verdict < counts.size(); ++verdict) counts[verdict] = std::uint64_t{1} << verdict;
    // met 1, late 2, overdue 4, missed 8, failed 16; the rest is 32 and more.
    CHECK(decided(counts) == 31);
    CHECK(times_of(counts, Verdict::met) == 1);
}

TEST_CASE("verdicts differ by word and shape, not by colour alone") {
    std::set<std::string> all;
    for (std::size_t verdict = 0; verdict < verdicts; ++verdict) all.insert(tag(static_cast<Verdict>(verdict)).markup);
    CHECK(all.size() == verdicts);
    CHECK(tag(Verdict::undetermined).markup.find("cannot tell") != std::string::npos);
}

}  // namespace
}  // namespace csapath::engine
