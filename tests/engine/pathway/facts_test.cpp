// SPDX-License-Identifier: MIT
#include <string>
#include <tuple>

#include "tests/support/catch.hpp"
#include "tests/support/definition.hpp"

namespace csapath::engine {
namespace {

using Kind = rules::Type::Kind;

LoadedDefinition with_facts(const std::string& lines) {
    return load_definition(definition("facts:\n" + lines + "steps: {screening: {}}\n"));
}

TEST_CASE("each type of fact can be declared") {
    const auto [written, kind] = GENERATE(table<std::string, Kind>({
        {"text", Kind::text},
        {"number", Kind::number},
        {"yes-no", Kind::yes_no},
        {"date", Kind::date},
        {"instant", Kind::instant},
        {"one-of, values: [a, b]", Kind::one_of},
        {"many-of, values: [a, b]", Kind::many_of},
        {"agency", Kind::agency},
        {"agencies", Kind::agencies},
    }));
    CAPTURE(written);
    const LoadedDefinition loaded = with_facts("  x: {type: " + written + ", title: An X}\n");
    CHECK(loaded.told() == "");
    REQUIRE(loaded.pathway);
    const rules::Vocabulary& words = loaded.pathway->words;
    REQUIRE(words.attribute("x"));
    const rules::Fact& fact = words.facts()[*words.attribute("x")];
    CHECK(fact.type.kind == kind);
    CHECK(fact.title == "An X");
    CHECK_FALSE(fact.of_case);
}

TEST_CASE("a fact of the case is found as one, and not as an attribute of a step") {
    const LoadedDefinition loaded = with_facts("  disability: {type: yes-no, of: case}\n");
    REQUIRE(loaded.pathway);
    CHECK(loaded.pathway->words.attribute_of_case("disability"));
    CHECK_FALSE(loaded.pathway->words.attribute_of_step(0, "disability"));
}

TEST_CASE("a fact may be named by most words of the sentence language") {
    CHECK(with_facts("  screening.record: {type: text}\n").told() == "");
}

TEST_CASE("facts that always exist may be declared again only as they are") {
    const auto [row, lines, codes] = GENERATE(table<std::string, std::string, std::string>({
        {"as it is", "  date-of-birth: {type: date, of: case, title: Date of birth}\n", ""},
        {"of another type", "  date-of-birth: {type: text, of: case}\n", "P002 8:3\n"},
        {"of events", "  date-of-birth: {type: date}\n", "P002 8:3\n"},
        {"an attribute of every event", "  attended: {type: agencies}\n", "P002 8:3\n"},
        {"an attribute of every event, of the case", "  agency: {type: agency, of: case}\n", "P002 8:3\n"},
        {"an attribute of every event, for a step", "  screening.system: {type: text}\n", "P002 8:3\n"},
        {"for a step, what the case has as well", "  screening.team: {type: text}\n", ""},
    }));
    CAPTURE(row);
    CHECK(with_facts(lines).codes() == codes);
}

TEST_CASE("facts that are declared wrongly are told at their place") {
    const auto [row, lines, codes] = GENERATE(table<std::string, std::string, std::string>({
        {"Y15 no type", "  x: {title: X}\n", "Y021 8:6\n"},
        {"Y54 another type", "  x: {type: boolean}\n", "Y023 8:13\n"},
        {"a type that definitions cannot write", "  x: {type: step}\n", "Y023 8:13\n"},
        {"Y17 a bare type", "  x: date\n", "Y022 8:6\n"},
        {"Y15 no values", "  x: {type: one-of}\n", "Y021 8:6\n"},
        {"an empty list of values", "  x: {type: one-of, values: []}\n", "Y023 8:29\n"},
        {"Y18 a map of values", "  x: {type: one-of, values: {a: b}}\n", "Y022 8:29\n"},
        {"values of a type that has none", "  x: {type: text, values: [a]}\n", "Y023 8:27\n"},
        {"a value twice", "  x: {type: one-of, values: [a, b, a]}\n", "R016 8:36\n"},
        {"a value twice but for case", "  x: {type: many-of, values: [Red, red]}\n", "R016 8:36\n"},
        {"a blank value", "  x: {type: one-of, values: [a, \" \"]}\n", "Y023 8:33\n"},
        {"a value that reads as two", "  x: {type: many-of, values: [\"a;b\"]}\n", "Y023 8:31\n"},
        {"of something else", "  x: {type: text, of: child}\n", "Y023 8:23\n"},
        {"of a step and of the case", "  screening.x: {type: text, of: case}\n", "Y023 8:33\n"},
        {"the case as a step", "  case.x: {type: text}\n", "P002 8:3\n"},
        {"Y29 of no step", "  screning.x: {type: text}\n", "P006 8:3\n"},
        {"of a step of a step", "  screening.x.y: {type: text}\n", "P002 8:3\n"},
        {"R06 a word that cannot be an attribute", "  age: {type: number}\n", "P002 8:3\n"},
        {"R06 the same for a step", "  screening.time: {type: text}\n", "P002 8:3\n"},
        {"Y13 a key misspelt", "  x: {type: text, titel: X}\n", "Y020 8:19\n"},
    }));
    CAPTURE(row);
    const LoadedDefinition loaded = with_facts(lines);
    CHECK(loaded.codes() == codes);
    CHECK_FALSE(loaded.pathway);
}

TEST_CASE("a fact may have 128 values, and not one more") {
    std::string values = "v1";
    for (int number = 2; number <= 128; ++number) values += ", v" + std::to_string(number);
    CHECK(with_facts("  x: {type: many-of, values: [" + values + "]}\n").codes() == "");
    CHECK(with_facts("  x: {type: many-of, values: [" + values + ", more]}\n").codes() == "Y023 8:30\n");
}

TEST_CASE("facts that look alike are warned of") {
    CHECK(with_facts("  child-seen: {type: yes-no}\n  child_seen: {type: yes-no}\n").codes() == "P025 9:3\n");
}

TEST_CASE("the step of a fact that does not exist is told with the nearest that does") {
    CHECK(with_facts("  screning.x: {type: text}\n").told().find("did you mean 'screening'?") != std::string::npos);
}

}  // namespace
}  // namespace csapath::engine
