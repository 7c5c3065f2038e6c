// SPDX-License-Identifier: MIT
#include "engine/obligations/happen.hpp"

#include "tests/support/judged.hpp"

namespace csapath {

namespace {
constexpr std::string_view rule = "conference-held.rule";

/// The episode opens on Thu 1 May 2025. Mon 5 and Mon 26 May 2025 are bank holidays.
JudgedCase conference(std::string_view sentence, std::string_view rows, std::string_view as_of = "2025-06-30",
                      std::string_view columns = "event,at") {
    std::string referral = "referral,2025-05-01";
    referral.append(static_cast<std::size_t>(std::count(columns.begin(), columns.end(), ',')) - 1, ',');
    return {with_rule("conference-held", sentence), std::string(columns) + "\n" + referral + "\n" + std::string(rows),
            as_of};
}
}  // namespace

TEST_CASE(
    "a conference within 15 working days of each strategy discussion is in time, late, overdue, missed or pending") {
    // From Wed 7 May: 8 9 · 12 13 14 15 16 · 19 20 21 22 23 · 27 28 29, so the last day in time is Thu 29 May.
    // From Mon 12 May: 13 14 15 16 · 19 20 21 22 23 · 27 28 29 30 · 2 3 June.
    auto [rows, as_of, verdicts] = GENERATE(table<std::string, std::string, std::string>({
        {"strategy-discussion,2025-05-07\nconference-held,2025-05-29\n", "2025-06-30", "met"},
        {"strategy-discussion,2025-05-07\nconference-held,2025-05-30\n", "2025-06-30", "late 1 working day (delay)"},
        // The Saturday is past the first working day, and counts as the Monday: lateness is rounded up.
        {"strategy-discussion,2025-05-07\nconference-held,2025-05-31\n", "2025-06-30", "late 2 working days (delay)"},
        {"strategy-discussion,2025-05-07\nconference-held,2025-06-02\n", "2025-06-30", "late 2 working days (delay)"},
        {"strategy-discussion,2025-05-07\n", "2025-05-29", "pending"},
        {"strategy-discussion,2025-05-07\n", "2025-05-30", "overdue 1 working day (delay)"},
        // An earlier conference does not count.
        {"conference-held,2025-05-06\nstrategy-discussion,2025-05-07\n", "2025-06-02",
         "overdue 2 working days (delay)"},
        {"strategy-discussion,2025-05-07\ncase-closed,2025-05-20\n", "2025-06-30", "missed (missed step)"},
        // After the close it can still be met, or be late by its date.
        {"strategy-discussion,2025-05-07\ncase-closed,2025-05-20\nconference-held,2025-05-28\n", "2025-06-30", "met"},
        {"strategy-discussion,2025-05-07\ncase-closed,2025-05-20\nconference-held,2025-06-02\n", "2025-06-30",
         "late 2 working days (delay)"},
        // One conference may serve both discussions; each has its own clock.
        {"strategy-discussion,2025-05-07\nstrategy-discussion,2025-05-12\nconference-held,2025-05-30\n", "2025-06-30",
         "late 1 working day (delay); met"},
        // On the same date without times, the conference counts as after the discussion.
        {"strategy-discussion,2025-05-07\nconference-held,2025-05-07\n", "2025-06-30", "met"},
        {"strategy-discussion,2025-05-07T12:00\nconference-held,2025-05-07T09:00\n", "2025-05-08", "pending"},
    }));
    CAPTURE(rows, as_of);
    CHECK(conference("happen within 15 working days of strategy-discussion", rows, as_of).verdicts(rule) == verdicts);
}

TEST_CASE("of the conferences before a discussion, which do not count, the latest of the episode is named") {
    auto [rows, named] = GENERATE(table<std::string, std::string>({
        {"strategy-discussion,2025-05-07\n", "-"},
        {"conference-held,2025-05-02\nconference-held,2025-05-06\nstrategy-discussion,2025-05-07\n", "2025-05-06"},
        {"conference-held,2025-05-06\nconference-held,2025-05-07T09:00\nstrategy-discussion,2025-05-07T12:00\n",
         "2025-05-07"},
        {"conference-held,2025-05-02\ncase-closed,2025-05-03\nreferral,2025-05-05\nstrategy-discussion,2025-05-07\n",
         "-"},
    }));
    CAPTURE(rows);
    const JudgedCase judged = conference("happen within 15 working days of strategy-discussion", rows);
    CHECK(judged.day_of(judged.only(rule).partner) == named);
}

TEST_CASE("of the first, one discussion activates: the first for which the condition is true") {
    auto [rows, verdicts] = GENERATE(table<std::string, std::string>({
        {"strategy-discussion,2025-05-07,green\nstrategy-discussion,2025-05-12,red\nconference-held,2025-05-30,\n",
         "met"},
        {"strategy-discussion,2025-05-07,red\nstrategy-discussion,2025-05-12,red\nconference-held,2025-05-30,\n",
         "late 1 working day (delay)"},
        {"strategy-discussion,2025-05-07,green\nconference-held,2025-05-30,\n", "not applicable"},
        // Whether the first counts is not known, so nobody can say from which the days run.
        {"strategy-discussion,2025-05-07,\nstrategy-discussion,2025-05-12,red\nconference-held,2025-05-30,\n",
         "undetermined"},
    }));
    CAPTURE(rows);
    CHECK(conference("happen within 15 working days of the first strategy-discussion when risk is red", rows,
                     "2025-06-30", "event,at,risk")
              .verdicts(rule) == verdicts);
}

TEST_CASE("of the latest, discussions with no conference between them are one run, and its last one activates") {
    auto [rows, verdicts] = GENERATE(table<std::string, std::string>({
        {"strategy-discussion,2025-05-07\nstrategy-discussion,2025-05-12\nconference-held,2025-05-30\n", "met"},
        {"strategy-discussion,2025-05-07\nconference-held,2025-05-28\nstrategy-discussion,2025-06-02\n",
         "met; pending"},
        // A second conference with no new discussion is no activation.
        {"strategy-discussion,2025-05-07\nconference-held,2025-05-28\nconference-held,2025-06-20\n", "met"},
        // On a shared date without both times the discussion comes before the conference.
        {"strategy-discussion,2025-05-07\nstrategy-discussion,2025-05-28\nconference-held,2025-05-28\n", "met"},
    }));
    CAPTURE(rows);
    CHECK(conference("happen within 15 working days of the latest strategy-discussion", rows, "2025-06-10")
              .verdicts(rule) == verdicts);
}

TEST_CASE("hours compare instants, and a date alone decides only where every time of that day would") {
    auto [rows, verdicts] = GENERATE(table<std::string, std::string>({
        {"strategy-discussion,2025-05-07T10:00\nconference-held,2025-05-08T10:00\n", "met"},
        {"strategy-discussion,2025-05-07T10:00\nconference-held,2025-05-08T10:01\n", "late 1 hour (delay)"},
        {"strategy-discussion,2025-05-07T10:00\nconference-held,2025-05-08\n", "undetermined"},
        {"strategy-discussion,2025-05-07T10:00\nconference-held,2025-05-07\n", "met"},
        // At the very least from 10:00 on Thu 8 May to 00:00 on Fri 9 May: 14 hours.
        {"strategy-discussion,2025-05-07T10:00\nconference-held,2025-05-09\n", "late 14 hours (delay)"},
    }));
    CAPTURE(rows);
    CHECK(conference("happen within 24 hours of strategy-discussion", rows).verdicts(rule) == verdicts);
}

TEST_CASE("twenty-four hours are elapsed hours when the clocks go forward") {
    // On Sun 30 March 2025 the clocks go from 01:00 to 02:00: 24 hours from 12:00 on Saturday end at 13:00 on Sunday.
    const auto held = [](std::string_view at) {
        return JudgedCase(with_rule("conference-held", "happen within 24 hours of strategy-discussion"),
                          "event,at\nreferral,2025-03-28\nstrategy-discussion,2025-03-29T12:00\nconference-held," +
                              std::string(at) + "\n",
                          "2025-06-30")
            .verdicts(rule);
    };
    CHECK(held("2025-03-30T13:00") == "met");
    CHECK(held("2025-03-30T13:01") == "late 1 hour (delay)");
}

TEST_CASE("while a clock is paused nothing is due, and the due date moves by the working days of the pause") {
    // Ten working days from Wed 7 May end on Wed 21 May. From Mon 12 to Wed 14 May two pass: Fri 23 May.
    auto [rows, verdicts] = GENERATE(table<std::string, std::string>({
        {"delay-agreed,2025-05-12\ntransferred-out,2025-05-14\nconference-held,2025-05-23\n", "met"},
        {"delay-agreed,2025-05-12\ntransferred-out,2025-05-14\nconference-held,2025-05-27\n",
         "late 1 working day (delay)"},
        {"delay-agreed,2025-05-12\n", "pending"},
    }));
    CAPTURE(rows);
    CHECK(
        conference("happen within 10 working days of strategy-discussion pausing from delay-agreed to transferred-out",
                   "strategy-discussion,2025-05-07\n" + rows)
            .verdicts(rule) == verdicts);
}

TEST_CASE("what has to match is the same in both events, and blank on either side is not known") {
    // Five working days from Wed 7 May end on Wed 14 May; by Tue 20 May four more have passed.
    auto [rows, verdicts] = GENERATE(table<std::string, std::string>({
        {"conference-held,2025-05-09,green\nconference-held,2025-05-13,red\n", "met"},
        {"conference-held,2025-05-09,green\n", "overdue 4 working days (delay)"},
        {"conference-held,2025-05-09,\n", "undetermined"},
    }));
    CAPTURE(rows);
    CHECK(conference("happen within 5 working days of strategy-discussion matching risk",
                     "strategy-discussion,2025-05-07,red\n" + rows, "2025-05-20", "event,at,risk")
              .verdicts(rule) == verdicts);
}

TEST_CASE("a delay agreed in time excuses, one agreed afterwards does not") {
    const auto agreed = [](std::string_view day) {
        return conference("happen within 15 working days of strategy-discussion unless delay-agreed happened",
                          "strategy-discussion,2025-05-07\ndelay-agreed," + std::string(day) +
                              "\nconference-held,2025-06-02\n")
            .verdicts(rule);
    };
    CHECK(agreed("2025-05-29") == "excused");  // the due date itself
    CHECK(agreed("2025-05-30") == "late 2 working days (delay)");
}

TEST_CASE("an event that may or may not be the step leaves a finding undetermined") {
    const auto held = [](std::string_view form, std::string_view as_of) {
        return JudgedCase(
                   with_rule("review-held", "happen within 15 working days of strategy-discussion"),
                   "event,at,form\nreferral,2025-05-01,\nstrategy-discussion,2025-05-07,\nreview-held,2025-05-20," +
                       std::string(form) + "\n",
                   as_of)
            .verdicts("review-held.rule");
    };
    CHECK(held("full", "2025-06-30") == "met");
    CHECK(held("brief", "2025-05-30") == "overdue 1 working day (delay)");
    CHECK(held("", "2025-06-30") == "undetermined");
    CHECK(held("", "2025-05-20") == "pending");  // nothing is held against the case yet
}

TEST_CASE("a date attribute can stand for what starts the clock") {
    auto [date, held, verdicts] = GENERATE(table<std::string, std::string, std::string>({
        {"2025-05-10", "2025-05-15", "met"},
        {"2025-05-10", "2025-05-16", "late 1 day (delay)"},
        {"", "2025-05-16", "undetermined"},
    }));
    CAPTURE(date, held);
    CHECK(conference("happen within 5 days of strategy-discussion.reply-due",
                     "strategy-discussion,2025-05-07," + date + "\nconference-held," + held + ",\n", "2025-06-30",
                     "event,at,reply-due")
              .verdicts(rule) == verdicts);
}

TEST_CASE("a finding says which step would excuse it or put it out of force, where no source can show that step") {
    const auto reasons = [](std::string_view sentence, const std::vector<std::string>& cannot_show) {
        return JudgedCase(with_rule("conference-held", sentence),
                          "event,at\nreferral,2025-05-01\nstrategy-discussion,2025-05-07\n", "2025-06-30", cannot_show)
            .told(rule)
            .why;
    };
    const auto in_time = std::string("happen within 15 working days of strategy-discussion ");
    const std::string excuse = "the data loaded for this case cannot show delay agreed, which might excuse it";
    const std::string demand =
        "the data loaded for this case cannot show delay agreed, on which it may hang whether this is asked";
    const auto holds = [](const std::vector<std::string>& all, const std::string& line) {
        return std::find(all.begin(), all.end(), line) != all.end();
    };
    CHECK(holds(reasons(in_time + "unless delay-agreed happened", {"delay-agreed"}), excuse));
    CHECK_FALSE(holds(reasons(in_time + "unless delay-agreed happened", {}), excuse));
    CHECK(holds(reasons(in_time + "when not delay-agreed happened", {"delay-agreed"}), demand));
    CHECK_FALSE(holds(reasons(in_time + "when not delay-agreed happened", {}), demand));
}

TEST_CASE("what no source can show is not visible, whether or not it would be late") {
    const JudgedCase judged(with_rule("conference-held", "happen within 15 working days of strategy-discussion"),
                            "event,at\nreferral,2025-05-01\nstrategy-discussion,2025-05-07\n", "2025-06-30",
                            {"conference-held"});
    CHECK(judged.verdicts(rule) == "not visible");
}

}  // namespace csapath
