// SPDX-License-Identifier: MIT
#include "engine/reporters/paragraph.hpp"

#include "tests/support/catch.hpp"

using namespace csapath::engine;

namespace {
std::string wrapped(std::string_view text, std::size_t column, std::size_t indent) {
    std::string result;
    append_wrapped(text, column, indent, result);
    return result;
}
}  // namespace

TEST_CASE("a line is broken between words before it is wider than the page") {
    const std::string fifty(50, 'a');
    const std::string forty_nine(49, 'b');

    CHECK(wrapped(fifty + " " + forty_nine, 0, 2) == fifty + " " + forty_nine + "\n");  // exactly 100
    CHECK(wrapped(fifty + " " + fifty, 0, 2) == fifty + "\n  " + fifty + "\n");
    CHECK(wrapped(fifty + " " + forty_nine, 1, 2) == fifty + "\n  " + forty_nine + "\n");
}

TEST_CASE("a character counts once, however many bytes it takes") {
    std::string accented;
    for (int i = 0; i < 50; ++i) accented += "ë";

    CHECK(width(accented) == 50);
    CHECK(wrapped(accented + " " + std::string(49, 'b'), 0, 0) == accented + " " + std::string(49, 'b') + "\n");
}

TEST_CASE("a word wider than the page stands on a line of its own and is not cut") {
    const std::string wide(150, 'w');

    CHECK(wrapped("a " + wide + " b", 0, 4) == "a\n    " + wide + "\n    b\n");
    CHECK(wrapped(wide, 11, 11) == wide + "\n");
}

TEST_CASE("a text of no words is an empty line") {
    CHECK(wrapped("", 5, 5) == "\n");
    CHECK(wrapped("   ", 5, 5) == "\n");
}

TEST_CASE("counts come with their noun, lists with an and") {
    CHECK(counted(0, "row") == "0 rows");
    CHECK(counted(1, "row") == "1 row");
    CHECK(counted(2, "working day") == "2 working days");
    CHECK(listed_in_words({}).empty());
    CHECK(listed_in_words({"a"}) == "a");
    CHECK(listed_in_words({"a", "b"}) == "a and b");
    CHECK(listed_in_words({"a", "b", "c"}) == "a, b and c");
}
