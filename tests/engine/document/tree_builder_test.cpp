// SPDX-License-Identifier: MIT
#include "engine/document/tree_builder.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/document.hpp"

namespace csapath {
namespace {

using Refused = std::tuple<std::string, std::string, std::string, std::string>;

void check_refused(const Refused& row) {
    const auto& [name, text, told, words] = row;
    CAPTURE(name, text);
    const auto read = document(text);
    CHECK_FALSE(read.root);
    CHECK(codes_and_places(read.diagnostics) == told);
    CHECK(says(read.diagnostics, words));
}

TEST_CASE("anchors, aliases, merge keys and tags are refused, each where it stands") {
    check_refused(GENERATE(values<Refused>({
        {"Y09 an anchor and its alias", "a: &x 1\nb: *x\n", "Y007 1:4\nY007 2:4\n", "use 'extends'"},
        {"Y09 an anchor of a map", "a: &x\n  b: c\n", "Y007 1:4\n", "'&x' is an anchor"},
        {"Y09 an anchor of a list", "a: &x [1]\n", "Y007 1:4\n", "'&x' is an anchor"},
        {"Y09 an anchor of a key", "&x a: b\n", "Y007 1:1\n", "'&x' is an anchor"},
        {"Y09 an anchor of nothing", "a: &x\n", "Y011 1:1\nY007 1:4\n", "'&x' is an anchor"},
        {"Y09 an alias of itself", "a: &x [1, *x]\n", "Y007 1:4\nY007 1:11\n", "'*x' is an alias"},
        {"Y10 a merge key", "a: &x {b: c}\nd:\n  <<: *x\n", "Y007 1:4\nY007 3:3\nY007 3:7\n", "merge keys"},
        {"Y48 a tag", "when: !done\n", "Y008 1:7\n", "'!done' is a tag"},
        {"Y48 a tag of a program", "a: !!python/object x\n", "Y008 1:4\n", "tags are not allowed"},
        {"Y48 a tag of a map", "a: !foo {b: c}\n", "Y008 1:4\n", "'!foo' is a tag"},
        {"Y48 a tag of a list", "a: ! [b]\n", "Y008 1:4\n", "'!' is a tag"},
        {"Y48 a tag of quoted text", "a: !foo \"b\"\n", "Y008 1:4\n", "put the text in quotes"},
        {"Y48 an exclamation mark and a space", "a: ! b\n", "Y008 1:4\n", "'!' is a tag"},
    })));
}

TEST_CASE("Y09: a file of aliases upon aliases costs nothing") {
    std::string text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n";
    for (int level = 1; level < 10; ++level) {
        const std::string before = "*a" + std::to_string(level - 1);
        text += "b" + std::to_string(level) + ": &a" + std::to_string(level) + " [" + before + ", " + before + "]\n";
    }
    const auto read = document(text);
    CHECK_FALSE(read.root);
    CHECK(read.diagnostics.found().size() == 28);  // ten anchors, and nine lines of two aliases
}

TEST_CASE("Y11: a key that stands twice is told with both places") {
    const auto read = document("within: 5\nother: 1\nwithin: 6\nwithin: 7\n");
    CHECK_FALSE(read.root);
    CHECK(codes_and_places(read.diagnostics) == "Y009 3:1\nY009 4:1\n");
    REQUIRE(read.diagnostics.found()[1].also.size() == 1);
    CHECK(read.source->place(read.diagnostics.found()[1].also[0].where.begin) == rules::Place{1, 1});
}

TEST_CASE("Y11: one key may stand in two maps, and keys differ by their letters") {
    CHECK(document("a: {x: 1, X: 2}\nb: {x: 1}\n").root);
    CHECK_FALSE(document("a: {x: 1, \"x\": 2}\n").root);
}

TEST_CASE("a value that is not there is told at its key") {
    check_refused(GENERATE(values<Refused>({
        {"Y16 before another key", "steps:\n  referral:\nwithin:\n\n\nnext: x\n", "Y011 2:3\nY011 3:1\n", "'within'"},
        {"Y16 at the end", "a: 1\nwithin:\n", "Y011 2:1\n", "the key 'within' has no value"},
        {"Y16 ~", "a: ~\n", "Y011 1:1\n", "has no value"},
        {"Y16 null in words", "name: Null\nb: null\nc: NULL\n", "Y011 1:1\nY011 2:1\nY011 3:1\n", "null in quotes"},
        {"Y16 a comment alone", "when: # red\nb: x\n", "Y011 1:1\n", "a text with #"},
        {"Y16 in brackets", "x: {a: , b: c}\n", "Y011 1:5\n", "the key 'a' has no value"},
        {"Y16 an item", "x:\n  - a\n  -\n  - b\n", "Y011 3:3\n", "an item of a list without a value"},
        {"Y16 the first item", "x:\n  -\n  # why\n  - b\n", "Y011 2:3\n", "an item"},
        {"Y16 two items", "x:\n  - a # -\n  -\n  - ~\n", "Y011 3:3\nY011 4:3\n", "an item"},
        {"Y16 between commas", "x: [1,,2]\n", "Y011 1:6\n", "an item"},
    })));
}

TEST_CASE("Y50: a text that runs on over lines by itself is refused, at the line that was probably a key") {
    check_refused(GENERATE(values<Refused>({
        {"below a value", "a: 1\n  b 2\nc: 3\n", "Y012 2:3\n", "is a colon missing?"},
        {"below a key", "a:\n  title Referral\n  stage x\n", "Y012 2:3\n", "read as one text"},
        {"an item", "x:\n  - one\n    two\n", "Y012 2:5\n", "write it below a |"},
        {"in brackets", "x: [one\n  two]\n", "Y012 2:3\n", "put it in quotes"},
        {"over an empty line", "a: 1\n\n  2\n", "Y012 3:3\n", "part of the text before it"},
    })));
}

TEST_CASE("signs of YAML that would take text away are refused") {
    check_refused(GENERATE(values<Refused>({
        {"Y51 >", "when: >3\n", "Y013 1:7\n", "'>' begins a folded block"},
        {"Y51 a folded block", "why: >\n  one\n  two\n", "Y013 1:6\n", "write |"},
        {"Y51 a block with a number", "why: |2\n   one\n", "Y013 1:6\n", "evenly indented"},
        {"Y51 brackets in brackets", "when: {{x}}\n", "Y010 1:8\nY011 1:9\n", "in quotes"},
        {"Y51 a comma in brackets", "must: {a: in (x, y)}\n", "Y010 1:18\n", "put that text in quotes"},
        {"Y51 # in a condition", "when: a #b and c\n", "Y013 1:9\n", "would be lost"},
        {"Y51 # in a rule", "rule: include police # and health\n", "Y013 1:22\n", "would be lost"},
        {"Y51 # in a sentence", "must:\n  q: include police # a\n", "Y013 2:21\n", "in quotes"},
        {"Y51 # in an edge", "next:\n  a: must # b\n", "Y013 2:11\n", "a line of its own"},
        {"text next to a quote", "a: [\"b\"c]\n", "Y001 1:8\n", ""},
        {"a comment next to a quote", "a: \"b\"#c\n", "Y001 1:7\n", "directly after a closing quote"},
        {"an escape that only some read", "a: \"\\'\"\n", "Y001 1:4\n", "do not agree"},
        {"Y46 an escaped control character", "a: \"x\\0\"\n", "F006 1:7\n", "U+0000"},
        {"Y45 an escaped turn of direction", "a: \"\\u202Ex\"\n", "F006 1:5\n", "U+202E"},
    })));
}

TEST_CASE("a comment may stand after a value that is no sentence, and on a line of its own") {
    const auto read = document(
        "from: 2010 # the first year\n"
        "must:\n"
        "  # who comes\n"
        "  quorum: \"include police\" # and nobody else\n"
        "  record:\n"
        "    why: Plans # so\n");
    CHECK(codes_and_places(read.diagnostics).empty());
    CHECK(read.root);
}

TEST_CASE("Y08: nesting stops at 32 lists and maps, wherever they stand") {
    const auto repeated = [](std::string_view piece, int times) {
        std::string text;
        for (int time = 0; time < times; ++time) text += piece;
        return text;
    };
    std::string indented;
    for (int level = 0; level < 40; ++level) indented += std::string(static_cast<std::size_t>(level), ' ') + "a:\n";
    auto [text, told] = GENERATE_COPY(table<std::string, std::string>({
        {repeated("[", 10'000), "Y005 1:33\n"},
        {"a: " + repeated("[", 1'000'000), "Y005 1:36\n"},  // the map around them is seen only afterwards
        {repeated("[", 33) + repeated("]", 33), "Y005 1:33\n"},
        {repeated("{a: ", 100'000), "Y005 1:129\n"},  // 32 times 4 characters come before
        {repeated("- ", 100'000) + "x", "Y005 1:65\n"},
        {indented, "Y005 33:33\n"},
    }));

    const auto read = document(text);
    CHECK_FALSE(read.root);
    CHECK(codes_and_places(read.diagnostics) == told);
    CHECK(document(repeated("[", 32) + repeated("]", 32)).root);
    CHECK(document(repeated("- ", 32) + "x").root);
}

TEST_CASE("Y47: values are counted, and texts are measured") {
    engine::YamlLimits limits;
    limits.nodes = 5;
    limits.scalar = 4;
    CHECK(document("a: 1234\nb: 2\n", limits).root);  // the map, two keys and two values
    auto [text, told] = GENERATE(table<std::string, std::string>({
        {"a: 1\nb: 2\nc: 3\n", "Y006 3:1\n"},
        {"[1, 2, 3, 4, 5, 6]\n", "Y006 1:15\n"},  // the fifth comma
        {"a: 12345\n", "Y006 1:4\n"},
        {"a: 1\nb: '12345'\n", "Y006 2:4\n"},
    }));
    CAPTURE(text);
    const auto read = document(text, limits);
    CHECK_FALSE(read.root);
    CHECK(codes_and_places(read.diagnostics) == told);
}

TEST_CASE("all that is wrong in a file is told, but not more than a hundred times") {
    const auto read = document("a: ~\nb: !x y\nb: 1\nc d: 1\n");
    CHECK(codes_and_places(read.diagnostics) == "Y011 1:1\nY008 2:4\nY009 3:1\nY010 4:1\n");

    std::string many;
    for (int key = 0; key < 500; ++key) many += "k" + std::to_string(key) + ":\n";
    CHECK(document(many).diagnostics.found().size() == 100);
}

}  // namespace
}  // namespace csapath
