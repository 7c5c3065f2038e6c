// SPDX-License-Identifier: MIT
#include "engine/document/fields.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/document.hpp"

namespace csapath {
namespace {

using engine::Fields;
using rules::Diagnostics;

/// A map, and what is said while its keys are read.
struct Step {
    explicit Step(const std::string& text) : read(document(text)), fields(*read.root, "a step", diagnostics) {}

    Document read;
    Diagnostics diagnostics;
    Fields fields;
};

TEST_CASE("what is there is read, and what is not is nothing") {
    Step step(
        "title: Referral received\n"
        "starts: true\n"
        "ends: false\n"
        "rank: 12\n"
        "from: 2023-12-15\n"
        "until: \"2024-02-29\"\n"
        "severity: medium\n"
        "events: [referral, contact]\n"
        "sources: wt2023\n"
        "must: {quorum: include police}\n");
    auto& fields = step.fields;
    const std::vector<std::string> severities{"high", "medium", "low"};

    CHECK(fields.text("title") == "Referral received");
    CHECK(fields.yes_no("starts") == true);
    CHECK(fields.yes_no("ends") == false);
    CHECK(fields.number("rank", 1, 12) == 12);
    CHECK(fields.date("from") == rules::parse_date("2023-12-15"));
    CHECK(fields.date("until") == rules::parse_date("2024-02-29"));
    CHECK(fields.one_of("severity", severities) == 1U);
    CHECK(fields.scalars("events").size() == 2);
    CHECK(fields.scalars("sources").size() == 1);
    REQUIRE(fields.map("must") != nullptr);
    CHECK(fields.map("must")->find("quorum") != nullptr);
    CHECK(fields.list("where") == nullptr);
    CHECK_FALSE(fields.text("why"));
    CHECK_FALSE(fields.yes_no("unverified"));
    CHECK_FALSE(fields.number("count", 0, 9));
    CHECK_FALSE(fields.date("in-force"));
    CHECK(fields.scalars("agencies").empty());
    fields.done();
    CHECK(step.diagnostics.empty());
}

TEST_CASE("Y17, Y18: a value of another kind is told at the value, and not read") {
    Step step("list: x\nmap: [x]\ntext: {a: b}\ntexts: {a: b}\nitems: [a, [b]]\n");
    CHECK(step.fields.list("list") == nullptr);
    CHECK(step.fields.map("map") == nullptr);
    CHECK_FALSE(step.fields.text("text"));
    CHECK(step.fields.scalars("texts").empty());
    CHECK(step.fields.scalars("items").size() == 1);
    CHECK(codes_and_places(step.diagnostics) == "Y022 1:7\nY022 2:6\nY022 3:7\nY022 4:8\nY022 5:12\n");
    CHECK(says(step.diagnostics, "'list' must be a list, not text"));
    CHECK(says(step.diagnostics, "'map' must be a map of keys and values, not a list"));
    CHECK(says(step.diagnostics, "'text' must be one value, not a map of keys and values"));
}

TEST_CASE("Y17: what is no map has no fields, and is told once") {
    const auto read = document("steps: [a]\n");
    Diagnostics diagnostics;
    Fields fields(*read.root->find("steps"), "the list of steps", diagnostics);
    CHECK_FALSE(fields.is_map());
    fields.require("title");
    CHECK_FALSE(fields.text("title"));
    fields.done();
    CHECK(codes_and_places(diagnostics) == "Y022 1:8\n");
    CHECK(says(diagnostics, "the list of steps must be a map of keys and values, not a list"));
}

TEST_CASE("Y25: true and false are the only words for yes and no") {
    const std::string value =
        GENERATE(as<std::string>{}, "yes", "no", "on", "off", "TRUE", "True", "y", "1", "\"true\"", "''");
    CAPTURE(value);
    Step step("starts: " + value + "\n");
    CHECK_FALSE(step.fields.yes_no("starts"));
    CHECK(codes_and_places(step.diagnostics) == "Y024 1:9\n");
    CHECK(says(step.diagnostics, "write true or false"));
}

TEST_CASE("Y22, Y26: a whole number is digits alone") {
    auto [value, words] = GENERATE(table<std::string, std::string>({
        {"010", "no zero in front"},
        {"+5", "no sign +"},
        {"1_000", "underscore"},
        {"1.5", "point"},
        {"1e3", "digits alone"},
        {"0x1F", "digits alone"},
        {".inf", "digits alone"},
        {".nan", "digits alone"},
        {"-0", "digits alone"},
        {"--5", "digits alone"},
        {"5 days", "digits alone"},
        {"\"5\"", "without quotes"},
        {"1:30", "\"01:30\""},
        {"10\xE2\x80\x93"
         "15",
         "U+2013 (a dash"},
    }));
    CAPTURE(value);
    Step step("rank: " + value + "\n");
    CHECK_FALSE(step.fields.number("rank", -100'000, 100'000));
    CHECK(codes_and_places(step.diagnostics) == "Y025 1:7\n");
    CHECK(says(step.diagnostics, words));
}

TEST_CASE("Y21: a number outside its limits is told with them") {
    const std::string value =
        GENERATE(as<std::string>{}, "0", "13", "-1", "99999999999999999999", "-99999999999999999999");
    CAPTURE(value);
    Step step("rank: " + value + "\n");
    CHECK_FALSE(step.fields.number("rank", 1, 12));
    CHECK(codes_and_places(step.diagnostics) == "Y025 1:7\n");
    CHECK(says(step.diagnostics, "between 1 and 12"));
}

TEST_CASE("a number may stand at either limit, and below zero where that is allowed") {
    Step step("a: 1\nb: 12\nc: -7\nd: 0\n");
    CHECK(step.fields.number("a", 1, 12) == 1);
    CHECK(step.fields.number("b", 1, 12) == 12);
    CHECK(step.fields.number("c", -7, 0) == -7);
    CHECK(step.fields.number("d", 0, 0) == 0);
    CHECK(step.diagnostics.empty());
}

TEST_CASE("a date that is not written as one, or does not exist, is told") {
    auto [value, words] = GENERATE(table<std::string, std::string>({
        {"15/12/2023", "write it as YYYY-MM-DD"},
        {"2023-12-5", "write it as YYYY-MM-DD"},
        {"2023-02-30", "no such day"},
        {"2023-13-01", "no such day"},
        {"1899-12-31", "no such day between 1900-01-01"},
        {"2023\xE2\x80\x93"
         "12-15",
         "U+2013 (a dash"},
        {"soon", "write it as YYYY-MM-DD"},
    }));
    CAPTURE(value);
    Step step("from: " + value + "\n");
    CHECK_FALSE(step.fields.date("from"));
    CHECK(codes_and_places(step.diagnostics) == "Y026 1:7\n");
    CHECK(says(step.diagnostics, words));
}

TEST_CASE("Y54: a value outside the list is told with the list, and with the nearest of it") {
    const std::vector<std::string> severities{"high", "medium", "low"};
    Step step("a: meduim\nb: severe\nc: Medium\n");
    CHECK_FALSE(step.fields.one_of("a", severities));
    CHECK_FALSE(step.fields.one_of("b", severities));
    CHECK_FALSE(step.fields.one_of("c", severities));
    CHECK(codes_and_places(step.diagnostics) == "Y023 1:4\nY023 2:4\nY023 3:4\n");
    CHECK(step.diagnostics.found()[0].message == "'a' cannot be 'meduim'; did you mean 'medium'?");
    CHECK(step.diagnostics.found()[1].message == "'b' cannot be 'severe'");
    CHECK(step.diagnostics.found()[1].help == "it is one of: high, medium, low");
}

TEST_CASE("a text of blanks alone is no text") {
    Step step("title: \"  \"\nwhy: ''\n");
    CHECK_FALSE(step.fields.text("title"));
    CHECK_FALSE(step.fields.text("why"));
    CHECK(codes_and_places(step.diagnostics) == "Y023 1:8\nY023 2:6\n");
}

TEST_CASE("Y12, Y13, Y14: a key that nobody asked for is told with the nearest that was, or with all") {
    Step step("Title: x\nwitihn: y\nqwertz: z\n");
    step.fields.any("title");
    step.fields.any("within");
    step.fields.any("title");
    step.fields.done();
    REQUIRE(codes_and_places(step.diagnostics) == "Y020 1:1\nY020 2:1\nY020 3:1\n");
    CHECK(step.diagnostics.found()[0].message == "a step has no key 'Title'; did you mean 'title'?");
    CHECK(step.diagnostics.found()[1].message == "a step has no key 'witihn'; did you mean 'within'?");
    CHECK(step.diagnostics.found()[2].message == "a step has no key 'qwertz'");
    CHECK(step.diagnostics.found()[2].help == "its keys are: title, within");
}

TEST_CASE("Y15: a required key that is missing is told at its map") {
    const auto read = document("steps:\n  referral: {stage: x}\n");
    Diagnostics diagnostics;
    Fields step(*read.root->find("steps")->find("referral"), "the step 'referral'", diagnostics);
    step.require("title");
    step.require("stage");
    CHECK(codes_and_places(diagnostics) == "Y021 2:13\n");
    CHECK(says(diagnostics, "the step 'referral' needs the key 'title'"));
}

}  // namespace
}  // namespace csapath
