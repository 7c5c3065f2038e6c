// SPDX-License-Identifier: MIT
#include "engine/cases/text_store.hpp"

#include <string>
#include <vector>

#include "tests/support/catch.hpp"

using csapath::engine::TextStore;

TEST_CASE("kept texts stay as they are, however many come after them and however long they are") {
    TextStore store;
    std::vector<std::string> texts;
    for (std::size_t number = 0; number < 2000; ++number)
        texts.emplace_back(number % 97 == 0 ? 20'000 + number : number % 61, static_cast<char>('a' + number % 26));
    for (int round = 0; round < 3; ++round) {  // the memory of one round serves the next
        std::vector<std::string_view> kept;
        for (const std::string& text : texts) kept.push_back(store.keep(std::string(text)));
        for (std::size_t number = 0; number < texts.size(); ++number) REQUIRE(kept[number] == texts[number]);
        store.forget();
    }
}

TEST_CASE("an empty text can be kept, also as the first") {
    TextStore store;
    CHECK(store.keep("").empty());
    CHECK(store.keep({}).empty());
    CHECK(store.keep("a") == "a");
}
