// SPDX-License-Identifier: MIT
#include "rules/value/truth.hpp"

#include "tests/support/catch.hpp"

using namespace csapath::rules;

namespace {
constexpr Truth no = Truth::no, unknown = Truth::unknown, yes = Truth::yes;
}  // namespace

TEST_CASE("what is unknown stays unknown unless the rest decides") {
    // Kleene's tables: left, right, both, either.
    auto [left, right, both, either] = GENERATE(table<Truth, Truth, Truth, Truth>({
        {no, no, no, no},
        {no, unknown, no, unknown},
        {no, yes, no, yes},
        {unknown, no, no, unknown},
        {unknown, unknown, unknown, unknown},
        {unknown, yes, unknown, yes},
        {yes, no, no, yes},
        {yes, unknown, unknown, yes},
        {yes, yes, yes, yes},
    }));
    CAPTURE(static_cast<int>(left), static_cast<int>(right));
    CHECK((left & right) == both);
    CHECK((left | right) == either);
}

TEST_CASE("not turns yes and no round, and leaves unknown") {
    CHECK((!yes) == no);
    CHECK((!no) == yes);
    CHECK((!unknown) == unknown);
    CHECK(truth(true) == yes);
    CHECK(truth(false) == no);
}
