// SPDX-License-Identifier: MIT
#include "engine/document/json_tree.hpp"

#include "tests/support/catch.hpp"

using namespace csapath::engine;

namespace csapath {
namespace {

TEST_CASE("a JSON text becomes a tree whose members are found by name") {
    JsonProblem problem;
    const auto tree = json_tree(R"({"a": [1, -2, "x\u00e9", true, null], "b": {"c": {}}, "d": []})", problem);
    REQUIRE(tree);
    const JsonNode* const list = tree->member("a");
    REQUIRE(list != nullptr);
    REQUIRE(list->items.size() == 5);
    CHECK(list->items[0].whole == 1);
    CHECK(list->items[1].whole == -2);
    CHECK(list->items[2].text == "x\xC3\xA9");
    CHECK(list->items[3].yes);
    CHECK(list->items[4].kind == JsonNode::Kind::null);
    REQUIRE(tree->member("b") != nullptr);
    CHECK(tree->member("b")->member("c")->kind == JsonNode::Kind::object);
    CHECK(tree->member("d")->items.empty());
    CHECK(tree->member("e") == nullptr);
    CHECK(list->member("a") == nullptr);
}

TEST_CASE("a number that is not whole, or that 64 bits do not hold, is never taken for another") {
    for (const char* text : {"1.5", "1e3", "9223372036854775808", "-9223372036854775809", "1e400"}) {
        CAPTURE(text);
        JsonProblem problem;
        const auto tree = json_tree(text, problem);
        if (tree) CHECK(tree->kind == JsonNode::Kind::other);
    }
    JsonProblem problem;
    CHECK(json_tree("9223372036854775807", problem)->whole == INT64_MAX);
}

TEST_CASE("what is not one JSON value is refused, with the place") {
    for (const char* text : {"", "{", "{\"a\": 1,}", "[1 2]", "{} {}", "{'a': 1}", "nul", "\"\xFF\"", "[NaN]"}) {
        CAPTURE(text);
        JsonProblem problem;
        CHECK_FALSE(json_tree(text, problem));
        CHECK_FALSE(problem.too_deep);
        CHECK_FALSE(problem.key_twice);
    }
}

TEST_CASE("a key that stands twice in one object is refused; in two objects it may") {
    JsonProblem problem;
    CHECK_FALSE(json_tree(R"({"a": 1, "b": 2, "a": 3})", problem));
    CHECK(problem.key_twice);
    CHECK(json_tree(R"([{"a": 1}, {"a": {"a": 2}}])", problem));
}

TEST_CASE("what is nested too deeply is refused before it can do harm") {
    const std::string deep(deepest_json, '['), end(deepest_json, ']');
    JsonProblem problem;
    CHECK(json_tree(deep + end, problem));
    CHECK_FALSE(json_tree('[' + deep + end + ']', problem));
    CHECK(problem.too_deep);
    CHECK_FALSE(json_tree(std::string(1'000'000, '['), problem));
}

}  // namespace
}  // namespace csapath
