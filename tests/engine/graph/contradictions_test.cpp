// SPDX-License-Identifier: MIT
// Limits that cannot all be kept.
#include <memory>
#include <string>
#include <tuple>
#include <vector>

#include "engine/graph/faults.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/definition.hpp"

namespace csapath::engine {
namespace {

struct Said {
    std::shared_ptr<const Pathway> pathway;  // keeps the text that the diagnostics point into
    rules::Diagnostics diagnostics;
    std::size_t times() const { return diagnostics.found().size(); }
};

/// What is said of a, b and c (lines 10 to 12), each with the sentences under `must` that are given for it.
Said contradictions(const std::string& a, const std::string& b, const std::string& c = "",
                    const std::string& next_of_a = "") {
    std::string text = "event-types: [a, b, c]\nfacts: {risk: {type: yes-no}, ref: {type: text}}\nsteps:\n";
    text += "  a: {must: {" + a + "}, next: {" + next_of_a + "}}\n";
    text += "  b: {must: {" + b + "}}\n";
    text += "  c: {must: {" + c + "}}\n";
    Said said{.pathway = pathway_of(definition(text)), .diagnostics = {}};
    find_contradictions(*said.pathway, said.diagnostics);
    return said;
}

TEST_CASE("two limits that cannot both be kept are told together, each with its place") {
    // Y33: b comes 5 days after a at the latest, and a 10 days before b at the latest.
    const Said said = contradictions("early: happen at least 10 days before b", "soon: happen within 5 days of a");
    REQUIRE(said.times() == 1);
    const rules::Diagnostic& told = said.diagnostics.found().front();
    CHECK(told.code == rules::Code::pathway_contradiction);
    CHECK(told.message ==
          "limits that cannot all be kept: 'a' at least 10 days before 'b', and 'b' within 5 days of 'a'");
    CHECK(told.where.text() == "happen at least 10 days before b");
    REQUIRE(told.also.size() == 1);
    CHECK(told.also.front().where.text() == "happen within 5 days of a");
}

/// For the first occurrences: from a to b at most so long, and at least so long. Months have 28 to 31 days, years 365
/// or 366; five working days lie in seven days or, over holidays, in more.
TEST_CASE("at most and at least contradict one another only where no calendar could reconcile them") {
    const auto [at_most, at_least, contradict] = GENERATE(table<std::string, std::string, bool>({
        {"9 days", "10 days", true},
        {"10 days", "10 days", false},
        {"1 week", "8 days", true},
        {"1 week", "7 days", false},
        {"1 month", "31 days", false},
        {"1 month", "32 days", true},
        {"27 days", "1 month", true},
        {"28 days", "1 month", false},
        {"1 year", "12 months", false},
        {"366 days", "1 year", false},
        {"364 days", "1 year", true},
        {"3 working days", "4 working days", true},
        {"4 working days", "4 working days", false},
        {"3 working days", "4 days", false},  // from a Friday to a Wednesday
        {"6 days", "5 working days", true},   // five working days take seven days at the least
        {"7 days", "5 working days", false},  // from a Monday to the next
        {"5 working days", "8 days", false},  // over a bank holiday
        {"24 hours", "2 days", false},
        {"24 hours", "4 days", true},
    }));
    CAPTURE(at_most, at_least);
    const Said said =
        contradictions("early: happen at least " + at_least + " before b", "soon: happen within " + at_most + " of a");
    CHECK(said.times() == (contradict ? 1U : 0U));
}

TEST_CASE("each form of a limit counts, and none that has a way out") {
    const std::string early = "early: happen at least 10 days before b";
    const auto [row, a, b, next, contradict] =
        GENERATE_COPY(table<std::string, std::string, std::string, std::string, bool>({
            {"an edge", early, "", "b: must within 5 days", true},
            {"an edge on the same day", early, "", "b: must on the same day", true},
            {"a sentence that leads", early + ", on: lead to b within 5 days", "", "", true},
            {"of the first", early, "soon: happen within 5 days of the first a", "", true},
            {"on the same day", early, "soon: happen on the same day as a", "", true},
            {"of either", early, "soon: happen within 5 days of a or c", "", true},
            {"after it came first", "early: happen at least 1 day before b, after: follow b", "", "", true},
            {"before itself", "early: happen at least 1 day before a", "", "", true},
            {"an edge without a limit", early, "", "b: must", false},
            {"an edge that may be", early, "", "b: may", false},
            {"an edge with a condition", early, "", "b: must within 5 days when risk is yes", false},
            {"an edge with an excuse", early, "", "b: must within 5 days unless risk is yes", false},
            {"an edge to either", early, "", "b or c: must within 5 days", false},
            {"an edge to the match", early, "", "b: must within 5 days matching ref", false},
            {"a pause", early, "", "b: must within 5 days pausing from c to b", false},
            {"of the latest", early, "soon: happen within 5 days of the latest a", "", false},
            {"a condition on the other side", early + " when risk is yes", "", "b: must within 5 days", false},
            {"of another step", early, "soon: happen within 5 days of c", "", false},
        }));
    CAPTURE(row);
    CHECK(contradictions(a, b, "", next).times() == (contradict ? 1U : 0U));
}

TEST_CASE("a contradiction may go over several steps, and several are told one by one") {
    // a to b in 3 days, b to c in 3, but a is to be 7 days before c.
    const Said said = contradictions("x: happen at least 7 days before c", "y: happen within 3 days of a",
                                     "z: happen within 3 days of b");
    CHECK(codes_and_places(said.diagnostics) == "P023 10:17\n");
    CHECK(contradictions("x: happen at least 6 days before c", "y: happen within 3 days of a",
                         "z: happen within 3 days of b")
              .times() == 0);
    CHECK(contradictions("x: happen at least 7 days before b, y: happen at least 7 days before c",
                         "u: happen within 3 days of a", "v: happen within 3 days of a")
              .times() == 2);
}

TEST_CASE("limits that are never in force together do not contradict one another") {
    CHECK(contradictions("x: {rule: happen at least 7 days before b, in-force: {until: 2024-12-31}}",
                         "y: {rule: happen within 3 days of a, in-force: {from: 2025-01-01}}")
              .times() == 0);
    CHECK(contradictions("x: {rule: happen at least 7 days before b, in-force: {until: 2024-12-31}}",
                         "y: {rule: happen within 3 days of a, in-force: {from: 2024-12-31}}")
              .times() == 1);
}

}  // namespace
}  // namespace csapath::engine
