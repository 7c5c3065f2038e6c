// SPDX-License-Identifier: MIT
#include "engine/obligations/same_word.hpp"

#include "tests/support/catch.hpp"

namespace csapath {

TEST_CASE("words are the same whatever their letter case and the blanks around them") {
    using engine::same_word;
    CHECK(same_word("minutes", "Minutes"));
    CHECK(same_word(" minutes\t", "MINUTES"));
    CHECK(same_word("", "  "));
    CHECK_FALSE(same_word("minutes", "minute"));
    CHECK_FALSE(same_word("case notes", "casenotes"));
    CHECK_FALSE(same_word("", "a"));
    CHECK_FALSE(same_word("[", "{"));  // 32 apart, as A and a are
}

}  // namespace csapath
