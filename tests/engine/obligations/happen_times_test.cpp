// SPDX-License-Identifier: MIT
#include "engine/obligations/happen_times.hpp"

#include "tests/support/judged.hpp"

namespace csapath {

using engine::Because;

namespace {
constexpr std::string_view rule = "conference-held.rule";

/// Conferences on the 1st, 2nd … of May, in a case that opened in April.
std::string conferences(int many) {
    std::string rows;
    for (int day = 1; day <= many; ++day) rows += "conference-held,2025-05-0" + std::to_string(day) + "\n";
    return rows;
}
JudgedCase judged(std::string_view sentence, const std::string& rows, bool seen = true) {
    return {with_rule("conference-held", sentence),
            "event,at\n" + std::string(seen ? "referral,2025-04-01\n" : "plan-started,2025-04-01\n") + rows,
            "2025-06-30"};
}
}  // namespace

TEST_CASE("how often it happened decides: too many at once, too few at the close") {
    auto [sentence, many, open, closed] = GENERATE(table<std::string, int, std::string, std::string>({
        {"happen once", 0, "pending", "missed (missed step)"},
        {"happen once", 1, "met", "met"},
        {"happen once", 2, "failed (unexpected)", "failed (unexpected)"},
        {"happen exactly 2 times", 1, "pending", "missed (missed step)"},
        {"happen exactly 2 times", 2, "met", "met"},
        {"happen exactly 2 times", 3, "failed (unexpected)", "failed (unexpected)"},
        {"happen at least 2 times", 1, "pending", "missed (missed step)"},
        {"happen at least 2 times", 2, "met", "met"},
        {"happen at least 2 times", 3, "met", "met"},
        {"happen at most 1 time", 0, "met", "met"},
        {"happen at most 1 time", 1, "met", "met"},
        {"happen at most 1 time", 2, "failed (unexpected)", "failed (unexpected)"},
    }));
    CAPTURE(sentence, many);
    CHECK(judged(sentence, conferences(many)).verdicts(rule) == open);
    CHECK(judged(sentence, conferences(many) + "case-closed,2025-05-20\n").verdicts(rule) == closed);
}

TEST_CASE("what comes after the close fills up too few, and is never too many") {
    const std::string tail = "case-closed,2025-05-20\nconference-held,2025-05-21\nconference-held,2025-05-22\n";
    CHECK(judged("happen once", tail).verdicts(rule) == "met");
    CHECK(judged("happen exactly 2 times", conferences(1) + tail).verdicts(rule) == "met");
    CHECK(judged("happen at least 4 times", conferences(1) + tail).verdicts(rule) == "missed (missed step)");
    CHECK(judged("happen at most 1 time", conferences(1) + tail).verdicts(rule) == "met");
}

TEST_CASE("once for every episode, counted from its start") {
    const JudgedCase two = judged("happen once", conferences(1) + "case-closed,2025-05-20\nreferral,2025-06-01\n");
    CHECK(two.verdicts(rule) == "met; pending");
}

TEST_CASE("the first too many is named, and so is what there is of too few") {
    const JudgedCase many = judged("happen at most 1 time", conferences(3));
    CHECK(many.day_of(many.only(rule).fulfilment) == "2025-05-02");
    CHECK(many.only(rule).number == 3);
    CHECK(many.only(rule).target == engine::no_target);
    const JudgedCase few = judged("happen at least 2 times", conferences(1) + "case-closed,2025-05-20\n");
    CHECK(few.only(rule).number == 1);
    CHECK(few.only(rule).target != engine::no_target);
}

TEST_CASE("in an episode that began unseen only what cannot change is said") {
    auto [sentence, many, verdict] = GENERATE(table<std::string, int, std::string>({
        {"happen exactly 2 times", 1, "undetermined"},
        {"happen exactly 2 times", 2, "undetermined"},  // an unseen one may be too many
        {"happen exactly 2 times", 3, "failed (unexpected)"},
        {"happen at least 2 times", 1, "undetermined"},
        {"happen at least 2 times", 2, "met"},
        {"happen at most 1 time", 1, "undetermined"},
        {"happen at most 1 time", 2, "failed (unexpected)"},
    }));
    CAPTURE(sentence, many);
    const JudgedCase unseen = judged(sentence, conferences(many), false);
    CHECK(unseen.verdicts(rule) == verdict);
    if (verdict == "undetermined") CHECK(unseen.because(rule) == Because::began_unseen);
}

TEST_CASE("events that may be occurrences leave a count open where it depends on them") {
    auto [sentence, full, unknown, open, closed] = GENERATE(table<std::string, int, int, std::string, std::string>({
        {"happen at least 2 times", 1, 1, "pending", "undetermined"},
        {"happen at least 2 times", 0, 1, "pending", "missed (missed step)"},
        {"happen at least 2 times", 2, 1, "met", "met"},
        {"happen at most 1 time", 1, 1, "undetermined", "undetermined"},
        {"happen at most 2 times", 1, 1, "met", "met"},
        {"happen at most 1 time", 2, 1, "failed (unexpected)", "failed (unexpected)"},
        {"happen once", 1, 1, "undetermined", "undetermined"},
    }));
    CAPTURE(sentence, full, unknown);
    std::string rows = "event,at,form\nreferral,2025-04-01,\n";
    for (int i = 1; i <= full; ++i) rows += "review-held,2025-05-0" + std::to_string(i) + ",full\n";
    for (int i = 1; i <= unknown; ++i) rows += "review-held,2025-05-1" + std::to_string(i) + ",\n";
    const std::string yaml = with_rule("review-held", sentence);
    CHECK(JudgedCase(yaml, rows, "2025-06-30").verdicts("review-held.rule") == open);
    CHECK(JudgedCase(yaml, rows + "case-closed,2025-05-20,\n", "2025-06-30").verdicts("review-held.rule") == closed);
}

TEST_CASE("not visible, not applicable, excused") {
    const std::string open = "event,at\nreferral,2025-04-01\n";
    const std::string yaml = with_rule("conference-held", "happen once");
    CHECK(JudgedCase(yaml, open, "2025-06-30", {"conference-held"}).verdicts(rule) == "not visible");
    const std::string red = with_rule("conference-held", "happen once when risk is red");
    CHECK(JudgedCase(red, "event,at,risk\nreferral,2025-04-01,green\n", "2025-06-30").verdicts(rule) ==
          "not applicable");
    CHECK(JudgedCase(red, "event,at,risk\nreferral,2025-04-01,\n", "2025-06-30").verdicts(rule) == "undetermined");
    CHECK(JudgedCase(red, open, "2025-06-30").verdicts(rule) == "not visible");
    // There is time up to the as-of to agree that it need not happen, but not after there were too many.
    CHECK(judged("happen once unless transferred-out happened", "transferred-out,2025-05-10\ncase-closed,2025-05-20\n")
              .verdicts(rule) == "excused");
    CHECK(judged("happen at most 1 time unless delay-agreed happened", conferences(2) + "delay-agreed,2025-05-10\n")
              .verdicts(rule) == "failed (unexpected)");
    CHECK(judged("happen at most 1 time unless delay-agreed happened", "delay-agreed,2025-04-10\n" + conferences(2))
              .verdicts(rule) == "excused");
}

TEST_CASE("a count is told in words") {
    auto [sentence, rows, message] = GENERATE(table<std::string, std::string, std::string>({
        {"happen at most 1 time", conferences(2),
         "conference recorded 2 times, asked for at most 1 time: the first too many was held Fri 2 May 2025"},
        {"happen once", conferences(2),
         "conference recorded 2 times, asked for once: the first too many was held Fri 2 May 2025"},
        {"happen once", "case-closed,2025-05-20\n",
         "no conference recorded when the episode closed on Tue 20 May 2025, asked for once"},
        {"happen at least 2 times", conferences(1) + "case-closed,2025-05-20\n",
         "conference recorded 1 time when the episode closed on Tue 20 May 2025, asked for at least 2 times"},
        {"happen at least 2 times", conferences(1), "conference recorded 1 time so far, asked for at least 2 times"},
    }));
    CHECK(judged(sentence, rows).message(rule) == message);
}

}  // namespace csapath
