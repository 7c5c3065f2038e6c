// SPDX-License-Identifier: MIT
// Loose ends: steps that nothing leads to, that lead nowhere, and pathways that nothing starts.
#include "engine/graph/faults.hpp"

#include <string>
#include <tuple>

#include "tests/support/catch.hpp"
#include "tests/support/days.hpp"
#include "tests/support/definition.hpp"

namespace csapath::engine {
namespace {

/// What is said of a pathway with these steps (from line 8 on, two blanks in front).
std::string loose_ends(const std::string& steps) {
    const auto pathway = pathway_of(definition("steps:\n" + steps));
    rules::Diagnostics diagnostics;
    find_loose_ends(graph_from_pathway(*pathway), *pathway, diagnostics);
    diagnostics.sort();
    return codes_and_places(diagnostics);
}

TEST_CASE("a pathway from a start to an end has no loose ends") {
    CHECK(loose_ends("  referral: {starts: true, next: {screening: must}}\n"
                     "  screening: {next: {case-closed: must, screening: may}}\n"
                     "  case-closed: {ends: true}\n") == "");
}

TEST_CASE("steps of the main track want a way from a start and a way on") {
    const auto [row, steps, codes] = GENERATE(table<std::string, std::string, std::string>({
        {"Y30 nothing leads to it",
         "  referral: {starts: true, next: {case-closed: must}}\n"
         "  screening: {next: {case-closed: must}}\n"
         "  case-closed: {ends: true}\n",
         "P020 9:3\n"},
        {"Y30 only what is lost itself leads to it",
         "  referral: {starts: true, next: {case-closed: must}}\n"
         "  screening: {next: {visit: must}}\n"
         "  visit: {next: {screening: must, case-closed: may}}\n"
         "  case-closed: {ends: true}\n",
         "P020 9:3\nP020 10:3\n"},
        {"Y30 it leads nowhere",
         "  referral: {starts: true, next: {screening: must, case-closed: may}}\n"
         "  screening: {}\n"
         "  case-closed: {ends: true}\n",
         "P021 9:3\n"},
        {"it leads to itself alone",
         "  referral: {starts: true, next: {visit: must}}\n"
         "  visit: {next: {visit: must}}\n",
         "P021 9:3\n"},
        {"a sentence leads to it, and no edge",
         "  referral: {starts: true, next: {case-closed: must}}\n"
         "  visit: {must: {soon: happen within 2 days of referral}, next: {case-closed: may}}\n"
         "  case-closed: {ends: true}\n",
         "P020 9:3\n"},
        {"an edge of another track leads to it",
         "  referral: {starts: true, next: {visit: must}}\n"
         "  visit: {track: visits, next: {case-closed: must}}\n"
         "  case-closed: {ends: true}\n",
         ""},
    }));
    CAPTURE(row);
    CHECK(loose_ends(steps) == codes);
}

TEST_CASE("steps of another track begin where nothing leads, and may lead nowhere") {
    const std::string main =
        "  referral: {starts: true, next: {case-closed: must}}\n"
        "  case-closed: {ends: true}\n";
    const auto [row, steps, codes] = GENERATE(table<std::string, std::string, std::string>({
        {"alone", "  visit: {track: visits}\n", ""},
        {"a circle that nothing leads into",
         "  core-group: {track: x, next: {review-held: may}}\n"
         "  review-held: {track: x, next: {core-group: may}}\n",
         "P020 10:3\nP020 11:3\n"},
        {"a circle that begins by a sentence",
         "  core-group: {track: x, next: {review-held: may}, must: {a: happen within 10 days of referral}}\n"
         "  review-held: {track: x, next: {core-group: may}}\n",
         ""},
        {"a circle of one", "  core-group: {track: x, next: {core-group: must within 6 weeks}}\n", ""},
    }));
    CAPTURE(row);
    CHECK(loose_ends(main + steps) == codes);
}

TEST_CASE("a circle of another track that the main track forks into has no loose ends") {
    CHECK(loose_ends("  referral: {starts: true, next: {case-closed: must, core-group: must}}\n"
                     "  case-closed: {ends: true}\n"
                     "  core-group: {track: x, next: {review-held: may}}\n"
                     "  review-held: {track: x, next: {core-group: may}}\n") == "");
}

TEST_CASE("a pathway that nothing starts is told, and where nothing ends it either no step need lead on") {
    CHECK(loose_ends("  referral: {next: {visit: must}}\n  visit: {}\n") == "P024 8:3\n");
    CHECK(loose_ends("  referral: {next: {visit: must}}\n  visit: {}\n  case-closed: {ends: true}\n") ==
          "P024 8:3\nP021 9:3\n");
}

TEST_CASE("loose ends are warnings, and the message names the step") {
    const auto pathway =
        pathway_of(definition("steps:\n  referral: {starts: true, next: {screening: must}}\n"
                              "  screening: {}\n  visit: {}\n"));
    rules::Diagnostics diagnostics;
    find_faults(graph_from_pathway(*pathway), *pathway, diagnostics);
    CHECK_FALSE(diagnostics.any_error());
    REQUIRE(diagnostics.found().size() == 3);
    CHECK(diagnostics.found()[0].message == "no edges lead from a start to the step 'visit'");
    CHECK(diagnostics.found()[1].message ==
          "no edge leads on from the step 'screening', and it is not marked ends: true");
}

TEST_CASE("a definition of sentences alone draws no ways, and its steps are not lost from any") {
    CHECK(loose_ends("  referral: {starts: true}\n  visit: {}\n") == "");
}

TEST_CASE("the days on which the rules in force change are the days after the last of each, and the first") {
    const auto pathway = pathway_of(definition(R"(agencies: {police: {}}
steps:
  visit:
    must:
      a: {rule: include police, in-force: {from: 2024-01-01, until: 2024-12-31}}
      b: {rule: invite police, in-force: {from: 2025-01-01}}
      c: include police
)"));
    CHECK(days_of_change(*pathway) ==
          std::vector<rules::Date>{rules::first_date, date("2024-01-01"), date("2025-01-01")});
}

}  // namespace
}  // namespace csapath::engine
