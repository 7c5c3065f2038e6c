// SPDX-License-Identifier: MIT
#include "engine/obligations/be_recorded.hpp"

#include "tests/support/judged.hpp"

namespace csapath {

using engine::Because;

namespace {
constexpr std::string_view rule = "conference-held.rule";

/// A conference, judged at the end of Fri 30 May 2025 unless the test says otherwise.
JudgedCase conference(std::string_view sentence, std::string_view columns, std::string_view at, std::string_view cells,
                      std::string_view as_of = "2025-05-30", std::string_view more = "") {
    const std::string blank(static_cast<std::size_t>(std::count(columns.begin(), columns.end(), ',')) + 1, ',');
    std::string rows = "event,at,";
    rows.append(columns).append("\nreferral,2025-05-01").append(blank);
    rows.append("\nconference-held,").append(at).append(",").append(cells).append("\n");
    if (!more.empty()) rows.append(more).append(blank).append("\n");
    return {with_rule("conference-held", sentence), rows, as_of};
}
}  // namespace

TEST_CASE("entered in time, late, or nobody knows when") {
    // Held on Tue 20 May 2025: two working days later is Thu 22 May. Mon 26 May is a bank holiday.
    auto [sentence, recorded, verdict] = GENERATE(table<std::string, std::string, std::string>({
        {"be recorded within 2 working days", "2025-05-20", "met"},
        {"be recorded within 2 working days", "2025-05-22", "met"},
        {"be recorded within 2 working days", "2025-05-22T23:59", "met"},
        {"be recorded within 2 working days", "2025-05-23", "late 1 working day (recorded late)"},
        {"be recorded within 2 working days", "2025-05-27", "late 2 working days (recorded late)"},
        {"be recorded within 2 working days", "2025-05-19", "met"},
        {"be recorded within 2 working days", "", "undetermined"},
        {"be recorded within 2 working days", "tomorrow", "undetermined"},
        {"be recorded on the same day", "2025-05-20", "met"},
        {"be recorded on the same day", "2025-05-21", "late 1 day (recorded late)"},
    }));
    CAPTURE(sentence, recorded);
    CHECK(conference(sentence, "recorded", "2025-05-20", recorded).verdicts(rule) == verdict);
}

TEST_CASE("what is entered after the as-of is not yet entered") {
    auto [as_of, verdict] = GENERATE(table<std::string, std::string>({
        {"2025-05-21", "pending"},
        {"2025-05-22", "pending"},  // due that day
        {"2025-05-23", "overdue 1 working day (recorded late)"},
        {"2025-05-27", "overdue 2 working days (recorded late)"},
        {"2025-05-28", "late 3 working days (recorded late)"},
    }));
    CAPTURE(as_of);
    CHECK(
        conference("be recorded within 2 working days", "recorded", "2025-05-20", "2025-05-28", as_of).verdicts(rule) ==
        verdict);
}

TEST_CASE("the clock runs on after the close, and then it is missed") {
    auto [as_of, verdict] = GENERATE(table<std::string, std::string>({
        {"2025-05-22", "pending"},
        {"2025-05-23", "missed (recorded late)"},
        {"2025-05-28", "late 3 working days (recorded late)"},
    }));
    CAPTURE(as_of);
    const JudgedCase judged = conference("be recorded within 2 working days", "recorded", "2025-05-20", "2025-05-28",
                                         as_of, "case-closed,2025-05-21");
    CHECK(judged.verdicts(rule) == verdict);
    if (verdict == "pending") CHECK(judged.because(rule) == Because::runs_on);
}

TEST_CASE("hours are compared between times") {
    auto [at, recorded, verdict] = GENERATE(table<std::string, std::string, std::string>({
        {"2025-05-20T10:00", "2025-05-21T10:00", "met"},
        {"2025-05-20T10:00", "2025-05-21T10:01", "late 1 hour (recorded late)"},
        {"2025-05-20T10:00", "2025-05-21", "undetermined"},
        {"2025-05-20T10:00", "2025-05-22", "late 14 hours (recorded late)"},  // 10:00 to midnight, at least
        {"2025-05-20", "2025-05-20", "met"},
        {"2025-05-20", "2025-05-21", "undetermined"},
        {"2025-05-20", "2025-05-22", "late 1 hour (recorded late)"},  // were it from midnight to midnight
    }));
    CAPTURE(at, recorded);
    CHECK(conference("be recorded within 24 hours", "recorded", at, recorded).verdicts(rule) == verdict);
}

TEST_CASE("a date can be the limit") {
    CHECK(conference("be recorded by reply-due", "recorded,reply-due", "2025-05-20", "2025-05-21,2025-05-21")
              .verdicts(rule) == "met");
    CHECK(conference("be recorded by reply-due", "recorded,reply-due", "2025-05-20", "2025-05-23,2025-05-21")
              .verdicts(rule) == "late 2 days (recorded late)");
    CHECK(conference("be recorded by reply-due", "recorded,reply-due", "2025-05-20", "2025-05-21,").verdicts(rule) ==
          "undetermined");
    CHECK(conference("be recorded by reply-due", "recorded", "2025-05-20", "2025-05-21").verdicts(rule) ==
          "not visible");
}

TEST_CASE("excused up to the due date, not afterwards; not visible; not applicable") {
    const std::string_view sentence = "be recorded within 2 working days unless delay-agreed happened";
    CHECK(conference(sentence, "recorded", "2025-05-20", "2025-05-28", "2025-05-30", "delay-agreed,2025-05-22")
              .verdicts(rule) == "excused");
    CHECK(conference(sentence, "recorded", "2025-05-20", "2025-05-28", "2025-05-30", "delay-agreed,2025-05-23")
              .verdicts(rule) == "late 3 working days (recorded late)");
    CHECK(conference("be recorded within 2 days", "genogram", "2025-05-20", "").verdicts(rule) == "not visible");
    CHECK(
        conference("be recorded within 2 days when genogram is yes", "genogram,recorded", "2025-05-20", "no,2025-05-29")
            .verdicts(rule) == "not applicable");
}

TEST_CASE("each of the systems is asked for, whatever the letter case") {
    auto [system, verdict] = GENERATE(table<std::string, std::string>({
        {"Mosaic;Niche", "met"},
        {"niche; MOSAIC ;other", "met"},
        {"Mosaic", "failed (not recorded)"},
        {"Mosaic Niche", "failed (not recorded)"},
        {"Mosaics;Niche", "failed (not recorded)"},
        {";", "failed (not recorded)"},
        {"", "failed (not recorded)"},
    }));
    CAPTURE(system);
    CHECK(conference("be recorded in Mosaic and Niche", "system", "2025-05-20", system).verdicts(rule) == verdict);
    CHECK(conference("be recorded in Mosaic", "recorded", "2025-05-20", "").verdicts(rule) == "not visible");
}

TEST_CASE("what a person reads about recording") {
    JudgedCase late = conference("be recorded within 2 working days", "recorded", "2025-05-20", "2025-05-27");
    CHECK(late.message(rule) ==
          "conference of Tue 20 May 2025 recorded 2 working days late: due Thu 22 May 2025, recorded Tue 27 May 2025");
    const engine::Finding told = late.told(rule);
    CHECK(told.days == std::vector{date("2025-05-21"), date("2025-05-22")});
    REQUIRE(told.clock);
    CHECK(told.clock->net == 4);  // 21, 22, 23 and 27 May

    CHECK(conference("be recorded within 2 working days", "recorded", "2025-05-20", "2025-05-28", "2025-05-27")
              .message(rule) ==
          "conference of Tue 20 May 2025 not yet recorded, 2 working days overdue as of Tue 27 May 2025: due "
          "Thu 22 May 2025");
    CHECK(conference("be recorded in Mosaic and Niche", "system", "2025-05-20", "Mosaic;Secret").message(rule) ==
          "conference of Tue 20 May 2025 not recorded in Niche");
    CHECK(conference("be recorded in Mosaic", "system", "2025-05-20", "").message(rule) ==
          "no system recorded for the conference of Tue 20 May 2025, so it cannot be shown to be in Mosaic");
}

}  // namespace csapath
