// SPDX-License-Identifier: MIT
#include "tests/support/surveyed.hpp"

namespace csapath::engine {
namespace {

using Catch::Matchers::Contains;

/// W-1 is screened two working days late, W-2 not at all; W-3 in time.
const char* const late_and_overdue =
    "case,event,at\n"
    "W-1,referral,2025-05-12\nW-1,screening,2025-05-15\n"
    "W-2,referral,2025-05-12\n"
    "W-3,referral,2025-05-12\nW-3,screening,2025-05-13\n";

const char* const one_clock =
    "language: 1\npathway: small\ntitle: Two steps\nversion: \"1\"\ntime-zone: Europe/London\n"
    "calendar: england-and-wales\nsteps:\n"
    "  referral: {title: Referral, starts: true, next: {screening: must within 1 working day}}\n"
    "  screening: {title: Screening, ends: true}\n";

/// From the heading of the section to the next.
std::string new_section(const std::string& page) {
    const std::size_t from = page.find("<section id=\"new\"");
    return from == std::string::npos ? "" : page.substr(from, page.find("</section>", from) - from);
}

std::string id_of(const SurveyedRun& run, std::string_view case_id) {
    for (const CaseFile& file : run.survey().files)
        if (!file.findings.empty() && file.findings.front().case_id == case_id) return file.findings.front().id;
    throw std::invalid_argument("nothing was found in " + std::string(case_id));
}

TEST_CASE("a page held against a baseline tells what is new, what was known, and what is not found again") {
    const SurveyedRun run(one_clock, late_and_overdue, "2025-06-30");
    const Baseline before{.pathway = "small",
                          .version = "1",
                          .as_of = "2025-05-31",
                          .key_id = {},
                          .findings = {id_of(run, "W-1"), "f-00000000000000000001"}};
    const std::string section = new_section(run.page(1, &before));
    CHECK_THAT(section, Contains("at the end of Sat 31 May 2025, judged by small 1: 1 finding is new, 1 was known "
                                 "before, and 1 of the baseline was not found again"));
    CHECK_THAT(section, Contains("<a href=\"#case-2\">W-2</a></th>"));
    CHECK_THAT(section, Contains("Screening not recorded, 33 working days overdue"));
    CHECK(section.find("W-1<") == std::string::npos);
    CHECK(run.page(1, &before) == run.page(3, &before));
}

TEST_CASE("a case with something new leads to its page, where it has one") {
    // Both are late, and only one page is asked for: that of the first.
    const SurveyedRun run(one_clock, late_and_overdue, "2025-06-30", {}, 1);
    const Baseline before{.pathway = "small", .version = "1", .as_of = "2025-05-31", .key_id = {}, .findings = {}};
    const std::string section = new_section(run.page(1, &before));
    CHECK_THAT(section, Contains("<a href=\"#case-1\">W-1</a></th>"));
    CHECK_THAT(section, Contains("<th scope=\"row\">W-2</th>"));
}

TEST_CASE("where nothing is new there is no table, and without a baseline no section") {
    const SurveyedRun run(one_clock, late_and_overdue, "2025-06-30");
    const Baseline before{.pathway = "small",
                          .version = "1",
                          .as_of = "2025-05-31",
                          .key_id = {},
                          .incomplete = true,
                          .findings = {id_of(run, "W-1"), id_of(run, "W-2")}};
    const std::string section = new_section(run.page(1, &before));
    CHECK_THAT(section, Contains("0 findings are new, 2 were known before."));
    CHECK_THAT(section, Contains("had not read everything"));
    CHECK(section.find("<table") == std::string::npos);
    CHECK(new_section(run.page()).empty());
}

}  // namespace
}  // namespace csapath::engine
