// SPDX-License-Identifier: MIT
#include "engine/mappings/value_map.hpp"

#include "engine/mappings/plain_words.hpp"
#include "tests/support/catch.hpp"

using namespace csapath::engine;

TEST_CASE("names are the same where only case, spaces and look-alike signs differ") {
    const auto [written, plain] = GENERATE(table<std::string, std::string>({
        {"Child Unique ID ", "child unique id"},
        {"\xC2\xA0"
         "Child\xC2\xA0Unique\xC2\xA0ID",
         "child unique id"},
        {"child_unique-id", "child unique id"},
        {"Child\r\nUnique  ID", "child unique id"},
        {"child\xE2\x80\x99s name", "child's name"},
        {"Section 47 \xE2\x80\x93 start", "section 47 start"},
        {"", ""},
        {" \t ", ""},
    }));
    CAPTURE(written);
    CHECK(plain_words(written) == plain);
}

TEST_CASE("a pattern's stars stand for anything, and everything else for itself") {
    const auto [pattern, text, fits] = GENERATE(table<std::string, std::string, bool>({
        {"contacts", "contacts", true},
        {"contacts", "contacts 2", false},
        {"contacts*", "contacts 2", true},
        {"*contacts", "list 1 contacts", true},
        {"*a*b*", "xxaxxbxx", true},
        {"*a*b*", "xxbxxaxx", false},
        {"*", "", true},
        {"", "", true},
        {"", "x", false},
        {"a*a", "a", false},
        {"*ab", "aab", true},
    }));
    CAPTURE(pattern, text);
    CHECK(fits_pattern(pattern, text) == fits);
}

TEST_CASE("a written value means what is listed, and nothing else") {
    ValueMap map;
    CHECK(map.add("Sexual abuse", "SAB") == nullptr);
    CHECK(map.add("c) Sexual*", "SAB") == nullptr);
    CHECK(map.add("c)*", "other") == nullptr);
    const auto meaning = [&](const std::string& text) {
        const std::string* const found = map.find(text);
        return found == nullptr ? "" : *found;
    };
    CHECK(meaning("SEXUAL  ABUSE") == "SAB");
    CHECK(meaning("c) Sexual abuse") == "SAB");
    CHECK(meaning("c) something") == "other");
    CHECK(meaning("SAB").empty());
    CHECK(meaning("Sexual").empty());
    CHECK(meaning("").empty());
}

TEST_CASE("a spelling cannot be listed twice") {
    ValueMap map;
    map.add("N", "no");
    map.add("No*", "no");
    REQUIRE(map.add("n ", "yes") != nullptr);
    CHECK(*map.add("n ", "yes") == "no");
    REQUIRE(map.add("no*", "yes") != nullptr);
    CHECK(map.spellings() == std::vector<std::string>{"N", "No*"});
    CHECK(map.meanings() == std::vector<std::string>{"no"});
}
