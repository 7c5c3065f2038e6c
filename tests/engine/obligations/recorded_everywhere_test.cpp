// SPDX-License-Identifier: MIT
#include "engine/obligations/recorded_everywhere.hpp"

#include "tests/support/judged.hpp"

namespace csapath {

using engine::Because;

namespace {
constexpr std::string_view rule = "plan-started.rule";
const std::string same_day = "be recorded in every system";
const std::string in_time = "be recorded in every system within 10 working days";

/// A referral on 1 May 2025, of no system, and what the test adds; judged at the end of Mon 30 June 2025.
JudgedCase plan(const std::string& sentence, const std::string& rows, std::string_view as_of = "2025-06-30") {
    return {with_rule("plan-started", sentence), "event,at,system\nreferral,2025-05-01,\n" + rows, as_of};
}
}  // namespace

TEST_CASE("each system that knows the child shows the step on the same day, or it is not recorded there") {
    const auto [rows, verdicts] = GENERATE(table<std::string, std::string>({
        // One row that names both, in whatever letters; two rows; a third system that shows nothing.
        {"plan-started,2025-06-02,Mosaic; systmone\nreview-held,2025-06-04,MOSAIC\n", "met"},
        {"plan-started,2025-06-02,mosaic\nplan-started,2025-06-02,systmone\n", "met; met"},
        {"plan-started,2025-06-02,mosaic;systmone\nplan-ended,2025-06-04,niche\n", "failed (not recorded)"},
        {"plan-started,2025-06-02,mosaic\nplan-ended,2025-06-04,systmone\n", "failed (not recorded)"},
        // The other system knew the child before.
        {"delay-agreed,2025-05-02,systmone\nplan-started,2025-06-02,mosaic\n", "failed (not recorded)"},
        // On the next day it is not the same day.
        {"plan-started,2025-06-02,mosaic\nplan-started,2025-06-03,systmone\n",
         "failed (not recorded); failed (not recorded)"},
        // A row that does not say where it stands is of no system: the one that is named does not show the plan.
        {"plan-started,2025-06-02,\nplan-ended,2025-06-04,systmone\n", "failed (not recorded)"},
    }));
    CAPTURE(rows);
    CHECK(plan(same_day, rows).verdicts(rule) == verdicts);
}

TEST_CASE("where one system alone knows the child, or none is named, there is nothing to compare") {
    const std::string rows = GENERATE("plan-started,2025-06-02,mosaic\nplan-ended,2025-06-04,mosaic\n",
                                      "plan-started,2025-06-02,\nplan-ended,2025-06-04,\n");
    const JudgedCase judged = plan(same_day, rows);
    CHECK(judged.verdicts(rule) == "not applicable");
    CHECK(judged.because(rule) == Because::one_system);
}

TEST_CASE("with a limit the systems may lie so far apart, on either side") {
    // Mon 2 June 2025: the tenth working day after it is Mon 16 June, the tenth before it Mon 19 May, for Mon 26 May
    // is a bank holiday: 30, 29, 28, 27 (4), 23, 22, 21, 20, 19 (9) and Fri 16 May is the tenth.
    const auto [other, verdicts] = GENERATE(table<std::string, std::string>({
        {"2025-06-16", "met; met"},
        {"2025-06-17", "failed (not recorded); pending"},  // the second has until Tue 1 July
        {"2025-05-19", "met; met"},
        {"2025-05-16", "met; met"},
        {"2025-05-15", "failed (not recorded); failed (not recorded)"},
    }));
    CAPTURE(other);
    CHECK(plan(in_time, "plan-started,2025-06-02,mosaic\nplan-started," + other + ",systmone\n").verdicts(rule) ==
          verdicts);
}

TEST_CASE("until the limit is over another system may still show it") {
    const auto [as_of, verdict] = GENERATE(table<std::string, std::string>({
        {"2025-06-04", "pending"},
        {"2025-06-16", "pending"},
        {"2025-06-17", "failed (not recorded)"},
    }));
    CAPTURE(as_of);
    JudgedCase judged = plan(in_time, "plan-started,2025-06-02,mosaic\ndelay-agreed,2025-06-03,systmone\n", as_of);
    CHECK(judged.verdicts(rule) == verdict);
    CHECK(judged.told(rule).due->day == date("2025-06-16"));
}

TEST_CASE("how long a system has cannot be counted beyond the years of the calendar") {
    // The calendar of the tests of sentences ends with 2028.
    const JudgedCase judged =
        plan(in_time, "plan-started,2028-12-22,mosaic\ndelay-agreed,2028-12-23,systmone\n", "2028-12-31");
    CHECK(judged.verdicts(rule) == "undetermined");
    CHECK(judged.because(rule) == Because::beyond_calendar);
}

TEST_CASE("the message names the row that shows it, and one of the system that does not") {
    const std::string rows = "plan-started,2025-06-02,mosaic\ndelay-agreed,2025-06-03,systmone\n";
    CHECK(plan(same_day, rows).message(rule) ==
          "plan started of Mon 2 Jun 2025 is in row 3, and not in another system that knows the child (row 4)");
    CHECK(plan(in_time, rows, "2025-06-16").message(rule) ==
          "plan started of Mon 2 Jun 2025 is in row 3, and not yet in another system that knows the child (row 4): due "
          "Mon 16 Jun 2025");
    CHECK(plan(in_time, rows).told(rule).why ==
          std::vector<std::string>{
              "row 3 shows it on Mon 2 Jun 2025",
              "row 4 is of this child; its system shows no plan started from Fri 16 May 2025 to Mon 16 Jun 2025"});
}

TEST_CASE("a system's name is never quoted") {
    JudgedCase judged = plan(same_day, "plan-started,2025-06-02,ZZCANARY\ndelay-agreed,2025-06-03,ZZOTHER\n");
    const engine::Finding finding = judged.told(rule);
    CHECK(finding.message.find("ZZ") == std::string::npos);
    for (const std::string& line : finding.why) CHECK(line.find("ZZ") == std::string::npos);
}

}  // namespace csapath
