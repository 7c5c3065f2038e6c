// SPDX-License-Identifier: MIT
#include "engine/pathway/from_document.hpp"

#include <algorithm>
#include <string>
#include <tuple>
#include <vector>

#include "tests/support/catch.hpp"
#include "tests/support/days.hpp"
#include "tests/support/definition.hpp"

namespace csapath::engine {
namespace {

/// The definition that the language reference begins with.
constexpr std::string_view example = R"(language: 1
pathway: csa-response
title: Child sexual abuse response pathway
version: "2026.1"
in-force: {from: 2023-12-15}             # each activation is judged by what was in force on its date
time-zone: Europe/London
calendar: england-and-wales
sources:
  wt2023: {title: Working Together to Safeguard Children 2023, basis: statutory}
  sutton-audit: {title: "Sutton LSCP multi-agency audit, row S7", basis: practice}
agencies:
  social-care: {title: Children's social care, aliases: [CSC, LA, children's services]}
  police: {title: Police, aliases: [CAIU]}
  health: {title: Health}
  gp: {title: General practitioner, part-of: health}
  health-visitor: {title: Health visitor, part-of: health}
facts:                                    # the typed vocabulary; using an undeclared one is an error
  risk: {type: one-of, values: [red, amber, green], title: RAG rating at screening}
  screening.outcome: {type: one-of, values: [assess, nfa]}    # belongs to that step: see the reference
  date-of-birth: {type: date, of: case}
sharing: {events: [information-shared]}
steps:
  referral:
    title: Referral received
    stage: referral
    starts: true
    next:
      screening: must within 1 working day
  screening:
    title: Screening decision
    stage: screening
    next:
      strategy-discussion: must within 3 working days when risk in (red, amber)
      assessment-started: must within 1 working day when outcome is assess
      case-closed: must when outcome is nfa
  strategy-discussion:
    title: Strategy discussion
    stage: strategy discussion
    must:
      quorum: include social-care, police and health
      health-visitor: include health-visitor when age < 5 years
      shared:
        rule: be shared with everyone involved within 1 working day
        why: Agencies that did not attend still need the plan.
        severity: high
        sources: [sutton-audit]
  assessment-started: {title: Assessment started, stage: s47, track: assessment}
  case-closed: {title: Case closed, stage: step-down, ends: true}
)";

TEST_CASE("the example of the language reference loads without a word") {
    const LoadedDefinition loaded = load_definition(std::string{example});
    CHECK(loaded.told() == "");
    REQUIRE(loaded.pathway);
}

TEST_CASE("the head of a definition is kept") {
    const auto pathway = pathway_of(std::string{example});
    CHECK(pathway->id == "csa-response");
    CHECK(pathway->title == "Child sexual abuse response pathway");
    CHECK(pathway->version == "2026.1");
    CHECK(pathway->in_force == InForce{.from = date("2023-12-15"), .until = {}});
    REQUIRE(pathway->zone);
    CHECK(pathway->zone->name() == "Europe/London");
    REQUIRE(pathway->calendar);
    CHECK(pathway->calendar->id() == "england-and-wales");
    REQUIRE(pathway->citations.size() == 2);
    CHECK(pathway->citations[0].id == "wt2023");
    CHECK(pathway->citations[0].basis == Basis::statutory);
    CHECK(pathway->citations[1].title == "Sutton LSCP multi-agency audit, row S7");
}

TEST_CASE("agencies are found by every name they have, and a group by its members") {
    const auto pathway = pathway_of(std::string{example});
    const rules::Vocabulary& words = pathway->words;
    CHECK(words.agency("Children's Services") == words.agency("social-care"));
    CHECK(words.agency("LA") == words.agency("social-care"));
    CHECK(words.agency("caiu") == words.agency("police"));
    const auto health = words.agency("health"), gp = words.agency("GP");
    REQUIRE(health);
    REQUIRE(gp);
    CHECK(words.members(*health).has(*gp));
    CHECK(words.members(*health).count() == 3);
    CHECK_FALSE(words.agency("education"));
}

TEST_CASE("facts are known by where they belong") {
    const auto pathway = pathway_of(std::string{example});
    const rules::Vocabulary& words = pathway->words;
    const auto risk = words.attribute("risk");
    REQUIRE(risk);
    CHECK(words.facts()[*risk].type ==
          rules::Type{.kind = rules::Type::Kind::one_of, .values = {"red", "amber", "green"}});
    CHECK_FALSE(words.attribute("outcome"));
    REQUIRE(words.attribute_of_step(1, "outcome"));
    CHECK(words.facts()[*words.attribute_of_step(1, "outcome")].step == rules::StepId{1});
    CHECK(words.attribute_of_case("date-of-birth") == rules::fact_date_of_birth);
}

TEST_CASE("steps stand in the order of the file, and have the event of their own name where they name none") {
    const auto pathway = pathway_of(std::string{example});
    REQUIRE(pathway->steps.size() == 5);
    const Step& referral = pathway->steps[0];
    CHECK(referral.id == "referral");
    CHECK(referral.title == "Referral received");
    CHECK(referral.stage == "referral");
    CHECK(referral.track == "main");
    CHECK(referral.starts);
    CHECK_FALSE(referral.ends);
    REQUIRE(referral.events.size() == 1);
    CHECK(pathway->event_types[referral.events[0]] == "referral");
    CHECK(referral.span.text() == "referral");
    CHECK(pathway->steps[3].track == "assessment");
    CHECK(pathway->steps[4].ends);
    REQUIRE(pathway->sharing_events.size() == 1);
    CHECK(pathway->event_types[pathway->sharing_events[0]] == "information-shared");
}

TEST_CASE("rules stand in the order of the file, with ids that say where they are from") {
    const auto pathway = pathway_of(std::string{example});
    std::vector<std::string> ids;
    for (const Rule& rule : pathway->rules) ids.push_back(rule.id);
    CHECK(ids == std::vector<std::string>{"referral.next.screening", "screening.next.strategy-discussion",
                                          "screening.next.assessment-started", "screening.next.case-closed",
                                          "strategy-discussion.quorum", "strategy-discussion.health-visitor",
                                          "strategy-discussion.shared"});

    const Rule& edge = pathway->rules[1];
    REQUIRE(edge.edge());
    CHECK(edge.step == 1);
    CHECK(edge.edge()->from == 1);
    CHECK(edge.edge()->to == rules::typed::Steps{2});
    CHECK(edge.edge()->demands());
    CHECK(edge.text.text == "must within 3 working days when risk in (red, amber)");
    CHECK(edge.text.where.text() == edge.text.text);
    CHECK(edge.severity == Severity::medium);
    CHECK(edge.basis == Basis::practice);

    const Rule& shared = pathway->rules[6];
    CHECK_FALSE(shared.edge());
    REQUIRE(shared.sentence());
    CHECK(std::holds_alternative<rules::typed::Share>(*shared.sentence()));
    CHECK(shared.why == "Agencies that did not attend still need the plan.");
    CHECK(shared.severity == Severity::high);
    CHECK(shared.sources == std::vector<std::uint16_t>{1});
    CHECK_FALSE(shared.unverified);
}

TEST_CASE("a definition with several mistakes shows them all at once") {
    const LoadedDefinition loaded = load_definition(definition(R"(agencies:
  police: {title: Police, part-of: justice}
facts:
  risk: {type: one-off, values: [red]}
steps:
  referral:
    starts: yes
    next:
      screning: must within 1 working day
  screening:
    events: [screening, triage]
    must:
      quorum: {rule: include police, sources: [wt2023]}
)"));
    CHECK_FALSE(loaded.pathway);
    CHECK(loaded.codes() ==
          "P007 8:36\n"     // part-of: justice
          "Y023 10:16\n"    // type: one-off
          "Y024 13:13\n"    // starts: yes
          "P006 15:7\n"     // screning
          "P004 17:25\n"    // triage
          "P005 19:48\n");  // wt2023
}

TEST_CASE("a definition for a newer program is not read any further") {
    const LoadedDefinition loaded = load_definition("language: 2\nsteps: nonsense\n");
    CHECK(loaded.codes() == "P001 1:11\n");
    CHECK(loaded.told().find("it needs a newer csapath") != std::string::npos);
    CHECK_FALSE(loaded.pathway);
}

TEST_CASE("what is no map at all is told once") {
    const LoadedDefinition loaded = load_definition("[language, 1]\n");
    CHECK(loaded.codes() == "Y022 1:1\n");
    CHECK_FALSE(loaded.pathway);
}

TEST_CASE("errors that were there before do not count against a definition") {
    rules::Diagnostics diagnostics;
    diagnostics.add({.code = rules::Code::file_unreadable, .where = {}, .message = "another file"});
    const rules::Source source{"test.yaml", std::string{example}};
    const auto document = node_from_yaml(source, diagnostics);
    REQUIRE(document);
    CHECK(pathway_from_document(*document, calendar_of_tests, diagnostics));
}

}  // namespace
}  // namespace csapath::engine
