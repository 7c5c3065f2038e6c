// SPDX-License-Identifier: MIT
#include "rules/text/diagnostic.hpp"

#include "tests/support/catch.hpp"

using namespace csapath::rules;

namespace {
std::vector<std::string> messages(const Diagnostics& diagnostics) {
    std::vector<std::string> all;
    for (const Diagnostic& diagnostic : diagnostics.found()) all.push_back(diagnostic.message);
    return all;
}
using Messages = std::vector<std::string>;
}  // namespace

TEST_CASE("nothing found is no error") {
    const Diagnostics none;
    CHECK(none.empty());
    CHECK_FALSE(none.any_error());
    CHECK(none.errors() == 0);
}

TEST_CASE("a warning or a note is not an error") {
    Diagnostics diagnostics;
    diagnostics.add({.code = Code::rule_always, .where = {}, .message = "always true"});
    diagnostics.add({.code = Code::data_duplicate, .where = {}, .message = "twice"});
    CHECK_FALSE(diagnostics.empty());
    CHECK_FALSE(diagnostics.any_error());

    diagnostics.add({.code = Code::rule_type, .where = {}, .message = "a date and a number"});
    CHECK(diagnostics.any_error());
    CHECK(diagnostics.errors() == 1);
}

TEST_CASE("what one stage found is added to what another did, in order") {
    Diagnostics first, second;
    first.add({.code = Code::rule_type, .where = {}, .message = "one"});
    second.add({.code = Code::rule_type, .where = {}, .message = "two"});
    second.add({.code = Code::rule_value, .where = {}, .message = "three"});
    first.add(second);
    CHECK(messages(first) == Messages{"one", "two", "three"});
    CHECK(messages(second) == Messages{"two", "three"});
}

TEST_CASE("messages are told by file, then place, then code") {
    Sources sources;
    const Source& second_file = sources.add("b.yaml", "0123456789");
    const Source& first_file = sources.add("a.yaml", "0123456789");
    Diagnostics diagnostics;
    diagnostics.add({.code = Code::rule_empty, .where = {&second_file, 0, 1}, .message = "b 0"});
    diagnostics.add({.code = Code::rule_type, .where = {&first_file, 5, 6}, .message = "a 5 R005"});
    diagnostics.add({.code = Code::rule_empty, .where = {&first_file, 5, 9}, .message = "a 5 R001, found first"});
    diagnostics.add({.code = Code::rule_empty, .where = {&first_file, 5, 6}, .message = "a 5 R001, found second"});
    diagnostics.add({.code = Code::rule_value, .where = {&first_file, 2, 3}, .message = "a 2"});
    diagnostics.sort();
    CHECK(messages(diagnostics) ==
          Messages{"a 2", "a 5 R001, found first", "a 5 R001, found second", "a 5 R005", "b 0"});
}

TEST_CASE("rows of data files, which have no place, keep the order in which they were read") {
    Sources sources;
    const Source& source = sources.add("a.yaml", "text");
    Diagnostics diagnostics;
    diagnostics.add({.code = Code::rule_type, .where = {&source, 0, 1}, .message = "a"});
    diagnostics.add({.code = Code::data_value, .where = {}, .message = "value", .address = "cases.csv:9"});
    diagnostics.add({.code = Code::data_date, .where = {}, .message = "date", .address = "cases.csv:17"});
    diagnostics.sort();
    CHECK(messages(diagnostics) == Messages{"value", "date", "a"});
}

TEST_CASE("an exact repeat is told once, wherever it stands") {
    Sources sources;
    const Source& source = sources.add("a.yaml", "text");
    const Diagnostic repeated{.code = Code::rule_type, .where = {&source, 0, 1}, .message = "same"};
    Diagnostics diagnostics;
    diagnostics.add(repeated);
    diagnostics.add({.code = Code::rule_type, .where = {&source, 0, 1}, .message = "other"});
    diagnostics.add(repeated);
    diagnostics.sort();
    CHECK(messages(diagnostics) == Messages{"same", "other"});
}

TEST_CASE("what differs in anything a reader sees is no repeat") {
    Sources sources;
    const Source& source = sources.add("a.yaml", "text");
    const Diagnostic first{.code = Code::rule_type, .where = {&source, 0, 1}, .message = "same"};
    Diagnostic other = first;
    SECTION("the stretch of text") {
        other.where.end = 2;
    }
    SECTION("the code") {
        other.code = Code::rule_value;
    }
    SECTION("the label") {
        other.label = "here";
    }
    SECTION("the help") {
        other.help = "write it otherwise";
    }
    SECTION("another place") {
        other.also.push_back({{&source, 2, 3}, "the first one"});
    }
    SECTION("the row") {
        other.address = "cases.csv:17";
    }
    Diagnostics diagnostics;
    diagnostics.add(first);
    diagnostics.add(other);
    diagnostics.sort();
    CHECK(diagnostics.found().size() == 2);
}
