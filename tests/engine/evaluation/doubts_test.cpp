// SPDX-License-Identifier: MIT
#include "engine/evaluation/doubts.hpp"

#include "tests/support/judged.hpp"

namespace csapath {
namespace {

const std::string steps =
    "steps:\n"
    "  referral: {title: Referral, starts: true}\n"
    "  s47-started: {title: Enquiry}\n"
    "  conference-held: {title: Conference, working-days-only: true}\n"
    "  plan-started: {title: Plan}\n"
    "  plan-ended: {title: End of plan}\n"
    "  visit: {title: Visit}\n";

/// "S008 row 3; D034 row 4: 'plan-ended' before its 'plan-started'": the rows of the one case, the first being row 2.
std::string doubts(const std::string& rows) {
    const JudgedCase judged(definition(steps), rows, "2026-01-31");
    std::string all;
    for (const engine::Doubt& one : judged.doubts()) {
        if (!all.empty()) all += "; ";
        all += std::string(rules::row(engine::code_of(one.what)).id) + " row " + std::to_string(one.row.row);
        if (one.what == engine::Doubt::What::end_before_start) all += ": " + engine::in_words(one);
    }
    return all;
}

}  // namespace

TEST_CASE("dates that cannot be right are doubted, and those that can be are not") {
    const auto [rows, expected] = GENERATE(table<std::string, std::string>({
        // 300 days before Wed 11 Feb 2026 is Thu 17 Apr 2025: an unborn child may have been referred the day after.
        {"event,at,case.date-of-birth\nreferral,2025-04-18,2026-02-11\n", ""},
        {"event,at,case.date-of-birth\nreferral,2025-04-17,2026-02-11\nvisit,2025-04-18,\n", "D026 row 2"},
        // 18 on 3 March 2025.
        {"event,at,case.date-of-birth\nreferral,2025-03-02,2007-03-03\nvisit,2025-03-04,\n", ""},
        {"event,at,case.date-of-birth\nreferral,2025-03-03,2007-03-03\n", "D027 row 2"},
        // The only plan ends before it starts; on the same day it may; of two plans nobody can say.
        {"event,at\nplan-ended,2025-03-03\nplan-started,2025-03-04\n",
         "D034 row 2: 'plan-ended' before its "
         "'plan-started'"},
        {"event,at\nplan-ended,2025-03-03\nplan-started,2025-03-03\n", ""},
        {"event,at\nplan-ended,2025-03-03\nplan-started,2025-03-04\nplan-started,2025-06-04\n", ""},
        {"event,at\nplan-ended,2025-03-03\n", ""},
        {"event,at\nconference-held,2025-03-03\ns47-started,2025-03-04\n",
         "D034 row 2: 'conference-held' before its "
         "'s47-started'"},
        // Entered the day before it happened; on the day.
        {"event,at,recorded\nvisit,2025-03-04,2025-03-03\nvisit,2025-03-06,2025-03-06\n", "S007 row 2"},
        // Sat 1 March 2025, Fri 18 April (Good Friday), Tue 4 March; a visit may be on any day.
        {"event,at\nconference-held,2025-03-01\nconference-held,2025-04-18\nconference-held,2025-03-04\n",
         "S008 row 2; S008 row 3"},
        {"event,at\nvisit,2025-03-01\n", ""},
        {"event,at,case.date-of-birth\nreferral,2025-03-03,2016-02-11\nvisit,2025-03-04,2016-02-12\n", "S009 row 2"},
    }));
    CAPTURE(rows);
    CHECK(doubts(rows) == expected);
}

TEST_CASE("what lies beyond the years of the calendar is not doubted for its day") {
    CHECK(JudgedCase(definition(steps), "event,at\nconference-held,2029-01-06\n", "2029-01-31").doubts().empty());
}

}  // namespace csapath
