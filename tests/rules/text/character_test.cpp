// SPDX-License-Identifier: MIT
#include "rules/text/character.hpp"

#include <string>

#include "tests/support/catch.hpp"

using namespace csapath::rules;

TEST_CASE("a character is read whole, whatever follows it") {
    // The encodings are those of the Unicode standard: the least and the greatest code point of each length.
    auto [bytes, code] = GENERATE(table<std::string, char32_t>({
        {"A", 0x41},
        {std::string(1, '\0'), 0},
        {"\x7F", 0x7F},
        {"\xC2\x80", 0x80},
        {"\xC3\xAB", 0xEB},  // e with diaeresis
        {"\xDF\xBF", 0x7FF},
        {"\xE0\xA0\x80", 0x800},
        {"\xE2\x80\xAE", 0x202E},
        {"\xED\x9F\xBF", 0xD7FF},  // the last before the surrogates
        {"\xEE\x80\x80", 0xE000},  // the first after them
        {"\xEF\xBF\xBF", 0xFFFF},
        {"\xF0\x90\x80\x80", 0x10000},
        {"\xF4\x8F\xBF\xBF", 0x10FFFF},
    }));
    CAPTURE(bytes);
    const std::string alone = bytes;
    const std::string followed = bytes + "\x80z";
    for (const std::string& text : {alone, followed}) {
        const Character found = first_character(text);
        CHECK(found.valid);
        CHECK(found.code == code);
        CHECK(found.bytes == bytes.size());
    }
}

TEST_CASE("a byte that belongs to no character stands alone") {
    auto text = GENERATE(as<std::string>{}, "\x80", "\xBF", "\xC0\x80", "\xC1\xBF",    // overlong
                         "\xC3", "\xC3(", "\xE2\x80", "\xE2(\xA1", "\xF0\x9F\x98",     // cut short
                         "\xE0\x9F\xBF", "\xF0\x8F\xBF\xBF",                           // overlong
                         "\xED\xA0\x80", "\xED\xBF\xBF",                               // surrogates
                         "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFE", "\xFF\xFF");  // beyond the last
    CAPTURE(text);
    const Character found = first_character(text);
    CHECK_FALSE(found.valid);
    CHECK(found.bytes == 1);
    CHECK(found.code == static_cast<unsigned char>(text[0]));
}
