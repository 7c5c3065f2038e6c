// SPDX-License-Identifier: MIT
#include "engine/reporters/text.hpp"

#include <sstream>

#include "engine/reporters/paragraph.hpp"
#include "tests/support/approved.hpp"
#include "tests/support/sample_results.hpp"

using namespace csapath;
using namespace csapath::engine;
using namespace csapath::tests;
using Catch::Matchers::Contains;

namespace {
/// A run that was complete, with these totals and no findings.
SampleResults nothing_found(const VerdictCounts& counts) {
    SampleResults sample = sample_results();
    sample.findings.clear();
    sample.results.by_rule.assign(sample.run.rules.size(), VerdictCounts{});
    sample.results.by_rule[3] = counts;
    sample.results.verdicts = counts;
    sample.results.errors.clear();
    sample.results.notes.clear();
    for (InputResult& input : sample.results.inputs) input.refused = 0;
    sample.results.incomplete = false;
    return sample;
}
/// With the lines of each finding joined again.
std::string unwrapped(std::string text) {
    const std::string broken = "\n           ";
    for (std::size_t at = text.find(broken); at != std::string::npos; at = text.find(broken)) {
        text.replace(at, broken.size(), " ");
    }
    return text;
}
}  // namespace

TEST_CASE("the results for people are as approved") {
    check_approved("reporters/sample.txt", reported("text", sample_results()));
    check_approved("reporters/nothing-found.txt", reported("text", nothing_found({5, 0, 0, 0, 0, 2, 0, 1, 12, 3})));
}

TEST_CASE("the results for people in colour are as approved") {
    SampleResults sample = sample_results();
    sample.findings.resize(5);
    const auto reporter = text_reporter(rules::Colour::terminal);
    check_approved("reporters/colour.txt", reported(*reporter, sample));
}

TEST_CASE("no line for people is wider than the page unless a single word is") {
    std::istringstream lines(reported("text", sample_results()));
    std::string line;
    while (std::getline(lines, line)) {
        CAPTURE(line);
        CHECK(width(line) <= page_width);
    }
}

TEST_CASE("nothing from a file reaches the terminal as anything but text") {
    const std::string text = reported("text", sample_results());

    for (const char byte : text) CHECK((byte == '\n' || static_cast<unsigned char>(byte) >= 0x20));
    CHECK_THAT(text, Contains("W-\\x1b[31m9: 1 finding\n"));
    CHECK_THAT(text, Contains("W-0150\\nForged: 0 findings: 1 finding\n"));
    CHECK_THAT(text, Contains("\u0174-\\u202e0200: 1 finding\n"));
    CHECK_THAT(text, !Contains("\u202e") && !Contains("\u2028"));
}

TEST_CASE("rows are told by source, and lines are called lines") {
    const std::string text = unwrapped(reported("text", sample_results()));

    CHECK_THAT(text, Contains("rows 12 and 15 of cases.csv\n"));
    CHECK_THAT(text, Contains("line 7 of police, \"north\".ndjson\n"));  // the same line is told once
    CHECK_THAT(text, Contains("row 30 of cases.csv and line 31 of police, \"north\".ndjson\n"));
    CHECK_THAT(text, Contains("rows 15 and 16 of cases.csv and line 3 of police, \"north\".ndjson"));
}

TEST_CASE("what a rule said of a case more than once is told once, with how often") {
    const std::string text = reported("text", sample_results());

    CHECK_THAT(text, Contains("W-0143: 3 findings, 1 excused, 2 cannot tell\n"));
    CHECK_THAT(text, Contains("cannot tell whether notes were due: risk is not recorded (strategy-discussion.notes, "
                              "and 1 more)\n"));
    CHECK_THAT(text, Contains("\uff1d1: no finding, 1 cannot tell\n"));
}

TEST_CASE("what cannot be seen is told once, at the end, by rule") {
    const std::string text = reported("text", sample_results());

    CHECK_THAT(text, Contains("conference-held.order: 1 of 3 times it applied\n"));
    CHECK_THAT(text, !Contains("no source of this case shows"));
}

TEST_CASE("an incomplete run says so last, and with what reason") {
    const std::string text = reported("text", sample_results());
    const std::size_t banner = text.find("\nINCOMPLETE: 2 rows refused and 2 errors. ");

    REQUIRE(banner != std::string::npos);
    CHECK(text.find("\n\n", banner + 1) == std::string::npos);
}

TEST_CASE("a run without findings says what was checked and what was not") {
    const std::string text = reported("text", nothing_found({5, 0, 0, 0, 0, 2, 0, 1, 12, 3}));

    CHECK_THAT(text, Contains("No findings. Of 20 times that a rule applied, 5 met, 2 pending, 1 cannot tell, 12 not "
                              "visible."));
    CHECK_THAT(text, Contains("screening.next.strategy-discussion: 12 of 20 times it applied\n"));
    CHECK_THAT(text, !Contains("INCOMPLETE"));
}

TEST_CASE("no findings is never good news where nothing, or not everything, was judged") {
    SampleResults sample = nothing_found({0, 0, 0, 0, 0, 0, 0, 0, 0, 3});
    CHECK_THAT(reported("text", sample), Contains("No findings: nothing that was read put a rule in force."));

    sample.results.cases = 0;
    CHECK_THAT(reported("text", sample), Contains("No findings: no case was read."));

    sample = nothing_found({5, 0, 0, 0, 0, 0, 0, 0, 0, 0});
    sample.results.incomplete = true;
    const std::string text = reported("text", sample);
    CHECK_THAT(text, Contains("No findings in what could be read. "));
    CHECK_THAT(text, Contains("INCOMPLETE: not everything could be read. "));
}
