// SPDX-License-Identifier: MIT
/// The rules of the national pathway from the referral to the end of the enquiry.
///
/// How the days are counted: the day of the activation is day 0. Holidays that matter here: Good Friday 18 April,
/// Easter Monday 21 April, 5 May and 26 May 2025; Christmas, Boxing Day and New Year's Day.
#pragma once

#include <vector>

#include "tests/definitions/shown_rule.hpp"

namespace csapath {

inline const std::vector<ShownRule> until_the_conference = {
    // Friday 2 May; Monday 5 May is a holiday, so day 1 is Tuesday 6 May.
    {"referral.next.screening", "late (delay), due 2025-05-06", "", "referral,2025-05-02\nscreening,@", "2025-05-07",
     "2025-05-06"},
    {"referral.next.screening", "overdue (delay), due 2025-05-06", "", "referral,2025-05-02\n@", "",
     "screening,2025-05-02", "2025-05-07"},
    {"referral.entered", "late (recorded late), due 2025-05-06", "recorded", "referral,2025-05-02,@", "2025-05-07",
     "2025-05-06"},
    // 16 December 2024 + 15 working days = 9 January 2025: 17-20 are 1-4, 23 and 24 are 5 and 6, 27 is 7, 30 and 31 are
    // 8 and
    // 9, 2 and 3 January 10 and 11, 6-9 January 12-15.
    {"transferred-in.next.conference-held-or-transfer-conference", "late (delay), due 2025-01-09", "",
     "transferred-in,2024-12-16\nconference-held,@", "2025-01-10", "2025-01-09"},
    {"transferred-in.next.conference-held-or-transfer-conference", "late (delay), due 2025-01-09", "transfer-in",
     "transferred-in,2024-12-16,\nconference-held,@,yes", "2025-01-10", "2025-01-09"},
    // Wednesday 16 April: 17 is day 1, 22-25 are 2-5.
    {"screening.next.strategy-discussion", "late (delay), due 2025-04-25", "risk,outcome",
     "referral,2025-04-16,,\nscreening,2025-04-16,red,\nstrategy-discussion,@,,", "2025-04-28", "2025-04-25"},
    {"screening.next.strategy-discussion", "late (delay), due 2025-04-25", "risk,outcome",
     "referral,2025-04-16,,\nscreening,2025-04-16,,strategy-discussion\nstrategy-discussion,@,,", "2025-04-28",
     "2025-04-25"},
    {"screening.next.assessment-started", "missed (missed step)", "outcome",
     "referral,2025-06-02,\nscreening,2025-06-03,assess\n@\ncase-closed,2025-06-30,", "",
     "assessment-started,2025-06-05,"},
    {"screening.decision", "failed (not recorded)", "decided-by", "referral,2025-06-02,\nscreening,2025-06-03,@", "",
     "team manager"},
    {"strategy-discussion.next.s47-started", "late (delay), due 2025-06-05", "outcome",
     "referral,2025-06-02,\nstrategy-discussion,2025-06-05,s47\ns47-started,@,", "2025-06-06", "2025-06-05"},
    // Tuesday 20 May: 21-23 are 1-3, 26 is a holiday, 27 and 28 are 4 and 5.
    {"strategy-discussion.next.medical-considered-or-medical-held", "late (delay), due 2025-05-28", "concern",
     "referral,2025-05-20,sexual-abuse\nstrategy-discussion,2025-05-20,\nmedical-considered,@,", "2025-05-29",
     "2025-05-28"},
    {"strategy-discussion.quorum", "failed (missing agency)", "agency,attended",
     "referral,2025-06-02,,\nstrategy-discussion,2025-06-05,social-care,@", "police", "police;gp"},
    {"strategy-discussion.quorum", "failed (not recorded)", "agency,attended",
     "referral,2025-06-02,,\nstrategy-discussion,2025-06-05,social-care,@", "", "police;health"},
    {"strategy-discussion.sarc", "failed (missing agency)", "agency,attended,contributed,concern",
     "referral,2025-06-02,,,,sexual-abuse\nstrategy-discussion,2025-06-05,social-care,police;health,@,", "school",
     "sarc"},
    // Thursday 5 June + 1 = Friday 6 June.
    {"strategy-discussion.shared", "late (delay), due 2025-06-06", "agency,invited,about,shared_with",
     "referral,2025-06-02,,,,\nstrategy-discussion,2025-06-05,social-care,police;health,,\n"
     "information-shared,@,,,strategy-discussion,police;health",
     "2025-06-09", "2025-06-06"},
    {"strategy-discussion.shared", "overdue (missing agency), due 2025-06-06", "agency,invited,about,shared_with",
     "referral,2025-06-02,,,,\nstrategy-discussion,2025-06-05,social-care,police;health,,\n"
     "information-shared,2025-06-06,,,strategy-discussion,@",
     "police", "police;health"},
    {"strategy-discussion.way", "missed (missed step)", "", "referral,2025-06-02\n@\ns47-started,2025-06-10", "",
     "strategy-discussion,2025-06-09"},
    {"strategy-discussion.way", "failed (out of order)", "",
     "referral,2025-06-02\nstrategy-discussion,@\ns47-started,2025-06-10", "2025-06-12", "2025-06-10"},
    // As for the transfer in.
    {"s47-started.next.conference-held", "late (delay), due 2025-01-09", "icpc-required",
     "referral,2024-12-13,\ns47-started,2024-12-16,yes\nconference-held,@,", "2025-01-10", "2025-01-09"},
    {"s47-started.way", "missed (missed step)", "",
     "referral,2025-06-02\nstrategy-discussion,2025-06-05\n@\nconference-held,2025-06-25", "",
     "s47-started,2025-06-05"},
    {"s47-ended.next.conference-held", "missed (missed step)", "outcome",
     "referral,2025-06-02,\ns47-started,2025-06-05,\ns47-ended,2025-06-20,conference\n@\ncase-closed,2025-07-30,", "",
     "conference-held,2025-06-25,"},
    {"s47-ended.together", "failed (missing agency)", "agency,contributed",
     "referral,2025-06-02,,\ns47-ended,2025-06-20,social-care,@", "none", "school"},
    {"s47-ended.decision", "failed (not recorded)", "decided-by", "referral,2025-06-02,\ns47-ended,2025-06-20,@", "",
     "team manager"},
    {"s47-ended.safety-plan", "late (delay), due 2025-06-20", "outcome",
     "referral,2025-06-02,\ns47-ended,2025-06-20,conference\nsafety-plan,@,", "2025-06-23", "2025-06-20"},
};

}  // namespace csapath
