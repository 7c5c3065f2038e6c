// SPDX-License-Identifier: MIT
// Follow sentences that go round.
#include <memory>
#include <string>
#include <tuple>

#include "engine/graph/faults.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/definition.hpp"

namespace csapath::engine {
namespace {

struct Said {
    std::shared_ptr<const Pathway> pathway;  // keeps the text that the diagnostics point into
    rules::Diagnostics diagnostics;
};

/// What is said of a, b, c and d (lines 9 to 12), each with the sentence that is given for it.
Said circles(const std::string& a, const std::string& b, const std::string& c = "", const std::string& d = "") {
    std::string text = "event-types: [a, b, c, d]\nsteps:\n";
    const auto add = [&text](const std::string& step, const std::string& sentence) {
        text += "  " + step + ": " + (sentence.empty() ? "{}" : "{must: {x: " + sentence + "}}") + "\n";
    };
    add("a", a);
    add("b", b);
    add("c", c);
    add("d", d);
    Said said{.pathway = pathway_of(definition(text)), .diagnostics = {}};
    find_circles(*said.pathway, said.diagnostics);
    return said;
}

TEST_CASE("a circle is told whole, step by step, each with its place") {
    const Said said = circles("follow c", "follow a", "follow b");
    REQUIRE(said.diagnostics.found().size() == 1);
    const rules::Diagnostic& told = said.diagnostics.found().front();
    CHECK(told.code == rules::Code::pathway_cycle);
    CHECK(
        told.message ==
        "steps that must each come before the other: 'a' must follow 'c', 'c' must follow 'b' and 'b' must follow 'a'");
    CHECK(rules::address(told.where) == "test.yaml:9:17");
    REQUIRE(told.also.size() == 2);
    CHECK(rules::address(told.also[0].where) == "test.yaml:11:17");
    CHECK(rules::address(told.also[1].where) == "test.yaml:10:17");
}

TEST_CASE("follow sentences go round, or have a way out") {
    const auto [row, a, b, c, d, codes] =
        GENERATE(table<std::string, std::string, std::string, std::string, std::string, std::string>({
            {"a line", "", "follow a", "follow b", "follow c", ""},
            {"Y31 two", "follow b", "follow a", "", "", "P022 9:17\n"},
            {"Y32 itself", "follow a", "", "", "", "P022 9:17\n"},
            {"Y31 and one that leads in", "follow b", "follow c", "follow b", "", "P022 10:17\n"},
            {"two circles", "follow b", "follow a", "follow d", "follow c", "P022 9:17\nP022 11:17\n"},
            {"another that would do", "follow b or c", "follow a", "", "", ""},
            {"others that all go round", "follow b or c", "follow a", "follow a", "", "P022 9:17\n"},
            {"a condition", "follow b when count of b > 0", "follow a", "", "", ""},
            {"an excuse", "follow b unless c happened", "follow a", "", "", ""},
            {"within a time", "follow b within 5 days", "follow a within 5 days", "", "", "P022 9:17\n"},
            {"never in force together", "{rule: follow b, in-force: {until: 2024-12-31}}",
             "{rule: follow a, in-force: {from: 2025-01-01}}", "", "", ""},
            {"in force together for a day", "{rule: follow b, in-force: {until: 2025-01-01}}",
             "{rule: follow a, in-force: {from: 2025-01-01}}", "", "", "P022 9:24\n"},
        }));
    CAPTURE(row);
    const Said said = circles(a, b, c, d);
    CHECK(codes_and_places(said.diagnostics) == codes);
}

TEST_CASE("edges that go round are lawful") {
    const auto pathway =
        pathway_of(definition("steps:\n  core-group: {next: {core-group: must within 6 weeks, review-held: must}}\n"
                              "  review-held: {next: {core-group: must}}\n"));
    rules::Diagnostics diagnostics;
    find_circles(*pathway, diagnostics);
    find_contradictions(*pathway, diagnostics);
    CHECK(diagnostics.empty());
}

}  // namespace
}  // namespace csapath::engine
