// SPDX-License-Identifier: MIT
#include "engine/document/yaml.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/definition_text.hpp"
#include "tests/support/document.hpp"

namespace csapath {
namespace {

using engine::Node;

std::string in_quotes(const std::string& text) {
    std::string quoted = "\"";
    for (const char letter : text) {
        if (letter == '"' || letter == '\\') quoted += '\\';
        quoted += letter == '\n' ? std::string("\\n") : std::string(1, letter);
    }
    return quoted + '"';
}

/// A tree in one line, all of it in quotes and brackets: another way to write the same thing.
std::string in_brackets(const Node& node) {
    if (node.is_scalar()) return in_quotes(node.text());
    std::string inside;
    for (const Node& item : node.items) inside += (inside.empty() ? "" : ", ") + in_brackets(item);
    for (const Node::Entry& entry : node.entries)
        inside += (inside.empty() ? "" : ", ") + in_quotes(entry.key.text) + ": " + in_brackets(entry.value);
    return node.is_list() ? '[' + inside + ']' : '{' + inside + '}';
}

TEST_CASE("a definition is read whole, and reads the same when it is written another way") {
    const auto first = document(std::string(definition_text));
    REQUIRE(codes_and_places(first.diagnostics).empty());
    REQUIRE(first.root);
    const auto second = document(in_brackets(*first.root));
    REQUIRE(codes_and_places(second.diagnostics).empty());
    REQUIRE(second.root);
    CHECK(in_brackets(*second.root) == in_brackets(*first.root));

    const Node& referral = *first.root->find("steps")->find("referral");
    CHECK(referral.find("next")->find("screening")->text() == "must within 1 working day");
    CHECK(first.root->find("agencies")->find("social-care")->find("aliases")->items.at(2).text() ==
          "children's services");
    CHECK(first.root->find("version")->style == Node::Style::quoted);
    CHECK(first.root->find("title")->style == Node::Style::plain);
}

/// Every value lies inside the value that holds it, after the one before it, and none is empty.
void check_places(const Node& node) {
    CHECK_FALSE(node.where.empty());
    std::uint32_t reached = node.where.begin;
    const auto check = [&](const rules::Span& where) {
        CHECK(where.begin >= reached);
        CHECK(where.end <= node.where.end);
        reached = where.end;
    };
    for (const Node& item : node.items) {
        check(item.where);
        check_places(item);
    }
    for (const Node::Entry& entry : node.entries) {
        CHECK(entry.key.where.text().find(entry.key.text) != std::string::npos);
        check(entry.key.where);
        check(entry.value.where);
        check_places(entry.value);
    }
    if (node.is_scalar() && node.style == Node::Style::plain) CHECK(node.where.text() == node.text());
}

TEST_CASE("every value of a definition knows its place") {
    const auto read = document(std::string(definition_text));
    REQUIRE(read.root);
    check_places(*read.root);
}

TEST_CASE("lists and maps have their brackets, or run from their first word to their last") {
    auto [text, written] = GENERATE(table<std::string, std::string>({
        {"a: [b, c]\n", "[b, c]"},
        {"a: [b, # why\n  c, ]\nd: e\n", "[b, # why\n  c, ]"},
        {"a: { }\n", "{ }"},
        {"a: []\n", "[]"},
        {"a: {b: {c: d} }\n", "{b: {c: d} }"},
        {"a:\n  b: c\n  d: e\nf: g\n", "b: c\n  d: e"},
        {"a:\n- b\n- - c\n  - d\nf: g\n", "- b\n- - c\n  - d"},
        {"a:\n  - b: c\n    d: \"e\"\n# why\nf: g\n", "- b: c\n    d: \"e\""},
    }));
    CAPTURE(text);
    const auto read = document(text);
    REQUIRE(read.root);
    CHECK(read.root->find("a")->where.text() == written);
}

TEST_CASE("Y02: a file with nothing in it holds no definition") {
    const std::string text = GENERATE(as<std::string>{}, "", "\n\n", "# only\n# comments\n", "---\n", "--- # x\n",
                                      "~\n", "null\n", "\xEF\xBB\xBF", "\xEF\xBB\xBF\n", "   \n");
    CAPTURE(text);
    const auto read = document(text);
    CHECK_FALSE(read.root);
    CHECK(codes_and_places(read.diagnostics) == "Y002 1:1\n");
}

TEST_CASE("a definition may begin with --- and end with ...") {
    CHECK(document("---\na: b\n").root);
    CHECK(document("# why\n--- # why\na: b\n...\n").root);
}

TEST_CASE("Y47: a file larger than the limit is refused before it is read") {
    engine::YamlLimits limits;
    limits.bytes = 5;
    CHECK(document("a: b\n", limits).root);
    const auto read = document("a: b\n\n", limits);
    CHECK_FALSE(read.root);
    CHECK(codes_and_places(read.diagnostics) == "F003 1:1\n");
}

TEST_CASE("a directive of YAML is refused") {
    const auto read = document("%YAML 1.2\n---\na: b\n%TAG ! x\n");
    CHECK_FALSE(read.root);
    CHECK(codes_and_places(read.diagnostics) == "Y014 1:1\nY014 4:1\n");
}

TEST_CASE("what is told is told in plain English, without the words of a library") {
    for (const std::string text : {"a: [b\n", "a: b: c\n", "a: &x *x\n", "a: @\n", "- a\n b: c\n", "a: \"\\xZZ\"\n"}) {
        const auto read = document(text);
        CAPTURE(text);
        CHECK_FALSE(read.diagnostics.empty());
        for (const std::string words : {"yaml-cpp", "illegal", "scalar", "token", "node", "sequence", "EOF"})
            CHECK_FALSE(says(read.diagnostics, words));
    }
}

TEST_CASE("a file that was refused adds to what was said before, and takes nothing away") {
    rules::Diagnostics diagnostics;
    const rules::Source one("one.yaml", "a: ~\n");
    const rules::Source two("two.yaml", "a: b\n");
    CHECK_FALSE(engine::node_from_yaml(one, diagnostics));
    CHECK(engine::node_from_yaml(two, diagnostics));
    CHECK(codes_and_places(diagnostics) == "Y011 1:1\n");
}

}  // namespace
}  // namespace csapath
