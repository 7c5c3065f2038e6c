// SPDX-License-Identifier: MIT
#include "engine/document/outline.hpp"

#include "tests/support/catch.hpp"

namespace csapath {
namespace {

using engine::outlined;

TEST_CASE("brackets are counted where they open lists and maps, and nowhere else") {
    const std::string quiet =
        GENERATE(as<std::string>{}, "a: b [ c [ d [ e\n", "a: \"[[[[\"\n", "a: '[[''[['\n", "# [[[[\na: b # [[[[\n",
                 "a: |\n  [[[[\n  {{{{\nb: [c]\n", "- |\n  [[[[\n- [a]\n", "a: children's [[[[\n",
                 "a: [b, [c], {d: [e]}, \"]]]\"]\n", "[a]: [b]\n[c]: [d]\n[e]: [f]\n");
    CAPTURE(quiet);
    const auto outline = outlined(quiet, 3, 100);
    CHECK_FALSE(outline.too_deep);
    CHECK_FALSE(outline.open_bracket);
    CHECK_FALSE(outline.open_quote);
}

TEST_CASE("the bracket that opens a level too many is found") {
    auto [text, at] = GENERATE(table<std::string, std::uint32_t>({
        {"[[[[", 3},
        {"a: [x, {b: [[", 12},
        {"[\"[\", [[ [", 9},
        {"a: [children's, [[[", 18},
        {"- - [[[[", 7},
        {"a: |\n  [[\nb: [[[[", 16},
    }));
    CAPTURE(text);
    CHECK(outlined(text, 3, 100).too_deep == at);
}

TEST_CASE("what is never closed is found, innermost first") {
    CHECK(outlined("a: [b, {c: d", 32, 100).open_bracket == 7U);
    CHECK(outlined("a: [b, {c: d}", 32, 100).open_bracket == 3U);
    CHECK(outlined("a: 'it''s", 32, 100).open_quote == 3U);
    CHECK(outlined("a: \"b\\\"", 32, 100).open_quote == 3U);
    CHECK(outlined("a: \"b\\", 32, 100).open_quote == 3U);
    CHECK_FALSE(outlined("a: it's", 32, 100).open_quote);
}

TEST_CASE("quotes that run over a line end are kept") {
    const auto outline = outlined("a: 'b'\nc: \"d\n e\"\n", 32, 100);
    REQUIRE(outline.long_quotes.size() == 1);
    CHECK(outline.long_quotes[0].begin == 10);
    CHECK(outline.long_quotes[0].end == 16);
}

TEST_CASE("the comma that announces a value too many is found") {
    CHECK(outlined("[a,b,c]", 32, 2).too_many == 4U);
    CHECK_FALSE(outlined("[a,b,c]", 32, 3).too_many);
    CHECK_FALSE(outlined("a: b, c, d, e", 32, 1).too_many);
}

}  // namespace
}  // namespace csapath
