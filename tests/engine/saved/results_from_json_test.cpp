// SPDX-License-Identifier: MIT
#include "engine/saved/results_from_json.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/sample_results.hpp"

using namespace csapath::engine;

namespace csapath {
namespace {

std::string shown_again(const SavedResults& saved, std::string_view format) {
    tests::KeptOut out;
    show(saved, *reporter(format)->make(), out);
    return out.text;
}

std::unique_ptr<SavedResults> read_results(std::string_view text, rules::Diagnostics& diagnostics) {
    return results_from_json("results.json", text, diagnostics);
}

std::string codes_of_results(std::string_view text) {
    rules::Diagnostics diagnostics;
    CHECK(read_results(text, diagnostics) == nullptr);
    std::string all;
    for (const auto& one : diagnostics.found()) all += (all.empty() ? "" : " ") + std::string(rules::row(one.code).id);
    return all;
}

/// The results with one stretch of text replaced by another.
std::string changed_results(std::string_view what, std::string_view by) {
    std::string text = tests::reported("json", tests::sample_results());
    const std::size_t at = text.find(what);
    REQUIRE(at != std::string::npos);
    return text.replace(at, what.size(), by);
}

TEST_CASE("results that were saved are written in every format as the run itself would have written them") {
    auto sample = tests::sample_results();
    SECTION("of a whole run") {}
    SECTION("held against a baseline") {
        sample.results.since = SinceBaseline{.pathway = "csa-response",
                                             .version = "2025.4",
                                             .as_of = "2025-12-31",
                                             .incomplete = true,
                                             .fresh = 8,
                                             .known = 3,
                                             .gone = 1};
    }
    SECTION("without a finding") {
        sample.findings.clear();
        sample.results.errors.clear();
        sample.results.incomplete = false;
        sample.results.inputs[0].refused = 0;
    }
    SECTION("of several sources, some of it doubtful") {
        sample.results.identities = {"ids.csv", std::string(64, 'a'), 12, 2};
        DataQuality& quality = sample.results.quality;
        quality.rows = 9;
        quality.used = 6;
        quality.filtered = 1;
        quality.refused = 2;
        quality.cases_not_judged = 3;
        quality.conflicts = 4;
        quality.refused_for = {{"D009", "a date that cannot be read", 1}, {"", "without an id", 1}};
        quality.filtered_for = {{"D012", "after the as-of", 1}};
        quality.unknown = {{"M009", "a code that nobody knows", 5}};
        quality.doubtful = {{"D034", "'plan-ended' first", 3, {{0, 4}, {0, 7}}}};
    }
    rules::Diagnostics diagnostics;
    const auto saved = read_results(tests::reported("json", sample), diagnostics);
    REQUIRE(saved != nullptr);
    CHECK(diagnostics.empty());
    for (const ReporterRow& row : all_reporters()) {
        CAPTURE(row.name);
        CHECK(shown_again(*saved, row.name) == tests::reported(row.name, sample));
    }
}

TEST_CASE("keys that are not known are passed over, so that later minor versions can be read") {
    std::string later = changed_results("\"format\": \"csapath-results/1.0\",",
                                        "\"format\": \"csapath-results/1.9\", \"later\": {\"a\": [null, 1.5]},");
    rules::Diagnostics diagnostics;
    const auto saved = read_results(later, diagnostics);
    REQUIRE(saved != nullptr);
    CHECK(saved->findings.size() == 8);
}

TEST_CASE("a file of something else, or of a later major version, is refused plainly") {
    CHECK(codes_of_results("") == "A008");
    CHECK(codes_of_results("id,case\nf-1,W-1\n") == "A008");
    CHECK(codes_of_results("{\"id\": \"f-1\"}\n{\"id\": \"f-2\"}\n") == "A008");  // ndjson
    CHECK(codes_of_results("[]") == "A008");
    CHECK(codes_of_results("{\"format\": \"sarif\"}") == "A008");
    CHECK(codes_of_results("{\"format\": \"csapath-results/2.0\"}") == "A009");
    CHECK(codes_of_results("{\"format\": \"csapath-results/10.0\"}") == "A009");
    const std::string whole = tests::reported("json", tests::sample_results());
    CHECK(codes_of_results(whole.substr(0, whole.size() / 2)) == "A008");
}

TEST_CASE("results that were damaged are refused, and every damage is told") {
    auto [what, by, expected] = GENERATE(table<std::string, std::string, std::string>({
        {"\"cases\": 7", "\"cases\": -7", "A010"},
        {"\"cases\": 7", "\"cases\": \"7\"", "A010"},
        {"\"kind\": \"delay\", \"verdict\": \"late\"", "\"kind\": \"tardy\", \"verdict\": \"late\"", "A010"},
        {"\"verdict\": \"overdue\"", "\"verdict\": \"over\"", "A010"},
        {"\"rule\": \"referral.consent\", \"step\": \"referral\", \"kind\": \"unexpected\", \"verdict\"",
         "\"rule\": \"referral.content\", \"step\": \"referral\", \"kind\": \"unexpected\", \"verdict\"", "A010"},
        {"\"source\": \"cases.csv\", \"row\": 2}", "\"source\": \"cases.txt\", \"row\": 2}", "A010"},
        {"\"row\": 2}", "\"row\": 4294967296}", "A010"},
        {"\"at\": \"2025-06-02\"", "\"at\": \"2 June 2025\"", "A010"},
        {"\"due\": \"2025-05-06\"", "\"due\": \"2025-05-32\"", "A010"},
        {"\"unit\": \"hours\"", "\"unit\": \"moons\"", "A010"},
        {"\"gross\": 5", "\"gross\": 5.5", "A010"},
        {"\"2025-05-01\"", "\"1 May\"", "A010"},
        {"\"agencies\": [\"police\"", "\"agencies\": [null", "A010"},
        {"\"notes\": [", "\"nodes\": [", "A010"},
        {"\"identities\": null", "\"identities\": \"ids.csv\"", "A010"},
        {"\"conflicts\": 0", "\"conflicts\": \"none\"", "A010"},
        {"\"doubtful\": []", "\"doubtful\": [{\"code\": null, \"message\": 1, \"count\": 1}]", "A010"},
    }));
    CAPTURE(what, by);
    CHECK(codes_of_results(changed_results(what, by)) == expected);
}

TEST_CASE("the results of a run that failed can be read too") {
    rules::Diagnostics diagnostics;
    const auto saved = read_results(
        R"({"format": "csapath-results/1.0", "tool": {"name": "csapath", "version": "0.1.0"},
            "pathway": {"id": "x.yaml", "version": null, "sha256": null, "layers": []},
            "calendar": {"id": null, "sha256": null}, "as_of": null, "inputs": [],
            "counts": {"cases": 0, "episodes": 0, "events": 0, "verdicts": {"met": 0, "late": 0, "overdue": 0,
            "missed": 0, "failed": 0, "pending": 0, "excused": 0, "undetermined": 0, "not visible": 0,
            "not applicable": 0}}, "rules": [], "findings": [], "listed": [], "identities": null,
            "data_quality": {"rows": 0, "used": 0, "filtered": 0, "refused": 0, "cases_not_judged": 0, "conflicts": 0,
            "refused_for": [], "filtered_for": [], "unknown": [], "doubtful": []},
            "notes": [], "errors": ["no pathway"]})",
        diagnostics);
    REQUIRE(saved != nullptr);
    CHECK(saved->results.incomplete);
    CHECK(shown_again(*saved, "text").find("no pathway") != std::string::npos);
}

}  // namespace
}  // namespace csapath
