// SPDX-License-Identifier: MIT
#include "engine/reporters/table.hpp"

#include "tests/support/approved.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/sample_results.hpp"

using namespace csapath::engine;

namespace csapath {
namespace {

std::string in_columns(const tests::SampleResults& sample) {
    return tests::reported("table", sample);
}

TEST_CASE("findings as a table: one a line, each column as wide as its widest text, and a line that counts") {
    tests::check_approved("reporters/sample-table.txt", in_columns(tests::sample_results()));
}

TEST_CASE("columns are measured on the first 1,000 findings, and a longer text below stands out of its own") {
    auto sample = tests::sample_results();
    const Finding one = sample.findings[3];
    sample.findings.assign(1'001, one);
    for (Finding& finding : sample.findings) finding.case_id = "W-1";
    sample.findings.back().case_id = "W-1000001";
    const std::string text = in_columns(sample);
    CHECK(text.substr(0, 16) == "CASE  SEVERITY  ");
    CHECK(text.find("\nW-1   medium    ") != std::string::npos);
    CHECK(text.find("\nW-1000001  medium    ") != std::string::npos);
    CHECK(text.find("\n\nINCOMPLETE: some of the input could not be used. 1001 findings in 2 of 7 cases") !=
          std::string::npos);
    sample.findings[999].case_id = "W-1000000";
    CHECK(in_columns(sample).substr(0, 12) == "CASE       S");
}

TEST_CASE("a table without findings says so, and one of what is new says how much was known") {
    auto sample = tests::sample_results();
    sample.findings.clear();
    sample.results.incomplete = false;
    const std::string of_whom =
        " in 7 cases, judged by Child sexual abuse response (csa-response 2026.1) as of Tue 31 Mar\n2026";
    CHECK(in_columns(sample) == "No finding" + of_whom + ".\n");
    sample.results.since =
        SinceBaseline{.pathway = "csa-response", .version = "1", .as_of = "2025-12-31", .known = 4, .gone = 2};
    CHECK(in_columns(sample).find("Nothing new in 7 cases") == 0);
    CHECK(in_columns(sample).find("; 4 were known before.\n") != std::string::npos);
    sample.results.incomplete = true;
    CHECK(in_columns(sample).find("INCOMPLETE: some of the input could not be used. Nothing new in 7") == 0);
}

}  // namespace
}  // namespace csapath
