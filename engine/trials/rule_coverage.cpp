// SPDX-License-Identifier: MIT
#include "engine/trials/rule_coverage.hpp"

#include <algorithm>
#include <initializer_list>

namespace csapath::engine {

namespace {

bool any(const VerdictCounts& counts, std::initializer_list<Verdict> of) {
    return std::any_of(of.begin(), of.end(),
                       [&](Verdict verdict) { return counts[static_cast<std::size_t>(verdict)] > 0; });
}

}  // namespace

bool RuleCoverage::found() const {
    return among_findings > 0 || any(expected, {Verdict::late, Verdict::overdue, Verdict::missed, Verdict::failed});
}
bool RuleCoverage::silent() const {
    return any(expected, {Verdict::met, Verdict::pending, Verdict::excused, Verdict::not_applicable});
}
bool RuleCoverage::untold() const {
    return any(expected, {Verdict::undetermined, Verdict::not_visible});
}

std::vector<RuleCoverage> rule_coverage(const Trials& trials, const Plan& plan) {
    const Pathway& pathway = *plan.pathway;
    std::vector<RuleCoverage> all;
    for (const ReportedRule& rule : plan.rules) {
        const auto written = std::ranges::find(pathway.rules, rule.id, &Rule::id);
        const rules::Span where = written == pathway.rules.end() ? pathway.steps[rule.step].span : written->text.where;
        all.push_back({.rule = rule.id, .inherited = !pathway.is_own(where)});
    }
    const auto of = [&](const std::string& rule) -> RuleCoverage& {
        return *std::ranges::find(all, rule, &RuleCoverage::rule);
    };
    for (const Trial& trial : trials) {
        for (const Expectation& expectation : trial.expectations)
            for (const ExpectedVerdict& one : expectation.verdicts)
                ++of(expectation.rule).expected[static_cast<std::size_t>(one.verdict)];
        for (const std::string& rule : trial.findings.value_or(std::vector<std::string>{})) ++of(rule).among_findings;
    }
    return all;
}

}  // namespace csapath::engine
