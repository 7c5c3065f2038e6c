// SPDX-License-Identifier: MIT
// The head of a definition and its sources.
#include <string>
#include <tuple>

#include "tests/support/catch.hpp"
#include "tests/support/definition.hpp"

namespace csapath::engine {
namespace {

/// The head with one of its lines written otherwise (or left out), and one step.
std::string head_with(int changed, const std::string& line) {
    std::string text;
    std::size_t begin = 0;
    for (int number = 1; begin < head.size(); ++number) {
        const std::size_t end = head.find('\n', begin) + 1;
        text += number == changed ? line : std::string{head.substr(begin, end - begin)};
        begin = end;
    }
    return text + "steps: {referral: {}}\n";
}

TEST_CASE("a head that is wrong is told at the place of what is wrong") {
    const auto [row, changed, line, codes] = GENERATE(table<std::string, int, std::string, std::string>({
        {"Y52 newer language", 1, "language: 99\n", "P001 1:11\n"},
        {"language no number", 1, "language: one\n", "Y025 1:11\n"},
        {"language of none", 1, "language: 0\n", "Y025 1:11\n"},
        {"Y15 no language", 1, "", "Y021 1:1\n"},
        {"Y15 no id", 2, "", "Y021 1:1\n"},
        {"an id of two words", 2, "pathway: csa response\n", "P002 2:10\n"},
        {"Y28 an id of other letters", 2, "pathway: \"caf\xC3\xA9\"\n", "P002 2:10\n"},
        {"Y18 an id that is a list", 2, "pathway: [a]\n", "Y022 2:10\n"},
        {"Y15 no version", 4, "", "Y021 1:1\n"},
        {"a version that is a map", 4, "version: {a: b}\n", "Y022 4:10\n"},
        {"Y15 no zone", 5, "", "Y021 1:1\n"},
        {"a zone that is none", 5, "time-zone: Europe/Lodnon\n", "P013 5:12\n"},
        {"a zone that is a letter-word", 5, "time-zone: BST\n", "P013 5:12\n"},
        {"Y15 no calendar", 6, "", "Y021 1:1\n"},
        {"Y29 no such calendar", 6, "calendar: scotland\n", "P012 6:11\n"},
        {"Y39 a calendar elsewhere", 6, "calendar: ../../etc/passwd\n", "P002 6:11\n"},
        {"Y39 a calendar by a full path", 6, "calendar: /etc/passwd\n", "P002 6:11\n"},
        {"Y35 from after until", 3, "in-force: {from: 2024-02-01, until: 2024-01-31}\n", "P010 3:11\n"},
        {"a day that is none", 3, "in-force: {from: 2024-02-30}\n", "Y026 3:18\n"},
        {"Y13 a date by another name", 3, "in-force: {form: 2024-02-28}\n", "Y020 3:12\n"},
        {"Y17 dates without keys", 3, "in-force: 2024-02-28\n", "Y022 3:11\n"},
        {"Y13 a key misspelt", 3, "tilte: Test\n", "Y020 3:1\n"},
        {"Y12 a key in capitals", 3, "Title: Test\n", "Y020 3:1\n"},
        {"Y14 a key that is not known", 3, "owner: QA\n", "Y020 3:1\n"},
    }));
    CAPTURE(row);
    const LoadedDefinition loaded = load_definition(head_with(changed, line));
    CHECK(loaded.codes() == codes);
    CHECK_FALSE(loaded.pathway);
}

TEST_CASE("one day alone may be in force, and a title may be left to the id") {
    const auto pathway = pathway_of(head_with(3, "in-force: {from: 2024-02-29, until: 2024-02-29}\n"));
    CHECK(pathway->in_force.from == pathway->in_force.until);
    CHECK(pathway->title == "test");
}

TEST_CASE("a zone that is misspelt is told with the one that was meant") {
    const LoadedDefinition loaded = load_definition(head_with(5, "time-zone: Europe/Lodnon\n"));
    CHECK(loaded.told().find("did you mean 'Europe/London'?") != std::string::npos);
}

TEST_CASE("there are no definitions without steps") {
    const auto [row, steps, codes] = GENERATE(table<std::string, std::string, std::string>({
        {"Y15 none", "", "Y021 1:1\n"},
        {"Y17 a word", "steps: x\n", "Y022 7:8\n"},
        {"Y17 a list", "steps: [referral]\n", "Y022 7:8\n"},
        {"an empty map", "steps: {}\n", "Y021 7:8\n"},
    }));
    CAPTURE(row);
    CHECK(load_definition(definition(steps)).codes() == codes);
}

TEST_CASE("sources have a title and a basis, and ids of their own") {
    const auto [row, sources, codes] = GENERATE(table<std::string, std::string, std::string>({
        {"whole", "{wt2023: {title: Working Together, basis: statutory, url: https://example.org/wt}}", ""},
        {"no title", "{wt2023: {basis: statutory}}", "Y021 7:19\n"},
        {"no basis", "{wt2023: {title: Working Together}}", "Y021 7:19\n"},
        {"Y54 another basis", "{wt2023: {title: Working Together, basis: legal}}", "Y023 7:52\n"},
        {"Y13 a key misspelt", "{wt2023: {title: Working Together, basis: statutory, ulr: x}}", "Y020 7:63\n"},
        {"Y17 a bare title", "{wt2023: Working Together}", "Y022 7:19\n"},
        {"Y28 ids that look alike", "{a-b: {title: A, basis: practice}, a_b: {title: B, basis: practice}}",
         "P025 7:45\n"},
    }));
    CAPTURE(row);
    const LoadedDefinition loaded = load_definition(definition("sources: " + sources + "\nsteps: {referral: {}}\n"));
    CHECK(loaded.codes() == codes);
    if (row == "whole") {
        REQUIRE(loaded.pathway);
        CHECK(loaded.pathway->citations.at(0).url == "https://example.org/wt");
    }
}

}  // namespace
}  // namespace csapath::engine
