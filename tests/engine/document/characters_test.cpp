// SPDX-License-Identifier: MIT
#include "engine/document/characters.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/document.hpp"

namespace csapath {
namespace {

using namespace std::string_literals;

TEST_CASE("Y45, Y46: a character that has no place in a definition is named by its code point") {
    auto [text, told, words] = GENERATE(table<std::string, std::string, std::string>({
        {"a: b\0\n"s, "F006 1:5\n", "U+0000 (a control character)"},
        {"a: \x1B[31mred\n", "F006 1:4\n", "U+001B (a control character)"},
        {"a: \x7F\n", "F006 1:4\n", "U+007F"},
        {"a: \xC2\x85\n", "F006 1:4\n", "U+0085 (a control character)"},
        {"\xC2\xA0\xC2\xA0title: x\n", "F006 1:1\nF006 1:2\n", "U+00A0 (a no-break space)"},
        {"ti\xC2\xADtle: x\n", "F006 1:3\n", "U+00AD (a soft hyphen"},
        {"a: Zo\xC3\xAB\xE2\x80\x8B\n", "F006 1:7\n", "U+200B (a zero-width space)"},
        {"a: x\xE2\x80\x8Dy\n", "F006 1:5\n", "U+200D (a zero-width joiner)"},
        {"a: 1\nb: x\xE2\x80\xA8y\n", "F006 2:5\n", "U+2028 (a line separator"},
        {"a: \xE2\x80\xAEx\n", "F006 1:4\n", "U+202E (a mark that turns"},
        {"a: \xE2\x81\xA6x\n", "F006 1:4\n", "U+2066 (a mark that turns"},
        {"a: 1\n\xEF\xBB\xBF"s + "b: 2\n", "F006 2:1\n", "U+FEFF (a byte order mark"},
        {"a: b\rc: d\n", "F006 1:5\n", "U+000D (a carriage return"},
    }));
    CAPTURE(words);
    const auto read = document(text);
    CHECK_FALSE(read.root);
    CHECK(codes_and_places(read.diagnostics) == told);
    CHECK(says(read.diagnostics, words));
}

TEST_CASE("Y46: a file in another encoding is told with the byte that shows it") {
    auto [text, told, words] = GENERATE(table<std::string, std::string, std::string>({
        {"\xFF\xFE"s + "a\0:\0 \0b\0"s, "F005 1:1\n", "saved as UTF-16"},
        {"\xFE\xFF"s + "\0a\0:\0 \0b"s, "F005 1:1\n", "save it as UTF-8"},
        {"a\0:\0 \0b\0"s, "F005 1:1\n", "saved as UTF-16"},
        {"\0a\0:\0 \0b"s, "F005 1:1\n", "saved as UTF-16"},
        {"\xFF\xFE\0\0"s + "a\0\0\0"s, "F005 1:1\n", "saved as UTF-32"},
        {"a\0\0\0:\0\0\0"s, "F005 1:1\n", "saved as UTF-32"},
        {"title: caf\xE9\n", "F005 1:11\n", "byte 11 of the file (0xE9)"},
        {"a: 1\nb: \xC3\n", "F005 2:4\n", "byte 9 of the file (0xC3)"},
        {"a: \xC0\xAF\n", "F005 1:4\n", "is not UTF-8"},      // a slash, longer than needed
        {"a: \xED\xA0\x80\n", "F005 1:4\n", "is not UTF-8"},  // half of a pair of UTF-16
        {"a: \xF4\x90\x80\x80\n", "F005 1:4\n", "is not UTF-8"},
    }));
    CAPTURE(words);
    const auto read = document(text);
    CHECK_FALSE(read.root);
    CHECK(codes_and_places(read.diagnostics) == told);
    CHECK(says(read.diagnostics, words));
}

TEST_CASE("letters of any language, tabs that do not indent, and either line end are read") {
    const std::string text = GENERATE("a: Zo\xC3\xAB \xC5\x81\xC3\xB3\xC5\xBA \xE2\x80\x94 \xF0\x9F\x98\x80\n"s,
                                      "a:\tb\n"s, "a: b\t# why\n"s, "a: b\r\nc: d\r\n"s, "\xEF\xBB\xBF"s + "a: b\n");
    CAPTURE(text);
    const auto read = document(text);
    CHECK(codes_and_places(read.diagnostics).empty());
    CHECK(read.root);
}

TEST_CASE("a byte order mark at the start moves no place") {
    const auto read = document(
        "\xEF\xBB\xBF"
        "a: b\nc: !x d\n");
    CHECK(codes_and_places(read.diagnostics) == "Y008 2:4\n");
    CHECK(codes_and_places(document("\xEF\xBB\xBF"
                                    "a: !x b\n")
                               .diagnostics) == "Y008 1:4\n");
}

TEST_CASE("what a word processor puts for a plain sign has a name") {
    CHECK(engine::described(0x201C) == "U+201C (a curly quotation mark)");
    CHECK(engine::described(0x2013) == "U+2013 (a dash that is no plain hyphen)");
    CHECK(engine::described(0x0430) == "U+0430");
    CHECK_FALSE(engine::forbidden(0x201C));
    CHECK_FALSE(engine::forbidden(0x0430));
}

TEST_CASE("characters are told up to a hundred times") {
    const auto read = document(std::string(500, '\x01'));
    CHECK(read.diagnostics.found().size() == 100);
}

}  // namespace
}  // namespace csapath
