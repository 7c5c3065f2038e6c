// SPDX-License-Identifier: MIT
#include <locale>
#include <set>

#include "engine/reporters/reporter.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/sample_results.hpp"

using namespace csapath::engine;
using namespace csapath::tests;

namespace {
/// Groups digits and writes a decimal comma, as German does.
struct German : std::numpunct<char> {
    char do_decimal_point() const override { return ','; }
    char do_thousands_sep() const override { return '.'; }
    std::string do_grouping() const override { return "\3"; }
};
}  // namespace

TEST_CASE("every format is found by its name, and no other") {
    std::set<std::string_view> names;
    for (const ReporterRow& row : all_reporters()) {
        CHECK(reporter(row.name) == &row);
        CHECK_FALSE(row.sentence.empty());
        CHECK_FALSE(row.extension.empty());
        names.insert(row.name);
    }

    CHECK(names == std::set<std::string_view>{"text", "table", "json", "ndjson", "csv", "csv-excel", "markdown"});
    CHECK(reporter("xml") == nullptr);
    CHECK(reporter("") == nullptr);
    CHECK(reporter("JSON") == nullptr);
}

TEST_CASE("only the format whose results carry hashes asks for them, and only lists of findings do without the rest") {
    for (const ReporterRow& row : all_reporters()) {
        CAPTURE(row.name);
        const bool findings_only =
            row.name == "table" || row.name == "ndjson" || row.name == "csv" || row.name == "csv-excel";
        CHECK(row.hashes_inputs == (row.name == "json"));
        CHECK(row.make()->wants_listed() == !findings_only);
    }
}

TEST_CASE("the same results are the same bytes, whatever the locale and however often the output is flushed") {
    SampleResults sample = sample_results();
    sample.findings[3].activated->row = 1'234'567;
    sample.results.events = 9'876'543;

    for (const ReporterRow& row : all_reporters()) {
        CAPTURE(row.name);
        const std::string once = reported(row.name, sample);
        CHECK(once.find("1234567") != std::string::npos);

        const std::locale before = std::locale::global(std::locale(std::locale::classic(), new German));
        const std::string again = reported(row.name, sample);
        std::locale::global(before);
        CHECK(again == once);

        KeptOut restless;
        const auto reporter = row.make();
        reporter->begin(sample.run, restless);
        for (const Finding& finding : sample.findings) {
            restless.flush();
            if (is_finding(finding.verdict) || reporter->wants_listed()) reporter->add(finding, restless);
        }
        reporter->end(sample.results, restless);
        CHECK(restless.text == once);
        CHECK(restless.buffer.empty());
    }
}

TEST_CASE("a reporter needs nothing of the run but its beginning") {
    for (const ReporterRow& row : all_reporters()) {
        CAPTURE(row.name);
        const SampleResults sample = sample_results();
        const std::string expected = reported(row.name, sample);

        KeptOut out;
        const auto reporter = row.make();
        {
            const SampleResults gone = sample_results();
            reporter->begin(gone.run, out);
        }
        show_findings(*reporter, sample, out);
        reporter->end(sample.results, out);
        CHECK(out.text == expected);
    }
}

TEST_CASE("a run that starts again leaves nothing of its first attempt") {
    const SampleResults sample = sample_results();
    for (const ReporterRow& row : all_reporters()) {
        CAPTURE(row.name);
        KeptOut out;
        const auto reporter = row.make();
        reporter->begin(sample.run, out);
        show_findings(*reporter, sample, out);
        out.take_back();
        reporter->begin(sample.run, out);
        show_findings(*reporter, sample, out);
        reporter->end(sample.results, out);
        CHECK(out.text == reported(row.name, sample));
    }
}
