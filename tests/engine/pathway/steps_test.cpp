// SPDX-License-Identifier: MIT
// What a step says about itself.
#include <string>
#include <tuple>

#include "tests/support/catch.hpp"
#include "tests/support/definition.hpp"

namespace csapath::engine {
namespace {

LoadedDefinition with_steps(const std::string& lines) {
    return load_definition(
        definition("agencies: {police: {}, social-care: {aliases: [CSC]}}\n"
                   "facts: {risk: {type: one-of, values: [red, amber]}}\n"
                   "steps:\n" +
                   lines));
}

TEST_CASE("a step may have events of other names, a condition on them, and an agency that leads") {
    const LoadedDefinition loaded = with_steps(
        "  high-risk: {events: [screening, strategy-discussion], where: risk is red, by: CSC, track: risk, ends: "
        "true}\n");
    REQUIRE(loaded.pathway);
    const Step& step = loaded.pathway->steps.at(0);
    CHECK(step.title == "high risk");
    CHECK(step.stage == "");
    CHECK(step.track == "risk");
    CHECK(step.ends);
    CHECK_FALSE(step.starts);
    REQUIRE(step.events.size() == 2);
    CHECK(loaded.pathway->event_types[step.events[1]] == "strategy-discussion");
    CHECK(step.where);
    CHECK(step.by == rules::AgencyId{1});
}

TEST_CASE("steps that are written wrongly are told at their place") {
    const auto [row, lines, codes] = GENERATE(table<std::string, std::string, std::string>({
        {"Y17 a bare title", "  visit: Visit\n", "Y022 10:10\n"},
        {"Y17 a list", "  visit: [a]\n", "Y022 10:10\n"},
        {"R06 a keyword", "  must: {events: [visit]}\n", "P002 10:3\n"},
        {"Y13 a key misspelt", "  visit: {titel: Visit}\n", "Y020 10:11\n"},
        {"Y14 a key that only rules have", "  visit: {in-force: {from: 2024-01-01}}\n", "Y020 10:11\n"},
        {"Y25 yes for true", "  visit: {starts: yes}\n", "Y024 10:19\n"},
        {"Y25 TRUE for true", "  visit: {ends: TRUE}\n", "Y024 10:17\n"},
        {"Y18 a title that is a map", "  visit: {title: {a: b}}\n", "Y022 10:18\n"},
        {"a blank track", "  visit: {track: \"\"}\n", "Y023 10:18\n"},
        {"Y29 an agency that leads and is none", "  visit: {by: polcie}\n", "P007 10:15\n"},
        {"Y18 two agencies that lead", "  visit: {by: [police, CSC]}\n", "Y022 10:15\n"},
        {"R02 a condition cut short", "  visit: {where: risk is}\n", "R002 10:23\n"},
        {"Y18 a condition that is a list", "  visit: {where: [risk is red]}\n", "Y022 10:18\n"},
        {"Y17 edges as a list", "  visit: {next: [visit]}\n", "Y022 10:17\n"},
        {"Y17 rules as a sentence", "  visit: {must: include police}\n", "Y022 10:17\n"},
    }));
    CAPTURE(row);
    const LoadedDefinition loaded = with_steps(lines);
    CHECK(loaded.codes() == codes);
    CHECK_FALSE(loaded.pathway);
}

TEST_CASE("what a condition on the events of a step may not say is told in the condition") {
    const LoadedDefinition loaded = with_steps("  visit: {where: risk is purple}\n");
    CHECK(loaded.codes() == "R006 10:26\n");
    CHECK_FALSE(loaded.pathway);
}

TEST_CASE("steps, tracks and stages that look alike are warned of") {
    const auto [row, lines, codes] = GENERATE(table<std::string, std::string, std::string>({
        {"Y28 steps", "  visit: {}\n  Visit: {events: [visit]}\n", "P025 11:3\n"},
        {"tracks", "  visit: {track: visits}\n  cin-visit: {track: Visits}\n", "P025 11:22\n"},
        {"stages", "  visit: {stage: step-down}\n  cin-visit: {stage: step down}\n", "P025 11:22\n"},
        {"one track twice", "  visit: {track: visits}\n  cin-visit: {track: visits}\n", ""},
    }));
    CAPTURE(row);
    const LoadedDefinition loaded = with_steps(lines);
    CHECK(loaded.codes() == codes);
    CHECK(loaded.pathway);
}

}  // namespace
}  // namespace csapath::engine
