// SPDX-License-Identifier: MIT
#include "engine/readers/name_table.hpp"

#include <string>

#include "tests/support/catch.hpp"

using csapath::engine::NameTable;
using csapath::engine::PaddedText;

TEST_CASE("a text that was added is found, and no other") {
    NameTable<int> table;
    CHECK(table.find("") == nullptr);
    CHECK(table.find("anything") == nullptr);
    // One of each length up to 40, so that short, middling and long keys are all there, and neighbours of each.
    for (int size = 0; size <= 40; ++size) table.add(std::string(static_cast<std::size_t>(size), 'a'), size);
    for (int size = 0; size <= 40; ++size) {
        const std::string text(static_cast<std::size_t>(size), 'a');
        const int* const found = table.find(text);
        REQUIRE(found != nullptr);
        CHECK(*found == size);
        for (std::size_t place = 0; place < text.size(); ++place) {
            std::string other = text;
            other[place] = 'b';
            REQUIRE(table.find(other) == nullptr);
        }
    }
}

TEST_CASE("a text is found whatever stands behind it, and behind it nothing is looked at") {
    NameTable<int> table;
    for (int size = 0; size <= 40; ++size) table.add(std::string(static_cast<std::size_t>(size), 'a'), size);
    const auto behind = GENERATE('a', 'b', '\0', '\xFF');
    for (std::size_t size = 0; size <= 40; ++size) {
        std::string text = std::string(size, 'a') + std::string(PaddedText::padding, behind);
        const int* const found = table.find(PaddedText{std::string_view{text}.substr(0, size)});
        REQUIRE(found != nullptr);
        CHECK(*found == static_cast<int>(size));
        for (std::size_t place = 0; place < size; ++place) {
            std::string other = text;
            other[place] = 'b';
            REQUIRE(table.find(PaddedText{std::string_view{other}.substr(0, size)}) == nullptr);
        }
    }
}

TEST_CASE("a text that ends in noughts is another than the one without them") {
    NameTable<int> table;
    table.add("police", 1);
    const std::string longer("police\0\0", 8);
    CHECK(table.find(longer) == nullptr);
    table.add(longer, 2);
    CHECK(*table.find(longer) == 2);
    CHECK(*table.find("police") == 1);
}

TEST_CASE("it grows, and takes no more when it is full") {
    NameTable<int> table;
    for (int number = 0; number < 100'000; ++number) table.add("name " + std::to_string(number), number);
    int found = 0;
    for (int number = 0; number < 100'000; ++number) {
        const int* const known = table.find("name " + std::to_string(number));
        if (known == nullptr) continue;
        REQUIRE(*known == number);
        ++found;
    }
    CHECK(found > 3000);
    CHECK(found <= 8192);
    CHECK(table.find(std::string(300, 'x')) == nullptr);
    table.add(std::string(300, 'x'), 1);  // too long to be worth keeping
    CHECK(table.find(std::string(300, 'x')) == nullptr);
}
