// SPDX-License-Identifier: MIT
/// The example of the documentation, judged by the national pathway and with the layer of Walsall: the two differ where
/// the layer says so, and nowhere else. The dates are those of docs/layers.md, worked out on paper.
#include <map>
#include <set>
#include <string>
#include <vector>

#include "tests/definitions/national.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/checked.hpp"

using namespace csapath;

namespace {

const Shipped& walsall() {
    static const Shipped loaded("local/walsall.yaml");
    return loaded;
}
const Checked& by_the_nation() {
    static const Checked checked(national(), example_events(), "2026-03-31");
    return checked;
}
const Checked& by_walsall() {
    static const Checked checked(walsall(), example_events(), "2026-03-31");
    return checked;
}

/// The rules of which the layer of Walsall, or that of the West Midlands under it, writes the sentence.
const std::set<std::string> layered = {"visit.seen",         "visit.alone",        "cin-visit.alone",
                                       "cin-review.regular", "cin-review.minutes", "medical-held.in-window"};

/// What is told of the other rules, listed verdicts too.
std::vector<std::string> told_of_others(const Shipped& by, const Checked& checked) {
    std::vector<std::string> all;
    for (const engine::Finding& told : checked.told()) {
        const std::string& rule = (*by).rules()[told.rule].id;
        if (!layered.contains(rule)) all.push_back(told.case_id + ' ' + rule + ": " + told.message);
    }
    return all;
}

/// How often each verdict was reached, by rule, without the rules of the layers.
std::map<std::string, engine::VerdictCounts> counted_of_others(const Shipped& by, const Checked& checked) {
    std::map<std::string, engine::VerdictCounts> all;
    for (std::size_t rule = 0; rule < (*by).rules().size(); ++rule)
        if (!layered.contains((*by).rules()[rule].id)) all[(*by).rules()[rule].id] = checked.results().by_rule[rule];
    return all;
}

/// "W-0101 late 2024-10-16 by 2 weeks", of one rule.
std::vector<std::string> told_of(const std::string& rule, const Shipped& by, const Checked& checked) {
    std::vector<std::string> all;
    for (const engine::Finding& told : checked.told()) {
        if ((*by).rules()[told.rule].id != rule) continue;
        std::string line = told.case_id + ' ' + std::string(name(told.verdict));
        if (told.due) line += ' ' + rules::iso(*told.due);
        if (told.late_by) line += " by " + rules::in_words(told.late_by->value, told.late_by->unit);
        all.push_back(line);
    }
    return all;
}

using Lines = std::vector<std::string>;

const Lines visits_late_in_walsall = {
    "W-0101 late 2024-10-16 by 2 weeks", "W-0101 late 2024-11-07 by 1 week",  "W-0101 late 2024-11-28 by 1 week",
    "W-0108 late 2025-03-24 by 2 weeks", "W-0110 late 2025-12-12 by 2 weeks", "W-0110 late 2026-01-05 by 4 weeks",
    "W-0110 late 2026-02-11 by 2 weeks", "W-0110 late 2026-03-10 by 2 weeks", "W-0113 late 2025-12-30 by 6 weeks",
    "W-0116 late 2025-09-03 by 1 week",  "W-0116 late 2025-09-19 by 2 weeks"};

/// The same with two that were missed, which are told once for both rules of the visit.
Lines visits_of_walsall() {
    Lines all = visits_late_in_walsall;
    all.insert(all.begin() + 4, "W-0108 missed 2025-04-17");
    all.insert(all.begin() + 10, "W-0113 missed 2026-02-19");
    return all;
}

}  // namespace

TEST_CASE("the layer of Walsall changes nothing that it does not speak of") {
    CHECK(told_of_others(national(), by_the_nation()) == told_of_others(walsall(), by_walsall()));
    CHECK(counted_of_others(national(), by_the_nation()) == counted_of_others(walsall(), by_walsall()));
}

TEST_CASE("what the layer of Walsall changes in the example is what it says") {
    const auto [rule, nationally, in_walsall] = GENERATE(table<std::string, Lines, Lines>({
        {"visit.seen", {"W-0110 late 2026-01-19 by 2 weeks", "W-0113 undetermined 2026-01-13"}, visits_of_walsall()},
        {"visit.alone", {}, visits_late_in_walsall},
        {"cin-visit.alone",
         {},
         {"W-0103 missed 2025-08-14", "W-0112 missed 2025-12-19", "W-0114 missed 2025-01-21",
          "W-0115 missed 2025-03-31"}},
        {"cin-review.regular",
         {},
         {"W-0103 missed 2025-09-25", "W-0112 missed 2026-01-30", "W-0115 missed 2025-05-12"}},
        {"cin-review.minutes", {}, {}},
        // Both medicals were decided on long after the last incident, by either window.
        {"medical-held.in-window", {}, {}},
    }));
    CAPTURE(rule);
    CHECK(told_of(rule, national(), by_the_nation()) == nationally);
    CHECK(told_of(rule, walsall(), by_walsall()) == in_walsall);
}
