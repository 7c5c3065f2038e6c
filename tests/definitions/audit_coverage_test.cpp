// SPDX-License-Identifier: MIT
/// docs/audit-coverage.md: for each thing that an audit found, the rules that look for it and the cases that show them.
/// The page is made here from the definition and its cases; TESTS_BLESS=1 writes it.
#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "tests/definitions/national.hpp"
#include "tests/support/approved.hpp"
#include "tests/support/catch.hpp"

using namespace csapath;

namespace {

struct Audit {
    std::string_view title;
    std::vector<std::string_view> rows;
};

const std::vector<Audit> audits = {
    {"Walsall: briefing on a multi-agency audit of child sexual abuse, 2021",
     {"W1", "W2", "W3", "W4", "W5", "W6", "W7", "W9"}},
    {"Sutton: multi-agency audit of sexual abuse in the family",
     {"S1", "S2", "S3", "S4", "S5", "S6", "S7", "S8", "S10", "S11", "S12"}},
    {"Leicester: audit of sexual abuse in the family, 2018 and 2019",
     {"L1", "L3", "L4", "L5", "L6", "L7", "L7b", "L7c", "L8", "L9", "L10", "L11", "L12", "L13"}},
    {"Walsall: scrutiny report on child sexual abuse, 2025",
     {"R1", "R2", "R3", "R4", "R5", "R6", "R7", "R8", "R9", "R10", "R11", "R12", "R12b", "R13"}},
    {"South Gloucestershire: audit of child sexual exploitation, 2017",
     {"G1", "G2", "G3", "G4", "G5", "G6", "G7", "G8", "G9", "G10", "G11"}},
};

/// Rows that no rule about a single case can answer.
const std::map<std::string_view, std::string_view> no_rule = {
    {"W6",
     "The audit's scope was the last six months. Not a rule: every check and every figure can be limited to a window, "
     "with "
     "`--from` and `--to`."},
    {"W7",
     "Which agencies took part in which cases. The figures `agencies` and `agencies-by-case`, from what the data says "
     "of "
     "`agency`, `attended`, `contributed`, `case.agencies`, `case.not-known-to` and `case.out-of-scope`; a blank is "
     "not "
     "known, and never counts as absent."},
    {"S10",
     "Grades for each agency. The figures `grades`, `grades-by-agency` and `grades-by-case`, from findings by severity "
     "and "
     "the definition's `grading`; they are indicative, and auditors have the last word."},
    {"S11", "Which agencies took part in which cases: the same figure as W7."},
    {"L11", "Cases audited for each agency, with *not known* and *out of scope* apart: the same figure as W7."},
    {"L12",
     "The agencies' systems do not talk to each other. Not a rule: several files, each with its own mapping, are read "
     "into one timeline; every finding names the rows that it rests on, of each file that tells the event; and ids of "
     "one child are joined only where they are equal or `--identities` says so. [Several sources](sources.md) shows "
     "it."},
    {"L13", "The audit's scope: as W6."},
    {"R1",
     "Referrals by area, and whether a strategy discussion followed. The figures `referrals-by-area`, "
     "`referrals-by-rating` and `referrals-by-source`, from `episode-area` or `case.area` (blanks kept), `risk`, "
     "`source`, and "
     "the "
     "events `referral` and `strategy-discussion`."},
    {"R13",
     "How many, how well, by area, month and agency. The figures `rules-by-area`, `rules-by-month` and "
     "`rules-by-agency` "
     "count, for each rule, how often it was met, late, overdue, missed, failed, pending and not visible."},
};

/// Figures that stand beside rules.
const std::map<std::string_view, std::string_view> figures_beside = {
    {"L9", "`plans-again`: plans that began within 24 months of the end of the last one, by area."},
    {"R2", "`plans-by-length`: plans under 3 months, from 3 to 6 and over 6, open ones and ended ones apart."},
    {"R11", "`areas`: children and episodes by area, and children who moved, each where they were."},
    {"G9", "`education`: where children are taught, and the share not in mainstream school."},
};

struct Coverage {
    std::string found;  ///< what the audit found, as the definition's source says it
    std::vector<std::string> rules;
    std::vector<const engine::TriedCase*> cases;
};

bool holds(const std::vector<std::string>& names, std::string_view name) {
    return std::ranges::find(names, name) != names.end();
}

Coverage coverage(std::string_view row) {
    Coverage all;
    const engine::Pathway& pathway = (*national()).pathway();
    for (std::size_t source = 0; source < pathway.citations.size(); ++source) {
        if (pathway.citations[source].id != row) continue;
        const std::string& title = pathway.citations[source].title;
        all.found = title.substr(title.find(": ") + 2);
        for (const engine::ReportedRule& rule : (*national()).rules())
            if (std::ranges::find(rule.sources, source) != rule.sources.end() && !rule.id.ends_with(".way"))
                all.rules.push_back(rule.id);
    }
    for (const engine::TriedCase& one : cases_of_national().cases)
        if (holds(one.audit, row)) all.cases.push_back(&one);
    return all;
}

/// The page's section about a row.
std::string section(std::string_view row) {
    const auto told = no_rule.find(row);
    if (told != no_rule.end()) return "### " + std::string(row) + "\n\n" + std::string(told->second) + "\n";
    const Coverage all = coverage(row);
    std::string text = "### " + std::string(row) + ": " + all.found + "\n";
    for (const std::string& rule : all.rules) {
        text += "\n`" + rule + "`\n\n";
        for (const engine::TriedCase* one : all.cases)
            if (holds(one->about, rule)) text += "- " + one->name + "\n";
    }
    const auto figure = figures_beside.find(row);
    if (figure != figures_beside.end()) text += "\nThe figure " + std::string(figure->second) + "\n";
    std::string journeys;
    for (const engine::TriedCase* one : all.cases)
        if (one->about.empty()) journeys += "- " + one->name + "\n";
    return journeys.empty() ? text : text + "\nAmong others\n\n" + journeys;
}

std::string page() {
    std::string text =
        "# What the audits found, and what looks for it\n\n"
        "Five published audits of the response to child sexual abuse found the following. Under each finding are the "
        "rules of the\nnational pathway that look for it, and under each rule the cases that show where it speaks, "
        "where it is silent and where it cannot\ntell. The rules stand in "
        "[csa-response.yaml](../pathway-definitions/national/csa-response.yaml), the cases in\n"
        "[csa-response.cases.yaml](../pathway-definitions/national/csa-response.cases.yaml). This page is made from "
        "both by a test, which\nfails where it is not up to date: `TESTS_BLESS=1 ./dev test` writes it anew.\n";
    text += "\nSome findings ask for [figures](figures.md), which `csapath report` makes from the same data.\n";
    for (const Audit& audit : audits) {
        text += "\n## " + std::string(audit.title) + "\n";
        for (const std::string_view row : audit.rows) text += "\n" + section(row);
    }
    return text;
}

}  // namespace

TEST_CASE("what an audit found is looked for by a rule, which cases show speaking, silent and unable to tell") {
    std::size_t rows = 0;
    for (const Audit& audit : audits) {
        for (const std::string_view row : audit.rows) {
            ++rows;
            CAPTURE(row);
            const Coverage all = coverage(row);
            CHECK(all.rules.empty() == no_rule.contains(row));
            for (const std::string& rule : all.rules) {
                CAPTURE(rule);
                CHECK(std::ranges::count_if(all.cases, [&](const auto* one) { return holds(one->about, rule); }) >= 3);
            }
        }
    }
    CHECK(rows == 58);
}

TEST_CASE("a case stands only for what the rule it is about was made for") {
    const engine::Pathway& pathway = (*national()).pathway();
    for (const engine::TriedCase& one : cases_of_national().cases) {
        for (const std::string& about : one.about) {
            const auto rule = std::ranges::find(pathway.rules, about, &engine::Rule::id);
            if (rule == pathway.rules.end()) continue;  // a way through the graph, which nobody wrote
            for (const std::string& row : one.audit) {
                CAPTURE(one.name, row);
                CHECK(std::ranges::any_of(rule->sources,
                                          [&](std::uint16_t source) { return pathway.citations[source].id == row; }));
            }
        }
    }
}

TEST_CASE("the page about what the audits found is up to date") {
    tests::check_approved("../../docs/audit-coverage.md", page());
}
