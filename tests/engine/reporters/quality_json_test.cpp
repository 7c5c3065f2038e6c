// SPDX-License-Identifier: MIT
#include "engine/reporters/quality_json.hpp"

#include "tests/support/catch.hpp"

namespace csapath::engine {

TEST_CASE("the quality of data without a fault is noughts and empty lists") {
    std::string text;
    append_quality({}, text);
    CHECK(text ==
          ",\n  \"identities\": null"
          ",\n  \"data_quality\": {\"rows\": 0, \"used\": 0, \"filtered\": 0, \"refused\": 0, \"cases_not_judged\": 0, "
          "\"conflicts\": 0,\n    \"refused_for\": [],\n    \"filtered_for\": [],\n    \"unknown\": [],\n    "
          "\"doubtful\": []}");
}

TEST_CASE("each reason has its code, its count and, where it is a doubt, the first of its rows") {
    Results results;
    results.inputs = {{.path = "a \"b\".csv", .sha256 = {}, .format = {}}};
    results.identities = {"ids.csv", "00ff", 3, 1};
    results.quality.rows = 9;
    results.quality.used = 6;
    results.quality.filtered = 1;
    results.quality.refused = 2;
    results.quality.refused_for = {{"D009", "a date", 1}, {"", "without an id", 1}};
    results.quality.doubtful = {{"D034", "'plan-ended' first", 3, {{0, 4}, {0, 7}}}};
    std::string text;
    append_quality(results, text);
    CHECK(text ==
          ",\n  \"identities\": {\"path\": \"ids.csv\", \"sha256\": \"00ff\", \"rows\": 3, \"unused\": 1}"
          ",\n  \"data_quality\": {\"rows\": 9, \"used\": 6, \"filtered\": 1, \"refused\": 2, \"cases_not_judged\": 0, "
          "\"conflicts\": 0,\n    \"refused_for\": [\n"
          "      {\"code\": \"D009\", \"message\": \"a date\", \"count\": 1},\n"
          "      {\"code\": null, \"message\": \"without an id\", \"count\": 1}\n    ],\n"
          "    \"filtered_for\": [],\n    \"unknown\": [],\n    \"doubtful\": [\n"
          "      {\"code\": \"D034\", \"message\": \"'plan-ended' first\", \"count\": 3, \"rows\": [{\"source\": \"a "
          "\\\"b\\\".csv\", \"row\": 4}, {\"source\": \"a \\\"b\\\".csv\", \"row\": 7}]}\n    ]}");
}

}  // namespace csapath::engine
