// SPDX-License-Identifier: MIT
#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>

#include "engine/document/yaml_text.hpp"
#include "engine/engine.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/definition.hpp"
#include "tests/support/definition_text.hpp"
#include "tests/support/document.hpp"
#include "tests/support/sentences.hpp"
#include "tests/support/temporary_folder.hpp"

namespace csapath::engine {
namespace {

using Json = nlohmann::ordered_json;
const std::filesystem::path shipped = CSAPATH_ROOT "/pathway-definitions";

struct Resolving {
    std::shared_ptr<rules::Sources> texts = std::make_shared<rules::Sources>();
    rules::Diagnostics diagnostics = {};
    std::unique_ptr<const Definition> definition = {};

    explicit Resolving(const std::filesystem::path& file) {
        definition = load(file, shipped, texts, diagnostics);
        std::string told;
        for (const auto& diagnostic : diagnostics.found()) told += rules::rendered(diagnostic);
        INFO(told);
        REQUIRE(definition);
    }
    std::string yaml() const { return definition->resolved(Resolved::yaml); }
    Json json() const { return Json::parse(definition->resolved(Resolved::json)); }
};

/// Without what only the files differ in.
Json meaning(Json whole) {
    for (const char* key : {"sha256", "layers", "places", "gone", "departed"}) whole.erase(key);
    for (const char* list : {"sources", "steps", "rules"})
        for (Json& each : whole[list]) {
            each.erase("at");
            if (each.contains("where") && each["where"].is_object()) each["where"].erase("at");
        }
    if (whole["grading"].is_object())
        for (Json& grade : whole["grading"]["grades"]) grade.erase("at");
    return whole;
}

std::string layered(const TemporaryFolder& folder) {
    folder.write(
        "base.yaml",
        definition(
            "sources: {law: {title: The law, basis: statutory}}\n"
            "agencies: {police: {aliases: [CAIU, \"O'Brien \\\"team\\\"\"]}, health: {}, gp: {part-of: health}}\n"
            "facts:\n  risk: {type: one-of, values: [red, \"19B\", \"1\"]}\n  note: {type: text}\n"
            "steps:\n"
            "  referral: {starts: true, next: {screening or visit as urgent: must within 3 days}}\n"
            "  screening:\n    where: risk is red\n    must:\n      all:\n        rule: |\n"
            "          include police\n            and health\n        why: \"Two\\nlines # here\"\n"
            "        sources: [law]\n"
            "  visit: {by: police}\n"));
    return folder
        .write("local.yaml",
               "extends: base.yaml\ntitle: \"North: Zoë's\"\nsteps:\n  referral: {next: {visit or screening as urgent: "
               "must}}\n"
               "  screening: {must: {all: {severity: high}}, next: {visit: 'may when note is \"a #b\"'}}\n")
        .string();
}

TEST_CASE("what resolve prints as YAML loads again as the same pathway") {
    const TemporaryFolder folder;
    const Resolving layers{layered(folder)};
    const Resolving again{folder.write("flat.yaml", layers.yaml())};
    CAPTURE(layers.yaml());
    CHECK(meaning(again.json()) == meaning(layers.json()));
}

TEST_CASE("the shipped definition resolves to itself") {
    const TemporaryFolder folder;
    const Resolving national{shipped / "national/csa-response.yaml"};
    const Resolving again{folder.write("flat.yaml", national.yaml())};
    CHECK(meaning(again.json()) == meaning(national.json()));
}

TEST_CASE("every way of writing YAML is written so that it reads as the same tree") {
    const Document first = document(std::string{definition_text});
    REQUIRE(first.root);
    const std::string text = yaml_text(*first.root);
    const Document second = document(text);
    CAPTURE(text);
    REQUIRE(second.root);
    const auto leaves = [](const Node& node) {
        std::string all;
        const auto walk = [&](const Node& at, const auto& self) -> void {
            if (at.is_scalar()) all += '<' + at.text() + '>';
            for (const Node& item : at.items) self(item, self);
            for (const Node::Entry& entry : at.entries) {
                all += '\n' + entry.key.text + ':';
                self(entry.value, self);
            }
        };
        walk(node, walk);
        return all;
    };
    CHECK(leaves(*second.root) == leaves(*first.root));
    CHECK(text.find("# a.yaml:2\n") != std::string::npos);
}

TEST_CASE("for programs a definition tells all that a case is judged by, with places") {
    const TemporaryFolder folder;
    const std::string file = layered(folder);
    const Json whole = Resolving{file}.json();
    const std::string base = (folder.path() / "base.yaml").string();
    CHECK(whole["format"] == "csapath-definition/1.0");
    CHECK(whole["title"] == "North: Zoë's");
    CHECK(whole["layers"].size() == 2);
    CHECK(whole["time_zone"] == "Europe/London");
    CHECK(whole["calendar"]["holidays"].size() > 100);
    CHECK(whole["calendar"]["count"] == "exclusive");
    CHECK(whole["agencies"][2] == Json::parse(R"({"id": "gp", "title": "gp", "aliases": [], "part_of": "health"})"));
    CHECK(whole["places"]["/title"] == file + ":2:8");
    CHECK(whole["places"]["/steps/screening/must/all/severity"] == file + ":5:38");
    CHECK(whole["places"]["/sources/law/basis"] == base + ":7:40");
    CHECK(whole["steps"][1]["where"]["text"] == "risk is red");
    CHECK(whole["steps"][1]["where"]["at"] == base + ":15:12");

    const Json& edge = whole["rules"][0];
    CHECK(edge["id"] == "referral.next.urgent");
    CHECK(edge["to"] == Json::parse(R"(["screening", "visit"])"));
    CHECK(edge["text"] == "must");
    CHECK(edge["at"] == file + ":4:51");
    const Json& all = whole["rules"][1];
    CHECK(all["id"] == "screening.all");
    CHECK(all["basis"] == "statutory");
    CHECK(all["severity"] == "high");
    CHECK(all["text"] == "include police and health");
    CHECK(all["tree"] == Json::parse(R"({"form": "include", "agencies": ["police", "health"]})"));
    CHECK(whole["rules"][2]["tree"] ==
          Json::parse(R"({"form": "may", "when": {"test": "is", "path": "note", "value": "a #b"}})"));
}

}  // namespace
}  // namespace csapath::engine
