// SPDX-License-Identifier: MIT
#include "engine/pathway/edge_key.hpp"

#include <string>
#include <tuple>
#include <vector>

#include "tests/support/catch.hpp"
#include "tests/support/definition.hpp"

namespace csapath::engine {
namespace {

/// Three steps, and in line 10, column 7, an edge of the first.
LoadedDefinition with_edge(const std::string& key) {
    return load_definition(
        definition("steps:\n"
                   "  referral:\n"
                   "    next:\n"
                   "      " +
                   key +
                   ": must\n"
                   "  visit: {}\n"
                   "  screening: {}\n"));
}

TEST_CASE("an edge leads to one step or to any of several, and its id does not hang on their order") {
    const auto [key, id, targets] = GENERATE(table<std::string, std::string, rules::typed::Steps>({
        {"screening", "referral.next.screening", {2}},
        {"screening or visit", "referral.next.screening-or-visit", {1, 2}},
        {"visit or screening", "referral.next.screening-or-visit", {1, 2}},
        {"visit as transfer", "referral.next.transfer", {1}},
        {"visit or screening as contact", "referral.next.contact", {1, 2}},
        {"referral", "referral.next.referral", {0}},
    }));
    CAPTURE(key);
    const LoadedDefinition loaded = with_edge(key);
    CHECK(loaded.told() == "");
    REQUIRE(loaded.pathway);
    REQUIRE(loaded.pathway->rules.size() == 1);
    const Rule& rule = loaded.pathway->rules.front();
    CHECK(rule.id == id);
    REQUIRE(rule.edge());
    CHECK(rule.edge()->to == targets);
}

TEST_CASE("a key that leads nowhere, or cannot be an id, is told at the word that is wrong") {
    const auto [row, key, codes] = GENERATE(table<std::string, std::string, std::string>({
        {"Y29 one step", "visti", "P006 10:7\n"},
        {"Y29 the second step", "visit or screning", "P006 10:16\n"},
        {"Y29 both", "visti or screning", "P006 10:7\nP006 10:16\n"},
        {"one step twice", "visit or visit", "R016 10:16\n"},
        {"R06 a keyword after as", "visit as must", "P002 10:16\n"},
    }));
    CAPTURE(row);
    const LoadedDefinition loaded = with_edge(key);
    CHECK(loaded.codes() == codes);
    CHECK_FALSE(loaded.pathway);
}

TEST_CASE("a key in quotes gets no further than one without") {
    const std::string key = GENERATE(as<std::string>{}, "\"visit or\"", "\"visit as\"", "\"visit as a b\"",
                                     "\"visit, screening\"", "\"visit as a or screening\"", "\" \"", "\"\"");
    CAPTURE(key);
    const LoadedDefinition loaded = with_edge(key);
    CHECK(loaded.diagnostics.any_error());
    CHECK_FALSE(loaded.pathway);
}

TEST_CASE("two edges may not have one id, however it is made") {
    const auto [row, first, second] = GENERATE(table<std::string, std::string, std::string>({
        {"the same targets", "visit or screening", "screening or visit"},
        {"a word that is a target", "visit", "screening as visit"},
        {"one word twice", "visit as a", "screening as a"},
        {"a word that joins", "visit or screening", "visit as screening-or-visit"},
    }));
    CAPTURE(row);
    const LoadedDefinition loaded = with_edge(first + ": must\n      " + second);
    CHECK(loaded.codes() == "P003 11:7\n");
    REQUIRE(loaded.diagnostics.found().size() == 1);
    REQUIRE(loaded.diagnostics.found().front().also.size() == 1);
    CHECK(rules::address(loaded.diagnostics.found().front().also.front().where) == "test.yaml:10:7");
}

TEST_CASE("a target that does not exist is told with the nearest step") {
    CHECK(with_edge("screning").told().find("did you mean 'screening'?") != std::string::npos);
}

}  // namespace
}  // namespace csapath::engine
