// SPDX-License-Identifier: MIT
#include "engine/reporters/markdown.hpp"

#include <sstream>

#include "tests/support/approved.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/sample_results.hpp"

using namespace csapath::engine;

namespace csapath {
namespace {

std::string in_minutes_of(const tests::SampleResults& sample) {
    return tests::reported("markdown", sample);
}

TEST_CASE("results as Markdown: the summary, the rules that were broken, each case, and what was read") {
    tests::check_approved("reporters/sample.md", in_minutes_of(tests::sample_results()));
}

TEST_CASE("no text of a file is more than text in Markdown") {
    auto [text, expected] = GENERATE(table<std::string, std::string>({
        {"due Fri 25 Apr 2025 (5 days)", "due Fri 25 Apr 2025 (5 days)"},
        {"a|b", "a\\|b"},
        {"<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"},
        {"&lt;", "&amp;lt;"},
        {"*a* _b_ `c` ~d~ [e](f) !g", "\\*a\\* \\_b\\_ \\`c\\` \\~d\\~ \\[e\\](f) \\!g"},
        {"# head", "\\# head"},
        {"- item", "\\- item"},
        {"+ item", "\\+ item"},
        {"http://x", "http\\://x"},
        {"see www.example.org", "see www\\.example.org"},
        {"@somebody", "\\@somebody"},
        {"back\\slash", "back\\\\slash"},
        {"two\nlines", "two\\\\nlines"},
        {"", ""},
    }));
    CHECK(in_markdown(text) == expected);
}

TEST_CASE("a name is code, whatever it holds") {
    auto [name, expected] = GENERATE(table<std::string, std::string>({
        {"visit.seen", "`visit.seen`"},
        {"a`b", "``a`b``"},
        {"`", "`` ` ``"},
        {"a|b", "`a\\|b`"},
        {"<b>", "`<b>`"},
        {"", "`  `"},
    }));
    CHECK(code_in_markdown(name) == expected);
}

TEST_CASE("no row of a table has more or fewer cells than its head") {
    std::istringstream lines(in_minutes_of(tests::sample_results()));
    std::size_t wanted = 0, rows = 0;
    for (std::string line; std::getline(lines, line);) {
        std::size_t cells = 0;
        for (std::size_t at = 0; at < line.size(); ++at) cells += line[at] == '|' && (at == 0 || line[at - 1] != '\\');
        if (!line.starts_with('|')) {
            wanted = 0;
            continue;
        }
        if (wanted == 0) wanted = cells;
        CAPTURE(line);
        CHECK(cells == wanted);
        ++rows;
    }
    CHECK(rows > 20);
}

TEST_CASE("where nothing was found, Markdown says so, and whether all was read") {
    auto sample = tests::sample_results();
    sample.findings.clear();
    sample.results.verdicts = {12, 0, 0, 0, 0, 0, 0, 0, 0, 3};
    sample.results.by_rule.assign(sample.run.rules.size(), {});
    CHECK(in_minutes_of(sample).find("Nothing was found.") != std::string::npos);
    CHECK(in_minutes_of(sample).find("**INCOMPLETE.**") != std::string::npos);
    sample.results.incomplete = false;
    CHECK(in_minutes_of(sample).find("INCOMPLETE") == std::string::npos);
    sample.results.since =
        SinceBaseline{.pathway = "csa-response", .version = "1", .as_of = "2025-12-31", .known = 4, .gone = 2};
    CHECK(in_minutes_of(sample).find("Held against the baseline of Wed 31 Dec 2025: 0 new findings, 4 known before and "
                                     "not listed, 2 not found again.") != std::string::npos);
    CHECK(in_minutes_of(sample).find("Nothing new.") != std::string::npos);
}

TEST_CASE("what is not sound in the data is told in Markdown, with the rows") {
    auto sample = tests::sample_results();
    CHECK(in_minutes_of(sample).find("Data quality") == std::string::npos);
    sample.results.quality.refused_for = {{"", "without an id", 2}};
    sample.results.quality.doubtful = {{"D034", "'plan|ended' first", 3, {{0, 4}, {0, 7}}}};
    sample.results.quality.cases_not_judged = 1;
    CHECK(
        in_minutes_of(sample).find(
            "### Data quality\n\n| What | Times | Why | Rows |\n|---|---:|---|---|\n"
            "| refused | 2 | without an id |  |\n"
            "| doubtful | 3 | D034: 'plan\\|ended' first | cases.csv, row 4; cases.csv, row 7; and others |\n"
            "| not judged | 1 | cases without an event up to the as-of date that is a step of this pathway |  |\n\n") !=
        std::string::npos);
}

}  // namespace
}  // namespace csapath
