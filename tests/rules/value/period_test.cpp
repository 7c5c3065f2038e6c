// SPDX-License-Identifier: MIT
#include "rules/value/period.hpp"

#include "tests/support/catch.hpp"

using namespace csapath::rules;

TEST_CASE("a period reads as guidance writes it") {
    auto [count, unit, words] = GENERATE(table<std::int32_t, Unit, std::string>({
        {1, Unit::hours, "1 hour"},
        {24, Unit::hours, "24 hours"},
        {1, Unit::days, "1 day"},
        {0, Unit::days, "0 days"},
        {1, Unit::working_days, "1 working day"},
        {15, Unit::working_days, "15 working days"},
        {2, Unit::weeks, "2 weeks"},
        {1, Unit::months, "1 month"},
        {3, Unit::months, "3 months"},
        {1, Unit::years, "1 year"},
        {18, Unit::years, "18 years"},
    }));
    CHECK(in_words(Period{count, unit}) == words);
    CHECK(in_words(std::int64_t{count}, unit) == words);
}

TEST_CASE("a count may be longer than any period") {
    CHECK(in_words(std::int64_t{9'000'000'000}, Unit::hours) == "9000000000 hours");
}

TEST_CASE("a unit alone is named in the plural") {
    CHECK(name(Unit::hours) == "hours");
    CHECK(name(Unit::days) == "days");
    CHECK(name(Unit::working_days) == "working days");
    CHECK(name(Unit::weeks) == "weeks");
    CHECK(name(Unit::months) == "months");
    CHECK(name(Unit::years) == "years");
}
