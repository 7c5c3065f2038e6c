// SPDX-License-Identifier: MIT
#include "engine/survey/surveyor.hpp"

#include "tests/support/surveyed.hpp"

namespace csapath::engine {
namespace {

// Mon 12 May 2025: A1 is screened the next day, by police alone; A2 on Thursday, three working days on and two late,
// without a word of who was there. Of A3, referred on the last day, nothing is due yet.
const std::string rows =
    "case,event,at,agency,attended,case.area,case.agencies,case.not-known-to,case.out-of-scope\n"
    "A1,referral,2025-05-12,police,,North,gp,,\n"
    "A1,screening,2025-05-13,social-care,police,,,,\n"
    "A2,referral,2025-05-12,social-care,,,,health,gp\n"
    "A2,screening,2025-05-15,social-care,,,,,\n"
    "A3,referral,2025-06-30,social-care,,North,,,\n";

const Month may{2025 * 12 + 4}, june{2025 * 12 + 5};

std::uint64_t at(const RuleSurvey& rule, AreaNumber area, Month month, Verdict verdict) {
    const auto found = rule.counts.find({area, month});
    return found == rule.counts.end() ? 0 : found->second[static_cast<std::size_t>(verdict)];
}

TEST_CASE("verdicts are counted by rule, area and month, and a blank area is one of its own") {
    const SurveyedRun run(screened_pathway(), rows, "2025-06-30");
    const RuleSurvey& rule = run.rule("referral.next.screening");
    REQUIRE(run.survey().areas == std::vector<std::string>{"", "North"});
    CHECK(at(rule, 1, may, Verdict::met) == 1);
    CHECK(at(rule, 0, may, Verdict::late) == 1);
    CHECK(at(rule, 1, june, Verdict::pending) == 1);
    CHECK(rule.counts.size() == 3);
    CHECK(rule.all()[static_cast<std::size_t>(Verdict::met)] == 1);
    CHECK(rule.findings == 1);
}

TEST_CASE("the counts of a survey are those of the results") {
    const SurveyedRun run(screened_pathway(), rows, "2025-06-30");
    REQUIRE(run.survey().rules.size() == run.results().by_rule.size());
    for (std::size_t rule = 0; rule < run.survey().rules.size(); ++rule)
        CHECK(run.survey().rules[rule].all() == run.results().by_rule[rule]);
}

TEST_CASE("how long things took is counted of what happened, in time or late, in the rule's own unit") {
    const SurveyedRun run(screened_pathway(), rows, "2025-06-30");
    const RuleSurvey& rule = run.rule("referral.next.screening");
    CHECK(rule.unit == rules::Unit::working_days);
    CHECK(rule.took.size() == 2);
    CHECK(rule.took.median() == 2.0);  // between 1 and 3
    CHECK(rule.took.percentile(90) == 3);
}

TEST_CASE("an agency that others stand beside on a list is absent, one of a blank list is not known") {
    const SurveyedRun run(screened_pathway(), rows, "2025-06-30");
    const Expected& police = run.survey().expected[run.agency("police")];
    CHECK(police.times == 2);
    CHECK(police.recorded == 1);
    CHECK(police.absent == 0);
    CHECK(police.not_known == 1);
    const Expected& health = run.survey().expected[run.agency("health")];
    CHECK(health.times == 2);
    CHECK(health.recorded == 0);
    CHECK(health.absent == 1);
    CHECK(health.not_known == 1);
    CHECK(run.survey().expected[run.agency("social-care")].times == 0);
}

TEST_CASE("a case says of each agency whether it took part, was known, was not known, or was left out") {
    const SurveyedRun run(screened_pathway(), rows, "2025-06-30");
    const auto part = [&](std::size_t of_case, const char* agency) {
        return run.survey().cases.at(of_case).agencies.at(run.agency(agency));
    };
    CHECK(part(0, "police") == AgencyPart::took_part);
    CHECK(part(0, "social-care") == AgencyPart::took_part);
    CHECK(part(0, "gp") == AgencyPart::known_only);
    CHECK(part(0, "health") == AgencyPart::known_only);  // by its member
    CHECK(part(1, "health") == AgencyPart::not_known_to);
    CHECK(part(1, "gp") == AgencyPart::out_of_scope);
    CHECK(part(1, "police") == AgencyPart::not_recorded);
}

TEST_CASE("a finding concerns who is missing, and where nobody knows who is, the one in charge of the step") {
    const SurveyedRun run(screened_pathway(), rows, "2025-06-30");
    const auto concerned = [&](const char* step, const char* agency) {
        return run.survey().concerned[run.step(step)][run.agency(agency)];
    };
    CHECK(concerned("screening", "health") == 1);
    CHECK(concerned("screening", "police") == 0);
    CHECK(concerned("screening", "social-care") == 1);  // A2 did not record who was there
    CHECK(concerned("referral", "social-care") == 1);   // A2 was late
}

TEST_CASE("cases with findings are told in full, others where they are named") {
    const SurveyedRun run(screened_pathway(), rows, "2025-06-30", {"A3", "A9"});
    REQUIRE(run.survey().files.size() == 3);
    CHECK(run.survey().cases[2].file == 2u);
    CHECK(run.survey().files[2].number == 2);
    CHECK(run.survey().files[2].findings.empty());
    CHECK(run.survey().files[2].pending.size() == 1);
    CHECK(run.surveyor().wanted_seen() == 1);  // there is no A9
    CHECK(run.survey().files_left_out == 0);
}

TEST_CASE("no more files are made than there is room for, and those left out are counted") {
    const SurveyedRun run(screened_pathway(), rows, "2025-06-30", {"A3"}, 1);
    REQUIRE(run.survey().files.size() == 2);
    CHECK(run.survey().cases[0].file == 0u);
    CHECK_FALSE(run.survey().cases[1].file);
    CHECK(run.survey().cases[2].file == 1u);
    CHECK(run.survey().files_left_out == 1);
}

TEST_CASE("a file holds events, clocks and findings in words of its own") {
    const SurveyedRun run(screened_pathway(), rows, "2025-06-30");
    const CaseFile& file = run.survey().files.at(1);
    REQUIRE(file.happenings.size() == 2);
    CHECK(file.happenings[1].title == "Screening");
    CHECK(file.happenings[1].agency == run.agency("social-care"));
    CHECK(file.happenings[1].row == 5);
    REQUIRE(file.windows.size() == 1);
    CHECK(file.windows[0].due.day == date("2025-05-13"));
    CHECK(file.windows[0].done->day == date("2025-05-15"));
    CHECK(file.windows[0].verdict == Verdict::late);
    CHECK(file.findings.size() == 2);
}

TEST_CASE("a file tells agencies by their titles, and days as people write them") {
    const SurveyedRun run(screened_pathway(),
                          "case,event,at,agency,attended,recorded\n"
                          "A1,referral,2025-05-12,gp,none,2025-05-13\n"
                          "A1,screening,2025-05-13,social-care,police;gp,\n"
                          "A1,screening,2025-05-14,social-care,police;vicar,\n",
                          "2025-06-30", {"A1"});
    const CaseFile& file = run.survey().files.at(0);
    const auto told = [&](std::size_t event) {
        std::string all;
        for (const auto& [title, value] : file.happenings.at(event).attributes) all += value + " | ";
        return all;
    };
    CHECK(told(0) == "none | Tue 13 May 2025 | ");
    CHECK(told(1) == "Police, GP | ");
    CHECK(told(2) == "Police, a name not known | ");
}

TEST_CASE("episodes are counted by the month in which they began, and steps by their events") {
    const SurveyedRun run(screened_pathway(), rows, "2025-06-30");
    CHECK(run.survey().opened.at(may) == 2);
    CHECK(run.survey().opened.at(june) == 1);
    CHECK(run.survey().occurrences[run.step("referral")] == 3);
    CHECK(run.survey().occurrences[run.step("screening")] == 2);
    CHECK(run.survey().occurrences[run.step("case-closed")] == 0);
}

TEST_CASE("cases out of order are surveyed once, though they are read twice") {
    std::string out_of_order =
        rows.substr(0, rows.find('\n') + 1) + "Z1,referral,2025-05-01,police,,,,,\n" + rows.substr(rows.find('\n') + 1);
    const SurveyedRun run(screened_pathway(), std::move(out_of_order), "2025-06-30");
    CHECK(run.survey().cases.size() == 4);
    CHECK(run.survey().cases.front().id == "A1");
    CHECK(run.survey().occurrences[run.step("referral")] == 4);
}

TEST_CASE("a month is told in words") {
    CHECK(spelled(month_of(date("2025-01-31"))) == "Jan 2025");
    CHECK(spelled(month_of(date("2024-12-01"))) == "Dec 2024");
    CHECK(month_of(date("2025-01-01")).number == month_of(date("2024-12-31")).number + 1);
}

}  // namespace
}  // namespace csapath::engine
