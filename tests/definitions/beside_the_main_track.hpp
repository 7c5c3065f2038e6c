// SPDX-License-Identifier: MIT
/// The rules of the national pathway on the tracks beside the main one: assessment, medical, police, the plan's own
/// rhythm, therapy.
#pragma once

#include <vector>

#include "tests/definitions/shown_rule.hpp"

namespace csapath {

inline const std::vector<ShownRule> beside_the_main_track = {
    // 10 April 2025 + 45 working days = 18 June: nine weeks and five days, for Good Friday, Easter Monday and two May
    // holidays fall on working days (9 weeks end on Thursday 12 June; 13, 16, 17, 18 June make up the four).
    {"assessment-completed.in-time", "late (delay), due 2025-06-18", "", "referral,2025-04-10\nassessment-completed,@",
     "2025-06-19", "2025-06-18"},
    {"assessment-completed.before-birth", "late (delay), due 2025-10-20", "case.expected-delivery",
     "referral,2025-09-08,2025-10-20\nassessment-completed,@,", "2025-10-21", "2025-10-20"},
    {"assessment-completed.together", "failed (missing agency)", "agency,contributed",
     "referral,2025-06-02,,\nassessment-completed,2025-07-01,social-care,@", "family", "health-visitor"},
    {"assessment-completed.history", "failed (not recorded)", "genogram,chronology",
     "referral,2025-06-02,,\nassessment-completed,2025-07-01,yes,@", "", "yes"},
    {"assessment-completed.views", "failed (not recorded)", "views",
     "referral,2025-06-02,\nassessment-completed,2025-07-01,@", "", "is sad when at home"},
    {"medical-considered.next.medical-held", "missed (missed step)", "decision",
     "referral,2025-06-02,\nmedical-considered,2025-06-05,needed\n@\ncase-closed,2025-07-30,", "",
     "medical-held,2025-06-10,"},
    {"medical-considered.reason", "failed (not recorded)", "decision,reason",
     "referral,2025-06-02,,\nmedical-considered,2025-06-05,not-needed,@", "", "no contact"},
    {"police-decision.reason", "failed (not recorded)", "outcome,reason",
     "referral,2025-01-06,,\npolice-decision,2025-02-10,no-further-police-action,@", "", "evidential test not met"},
    // Monday 10 February: 11-14 are 1-4, Monday 17 is 5.
    {"police-decision.told", "late (delay), due 2025-02-17", "agency,outcome,about,shared_with",
     "referral,2025-01-06,,,,\npolice-decision,2025-02-10,police,no-further-police-action,,\n"
     "information-shared,@,police,,police-decision,social-care;health",
     "2025-02-18", "2025-02-17"},
    // Monday 10 February + 10 working days: two weeks, Monday 24.
    {"police-decision.safety-plan", "late (delay), due 2025-02-24", "outcome",
     "referral,2025-01-06,\npolice-decision,2025-02-10,no-further-police-action\nsafety-plan,@,", "2025-02-25",
     "2025-02-24"},
    // 27 March 2026 + 10 working days = 14 April: 30 March to 2 April are 1-4, Good Friday and Easter Monday are none,
    // 7-10
    // are 5-8, 13 and 14 are 9 and 10.
    {"core-group.first", "late (delay), due 2026-04-14", "outcome",
     "referral,2026-03-02,\nconference-held,2026-03-27,plan\ncore-group,@,", "2026-04-15", "2026-04-14"},
    // Wednesday 25 June + 6 weeks = Wednesday 6 August.
    {"core-group.next-one", "late (delay), due 2025-08-06", "",
     "referral,2025-06-02\nplan-started,2025-06-25\ncore-group,@\nplan-ended,2025-09-01", "2025-08-07", "2025-08-06"},
    // 30 November + 3 months: February has no 30th, so its last day.
    {"review-held.first", "late (delay), due 2026-02-28", "",
     "referral,2025-11-03\nplan-started,2025-11-30\nreview-held,@", "2026-03-01", "2026-02-28"},
    {"review-held.first", "overdue (delay), due 2026-02-28", "", "referral,2025-11-03\nplan-started,2025-11-30\n@", "",
     "review-held,2026-02-01", "2026-03-01"},
    {"review-held.next-one", "late (delay), due 2025-10-15", "",
     "referral,2024-12-02\nplan-started,2025-01-15\nreview-held,2025-04-15\nreview-held,@\nplan-ended,2025-12-01",
     "2025-10-16", "2025-10-15"},
    // Wednesday 25 June + 4 weeks = Wednesday 23 July. Seen on 22 July, the next is due on 19 August.
    {"visit.seen", "late (delay), due 2025-07-23", "child-seen",
     "referral,2025-06-02,\nplan-started,2025-06-25,\nvisit,2025-07-22,@\nvisit,2025-08-01,yes\nplan-ended,2025-08-05,",
     "no", "yes"},
    {"plan-action.owned", "failed (not recorded)", "action-owner,action-due",
     "referral,2025-06-02,,\nplan-action,2025-06-25,@,2025-07-25", "", "school nurse"},
    {"supervision.regular", "late (delay), due 2025-08-25", "",
     "referral,2025-06-02\nplan-started,2025-06-25\nsupervision,@\nplan-ended,2025-09-30", "2025-08-26", "2025-08-25"},
    {"specialist-referral.next.specialist-started", "missed (missed step)", "service",
     "referral,2025-06-02,\nspecialist-referral,2025-06-05,therapy\nspecialist-started,2025-07-01,@\ncase-closed,2025-"
     "09-30,",
     "harmful-sexual-behaviour", "therapy"},
};

}  // namespace csapath
