// SPDX-License-Identifier: MIT
#include "engine/obligations/follow.hpp"

#include "tests/support/judged.hpp"

namespace csapath {

using engine::Because;

namespace {
constexpr std::string_view rule = "conference-held.rule";

JudgedCase conference(std::string_view sentence, std::string_view rows, std::string_view columns = "event,at",
                      const std::vector<std::string>& cannot_show = {}) {
    return {with_rule("conference-held", sentence), std::string(columns) + "\n" + std::string(rows), "2025-06-30",
            cannot_show};
}
}  // namespace

TEST_CASE("what has to come first came, came later, came too long ago, or did not come") {
    auto [sentence, rows, verdict] = GENERATE(table<std::string, std::string, std::string>({
        {"follow strategy-discussion", "strategy-discussion,2025-05-06\n", "met"},
        {"follow strategy-discussion", "strategy-discussion,2025-05-21\n", "failed (out of order)"},
        {"follow strategy-discussion", "", "failed (missed step)"},
        {"follow strategy-discussion or assessment-completed", "assessment-completed,2025-05-06\n", "met"},
        // The conference is on Tue 20 May 2025: two weeks before is 6 May.
        {"follow strategy-discussion within 2 weeks", "strategy-discussion,2025-05-06\n", "met"},
        {"follow strategy-discussion within 2 weeks", "strategy-discussion,2025-05-05\n", "failed (delay)"},
        {"follow strategy-discussion within 2 weeks",
         "strategy-discussion,2025-05-05\nstrategy-discussion,2025-05-19\n", "met"},
        {"follow strategy-discussion within 2 weeks",
         "strategy-discussion,2025-05-05\nstrategy-discussion,2025-05-21\n", "failed (delay)"},
        {"follow strategy-discussion within 2 weeks", "strategy-discussion,2025-05-21\n", "failed (out of order)"},
        // Wed 14 May + 3 working days is Mon 19 May, Thu 15 May + 3 is Tue 20 May.
        {"follow strategy-discussion within 3 working days", "strategy-discussion,2025-05-15\n", "met"},
        {"follow strategy-discussion within 3 working days", "strategy-discussion,2025-05-14\n", "failed (delay)"},
    }));
    CAPTURE(sentence, rows);
    CHECK(conference(sentence, "referral,2025-05-01\n" + rows + "conference-held,2025-05-20\n").verdicts(rule) ==
          verdict);
}

TEST_CASE("on a shared date order is held against nobody unless both have a time") {
    auto [discussed, held, verdict] = GENERATE(table<std::string, std::string, std::string>({
        {"2025-05-20", "2025-05-20", "met"},
        {"2025-05-20T15:00", "2025-05-20", "met"},
        {"2025-05-20", "2025-05-20T09:00", "met"},
        {"2025-05-20T09:00", "2025-05-20T15:00", "met"},
        {"2025-05-20T15:00", "2025-05-20T09:00", "failed (out of order)"},
        {"2025-05-20T09:00", "2025-05-20T09:00", "met"},
    }));
    CAPTURE(discussed, held);
    CHECK(conference("follow strategy-discussion",
                     "referral,2025-05-01\nstrategy-discussion," + discussed + "\nconference-held," + held + "\n")
              .verdicts(rule) == verdict);
}

TEST_CASE("a step that follows itself: the first never does, and of two on one day only the second") {
    CHECK(conference("follow conference-held or strategy-discussion",
                     "referral,2025-05-01,\nconference-held,2025-05-20,red\nconference-held,2025-05-20,amber\n",
                     "event,at,risk")
              .verdicts(rule) == "failed (out of order); met");
}

TEST_CASE("hours are counted between times, and a date alone may leave it open") {
    auto [discussed, verdict] = GENERATE(table<std::string, std::string>({
        {"2025-05-19T12:00", "met"},
        {"2025-05-19T11:59", "failed (delay)"},
        {"2025-05-19", "undetermined"},
        {"2025-05-18", "failed (delay)"},
        {"2025-05-20", "met"},
    }));
    CAPTURE(discussed);
    CHECK(conference("follow strategy-discussion within 24 hours",
                     "referral,2025-05-01\nstrategy-discussion," + discussed + "\nconference-held,2025-05-20T12:00\n")
              .verdicts(rule) == verdict);
}

TEST_CASE("in an episode that began unseen what came first may lie before it") {
    auto [sentence, rows, verdict] = GENERATE(table<std::string, std::string, std::string>({
        {"follow strategy-discussion", "plan-started,2025-05-01\n", "undetermined"},
        {"follow strategy-discussion", "plan-started,2025-05-01\nstrategy-discussion,2025-05-21\n", "undetermined"},
        {"follow strategy-discussion", "plan-started,2025-05-01\nstrategy-discussion,2025-05-06\n", "met"},
        {"follow strategy-discussion within 1 month", "plan-started,2025-05-01\n", "undetermined"},
        // Whatever lies unseen before 1 April is more than a month before 20 May.
        {"follow strategy-discussion within 1 month", "plan-started,2025-04-01\n", "failed (missed step)"},
    }));
    CAPTURE(sentence, rows);
    CHECK(conference(sentence, rows + "conference-held,2025-05-20\n").verdicts(rule) == verdict);
}

TEST_CASE("an event that may be what has to come first leaves it open, unless it would be too late") {
    auto [rows, verdict] = GENERATE(table<std::string, std::string>({
        {"review-held,2025-05-06,\n", "undetermined"},
        {"review-held,2025-05-06,full\n", "met"},
        {"review-held,2025-05-06,brief\n", "failed (missed step)"},
        {"review-held,2025-05-21,\n", "failed (missed step)"},
        {"review-held,2025-05-06,\nreview-held,2025-05-07,full\n", "met"},
    }));
    CAPTURE(rows);
    CHECK(conference("follow review-held", "referral,2025-05-01,\n" + rows + "conference-held,2025-05-20,\n",
                     "event,at,form")
              .verdicts(rule) == verdict);
}

TEST_CASE("what no source can show is not visible; of several steps one is enough") {
    const std::string rows = "referral,2025-05-01\nconference-held,2025-05-20\n";
    CHECK(conference("follow strategy-discussion", rows, "event,at", {"strategy-discussion"}).verdicts(rule) ==
          "not visible");
    CHECK(conference("follow strategy-discussion or plan-started", rows, "event,at", {"strategy-discussion"})
              .verdicts(rule) == "failed (missed step)");
}

TEST_CASE("an exception excuses, a condition does away with it, and another episode does not count") {
    CHECK(conference("follow strategy-discussion unless delay-agreed happened",
                     "referral,2025-05-01\ndelay-agreed,2025-05-20\nconference-held,2025-05-20\n")
              .verdicts(rule) == "excused");
    CHECK(conference("follow strategy-discussion unless delay-agreed happened",
                     "referral,2025-05-01\nconference-held,2025-05-20\ndelay-agreed,2025-05-21\n")
              .verdicts(rule) == "failed (missed step)");
    CHECK(conference("follow strategy-discussion when delay-agreed happened",
                     "referral,2025-05-01\nconference-held,2025-05-20\n")
              .verdicts(rule) == "not applicable");
    CHECK(conference("follow strategy-discussion",
                     "referral,2025-01-01\nstrategy-discussion,2025-01-02\ncase-closed,2025-01-03\n"
                     "referral,2025-05-01\nconference-held,2025-05-20\n")
              .verdicts(rule) == "failed (missed step)");
}

TEST_CASE("what came too late or too early is named with its date") {
    auto [rows, message] = GENERATE(table<std::string, std::string>({
        {"", "no strategy discussion recorded before the conference of Tue 20 May 2025"},
        {"strategy-discussion,2025-05-21\nstrategy-discussion,2025-05-22\n",
         "conference of Tue 20 May 2025 came before any strategy discussion: the first was held Wed 21 May 2025"},
        {"strategy-discussion,2025-05-02\nstrategy-discussion,2025-05-05\n",
         "strategy discussion more than 2 weeks before the conference of Tue 20 May 2025: the last was held "
         "Mon 5 May 2025"},
    }));
    CHECK(conference("follow strategy-discussion within 2 weeks",
                     "referral,2025-05-01\n" + rows + "conference-held,2025-05-20\n")
              .message(rule) == message);
}

}  // namespace csapath
