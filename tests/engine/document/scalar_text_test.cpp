// SPDX-License-Identifier: MIT
#include "engine/document/scalar_text.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/document.hpp"

namespace csapath {
namespace {

TEST_CASE("a piece of a text is found where it was written") {
    // The value of `a` as meant, a piece of it, and that piece as it stands in the file.
    auto [text, meant, piece, written] = GENERATE(table<std::string, std::string, std::string, std::string>({
        {"a: include police\n", "include police", "police", "police"},
        {"a:   include police   # why\n", "include police", "include police", "include police"},
        {"a: \"include police\"\n", "include police", "police", "police"},
        {"a: 'it''s so'\n", "it's so", "so", "so"},
        {"a: 'it''s so'\n", "it's so", "it's", "it''s"},
        {"a: \"say \\\"red\\\" now\"\n", "say \"red\" now", "now", "now"},
        {"a: \"say \\\"red\\\" now\"\n", "say \"red\" now", "red", "red"},
        {"a: \"say \\\"red\\\" now\"\n", "say \"red\" now", "say \"red\"", "say \\\"red\\\""},
        {"a: \"caf\\u00E9 open\"\n", "caf\xC3\xA9 open", "caf\xC3\xA9", "caf\\u00E9"},
        {"a: \"caf\\u00E9 open\"\n", "caf\xC3\xA9 open", "open", "open"},
        {"a: \"Zo\xC3\xAB and \\x41\\t.\"\n", "Zo\xC3\xAB and A\t.", "and", "and"},
        {"a: \"one\n  two\"\n", "one two", "two", "two"},
        {"a: \"one  \n\n  two\"\n", "one\ntwo", "two", "two"},
        {"a: \"one\\\n   two\"\n", "onetwo", "two", "two"},
        {"a: \"one \\\n   two\"\n", "one two", "one two", "one \\\n   two"},
        {"a: 'one\r\n  two'\r\n", "one two", "one two", "one\r\n  two"},
        {"a: |\n  include police\n    and health\n", "include police\n  and health", "and health", "and health"},
        {"a: |\n  include police\n  and health\n", "include police\nand health", "police", "police"},
        {"a: |\n  one\n\n  two\nb: c\n", "one\n\ntwo", "two", "two"},
        {"a: |-\r\n  one\r\n  two\r\n", "one\ntwo", "two", "two"},
        {"a: |+ # why\n  one\n\n\nb: c\n", "one", "one", "one"},
        {"a: |\n\n  one\n", "\none", "one", "one"},
        {"a: |\n  one\n     \n  two\n", "one\n   \ntwo", "two", "two"},
    }));
    CAPTURE(text, piece);
    const auto read = document(text);
    REQUIRE(read.root);
    const auto& passage = read.root->find("a")->scalar;
    REQUIRE(passage.text == meant);
    const auto begin = static_cast<std::uint32_t>(passage.text.find(piece));
    CHECK(passage.span(begin, begin + static_cast<std::uint32_t>(piece.size())).text() == written);
}

TEST_CASE("every single character of a text without escapes is found where it was written") {
    const std::string text =
        GENERATE(as<std::string>{}, "a: must within 3 working days\n", "a: \"one\n   two\n\n three\"\n",
                 "a: 'one\n   two'\n", "a: |\n   one\n     two\n\n   three\n", "a: |\r\n one\r\n two\r\n");
    const auto read = document(text);
    REQUIRE(read.root);
    const auto& passage = read.root->find("a")->scalar;
    std::uint32_t last = 0;
    for (std::uint32_t at = 0; at < passage.text.size(); ++at) {
        CAPTURE(at);
        const auto span = passage.span(at, at + 1);
        if (passage.text[at] != ' ' && passage.text[at] != '\n') CHECK(span.text() == passage.text.substr(at, 1));
        CHECK(span.begin > last);
        last = span.begin;
    }
}

TEST_CASE("the place of a text takes in its quotes, or the sign of its block, and nothing after it") {
    auto [text, written] = GENERATE(table<std::string, std::string>({
        {"a: b c # d\n", "b c"},
        {"a: \"b\" # d\n", "\"b\""},
        {"a: ''\n", "''"},
        {"a: 'b'': c'\n", "'b'': c'"},
        {"a: |\n  b\n  c\n\nd: e\n", "|\n  b\n  c"},
    }));
    CAPTURE(text);
    const auto read = document(text);
    REQUIRE(read.root);
    CHECK(read.root->find("a")->where.text() == written);
    CHECK(read.root->find("a")->scalar.where == read.root->find("a")->where);
}

TEST_CASE("an escape that YAML lacks, and a quote without end, are no text") {
    const std::string text = GENERATE(as<std::string>{}, "\"\\q\"", "\"\\x4\"", "\"\\uD800\"", "\"\\U00110000\"",
                                      "\"\\", "\"a", "'a", "'a''");
    CAPTURE(text);
    const rules::Source source("a.yaml", text);
    CHECK_FALSE(engine::quoted_text(source, 0));
}

TEST_CASE("a block with a number in its head is no text") {
    const rules::Source source("a.yaml", "|2\n  a\n");
    CHECK_FALSE(engine::block_text(source, 0));
}

}  // namespace
}  // namespace csapath
