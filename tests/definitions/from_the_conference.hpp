// SPDX-License-Identifier: MIT
/// The rules of the national pathway on the main track from the conference to the close of the case.
#pragma once

#include <vector>

#include "tests/definitions/shown_rule.hpp"

namespace csapath {

inline const std::vector<ShownRule> from_the_conference = {
    {"conference-held.next.plan-started", "late (delay), due 2025-06-25", "outcome",
     "referral,2025-06-02,\nconference-held,2025-06-25,plan\nplan-started,@,", "2025-06-26", "2025-06-25"},
    {"conference-held.gp-invited", "failed (missing agency)", "agency,invited",
     "referral,2025-06-02,,\nconference-held,2025-06-25,social-care,@", "police;school", "police;school;gp"},
    // The family is there, and is no agency that knows the child.
    {"conference-held.quorum", "failed (missing agency)", "agency,attended",
     "referral,2025-06-02,,\nconference-held,2025-06-25,social-care,@", "police;family", "police;school"},
    {"conference-held.quorum", "failed (missing agency)", "agency,attended",
     "referral,2025-06-02,,\nconference-held,2025-06-25,social-care,@", "health;gp", "health-visitor;gp"},
    // Wednesday 25 June + 1 = Thursday 26 June.
    {"conference-held.letter", "late (delay), due 2025-06-26", "agency,invited,about,item,shared_with",
     "referral,2025-06-02,,,,,\nconference-held,2025-06-25,social-care,police;gp,,,\n"
     "information-shared,@,,,conference-held,decisions,police;gp",
     "2025-06-27", "2025-06-26"},
    // 24 April 2023 + 15 working days = 17 May 2023: 25-28 are 1-4, 1 May is a holiday, 2-5 are 5-8, 8 May is one too
    // (the coronation), 9-12 are 9-12, 15-17 are 13-15.
    {"conference-held.minutes", "late (delay), due 2023-05-17", "agency,invited,about,item,shared_with",
     "referral,2023-04-03,,,,,\nconference-held,2023-04-24,social-care,police;gp,,,\n"
     "information-shared,@,,,conference-held,minutes,police;gp",
     "2023-05-18", "2023-05-17"},
    {"conference-held.minutes", "missed (not recorded), due 2023-05-17", "agency,invited,about,item,shared_with",
     "referral,2023-04-03,,,,,\nconference-held,2023-04-24,social-care,police;gp,,,\n"
     "information-shared,2023-05-02,,,conference-held,@,police;gp\ncase-closed,2023-06-30,,,,,",
     "decisions", "minutes"},
    {"conference-held.views", "failed (not recorded)", "views", "referral,2025-06-02,\nconference-held,2025-06-25,@",
     "", "wants to stay at her school"},
    {"plan-started.after-conference", "failed (missed step)", "", "referral,2025-06-02\n@\nplan-started,2025-06-25", "",
     "conference-held,2025-06-25"},
    {"plan-started.after-conference", "failed (out of order)", "",
     "referral,2025-06-02\nconference-held,@\nplan-started,2025-06-25", "2025-06-27", "2025-06-24"},
    {"plan-started.category", "failed (unexpected)", "concern,category",
     "referral,2025-06-02,sexual-abuse,\nplan-started,2025-06-25,,@", "NEG", "SAB"},
    {"plan-started.category", "failed (unexpected)", "concern,category",
     "referral,2025-06-02,sexual-exploitation,\nplan-started,2025-06-25,,@", "PHY", "MUL"},
    // 25 June 2023 + 24 months = 25 June 2025, which is still within.
    {"plan-started.again", "failed (unexpected)", "",
     "referral,2023-01-09\nplan-started,2023-02-01\nplan-ended,@\ncase-closed,2023-06-30\nreferral,2025-06-02\n"
     "plan-started,2025-06-25",
     "2023-06-25", "2023-06-24"},
    // Wednesday 25 June: 26 and 27 are 1 and 2, 30 June to 2 July 3-5.
    {"plan-started.gp-told", "late (delay), due 2025-07-02", "about,shared_with",
     "referral,2025-06-02,,\nplan-started,2025-06-25,,\ninformation-shared,@,plan-started,gp", "2025-07-03",
     "2025-07-02"},
    // The fifth birthday is the day after the plan began: four years old.
    {"plan-started.health-visitor-told", "late (delay), due 2025-07-02", "about,shared_with,case.date-of-birth",
     "referral,2025-06-02,,,2020-06-26\nplan-started,2025-06-25,,,\ninformation-shared,@,plan-started,health-visitor,",
     "2025-07-03", "2025-07-02"},
    // The fifth birthday is the day on which the plan began: five years old.
    {"plan-started.school-nurse-told", "late (delay), due 2025-07-02", "about,shared_with,case.date-of-birth",
     "referral,2025-06-02,,,2020-06-25\nplan-started,2025-06-25,,,\ninformation-shared,@,plan-started,school-nurse,",
     "2025-07-03", "2025-07-02"},
    {"plan-started.way", "missed (missed step)", "", "referral,2025-06-02\n@\nplan-ended,2025-12-01", "",
     "plan-started,2025-06-25"},
    // Monday 16 December 2024: 17-20 are 1-4, 23 and 24 are 5 and 6, 27 is 7, 30 and 31 are 8 and 9, 2 January is 10.
    {"plan-ended.next.step-down-meeting", "late (delay), due 2025-01-02", "",
     "referral,2024-06-03\nplan-started,2024-06-20\nplan-ended,2024-12-16\nstep-down-meeting,@", "2025-01-03",
     "2025-01-02"},
    {"step-down-meeting.lead", "failed (not recorded)", "lead", "referral,2025-06-02,\nstep-down-meeting,2025-06-30,@",
     "", "family support worker"},
    {"case-closed.no-open-plan", "failed (out of order)", "",
     "referral,2025-06-02\nplan-started,2025-06-25\n@\ncase-closed,2025-12-01", "", "plan-ended,2025-12-01"},
};

}  // namespace csapath
