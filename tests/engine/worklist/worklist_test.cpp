// SPDX-License-Identifier: MIT
#include "engine/worklist/worklist.hpp"

#include "engine/engine.hpp"
#include "tests/engine/readers/reading.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/days.hpp"
#include "tests/support/definition.hpp"
#include "tests/support/temporary_folder.hpp"

using namespace csapath;

namespace {

/// "W-1 2025-05-06 screening.soon (social-care)", one a line, with "overdue" and what else the same event would meet.
std::string to_do(std::string_view steps, const std::string& rows, std::string_view as_of,
                  const engine::WorklistWanted& wanted = {}) {
    const TemporaryFolder folder;
    const auto texts = std::make_shared<rules::Sources>();
    rules::Diagnostics diagnostics;
    const auto loaded = engine::load(folder.write("pathway.yaml", definition("agencies:\n"
                                                                             "  social-care: {title: Social care}\n"
                                                                             "  police: {title: Police}\n" +
                                                                             std::string(steps))),
                                     CSAPATH_ROOT "/pathway-definitions", texts, diagnostics);
    for (const auto& diagnostic : diagnostics.found()) UNSCOPED_INFO(rules::rendered(diagnostic));
    REQUIRE(loaded);
    const engine::Run run{.definition = *loaded,
                          .inputs = {{.name = "cases.csv",
                                      .format = "csv",
                                      .open = [&] { return std::make_unique<engine::test::TextBytes>(rows); }}},
                          .as_of = moment(as_of)};
    std::string told;
    for (const engine::DueItem& item : engine::due(run, wanted).items) {
        told += item.case_id + ' ' + (item.due ? rules::iso(*item.due) : "-") + ' ' + loaded->rules()[item.rule].id;
        if (item.agency) told += " (" + loaded->pathway().words.agencies()[*item.agency].id + ')';
        if (item.overdue) told += " overdue";
        for (const std::uint16_t other : item.also) told += ", " + loaded->rules()[other].id;
        told += '\n';
    }
    return told;
}

// Tue 6 May 2025 and three working days: Fri 9 May. Two weeks: Tue 20 May.
constexpr std::string_view visited =
    "steps:\n"
    "  referral:\n"
    "    starts: true\n"
    "    by: social-care\n"
    "    next: {discussion or meeting: must within 3 working days}\n"
    "  discussion: {events: [strategy-discussion], by: police, next: {case-closed: may}}\n"
    "  meeting: {events: [conference-held], by: police, next: {case-closed: may}}\n"
    "  visit:\n"
    "    by: social-care\n"
    "    must: {often: repeat every 2 weeks from referral until case-closed, once: happen by case.expected-delivery}\n"
    "  case-closed: {ends: true}\n";

}  // namespace

TEST_CASE("what has no date stands last, and what one event would meet stands once, with the earliest date") {
    CHECK(to_do(visited, "case,event,at,case.expected-delivery\nW-1,referral,2025-05-06,2025-05-15\n", "2025-05-07") ==
          "W-1 2025-05-09 referral.next.discussion-or-meeting (police)\n"
          "W-1 2025-05-15 visit.once (social-care), visit.often\n");
    // Overdue since the 15th, and the same visit is due by the 20th.
    CHECK(to_do(visited,
                "case,event,at,case.expected-delivery\nW-1,referral,2025-05-06,2025-05-15\n"
                "W-1,strategy-discussion,2025-05-07,\n",
                "2025-05-16") == "W-1 2025-05-15 visit.once (social-care) overdue, visit.often\n");
}

TEST_CASE("nothing is to be done in an episode that has closed, nor of what is met, excused or cannot be told") {
    const std::string referral = "case,event,at,case.expected-delivery\nW-1,referral,2025-05-06,\n";
    CHECK(to_do(visited, referral + "W-1,strategy-discussion,2025-05-07,\n", "2025-05-08") ==
          "W-1 2025-05-20 visit.often (social-care)\n");  // the date of visit.once is not recorded
    CHECK(to_do(visited, referral + "W-1,case-closed,2025-05-07,\n", "2025-05-08").empty());
}

TEST_CASE("a worklist can be limited to agencies, teams and a day") {
    const std::string rows =
        "case,event,at,case.team\nW-1,referral,2025-05-06,Blue\nW-2,referral,2025-05-07,Red\nW-3,referral,2025-05-07,"
        "\n";
    CHECK(to_do(visited, rows, "2025-05-08", {.agencies = {"police"}, .teams = {"Red"}, .due_by = {}}) ==
          "W-2 2025-05-12 referral.next.discussion-or-meeting (police)\n");
    CHECK(to_do(visited, rows, "2025-05-08", {.agencies = {}, .teams = {}, .due_by = date("2025-05-09")}) ==
          "W-1 2025-05-09 referral.next.discussion-or-meeting (police)\n");
    CHECK(to_do(visited, rows, "2025-05-08", {.agencies = {}, .teams = {"Green"}, .due_by = {}}).empty());
}
