// SPDX-License-Identifier: MIT
#include "engine/obligations/share.hpp"

#include "tests/support/judged.hpp"

namespace csapath {

using engine::Because;

namespace {
constexpr std::string_view rule = "strategy-discussion.rule";
constexpr std::string_view columns = "event,at,agency,shared_with,about,item\n";

JudgedCase judged(std::string_view sentence, const std::string& rows, std::string_view as_of = "2025-05-30") {
    return {with_rule("strategy-discussion", sentence), std::string(columns) + "referral,2025-05-01,,,,\n" + rows,
            as_of};
}

/// A discussion on Tue 6 May 2025 shared at once with these; with a limit of one working day it is due on the 7th.
std::string discussion(std::string_view shared_with) {
    return "strategy-discussion,2025-05-06,social-care," + std::string(shared_with) + ",,\n";
}
/// Something shared about it on another day.
std::string shared(std::string_view day, std::string_view with, std::string_view item = "") {
    return "information-shared," + std::string(day) + ",," + std::string(with) + ",strategy-discussion," +
           std::string(item) + "\n";
}
constexpr std::string_view in_a_day = "be shared with police and gp within 1 working day";
}  // namespace

TEST_CASE("shares add up, and the last agency decides") {
    auto [rows, verdict] = GENERATE(table<std::string, std::string>({
        {discussion("police;gp"), "met"},
        {discussion("police") + shared("2025-05-07", "gp"), "met"},
        {discussion("") + shared("2025-05-06", "gp") + shared("2025-05-07", "police"), "met"},
        // Thu 8, Fri 9 and Mon 12 May.
        {discussion("police") + shared("2025-05-12", "gp"), "late 3 working days (delay)"},
        {discussion("") + shared("2025-05-08", "police") + shared("2025-05-12", "gp"), "late 3 working days (delay)"},
        {discussion("") + shared("2025-05-12", "gp") + shared("2025-05-13", "gp;police"),
         "late 4 working days (delay)"},
        {discussion("police") + shared("2025-05-07", "gp") + shared("2025-05-12", "gp"), "met"},
        {discussion("police;gee pee") + shared("2025-05-12", "gp"),
         "undetermined"},  // the GP may have been told at once
        {discussion("police") + shared("2025-05-12", "gp;gee pee"), "late 3 working days (delay)"},
        // A group does not stand for its member. After the 7th there are 17 weekdays up to Fri 30 May; the 26th is a
        // bank holiday.
        {discussion("police") + shared("2025-05-07", "health"), "overdue 16 working days (missing agency)"},
    }));
    CAPTURE(rows);
    CHECK(judged(in_a_day, rows).verdicts(rule) == verdict);
}

TEST_CASE("somebody is not reached: pending, overdue, and missed once the episode has closed") {
    auto [shared_with, closed, as_of, verdict] = GENERATE(table<std::string, bool, std::string, std::string>({
        {"police", false, "2025-05-07", "pending"},
        {"police", false, "2025-05-08", "overdue 1 working day (missing agency)"},
        {"none", false, "2025-05-08", "overdue 1 working day (missing agency)"},
        {"", false, "2025-05-07", "pending"},
        {"", false, "2025-05-08", "overdue 1 working day (not recorded)"},
        {"police;gee pee", false, "2025-05-08", "undetermined"},
        {"police;gee pee", false, "2025-05-07", "pending"},
        {"police", true, "2025-05-07", "pending"},  // the clock runs on
        {"police", true, "2025-05-08", "missed (missing agency)"},
        {"", true, "2025-05-08", "missed (not recorded)"},
    }));
    CAPTURE(shared_with, closed, as_of);
    const JudgedCase one =
        judged(in_a_day, discussion(shared_with) + (closed ? "case-closed,2025-05-06,,,,\n" : ""), as_of);
    CHECK(one.verdicts(rule) == verdict);
    if (closed && verdict == "pending") CHECK(one.because(rule) == Because::runs_on);
}

TEST_CASE("what is shared after the close counts by its date") {
    const std::string closed = discussion("police") + "case-closed,2025-05-06,,,,\n";
    CHECK(judged(in_a_day, closed + shared("2025-05-07", "gp")).verdicts(rule) == "met");
    CHECK(judged(in_a_day, closed + shared("2025-05-08", "gp")).verdicts(rule) == "late 1 working day (delay)");
    CHECK(judged(in_a_day, closed + "referral,2025-05-07,,,,\n" + shared("2025-05-07", "gp")).verdicts(rule) ==
          "missed (missing agency)");  // that is another episode
}

TEST_CASE("only what is about this step, and about this occurrence of it, counts") {
    auto [rows, verdicts] = GENERATE(table<std::string, std::string>({
        {discussion("police") + "information-shared,2025-05-07,,gp,conference-held,\n", "failed (missing agency)"},
        {discussion("police") + "information-shared,2025-05-07,,gp,,\n", "failed (missing agency)"},
        {discussion("police") + "plan-started,2025-05-07,,gp,strategy-discussion,\n", "failed (missing agency)"},
        {shared("2025-05-05", "gp") + discussion("police"), "failed (missing agency)"},
        // After a second discussion it is about the second.
        {discussion("police") + "strategy-discussion,2025-05-08,,police,,\n" + shared("2025-05-09", "gp"),
         "failed (missing agency); met"},
        {discussion("police") + shared("2025-05-07", "gp") + "strategy-discussion,2025-05-08,,police,,\n",
         "met; failed (missing agency)"},
        {discussion("police") + "information-shared,2025-05-07,,gp,Strategie,\n", "undetermined"},
    }));
    CAPTURE(rows);
    CHECK(judged("be shared with police and gp", rows).verdicts(rule) == verdicts);
}

TEST_CASE("on a shared date what was shared counts, unless it is known to have been before") {
    auto [held, told, verdict] = GENERATE(table<std::string, std::string, std::string>({
        {"2025-05-06", "2025-05-06", "met"},
        {"2025-05-06T15:00", "2025-05-06", "met"},
        {"2025-05-06", "2025-05-06T09:00", "met"},
        {"2025-05-06T15:00", "2025-05-06T16:00", "met"},
        {"2025-05-06T15:00", "2025-05-06T09:00", "failed (missing agency)"},
    }));
    CAPTURE(held, told);
    CHECK(
        judged("be shared with gp", "strategy-discussion," + held + ",,none,,\n" + shared(told, "gp")).verdicts(rule) ==
        verdict);
}

TEST_CASE("hours are compared between times, and what is shared on the spot is in time") {
    auto [told, verdict] = GENERATE(table<std::string, std::string>({
        {"2025-05-06T12:00", "met"},
        {"2025-05-06T12:01", "late 1 hour (delay)"},
        {"2025-05-06", "undetermined"},
        {"2025-05-07", "late 12 hours (delay)"},
    }));
    CAPTURE(told);
    CHECK(judged("be shared with gp within 2 hours",
                 "strategy-discussion,2025-05-06T10:00,,none,,\n" + shared(told, "gp"))
              .verdicts(rule) == verdict);
    CHECK(judged("be shared with gp within 2 hours", "strategy-discussion,2025-05-06,,gp,,\n").verdicts(rule) == "met");
}

TEST_CASE("shared as something: only what says so, and what the event itself says") {
    auto [rows, verdict] = GENERATE(table<std::string, std::string>({
        {discussion("none") + shared("2025-05-07", "gp", "minutes"), "met"},
        {discussion("none") + shared("2025-05-07", "gp", " Minutes"), "met"},
        {discussion("none") + shared("2025-05-07", "gp", "decision"), "failed (missing agency)"},
        {discussion("none") + shared("2025-05-07", "gp"), "failed (missing agency)"},
        {discussion("gp"), "met"},
    }));
    CAPTURE(rows);
    CHECK(judged("be shared as minutes with gp", rows).verdicts(rule) == verdict);
}

TEST_CASE("without a limit it is judged at the as-of; to inform is to share without a limit") {
    auto [sentence] = GENERATE(table<std::string>({{"be shared with gp"}, {"inform gp"}}));
    CAPTURE(sentence);
    const std::string rows = discussion("police") + shared("2025-06-20", "gp");
    CHECK(judged(sentence, rows, "2025-06-19").verdicts(rule) == "failed (missing agency)");
    CHECK(judged(sentence, rows, "2025-06-20").verdicts(rule) == "met");
    CHECK(judged(sentence, discussion(""), "2025-05-07").verdicts(rule) == "failed (not recorded)");
    CHECK(judged(sentence, discussion("gp surgery"), "2025-05-07").verdicts(rule) == "undetermined");
}

TEST_CASE("at least so many") {
    CHECK(judged("be shared with at least 2 of (police, health, school)", discussion("gp;school")).verdicts(rule) ==
          "met");
    JudgedCase one = judged("be shared with at least 2 of (police, health, school)", discussion("gp;health"));
    CHECK(one.verdicts(rule) == "failed (missing agency)");
    CHECK(one.agencies(rule) == "police;school");
    CHECK(one.only(rule).number == 1);
}

TEST_CASE("an occurrence that may be a later one leaves it open whom that share was about") {
    const std::string rows =
        "event,at,form,shared_with,about\n"
        "referral,2025-05-01,,,\n"
        "review-held,2025-05-06,full,police,\n"
        "review-held,2025-05-07,FORM,,\n"
        "information-shared,2025-05-08,,gp,review-held\n";
    const std::string yaml = with_rule("review-held", "be shared with police and gp");
    const auto with = [&](const std::string& form) {
        std::string filled = rows;
        filled.replace(filled.find("FORM"), 4, form);
        return JudgedCase(yaml, filled, "2025-05-30").verdicts("review-held.rule");
    };
    CHECK(with("brief") == "met");
    CHECK(with("") == "undetermined");
    CHECK(with("full") == "failed (missing agency); failed (missing agency)");
}

TEST_CASE("everyone involved: all who took any part so far, but the agency that acted") {
    const std::string head_row = "event,at,agency,attended,invited,contributed,shared_with,about,case.agencies\n";
    const auto verdict = [&](const std::string& rows, std::string_view as_of = "2025-05-30") {
        JudgedCase one(with_rule("strategy-discussion", "be shared with everyone involved"), head_row + rows, as_of);
        return one.verdicts(rule) + " " + one.agencies(rule);
    };
    auto [before, own, verdict_and_missing] = GENERATE(table<std::string, std::string, std::string>({
        {"referral,2025-05-01,school,,,,,,", "social-care,police,,,none,,", "failed (missing agency) police;school"},
        {"referral,2025-05-01,,police,gp,school,,,", "social-care,,,,none,,",
         "failed (missing agency) police;gp;school"},
        {"referral,2025-05-01,,,,,police,,", "social-care,,,,none,,", "failed (missing agency) police"},
        {"referral,2025-05-01,,,,,,,police;school", "social-care,,,,school,,", "failed (missing agency) police"},
        {"referral,2025-05-01,social-care,,,,,,", "social-care,social-care,,,none,,", "met "},  // nobody else
        {"referral,2025-05-01,social-care,,,,,,", "social-care,,,,,,", "met "},
        {"referral,2025-05-01,gp,health,,,,,", "police,,,,gp,,", "met "},  // the group is that GP
        {"referral,2025-05-01,,health,,,,,", "gp,,,,none,,", "met "},      // and here it is the one that acts
        {"referral,2025-05-01,,health,,,,,", "police,,,,gp,,", "met "},
    }));
    CAPTURE(before, own);
    CHECK(verdict(before + "\nstrategy-discussion,2025-05-06," + own + "\n") == verdict_and_missing);
    // Who comes into it afterwards was not yet involved.
    CHECK(verdict("referral,2025-05-01,school,,,,,,\nstrategy-discussion,2025-05-06,,,,,school,,\n"
                  "plan-started,2025-05-07,police,,,,,,\n") == "met ");
}

TEST_CASE("everyone invited and everyone absent") {
    auto [sentence, cells, verdict] = GENERATE(table<std::string, std::string, std::string>({
        // agency, attended, invited, shared_with
        {"everyone invited", "social-care,police,police;gp,police;gp", "met "},
        {"everyone invited", "social-care,police,police;gp,police", "failed (missing agency) gp"},
        {"everyone invited", "social-care,school,gp,gp", "failed (missing agency) school"},  // attended, so invited
        {"everyone invited", "social-care,,social-care,none", "met "},
        {"everyone invited", "social-care,police,,police", "undetermined "},  // who was invited is not recorded
        {"everyone invited", "social-care,police,,none", "failed (missing agency) police"},
        {"everyone absent", "social-care,police,police;gp,gp", "met "},
        {"everyone absent", "social-care,police,police;gp,police", "failed (missing agency) gp"},
        {"everyone absent", "social-care,police;gp,police;health,none", "met "},
        {"everyone absent", "social-care,,police,none", "undetermined "},  // the police may have been there
        {"everyone absent", "social-care,polcie,police,none", "undetermined "},
        {"everyone absent", "social-care,polcie,police,police", "met "},
    }));
    CAPTURE(sentence, cells);
    JudgedCase one(with_rule("strategy-discussion", "be shared with " + sentence),
                   "event,at,agency,attended,invited,shared_with\nreferral,2025-05-01,social-care,,,\n"
                   "strategy-discussion,2025-05-06," +
                       cells + "\n",
                   "2025-05-30");
    CHECK(one.verdicts(rule) + " " + one.agencies(rule) == verdict);
}

TEST_CASE("sharing that no source can show is not visible") {
    const auto verdict = [](std::string_view sentence, const std::string& rows) {
        return JudgedCase(with_rule("strategy-discussion", sentence), rows, "2025-05-30").verdicts(rule);
    };
    CHECK(verdict("inform gp", "event,at,agency\nreferral,2025-05-01,\nstrategy-discussion,2025-05-06,\n") ==
          "not visible");
    CHECK(verdict("be shared with everyone invited",
                  "event,at,shared_with\nreferral,2025-05-01,\nstrategy-discussion,2025-05-06,gp\n") == "not visible");
    CHECK(verdict("be shared with everyone absent",
                  "event,at,invited,shared_with\nreferral,2025-05-01,,\nstrategy-discussion,2025-05-06,gp,none\n") ==
          "not visible");
    CHECK(verdict("be shared with everyone absent",
                  "event,at,invited,shared_with\nreferral,2025-05-01,,\nstrategy-discussion,2025-05-06,gp,gp\n") ==
          "met");
}

TEST_CASE("a delay agreed by the due date excuses sharing, one agreed afterwards does not") {
    const std::string_view sentence = "be shared with gp within 1 working day unless delay-agreed happened";
    const std::string late = discussion("none") + shared("2025-05-12", "gp");
    CHECK(judged(sentence, late + "delay-agreed,2025-05-07,,,,\n").verdicts(rule) == "excused");
    CHECK(judged(sentence, late + "delay-agreed,2025-05-08,,,,\n").verdicts(rule) == "late 3 working days (delay)");
    CHECK(judged(sentence, discussion("gp") + "delay-agreed,2025-05-06,,,,\n").verdicts(rule) == "met");
    CHECK(judged("inform gp unless delay-agreed happened", discussion("none") + "delay-agreed,2025-05-07,,,,\n")
              .verdicts(rule) == "failed (missing agency)");
    CHECK(judged("inform gp unless delay-agreed happened", discussion("none") + "delay-agreed,2025-05-06,,,,\n")
              .verdicts(rule) == "excused");
    CHECK(judged("inform gp when delay-agreed happened", discussion("none")).verdicts(rule) == "not applicable");
}

TEST_CASE("sharing is told with whom, how late, and what is not recorded") {
    auto [sentence, rows, as_of, message] = GENERATE(table<std::string, std::string, std::string, std::string>({
        {std::string(in_a_day), discussion("police") + shared("2025-05-12", "gp"), "2025-05-30",
         "strategy discussion of Tue 6 May 2025 shared with GP 3 working days late: due Wed 7 May 2025, shared "
         "Mon 12 May 2025"},
        {std::string(in_a_day), discussion("police"), "2025-05-08",
         "strategy discussion of Tue 6 May 2025 not recorded as shared with GP, 1 working day overdue as of "
         "Thu 8 May 2025: due Wed 7 May 2025"},
        {std::string(in_a_day), discussion("police"), "2025-05-07",
         "strategy discussion of Tue 6 May 2025 to be shared with GP: due Wed 7 May 2025"},
        {"be shared as minutes with gp", discussion("police"), "2025-05-08",
         "strategy discussion of Tue 6 May 2025 not recorded as shared as minutes with GP"},
        {"inform gp", discussion(""), "2025-05-08",
         "sharing of the strategy discussion of Tue 6 May 2025 is not recorded, so GP cannot be shown to have been "
         "informed"},
        {"be shared with at least 2 of (police, gp)", discussion("gp"), "2025-05-08",
         "strategy discussion of Tue 6 May 2025 not recorded as shared with at least 2 of Police and GP, only with 1"},
        {"inform gp", discussion("gee pee"), "2025-05-08",
         "cannot tell whether the strategy discussion of Tue 6 May 2025 was shared with GP: a list names somebody that "
         "the definition does not know"},
    }));
    CHECK(judged(sentence, rows, as_of).message(rule) == message);
}

}  // namespace csapath
