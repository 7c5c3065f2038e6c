// SPDX-License-Identifier: MIT
#include "engine/reporters/json.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "tests/support/approved.hpp"
#include "tests/support/sample_results.hpp"

using namespace csapath;
using namespace csapath::engine;
using namespace csapath::tests;
using Json = nlohmann::ordered_json;

namespace {
std::vector<std::string> keys(const Json& object) {
    std::vector<std::string> all;
    for (const auto& item : object.items()) all.push_back(item.key());
    return all;
}

const std::vector<std::string> top_level = {"format",     "tool",         "pathway", "calendar", "as_of",
                                            "inputs",     "counts",       "rules",   "findings", "listed",
                                            "identities", "data_quality", "notes",   "errors"};
const std::vector<std::string> verdict_keys = {"met",     "late",    "overdue",      "missed",      "failed",
                                               "pending", "excused", "undetermined", "not visible", "not applicable"};
const std::vector<std::string> finding_keys = {"id",        "case",     "episode",   "rule",      "step",   "kind",
                                               "verdict",   "severity", "basis",     "version",   "also",   "times",
                                               "activated", "due",      "fulfilled", "late_by",   "clock",  "agencies",
                                               "message",   "why",      "days",      "rule_text", "sources"};

/// The finding of the sample with this message's beginning.
const Json& finding(const Json& list, const std::string& beginning) {
    const auto found = std::find_if(list.begin(), list.end(), [&](const Json& one) {
        return one.at("message").get<std::string>().rfind(beginning, 0) == 0;
    });
    REQUIRE(found != list.end());
    return *found;
}
}  // namespace

TEST_CASE("the results as JSON are as approved") {
    check_approved("reporters/sample.json", reported("json", sample_results()));
}

TEST_CASE("the results as JSON have the keys of the contract, in its order") {
    const Json results = Json::parse(reported("json", sample_results()));

    std::vector<std::string> of_half_a_run = top_level;
    of_half_a_run.emplace_back("incomplete");
    CHECK(keys(results) == of_half_a_run);
    CHECK(keys(results["tool"]) == std::vector<std::string>{"name", "version"});
    CHECK(keys(results["pathway"]) == std::vector<std::string>{"id", "version", "sha256", "layers", "title"});
    CHECK(keys(results["pathway"]["layers"][0]) == std::vector<std::string>{"path", "sha256"});
    CHECK(keys(results["calendar"]) == std::vector<std::string>{"id", "sha256"});
    CHECK(keys(results["inputs"][0]) ==
          std::vector<std::string>{"path", "sha256", "rows", "used", "filtered", "refused"});
    CHECK(keys(results["inputs"][1]).back() == "lines");
    CHECK(keys(results["counts"]) == std::vector<std::string>{"cases", "episodes", "events", "verdicts"});
    CHECK(keys(results["counts"]["verdicts"]) == verdict_keys);
    CHECK(keys(results["notes"][0]) == std::vector<std::string>{"code", "count", "message"});

    std::vector<std::string> rule_keys = {"rule", "step", "kind", "basis"};
    rule_keys.insert(rule_keys.end(), verdict_keys.begin(), verdict_keys.end());
    for (const Json& rule : results["rules"]) {
        std::vector<std::string> expected = rule_keys;
        if (rule["rule"] == "conference-held.in-time") expected.insert(expected.begin() + 4, "unverified");
        CHECK(keys(rule) == expected);
    }
    for (const char* list : {"findings", "listed"}) {
        for (const Json& one : results[list]) CHECK(keys(one) == finding_keys);
    }
}

TEST_CASE("a finding as JSON holds what was found") {
    const Json results = Json::parse(reported("json", sample_results()));
    const Json& late = finding(results["findings"], "strategy discussion 2 working days late");

    CHECK(late["case"] == "W-0143");
    CHECK(late["episode"] == 1);
    CHECK(late["rule"] == "screening.next.strategy-discussion");
    CHECK(late["step"] == "strategy-discussion");
    CHECK(late["kind"] == "delay");
    CHECK(late["verdict"] == "late");
    CHECK(late["severity"] == "medium");
    CHECK(late["basis"] == "practice");
    CHECK(late["version"] == "2026.1");
    CHECK(late["also"] == Json::array());
    CHECK(late["times"] == 1);
    CHECK(late["activated"] ==
          Json::parse(R"({"event": "screening", "at": "2025-04-30T15:20", "source": "cases.csv", "row": 12})"));
    CHECK(late["due"] == "2025-05-06");
    CHECK(late["fulfilled"] ==
          Json::parse(R"({"event": "strategy-discussion", "at": "2025-05-08", "source": "cases.csv", "row": 15})"));
    CHECK(late["late_by"] == Json::parse(R"({"value": 2, "unit": "working days"})"));
    CHECK(late["clock"] == Json::parse(R"({"gross": 5, "paused": 0, "net": 5})"));
    CHECK(late["days"] == Json::parse(R"(["2025-05-01", "2025-05-02", "2025-05-06"])"));
    CHECK(late["why"].size() == 2);
    CHECK(late["rule_text"] == Json::parse(R"({"text": "must within 3 working days when risk is red",
                                              "at": "csa-response.yaml:41:26"})"));
    CHECK(late["sources"] == Json::parse(R"(["wt-2023"])"));
}

TEST_CASE("what a finding does not have is null") {
    const Json results = Json::parse(reported("json", sample_results()));

    const Json& agencies = finding(results["findings"], "police and health");
    CHECK(agencies["due"].is_null());
    CHECK(agencies["fulfilled"].is_null());
    CHECK(agencies["late_by"].is_null());
    CHECK(agencies["clock"].is_null());
    CHECK(agencies["agencies"] == Json::parse(R"(["police", "health"])"));
    CHECK(finding(results["listed"], "excused, whether or not therapy")["activated"].is_null());
}

TEST_CASE("the other rules that a fault broke, and the other rows of an event, are told") {
    const Json results = Json::parse(reported("json", sample_results()));
    const Json& overdue = finding(results["findings"], "initial child protection conference");

    CHECK(overdue["also"] == Json::parse(R"(["screening.way", "therapy.offered"])"));
    CHECK(overdue["times"] == 3);
    CHECK(overdue["activated"]["also"] == Json::parse(R"([{"source": "police, \"north\".ndjson", "row": 3},
                                                         {"source": "cases.csv", "row": 16}])"));
}

TEST_CASE("findings and what is listed are kept apart") {
    const Json results = Json::parse(reported("json", sample_results()));

    CHECK(results["findings"].size() == 8);
    CHECK(results["listed"].size() == 5);
    for (const Json& one : results["listed"]) {
        const std::string verdict = one["verdict"];
        CHECK((verdict == "excused" || verdict == "undetermined" || verdict == "not visible"));
    }
}

TEST_CASE("case ids come through JSON as they were") {
    const SampleResults sample = sample_results();
    const Json results = Json::parse(reported("json", sample));

    std::vector<std::string> ids, expected;
    for (const Json& one : results["findings"]) ids.push_back(one["case"]);
    for (const Finding& one : sample.findings) {
        if (is_finding(one.verdict)) expected.push_back(one.case_id);
    }
    CHECK(ids == expected);
}

TEST_CASE("a run that found nothing has empty lists") {
    SampleResults sample = sample_results();
    sample.findings.clear();
    sample.results = Results{};
    const Json results = Json::parse(reported("json", sample));

    CHECK(keys(results) == top_level);
    CHECK(results["findings"] == Json::array());
    CHECK(results["listed"] == Json::array());
    CHECK(results["inputs"] == Json::array());
    CHECK(results["notes"] == Json::array());
    CHECK(results["errors"] == Json::array());
    REQUIRE(results["rules"].size() == 9);
    CHECK(results["rules"][0]["met"] == 0);
}

TEST_CASE("a run that failed has the same keys, and says why") {
    const std::string text =
        failed_json("0.1.0", "csa-respones", {"csa.yaml:3:1: error[Y001]: not \"YAML\"", "second"});
    check_approved("reporters/failed.json", text);

    const Json results = Json::parse(text);
    CHECK(keys(results) == top_level);
    CHECK(results["pathway"]["id"] == "csa-respones");
    CHECK(results["pathway"]["version"].is_null());
    CHECK(results["pathway"]["layers"] == Json::array());
    CHECK(results["calendar"]["id"].is_null());
    CHECK(results["as_of"].is_null());
    CHECK(results["counts"]["cases"] == 0);
    CHECK(keys(results["counts"]["verdicts"]) == verdict_keys);
    CHECK(results["rules"] == Json::array());
    CHECK(results["errors"] == Json::parse(R"(["csa.yaml:3:1: error[Y001]: not \"YAML\"", "second"])"));
}

TEST_CASE("lists longer than what is kept or written at once come out whole") {
    SampleResults sample = sample_results();
    const Finding late = sample.findings[3];
    sample.findings.assign(2500, late);

    CHECK(Json::parse(reported("json", sample))["findings"].size() == 2500);
}

TEST_CASE("ndjson is the findings alone, one a line, as they stand in the JSON results") {
    const SampleResults sample = sample_results();
    const std::string text = reported("ndjson", sample);
    check_approved("reporters/sample.ndjson", text);

    const Json results = Json::parse(reported("json", sample));
    std::istringstream lines(text);
    std::string line;
    std::size_t number = 0;
    while (std::getline(lines, line)) {
        REQUIRE(number < results["findings"].size());
        CHECK(Json::parse(line).dump() == results["findings"][number].dump());
        ++number;
    }
    CHECK(number == results["findings"].size());
}

TEST_CASE("ndjson leaves out what is listed even if it is shown it") {
    const SampleResults sample = sample_results();
    const auto reporter = ndjson_reporter();
    KeptOut out;
    reporter->begin(sample.run, out);
    for (const Finding& one : sample.findings) {
        if (is_listed(one.verdict)) reporter->add(one, out);
    }
    reporter->end(sample.results, out);

    CHECK(out.text.empty());
    CHECK_FALSE(reporter->wants_listed());
}
