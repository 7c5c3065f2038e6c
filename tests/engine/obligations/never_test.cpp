// SPDX-License-Identifier: MIT
#include "engine/obligations/never.hpp"

#include "tests/support/judged.hpp"

namespace csapath {

using engine::Because;

namespace {
constexpr std::string_view rule = "conference-held.rule";

JudgedCase judged(std::string_view sentence, std::string_view rows, std::string_view columns = "event,at",
                  const std::vector<std::string>& cannot_show = {}) {
    return {with_rule("conference-held", sentence), std::string(columns) + "\n" + std::string(rows), "2025-06-30",
            cannot_show};
}
/// The same with a referral on 1 May and the conference on Tue 20 May 2025.
std::string verdict_of(std::string_view sentence, const std::string& rows) {
    return judged(sentence, "referral,2025-05-01\nconference-held,2025-05-20\n" + rows).verdicts(rule);
}
}  // namespace

TEST_CASE("what should never happen is a finding each time it does") {
    CHECK(judged("never happen", "referral,2025-05-01\nconference-held,2025-05-20\nconference-held,2025-05-21\n")
              .verdicts(rule) == "failed (unexpected); failed (unexpected)");
    CHECK(judged("never happen", "referral,2025-05-01\n").verdicts(rule).empty());
}

TEST_CASE("never before X: only if an X comes later and none came before") {
    auto [rows, verdict] = GENERATE(table<std::string, std::string>({
        {"", "met"},  // no X, so it came before none
        {"strategy-discussion,2025-05-21\n", "failed (out of order)"},
        {"strategy-discussion,2025-05-19\n", "met"},
        {"strategy-discussion,2025-05-19\nstrategy-discussion,2025-05-21\n", "met"},
        {"strategy-discussion,2025-05-20\n", "met"},
        {"strategy-discussion,2025-05-20\nstrategy-discussion,2025-05-21\n", "met"},
        {"plan-started,2025-05-21\n", "failed (out of order)"},
        {"case-closed,2025-05-21\nstrategy-discussion,2025-05-22\n", "met"},  // after the close
    }));
    CAPTURE(rows);
    CHECK(verdict_of("never happen before strategy-discussion or plan-started", rows) == verdict);
}

TEST_CASE("never after X") {
    auto [rows, verdict] = GENERATE(table<std::string, std::string>({
        {"", "met"},
        {"plan-started,2025-05-19\n", "failed (out of order)"},
        {"plan-started,2025-05-20\n", "met"},
        {"plan-started,2025-05-21\n", "met"},
    }));
    CAPTURE(rows);
    CHECK(verdict_of("never happen after plan-started", rows) == verdict);
}

TEST_CASE("what happened in another episode is not held against this one") {
    const std::string earlier = "referral,2025-01-01\nplan-started,2025-01-02\ncase-closed,2025-01-03\n";
    auto [sentence] = GENERATE(table<std::string>({
        {"never happen after plan-started"},
        {"never happen between plan-started and plan-ended"},
    }));
    CAPTURE(sentence);
    CHECK(judged(sentence, earlier + "referral,2025-05-01\nconference-held,2025-05-20\n").verdicts(rule) == "met");
}

TEST_CASE("never between X and Y: from X to the first Y, also while there is none") {
    auto [rows, verdict] = GENERATE(table<std::string, std::string>({
        {"", "met"},
        {"plan-started,2025-05-10\n", "failed (out of order)"},
        {"plan-started,2025-05-10\nplan-ended,2025-05-25\n", "failed (out of order)"},
        {"plan-started,2025-05-10\nplan-ended,2025-05-15\n", "met"},
        {"plan-started,2025-05-10\nplan-ended,2025-05-20\n", "met"},  // ended that day, perhaps before
        {"plan-started,2025-05-20\n", "met"},                         // began that day, perhaps afterwards
        {"plan-ended,2025-05-05\nplan-started,2025-05-10\n", "failed (out of order)"},
        {"plan-started,2025-05-10\nplan-ended,2025-05-12\nplan-started,2025-05-14\n", "failed (out of order)"},
        {"plan-started,2025-05-10\nplan-started,2025-05-12\nplan-ended,2025-05-14\n", "met"},
        {"plan-started,2025-05-10\nplan-ended,2025-05-10\n", "met"},
    }));
    CAPTURE(rows);
    CHECK(verdict_of("never happen between plan-started and plan-ended", rows) == verdict);
}

TEST_CASE("where both have a time a shared date has an order") {
    auto [sentence, own, other, verdict] = GENERATE(table<std::string, std::string, std::string, std::string>({
        {"never happen before plan-started", "T09:00", "T10:00", "failed (out of order)"},
        {"never happen before plan-started", "T10:00", "T09:00", "met"},
        {"never happen before plan-started", "T09:00", "", "met"},
        {"never happen after plan-started", "T10:00", "T09:00", "failed (out of order)"},
        {"never happen after plan-started", "", "T09:00", "met"},
        {"never happen between plan-started and plan-ended", "T10:00", "T09:00", "failed (out of order)"},
    }));
    CAPTURE(sentence, own, other);
    CHECK(judged(sentence,
                 "referral,2025-05-01\nconference-held,2025-05-20" + own + "\nplan-started,2025-05-20" + other + "\n")
              .verdicts(rule) == verdict);
}

TEST_CASE("in an episode that began unseen an earlier event may change it") {
    // It began with an assessment: what came before is not in the data.
    auto [sentence, rows, verdict] = GENERATE(table<std::string, std::string, std::string>({
        {"never happen", "", "failed (unexpected)"},
        {"never happen before plan-started", "plan-started,2025-05-21\n", "undetermined"},
        {"never happen before plan-started", "", "met"},
        {"never happen before plan-started", "plan-started,2025-05-19\nplan-started,2025-05-21\n", "met"},
        {"never happen after plan-started", "", "undetermined"},
        {"never happen after plan-started", "plan-started,2025-05-19\n", "failed (out of order)"},
        {"never happen between plan-started and plan-ended", "", "undetermined"},
        {"never happen between plan-started and plan-ended", "plan-ended,2025-05-15\n", "met"},
        {"never happen between plan-started and plan-ended", "plan-ended,2025-05-21\n", "undetermined"},
        {"never happen between plan-started and plan-ended", "plan-started,2025-05-15\n", "failed (out of order)"},
    }));
    CAPTURE(sentence, rows);
    CHECK(judged(sentence, "assessment-completed,2025-05-01\nconference-held,2025-05-20\n" + rows).verdicts(rule) ==
          verdict);
}

TEST_CASE("an event that may be the one that clears it leaves it open") {
    auto [sentence, rows, verdict] = GENERATE(table<std::string, std::string, std::string>({
        {"never happen before review-held", "review-held,2025-05-19,\nreview-held,2025-05-21,full\n", "undetermined"},
        {"never happen before review-held", "review-held,2025-05-19,brief\nreview-held,2025-05-21,full\n",
         "failed (out of order)"},
        {"never happen before review-held", "review-held,2025-05-21,\n", "met"},
        {"never happen after review-held", "review-held,2025-05-19,\n", "met"},
        {"never happen between plan-started and review-held", "plan-started,2025-05-10,\nreview-held,2025-05-15,\n",
         "undetermined"},
    }));
    CAPTURE(sentence, rows);
    CHECK(judged(sentence, "referral,2025-05-01,\nconference-held,2025-05-20,\n" + rows, "event,at,form")
              .verdicts(rule) == verdict);
}

TEST_CASE("never: not visible, not applicable, excused") {
    const std::string rows = "referral,2025-05-01\nconference-held,2025-05-20\n";
    CHECK(judged("never happen before plan-started", rows, "event,at", {"plan-started"}).verdicts(rule) ==
          "not visible");
    CHECK(judged("never happen between plan-started and plan-ended", rows, "event,at", {"plan-ended"}).verdicts(rule) ==
          "not visible");
    CHECK(judged("never happen when delay-agreed happened", rows).verdicts(rule) == "not applicable");
    CHECK(judged("never happen unless delay-agreed happened", rows + "delay-agreed,2025-05-20\n").verdicts(rule) ==
          "excused");
    CHECK(judged("never happen unless delay-agreed happened", rows + "delay-agreed,2025-05-21\n").verdicts(rule) ==
          "failed (unexpected)");
    CHECK(
        judged("never happen when risk is red", "referral,2025-05-01,\nconference-held,2025-05-20,\n", "event,at,risk")
            .verdicts(rule) == "undetermined");
}

TEST_CASE("the other event is named") {
    auto [sentence, rows, message] = GENERATE(table<std::string, std::string, std::string>({
        {"never happen", "", "conference of Tue 20 May 2025 recorded, where none should be"},
        {"never happen before plan-started", "plan-started,2025-05-21\n",
         "conference of Tue 20 May 2025 came before the plan started of Wed 21 May 2025"},
        {"never happen after plan-started", "plan-started,2025-05-12\n",
         "conference of Tue 20 May 2025 came after the plan started of Mon 12 May 2025"},
        {"never happen between plan-started and plan-ended", "plan-started,2025-05-12\n",
         "conference of Tue 20 May 2025 came after the plan started of Mon 12 May 2025 and before any plan ended"},
    }));
    CHECK(judged(sentence, "referral,2025-05-01\nconference-held,2025-05-20\n" + rows).message(rule) == message);
}

}  // namespace csapath
