// SPDX-License-Identifier: MIT
#include "engine/document/keys.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/document.hpp"

namespace csapath {
namespace {

TEST_CASE("words are keys, and so is any line of text in quotes") {
    const std::string key = GENERATE(as<std::string>{}, "a", "cut-off", "date_of_birth", "wt2023", "\"New Year's Day\"",
                                     "'2024-01-01'", "\"\xE2\x80\x9CQuoted\xE2\x80\x9D\"", "\"a.b\"", "\"Caf\\u00E9\"");
    CAPTURE(key);
    CHECK(codes_and_places(document(key + ": x\n").diagnostics).empty());
}

TEST_CASE("what is expected of rules is keyed by their ids, and only there and under facts a key has dots") {
    CHECK(codes_and_places(document("expect: {screening.next.police: met}\n").diagnostics).empty());
    CHECK(codes_and_places(document("expected: {screening.next.police: met}\n").diagnostics) == "Y010 1:12\n");
    CHECK(codes_and_places(document("expect: {screening..police: met}\n").diagnostics) == "Y010 1:10\n");
}

TEST_CASE("Y49: a key is a word") {
    auto [text, told, words] = GENERATE(table<std::string, std::string, std::string>({
        {"2024-01-01: x\n", "Y010 1:1\n", "a letter, then letters, digits, - or _"},
        {"New Year's Day: x\n", "Y010 1:1\n", "in quotes"},
        {"a.b: x\n", "Y010 1:1\n", "'a.b' is no key"},
        {"-x: 1\n", "Y010 1:1\n", "is no key"},
        {"? [a]\n: b\n", "Y010 1:3\n", "not a list or a map"},
        {"? {a: b}\n: c\n", "Y010 1:3\n", "not a list or a map"},
        {"? |\n  a\n: b\n", "Y010 1:3\n", "is no key"},
        {"\"\": x\n", "Y010 1:1\n", "text on one line"},
        {"\"  \": x\n", "Y010 1:1\n", "text on one line"},
        {"\"a\\nb\": x\n", "Y010 1:1\n", "text on one line"},
        {"~: x\n", "Y010 1:1\n", "~ or null as a key"},
        {"null: x\n", "Y010 1:1\n", "~ or null as a key"},
        {": x\n", "Y010 1:1\n", "a colon without a key"},
        {"a: {~: ~}\n", "Y010 1:5\n", "~ or null as a key"},
        {"a: {,}\n", "Y010 1:5\n", "a colon without a key"},
    }));
    CAPTURE(text);
    const auto read = document(text);
    CHECK_FALSE(read.root);
    CHECK(codes_and_places(read.diagnostics) == told);
    CHECK(says(read.diagnostics, words));
}

TEST_CASE("Y28, Y51: a letter of another alphabet or a curly quote in a key is named where it stands") {
    auto [text, told, words] = GENERATE(table<std::string, std::string, std::string>({
        {"referr\xD0\xB0l: x\n", "Y010 1:7\n", "U+0430"},  // a Cyrillic a
        {"\xE2\x80\x9Ctitle\xE2\x80\x9D: x\n", "Y010 1:1\n", "U+201C (a curly quotation mark)"},
        {"re\xE2\x80\x93plan: x\n", "Y010 1:3\n", "U+2013 (a dash"},
        {"caf\xC3\xA9: x\n", "Y010 1:4\n", "plain letters"},
    }));
    CAPTURE(text);
    const auto read = document(text);
    CHECK_FALSE(read.root);
    CHECK(codes_and_places(read.diagnostics) == told);
    CHECK(says(read.diagnostics, words));
}

TEST_CASE("under next a key names steps, and under facts a fact of a step") {
    auto [text, told] = GENERATE(table<std::string, std::string>({
        {"next: {a or b as word: may}\n", ""},
        {"next: {a as b: may}\n", ""},
        {"facts: {screening.outcome: {type: text}}\n", ""},
        {"next: {a.b: may}\n", "Y010 1:8\n"},
        {"next: {a and b: may}\n", "Y010 1:8\n"},
        {"next: {a as b as c: may}\n", "Y010 1:8\n"},
        {"next: {a as b or c: may}\n", "Y010 1:8\n"},
        {"next: {a or: may}\n", "Y010 1:8\n"},
        {"next: {a  or b: may}\n", "Y010 1:8\n"},
        {"next: {a: {b or c: may}}\n", "Y010 1:12\n"},  // directly under next alone
        {"facts: {.b: {type: text}}\n", "Y010 1:9\n"},
        {"facts: {a..b: {type: text}}\n", "Y010 1:9\n"},
        {"facts: {a or b: {type: text}}\n", "Y010 1:9\n"},
        {"steps: {a or b: {title: x}}\n", "Y010 1:9\n"},
    }));
    CAPTURE(text);
    CHECK(codes_and_places(document(text).diagnostics) == told);
}

TEST_CASE("a long key is not told in full") {
    const auto read = document(std::string(500, 'x') + "!: y\n");
    REQUIRE(read.diagnostics.found().size() == 1);
    CHECK(read.diagnostics.found()[0].message.size() < 200);
}

}  // namespace
}  // namespace csapath
