// SPDX-License-Identifier: MIT
// The other sentences with a clock: repeat, happen by, happen before; edges and otherwise; ways, and one fault told
// once.
#include "engine/obligations/edge.hpp"
#include "engine/obligations/happen_before.hpp"
#include "engine/obligations/happen_by.hpp"
#include "engine/obligations/repeat.hpp"
#include "engine/obligations/way.hpp"
#include "tests/support/judged.hpp"

namespace csapath {

namespace {
constexpr std::string_view rule = "assessment-completed.rule";

JudgedCase assessment(std::string_view sentence, std::string_view rows, std::string_view as_of) {
    return {with_rule("assessment-completed", sentence), rows, as_of};
}
}  // namespace

TEST_CASE("a gap names the step from which it is counted, whether that started the clock or kept it running") {
    CHECK(assessment("repeat every 2 weeks from plan-started until plan-ended",
                     "event,at\nreferral,2025-05-01\nplan-started,2025-05-06\n", "2025-05-27")
              .message(rule) ==
          "assessment not recorded, 1 week overdue as of Tue 27 May 2025: due Tue 20 May 2025 (2 weeks after the plan "
          "started of Tue 6 May 2025)");
}

TEST_CASE("each gap of a repeated step has its own clock, from the start to the end of what it is repeated for") {
    // Two weeks from Tue 6 May are Tue 20 May; from Tue 20 May, Tue 3 June; from Wed 4 June, Wed 18 June.
    auto [rows, as_of, verdicts] = GENERATE(table<std::string, std::string, std::string>({
        {"assessment-completed,2025-05-20\nassessment-completed,2025-06-04\n", "2025-06-10",
         "met; late 1 week (delay); pending"},
        {"assessment-completed,2025-05-20\nassessment-completed,2025-06-04\nplan-ended,2025-06-17\n", "2025-06-30",
         "met; late 1 week (delay)"},
        {"assessment-completed,2025-05-20\nassessment-completed,2025-06-04\nplan-ended,2025-06-19\n", "2025-06-30",
         "met; late 1 week (delay); missed (missed step)"},
        {"assessment-completed,2025-05-20\nassessment-completed,2025-06-04\n", "2025-06-30",
         "met; late 1 week (delay); overdue 2 weeks (delay)"},
        // A second start while the clock runs starts nothing.
        {"plan-started,2025-05-12\nassessment-completed,2025-05-20\nplan-ended,2025-05-21\n", "2025-06-30", "met"},
        {"plan-ended,2025-05-12\nassessment-completed,2025-05-30\n", "2025-06-30", ""},
        {"case-closed,2025-05-19\n", "2025-06-30", ""},
        {"case-closed,2025-05-21\n", "2025-06-30", "missed (missed step)"},
    }));
    CAPTURE(rows, as_of);
    CHECK(assessment("repeat every 2 weeks from plan-started until plan-ended",
                     "event,at\nreferral,2025-05-01\nplan-started,2025-05-06\n" + rows, as_of)
              .verdicts(rule) == verdicts);
}

TEST_CASE("an end on the day of its start ends a clock already running, else the new one") {
    const std::string sentence = "repeat every 2 weeks from plan-started until plan-ended";
    CHECK(assessment(sentence, "event,at\nreferral,2025-05-01\nplan-started,2025-05-06\nplan-ended,2025-05-06\n",
                     "2025-06-30")
              .verdicts(rule) == "");
    // The plan of 6 May ends on 20 May and another begins that day: from then on its clock runs.
    CHECK(assessment(sentence,
                     "event,at\nreferral,2025-05-01\nplan-started,2025-05-06\nplan-ended,2025-05-20\n"
                     "plan-started,2025-05-20\nassessment-completed,2025-06-03\n",
                     "2025-06-10")
              .verdicts(rule) == "met; pending");
}

TEST_CASE("an occurrence that fails the sentence's where does not stop the clock") {
    const std::string sentence = "repeat every 2 weeks from plan-started until plan-ended where genogram is yes";
    const std::string start = "event,at,genogram\nreferral,2025-05-01,\nplan-started,2025-05-06,\n";
    CHECK(assessment(sentence, start + "assessment-completed,2025-05-15,no\nassessment-completed,2025-05-21,yes\n",
                     "2025-05-22")
              .verdicts(rule) == "late 1 week (delay); pending");
    CHECK(assessment(sentence, start + "assessment-completed,2025-05-15,\nassessment-completed,2025-05-21,yes\n",
                     "2025-05-22")
              .verdicts(rule) == "undetermined; pending");
}

TEST_CASE("happen by a date takes the latest date that is recorded") {
    auto [rows, as_of, verdicts] = GENERATE(table<std::string, std::string, std::string>({
        {"referral,2025-05-01,2025-05-20\nstrategy-discussion,2025-05-07,2025-05-25\nassessment-completed,2025-05-24,"
         "\n",
         "2025-06-30", "met"},
        {"referral,2025-05-01,2025-05-20\nassessment-completed,2025-05-21,\n", "2025-06-30", "late 1 day (delay)"},
        {"referral,2025-05-01,2025-05-20\n", "2025-05-20", "pending"},
        {"referral,2025-05-01,2025-05-20\n", "2025-05-22", "overdue 2 days (delay)"},
        {"referral,2025-05-01,\nassessment-completed,2025-05-21,\n", "2025-06-30", "undetermined"},
        // Where the episode began unseen, it may have happened before.
        {"strategy-discussion,2025-05-07,2025-05-20\n", "2025-06-30", "undetermined"},
    }));
    CAPTURE(rows, as_of);
    CHECK(assessment("happen by reply-due", "event,at,reply-due\n" + rows, as_of).verdicts(rule) == verdicts);
}

TEST_CASE("happen by a date that no column carries is not visible") {
    CHECK(assessment("happen by reply-due", "event,at\nreferral,2025-05-01\n", "2025-06-30").verdicts(rule) ==
          "not visible");
}

TEST_CASE("something has to happen some days before a conference") {
    // Three working days before Tue 20 May: 19, 16, 15 May.
    auto [rows, verdicts] = GENERATE(table<std::string, std::string>({
        {"assessment-completed,2025-05-15\nconference-held,2025-05-20\n", "met"},
        {"assessment-completed,2025-05-16\nconference-held,2025-05-20\n", "late 1 working day (delay)"},
        {"assessment-completed,2025-05-20\nconference-held,2025-05-20\n", "late 3 working days (delay)"},
        {"conference-held,2025-05-20\nassessment-completed,2025-05-21\n", "missed (missed step)"},
        {"conference-held,2025-05-20\n", "missed (missed step)"},
        // Only what came after the previous conference counts for the next.
        {"assessment-completed,2025-05-15\nconference-held,2025-05-20\nconference-held,2025-06-20\n",
         "met; missed (missed step)"},
    }));
    CAPTURE(rows);
    CHECK(assessment("happen at least 3 working days before conference-held", "event,at\nreferral,2025-05-01\n" + rows,
                     "2025-06-30")
              .verdicts(rule) == verdicts);
}

TEST_CASE("what has to come before a date that is still ahead is pending, overdue, and missed when the date has come") {
    // Three months before Wed 10 September 2025 is Tue 10 June.
    auto [as_of, verdict] = GENERATE(table<std::string, std::string>({
        {"2025-06-10", "pending"},
        {"2025-06-20", "overdue 1 month (delay)"},
        {"2025-09-20", "missed (missed step)"},
    }));
    CAPTURE(as_of);
    CHECK(assessment("happen at least 3 months before case.expected-delivery",
                     "event,at,case.expected-delivery\nreferral,2025-05-01,2025-09-10\n", as_of)
              .verdicts(rule) == verdict);
}

namespace {
const std::string edges =
    "facts:\n"
    "  risk: {type: one-of, values: [red, amber, green]}\n"
    "steps:\n"
    "  referral:\n    starts: true\n    next: {screening: must within 1 working day, s47-started: may}\n"
    "  screening:\n    next:\n      strategy-discussion: 'must within 3 working days when risk in (red, amber)'\n"
    "      case-closed: otherwise within 5 working days\n"
    "  strategy-discussion:\n    next: {conference-held: must, case-closed: may}\n"
    "    must: {soon: happen within 5 working days of referral}\n"
    "  s47-started: {next: {conference-held: may}}\n"
    "  conference-held: {next: {plan-started: may}}\n"
    "  plan-started: {next: {case-closed: may}}\n"
    "  case-closed: {ends: true}\n";
}

TEST_CASE("otherwise is demanded only where no other edge with a condition applies") {
    // Five working days from Fri 2 May: 6 7 8 9 12 May, as Mon 5 May is a bank holiday.
    const auto after_screening = [](std::string_view risk) {
        return JudgedCase(definition(edges),
                          "event,at,risk\nreferral,2025-05-01,\nscreening,2025-05-02," + std::string(risk) + "\n",
                          "2025-05-13")
            .verdicts("screening.next.case-closed");
    };
    CHECK(after_screening("green") == "overdue 1 working day (delay)");
    CHECK(after_screening("red") == "not applicable");
    CHECK(after_screening("") == "undetermined");
}

TEST_CASE("rules that one event would have met are one finding, told by the earliest activation") {
    // Due from the referral: 2 6 7 8 9 May; from the screening of Fri 2 May: 6 7 8 May. Neither by Wed 14 May.
    const JudgedCase judged(definition(edges), "event,at,risk\nreferral,2025-05-01,\nscreening,2025-05-02,red\n",
                            "2025-05-14");
    CHECK(judged.findings() == "strategy-discussion.soon 2 times, also screening.next.strategy-discussion");
}

TEST_CASE("a step that every way goes through is missed where it never came, and out of order where it came later") {
    // Every way to the plan goes through the conference; every other step on main can be gone round.
    auto [rows, verdict] = GENERATE(table<std::string, std::string>({
        {"conference-held,2025-05-20\nplan-started,2025-05-20\n", "met"},
        {"plan-started,2025-05-20\n", "missed (missed step)"},
        {"plan-started,2025-05-20\nconference-held,2025-05-21\n", "failed (out of order)"},
    }));
    CAPTURE(rows);
    const JudgedCase judged(definition(edges), "event,at\nreferral,2025-05-01\ns47-started,2025-05-02\n" + rows,
                            "2025-05-30", {}, true);
    CHECK(judged.verdicts("conference-held.way") == verdict);
}

TEST_CASE("in an episode that began unseen a missed step cannot be told, and what no source shows is not visible") {
    const std::string rows = "event,at,risk\nplan-started,2025-05-20,\n";
    CHECK(JudgedCase(definition(edges), rows, "2025-05-30", {}, true).verdicts("conference-held.way") ==
          "undetermined");
    CHECK(JudgedCase(definition(edges), "event,at,risk\nreferral,2025-05-01,\nplan-started,2025-05-20,\n", "2025-05-30",
                     {"conference-held"}, true)
              .verdicts("conference-held.way") == "not visible");
}

}  // namespace csapath
