// SPDX-License-Identifier: MIT
#include "engine/accepted/baseline.hpp"

#include <algorithm>

#include "tests/support/catch.hpp"
#include "tests/support/sample_results.hpp"

using namespace csapath::engine;

namespace csapath {
namespace {

std::string written_baseline(const tests::SampleResults& sample, const std::string& key_id = {}) {
    const auto writer = baseline_writer(key_id);
    return tests::reported(*writer, sample);
}

std::optional<Baseline> read_baseline(std::string_view text, rules::Diagnostics& diagnostics) {
    return baseline_from_json("last.json", text, diagnostics);
}

std::string codes_of(const rules::Diagnostics& diagnostics) {
    std::string all;
    for (const auto& one : diagnostics.found()) all += (all.empty() ? "" : " ") + std::string(rules::row(one.code).id);
    return all;
}

TEST_CASE("a baseline holds the names of the findings in order, and not a word about a case") {
    const auto sample = tests::sample_results();
    const std::string text = written_baseline(sample);
    // The findings of the sample are 10 to 15, 20 and 21; the others are only listed.
    CHECK(text ==
          "{\n"
          "  \"format\": \"csapath-baseline/1.0\",\n"
          "  \"pathway\": {\"id\": \"csa-response\", \"version\": \"2026.1\", \"sha256\": "
          "\"913f9338fb6c17253f3a14816fc08d52522454bfc19a8c99538a197cfb23fb41\"},\n"
          "  \"as_of\": \"2026-03-31\",\n"
          "  \"key\": null,\n"
          "  \"incomplete\": true,\n"
          "  \"findings\": [\n"
          "    \"f-00000000000000000010\",\n"
          "    \"f-00000000000000000011\",\n"
          "    \"f-00000000000000000012\",\n"
          "    \"f-00000000000000000013\",\n"
          "    \"f-00000000000000000014\",\n"
          "    \"f-00000000000000000015\",\n"
          "    \"f-00000000000000000020\",\n"
          "    \"f-00000000000000000021\"\n"
          "  ]\n"
          "}\n");
}

TEST_CASE("a baseline is the same whatever order the findings came in, and is read as it was written") {
    auto sample = tests::sample_results();
    const std::string text = written_baseline(sample, "k-4wq2m7x5ta");
    std::reverse(sample.findings.begin(), sample.findings.end());
    CHECK(written_baseline(sample, "k-4wq2m7x5ta") == text);

    rules::Diagnostics diagnostics;
    const auto baseline = read_baseline(text, diagnostics);
    REQUIRE(baseline);
    CHECK(diagnostics.empty());
    CHECK(baseline->pathway == "csa-response");
    CHECK(baseline->version == "2026.1");
    CHECK(baseline->as_of == "2026-03-31");
    CHECK(baseline->key_id == "k-4wq2m7x5ta");
    CHECK(baseline->incomplete);
    CHECK(baseline->findings.size() == 8);
}

TEST_CASE("a run without findings has a baseline too") {
    auto sample = tests::sample_results();
    sample.findings.clear();
    sample.results.incomplete = false;
    const std::string text = written_baseline(sample);
    CHECK(text.find("\"findings\": []\n}\n") != std::string::npos);
    rules::Diagnostics diagnostics;
    REQUIRE(read_baseline(text, diagnostics));
    CHECK(read_baseline(text, diagnostics)->findings.empty());
}

TEST_CASE("keys of a later minor version are passed over; a later major version is refused") {
    rules::Diagnostics diagnostics;
    const std::string later =
        R"({"format": "csapath-baseline/1.7", "pathway": {"id": "p", "version": "1", "more": [1]}, "as_of": "2026-01-01",
            "key": null, "new": {"x": null}, "findings": ["f-1"]})";
    const auto baseline = read_baseline(later, diagnostics);
    REQUIRE(baseline);
    CHECK(baseline->findings.size() == 1);
    CHECK_FALSE(baseline->incomplete);

    CHECK_FALSE(read_baseline(R"({"format": "csapath-baseline/2.0"})", diagnostics));
    CHECK(codes_of(diagnostics) == "A009");
}

TEST_CASE("what is no baseline is refused, and said to be what it is") {
    auto [text, expected] = GENERATE(table<std::string, std::string>({
        {"", "A008"},
        {"case,event,at\n", "A008"},
        {"[]", "A008"},
        {"{}", "A008"},
        {R"({"format": 1})", "A008"},
        {R"({"format": "csapath-results/1.0"})", "A008"},
        {R"({"format": "csapath-baselines/1.0"})", "A008"},
        {R"({"format": "csapath-baseline"})", "A008"},
        {R"({"format": "csapath-baseline/1.0"})", "A010 A010 A010 A010"},  // pathway, as_of, key, findings
        {R"({"format": "csapath-baseline/1.0", "pathway": {"id": "p", "version": 1}, "as_of": "x", "key": null,
             "findings": []})",
         "A010"},
        {R"({"format": "csapath-baseline/1.0", "pathway": {"id": "p", "version": "1"}, "as_of": "x", "key": null,
             "findings": ["f-1", 2]})",
         "A010"},
        {R"({"format": "csapath-baseline/1.0", "pathway": {"id": "p", "version": "1"}, "as_of": "x", "key": null,
             "findings": ["W-0143"]})",
         "A010"},
    }));
    CAPTURE(text);
    rules::Diagnostics diagnostics;
    CHECK_FALSE(read_baseline(text, diagnostics));
    CHECK(codes_of(diagnostics) == expected);
}

TEST_CASE("a baseline of another pathway, version or key, or of half a run, is used with a warning") {
    const auto sample = tests::sample_results();
    const auto warned = [&](Baseline baseline, const std::string& key_id = {}) {
        rules::Diagnostics diagnostics;
        compare_origin(baseline, "last.json", *sample.pathway, key_id, diagnostics);
        CHECK_FALSE(diagnostics.any_error());
        return diagnostics.found().size();
    };
    Baseline same;
    same.pathway = "csa-response";
    same.version = "2026.1";
    CHECK(warned(same) == 0);
    CHECK(warned(same, "k-a") == 1);
    Baseline other = same;
    other.pathway = "neglect";
    other.version = "3";
    CHECK(warned(other) == 1);  // of another pathway the version says nothing more
    other = same;
    other.version = "2025.4";
    CHECK(warned(other) == 1);
    other = same;
    other.key_id = "k-a";
    CHECK(warned(other) == 1);
    CHECK(warned(other, "k-b") == 1);
    CHECK(warned(other, "k-a") == 0);
    other = same;
    other.incomplete = true;
    CHECK(warned(other) == 1);
}

TEST_CASE("what is new, known and gone is counted") {
    Baseline baseline;
    baseline.findings = {"f-1", "f-2", "f-3"};
    Newness newness(baseline);
    CHECK_FALSE(newness.is_new("f-2"));
    CHECK(newness.is_new("f-4"));
    CHECK(newness.is_new("f-5"));
    CHECK(newness.counted().fresh == 2);
    CHECK(newness.counted().known == 1);
    CHECK(newness.counted().gone == 2);
}

}  // namespace
}  // namespace csapath
