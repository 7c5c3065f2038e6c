// SPDX-License-Identifier: MIT
// What the steps demand.
#include <string>
#include <tuple>
#include <vector>

#include "tests/support/catch.hpp"
#include "tests/support/days.hpp"
#include "tests/support/definition.hpp"

namespace csapath::engine {
namespace {

/// A step with these lines (six blanks in front) under `must`, from line 14 on.
LoadedDefinition with_rules(const std::string& lines) {
    return load_definition(
        definition("sources:\n"
                   "  law: {title: The Act, basis: statutory}\n"
                   "  manual: {title: The manual, basis: procedure}\n"
                   "agencies: {police: {}}\n"
                   "steps:\n"
                   "  visit:\n"
                   "    must:\n" +
                   lines));
}

Rule only_rule(const LoadedDefinition& loaded) {
    INFO(loaded.told());
    REQUIRE(loaded.pathway);
    REQUIRE(loaded.pathway->rules.size() == 1);
    return loaded.pathway->rules.front();
}

TEST_CASE("a bare sentence is a rule of medium severity and of practice") {
    const Rule rule = only_rule(with_rules("      with-police: include police\n"));
    CHECK(rule.id == "visit.with-police");
    CHECK(rule.text.text == "include police");
    CHECK(rule.severity == Severity::medium);
    CHECK(rule.basis == Basis::practice);
    CHECK(rule.why == "");
    CHECK(rule.in_force.always());
    CHECK_FALSE(rule.unverified);
    REQUIRE(rule.sentence());
    CHECK(std::holds_alternative<rules::typed::Involve>(*rule.sentence()));
}

TEST_CASE("a rule may say why, how grave it is, on what it rests and when it holds") {
    const LoadedDefinition loaded = with_rules(
        "      with-police:\n"
        "        rule: include police\n"
        "        why: They hold what others do not know.\n"
        "        severity: low\n"
        "        sources: [manual, law]\n"
        "        in-force: {from: 2024-01-01, until: 2024-12-31}\n"
        "        unverified: true\n");
    const Rule rule = only_rule(loaded);
    CHECK(rule.why == "They hold what others do not know.");
    CHECK(rule.severity == Severity::low);
    CHECK(rule.sources == std::vector<std::uint16_t>{1, 0});
    CHECK(rule.in_force == InForce{.from = date("2024-01-01"), .until = date("2024-12-31")});
    CHECK(rule.unverified);
    CHECK(rules::address(rule.text.where) == "test.yaml:15:15");
}

TEST_CASE("the basis of a rule is the strongest of its sources, unless it says another") {
    const auto [written, basis] = GENERATE(table<std::string, Basis>({
        {"sources: [manual, law]", Basis::statutory},
        {"sources: [law, manual]", Basis::statutory},
        {"sources: [manual]", Basis::procedure},
        {"sources: manual", Basis::procedure},
        {"sources: [law], basis: practice", Basis::practice},
        {"basis: procedure", Basis::procedure},
        {"why: because", Basis::practice},
    }));
    CAPTURE(written);
    CHECK(only_rule(with_rules("      a: {rule: include police, " + written + "}\n")).basis == basis);
}

TEST_CASE("a sentence may stand in a block, and its mistakes are told in the block") {
    const Rule rule = only_rule(with_rules("      a: |\n        include\n        police\n"));
    REQUIRE(rule.sentence());
    CHECK(with_rules("      a: |\n        include\n        polce\n").codes() == "R004 16:9\n");
}

TEST_CASE("rules that are written wrongly are told at their place") {
    const auto [row, lines, codes] = GENERATE(table<std::string, std::string, std::string>({
        {"Y15 no sentence", "      a: {why: because}\n", "Y021 14:10\n"},
        {"Y17 a list of sentences", "      a: [include police]\n", "Y022 14:10\n"},
        {"Y18 a sentence that is a list", "      a: {rule: [include police]}\n", "Y022 14:17\n"},
        {"R01 a blank sentence", "      a: \" \"\n", "R001 14:10\n"},
        {"Y13 a key misspelt", "      a: {rule: include police, severty: low}\n", "Y020 14:33\n"},
        {"Y54 another severity", "      a: {rule: include police, severity: grave}\n", "Y023 14:43\n"},
        {"Y54 another basis", "      a: {rule: include police, basis: law}\n", "Y023 14:40\n"},
        {"Y29 no such source", "      a: {rule: include police, sources: [lore]}\n", "P005 14:43\n"},
        {"one source twice", "      a: {rule: include police, sources: [law, law]}\n", "R016 14:48\n"},
        {"Y35 from after until", "      a: {rule: include police, in-force: {from: 2025-01-01, until: 2024-01-01}}\n",
         "P010 14:43\n"},
        {"Y25 yes for true", "      a: {rule: include police, unverified: yes}\n", "Y024 14:45\n"},
        {"an id that edges use", "      next: include police\n", "P002 14:7\n"},
        {"an id that the graph uses", "      way: include police\n", "P002 14:7\n"},
        {"Y29 no such agency", "      a: include polcie\n", "R004 14:18\n"},
        {"R02 an edge under must", "      a: must within 1 day\n", "R002 14:10\n"},
    }));
    CAPTURE(row);
    const LoadedDefinition loaded = with_rules(lines);
    CHECK(loaded.codes() == codes);
    CHECK_FALSE(loaded.pathway);
}

TEST_CASE("a rule that says it is statutory and names no source is warned of") {
    const LoadedDefinition loaded = with_rules("      a: {rule: include police, basis: statutory}\n");
    CHECK(loaded.codes() == "P027 14:40\n");
    CHECK(loaded.pathway);
    CHECK(with_rules("      a: {rule: include police, basis: statutory, sources: [law]}\n").codes() == "");
}

TEST_CASE("rules and edges stand in the order in which a step has its keys") {
    const auto pathway = pathway_of(definition(R"(agencies: {police: {}}
steps:
  referral:
    must: {b: include police, a: invite police}
    next: {visit: must, screening: may}
  screening: {next: {visit: may}, must: {c: include police}}
  visit: {}
)"));
    std::vector<std::string> ids;
    for (const Rule& rule : pathway->rules) ids.push_back(rule.id);
    CHECK(ids == std::vector<std::string>{"referral.b", "referral.a", "referral.next.visit", "referral.next.screening",
                                          "screening.next.visit", "screening.c"});
    CHECK_FALSE(pathway->rules[3].edge()->demands());
}

/// A step whose edges are these, from line 13 on.
LoadedDefinition with_edges(const std::string& lines) {
    return load_definition(
        definition("facts: {risk: {type: one-of, values: [red, green]}}\n"
                   "steps:\n"
                   "  visit: {}\n"
                   "  screening: {}\n"
                   "  referral:\n"
                   "    next:\n" +
                   lines));
}

TEST_CASE("otherwise needs another edge with a condition, and no second otherwise") {
    const auto [row, lines, codes] = GENERATE(table<std::string, std::string, std::string>({
        {"beside a must", "      visit: must when risk is red\n      screening: otherwise\n", ""},
        {"beside a may", "      screening: otherwise\n      visit: may when risk is red\n", ""},
        {"alone", "      visit: otherwise\n", "P011 13:14\n"},
        {"without a condition", "      visit: must\n      screening: otherwise\n", "P011 14:18\n"},
        {"with an excuse for a condition", "      visit: must unless risk is red\n      screening: otherwise\n",
         "P011 14:18\n"},
        {"twice", "      referral: may when risk is red\n      visit: otherwise\n      screening: otherwise\n",
         "P011 15:18\n"},
        {"beside an edge that cannot be read", "      visit: must whn risk is red\n      screening: otherwise\n",
         "R002 13:19\n"},
    }));
    CAPTURE(row);
    CHECK(with_edges(lines).codes() == codes);
}

TEST_CASE("an edge may be a map as well") {
    const LoadedDefinition loaded =
        with_edges("      visit: {rule: must within 2 days, severity: high, why: It is urgent}\n");
    const Rule rule = only_rule(loaded);
    REQUIRE(rule.edge());
    CHECK(rule.id == "referral.next.visit");
    CHECK(rule.severity == Severity::high);
    const auto* must = std::get_if<rules::typed::Must>(&rule.edge()->form);
    REQUIRE(must);
    CHECK(must->limit.kind == rules::typed::Limit::Kind::within);
    CHECK(must->limit.within == rules::Period{2, rules::Unit::days});
}

TEST_CASE("limits that no one could keep or read are told in the sentence") {
    const auto [row, sentence] = GENERATE(table<std::string, std::string>({
        {"Y19 no unit", "must within 5"},
        {"Y20 less than nothing", "must within -3 days"},
        {"Y20 nothing", "must within 0 days"},
        {"Y21 too long", "must within 99999999999999999999 days"},
        {"Y22 a part of a day", "must within 1.5 days"},
        {"Y22 a zero in front", "must within 010 days"},
        {"Y23 a unit misspelt", "must within 10 dayz"},
        {"Y24 two units", "must within 1 month 3 days"},
        {"Y51 a dash",
         "must within 10\xE2\x80\x93"
         "15 days"},
    }));
    CAPTURE(row);
    const LoadedDefinition loaded = with_edges("      visit: \"" + sentence + "\"\n");
    CHECK_FALSE(loaded.pathway);
    REQUIRE(loaded.diagnostics.found().size() == 1);
    const auto place = loaded.diagnostics.found().front().where;
    CHECK(rules::address(place).starts_with("test.yaml:13:"));
    CHECK(place.source->place(place.begin).column > 14);  // inside the sentence, behind its `must`
}

}  // namespace
}  // namespace csapath::engine
