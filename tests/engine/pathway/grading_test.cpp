// SPDX-License-Identifier: MIT
#include "engine/pathway/grading.hpp"

#include "engine/pathway/pathway.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/definition.hpp"

namespace csapath::engine {
namespace {

/// What stands under `grading:` begins in line 9.
std::string with_grading(const std::string& grading) {
    return definition("steps: {visit: {starts: true, ends: true}}\ngrading:\n" + grading);
}

constexpr std::size_t low = 0, medium = 1, high = 2;

}  // namespace

TEST_CASE("a grading has its grades in the order of the file, and says what it needs") {
    const auto pathway = pathway_of(with_grading(R"(  needs: {decided: 4, share: 75}
  grades:
    - {id: good, title: Good work, at-most: {high: 0, low: 3}}
    - {id: poor, title: Poor}
)"));
    REQUIRE(pathway->grading);
    const Grading& grading = *pathway->grading;
    CHECK(grading.decided == 4);
    CHECK(grading.share == 75);
    REQUIRE(grading.grades.size() == 2);
    CHECK(grading.grades[0].id == "good");
    CHECK(grading.grades[0].title == "Good work");
    CHECK(grading.grades[0].at_most[high] == 0u);
    CHECK_FALSE(grading.grades[0].at_most[medium]);
    CHECK(grading.grades[0].at_most[low] == 3u);
    CHECK_FALSE(grading.grades[1].at_most[high]);
}

TEST_CASE("what a grading needs may be left out, and a definition may have no grading at all") {
    const auto pathway = pathway_of(with_grading(R"(  grades: [{id: a, title: A, at-most: {high: 0}}, {id: b, title: B}]
)"));
    CHECK(pathway->grading.value().decided == 1);
    CHECK(pathway->grading.value().share == 50);
    CHECK_FALSE(pathway_of(definition("steps: {visit: {}}\n"))->grading);
}

TEST_CASE("what is wrong with a grading is told at its place") {
    const auto [row, text, codes] = GENERATE(table<std::string, std::string, std::string>({
        {"no grades", "  needs: {decided: 4}\n", "Y021 9:3\n"},
        {"one grade alone", "  grades: [{id: a, title: A}]\n", "P030 9:11\n"},
        {"no list", "  grades: {a: {title: A}}\n", "Y022 9:11\n"},
        {"a grade that is a word", "  grades: [a, {id: b, title: B}, {id: c, title: C}]\n", "Y022 9:12\n"},
        {"a grade without title and id", "  grades: [{}, {id: b, title: B}]\n", "Y021 9:12\nY021 9:12\n"},
        {"an id that is none", "  grades: [{id: a b, title: A, at-most: {high: 0}}, {id: b, title: B}]\n",
         "P002 9:17\n"},
        {"one id twice", "  grades: [{id: a, title: A, at-most: {high: 0}}, {id: a, title: B}]\n", "P003 9:56\n"},
        {"the last with bounds",
         "  grades: [{id: a, title: A, at-most: {high: 0}}, {id: b, title: B, at-most: {high: 1}}]\n", "P030 9:56\n"},
        {"a second that asks for more",
         "  grades:\n    - {id: a, title: A, at-most: {high: 1}}\n    - {id: b, title: B, at-most: {high: 0, low: 2}}\n"
         "    - {id: c, title: C}\n",
         "P030 11:12\n"},
        {"a first without bounds", "  grades: [{id: a, title: A}, {id: b, title: B}]\n", "P030 9:36\n"},
        {"a number below nought", "  grades: [{id: a, title: A, at-most: {high: -1}}, {id: b, title: B}]\n",
         "Y025 9:46\n"},
        {"a severity misspelt", "  grades: [{id: a, title: A, at-most: {hihg: 0, low: 0}}, {id: b, title: B}]\n",
         "Y020 9:40\n"},
        {"more than a hundred of a hundred",
         "  needs: {share: 101}\n  grades: [{id: a, title: A, at-most: {high: 0}}, {id: b, title: B}]\n",
         "Y025 9:18\n"},
        {"an agency that is not there",
         "  not-graded: [famly]\n  grades: [{id: a, title: A, at-most: {high: 0}}, {id: b, title: B}]\n",
         "P007 9:16\n"},
        {"an agency that is a list",
         "  not-graded: [[police]]\n  grades: [{id: a, title: A, at-most: {high: 0}}, {id: b, title: B}]\n",
         "P007 9:16\n"},
        {"a key misspelt",
         "  need: {share: 10}\n  grades: [{id: a, title: A, at-most: {high: 0}}, {id: b, title: B}]\n", "Y020 9:3\n"},
    }));
    CAPTURE(row);
    const LoadedDefinition loaded = load_definition(with_grading(text));
    CHECK(loaded.codes() == codes);
    CHECK_FALSE(loaded.pathway);
}

TEST_CASE("a grade that none can have is told with the one that takes its cases") {
    const LoadedDefinition loaded =
        load_definition(with_grading("  grades: [{id: good, title: A, at-most: {high: 1}}, {id: fair, title: B, "
                                     "at-most: {high: 1}}, {id: c, title: C}]\n"));
    CHECK(loaded.told().find("no case can have the grade 'fair': 'good' comes before it and asks for no less") !=
          std::string::npos);
}

}  // namespace csapath::engine
