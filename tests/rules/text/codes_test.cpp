// SPDX-License-Identifier: MIT
#include "rules/text/codes.hpp"

#include <algorithm>
#include <cctype>
#include <set>
#include <string>

#include "tests/support/catch.hpp"

using namespace csapath::rules;

TEST_CASE("every code finds its own row") {
    std::size_t number = 0;
    for (const CodeRow& entry : all_codes()) {
        CAPTURE(entry.id);
        CHECK(static_cast<std::size_t>(entry.code) == number++);
        CHECK(&row(entry.code) == &entry);
    }
    CHECK(row(Code::file_unreadable).id == "F001");
    CHECK(row(Code::field_missing).id == "Y021");
    CHECK(row(Code::census_module_twice).id == "X010");
}

TEST_CASE("an id is a letter and three digits, and no two messages share one") {
    std::set<std::string_view> ids;
    for (const CodeRow& entry : all_codes()) {
        CAPTURE(entry.id);
        REQUIRE(entry.id.size() == 4);
        CHECK(std::string_view("FYRPKCDMSNLWXA").find(entry.id[0]) != std::string_view::npos);
        CHECK(std::all_of(entry.id.begin() + 1, entry.id.end(), [](char c) { return c >= '0' && c <= '9'; }));
        CHECK(ids.insert(entry.id).second);
    }
}

TEST_CASE("the messages of one letter stand together, in the order of their numbers") {
    std::set<char> finished;
    std::string_view last;
    for (const CodeRow& entry : all_codes()) {
        CAPTURE(last, entry.id);
        if (!last.empty() && last[0] != entry.id[0]) {
            finished.insert(last[0]);
        } else {
            CHECK(last < entry.id);
        }
        CHECK(finished.count(entry.id[0]) == 0);
        last = entry.id;
    }
}

TEST_CASE("a title can stand as a heading: a few words, no full stop") {
    std::set<std::string_view> titles;
    for (const CodeRow& entry : all_codes()) {
        CAPTURE(entry.id, entry.title);
        CHECK(entry.title.size() >= 8);
        CHECK(entry.title.size() <= 70);
        CHECK(entry.title.back() != '.');
    }
}

TEST_CASE("severity is the catalogue's, not the finder's") {
    CHECK(row(Code::field_unknown).severity == Severity::error);
    CHECK(row(Code::rule_always).severity == Severity::warning);
    CHECK(row(Code::data_duplicate).severity == Severity::note);
}
