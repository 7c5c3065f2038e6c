// SPDX-License-Identifier: MIT
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>

#include "engine/reporters/escape.hpp"
#include "engine/reporters/paragraph.hpp"
#include "engine/trials/trial_results.hpp"

namespace csapath::engine {

namespace {

void append_complaint(const Complaint& complaint, std::string& to) {
    to += fmt::format("  {}: {}\n", rules::address(complaint.where),
                      complaint.rule.empty() ? "the rules that have findings" : complaint.rule);
    to += fmt::format("    expected {}\n    got      {}\n", for_terminal(complaint.expected),
                      for_terminal(complaint.got));
    for (const std::string& message : complaint.messages) {
        if (message.empty()) continue;
        to += "    ";
        append_wrapped(for_terminal(message), 4, 4, to);
    }
}

/// What no case asks of a rule, or nothing.
std::string gaps(const RuleCoverage& of) {
    std::vector<std::string_view> lacks;
    if (!of.found()) lacks.emplace_back("has a finding");
    if (!of.silent()) lacks.emplace_back("is silent");
    if (!of.untold()) lacks.emplace_back("cannot tell");
    if (lacks.size() == 3) return "no case at all";
    return lacks.empty() ? std::string{} : fmt::format("no case in which it {}", fmt::join(lacks, " or "));
}

/// "late 2, met 1", in the order of the verdicts.
std::string verdicts_expected(const RuleCoverage& of) {
    std::string text;
    const auto add = [&](std::string_view what, std::uint64_t count) {
        if (count > 0) text += fmt::format("{}{} {}", text.empty() ? "" : ", ", what, count);
    };
    for (std::size_t verdict = 0; verdict < verdicts; ++verdict)
        add(name(static_cast<Verdict>(verdict)), of.expected[verdict]);
    add("among findings", of.among_findings);
    return text.empty() ? "nothing" : text;
}

void append_rules(std::string_view heading, const std::vector<std::string>& rules, std::string& to) {
    if (!rules.empty()) to += fmt::format("{}:\n", heading);
    for (const std::string& rule : rules) to += fmt::format("  {}\n", rule);
}

void append_gaps(const TrialResults& results, std::string& to) {
    if (results.covered()) return;
    to += "rules that no case tries in full:\n";
    for (const RuleCoverage& one : results.coverage)
        if (!one.enough()) to += fmt::format("  {}: {}\n", one.rule, gaps(one));
}

/// "5 of 5 rules covered, and 110 inherited"
std::string rules_covered(const TrialResults& results) {
    std::size_t inherited = 0, own = 0, covered = 0;
    for (const RuleCoverage& one : results.coverage) {
        if (one.inherited)
            ++inherited;
        else if (++own; one.covered())
            ++covered;
    }
    if (own == 0 && inherited > 0) return fmt::format("all {} inherited", counted(inherited, "rule"));
    const std::string counts = fmt::format("{} of {} covered", covered, counted(own, "rule"));
    return inherited == 0 ? counts : fmt::format("{}, and {} inherited", counts, inherited);
}

void append_table(const TrialResults& results, std::string& to) {
    std::size_t column = 0;
    for (const RuleCoverage& one : results.coverage) column = std::max(column, one.rule.size());
    to += "what the cases expect of each rule:\n";
    for (const RuleCoverage& one : results.coverage)
        to += fmt::format("  {:<{}}  {}\n", one.rule, column, verdicts_expected(one));
    std::map<std::string, std::uint64_t> audit;
    for (const TriedCase& one : results.cases)
        for (const std::string& row : one.audit) ++audit[row];
    if (audit.empty()) return;
    to += "cases that stand for each audit row:\n";
    for (const auto& [row, count] : audit) to += fmt::format("  {:<{}}  {}\n", for_terminal(row), column, count);
}

void append(const TrialResults& results, bool whole_table, std::string& to) {
    for (const TriedCase& one : results.cases) {
        if (one.passed()) continue;
        to += fmt::format("{}: failed: {}\n", rules::address(one.where), for_terminal(one.name));
        for (const Complaint& complaint : one.complaints) append_complaint(complaint, to);
    }
    to += fmt::format("{}: {}, {} failed; {}\n", for_terminal(results.file), counted(results.cases.size(), "case"),
                      results.failed(), rules_covered(results));
    if (whole_table) append_table(results, to);
    append_gaps(results, to);
    if (!results.unnoticed) return;
    append_rules("rules that can be taken out and no case fails", results.unnoticed->rules, to);
    append_rules("edges that only allow, and can be taken out and no case fails", results.unnoticed->allowances, to);
    if (results.unnoticed->rules.empty()) to += "some case fails for each rule that is taken out\n";
}

}  // namespace

std::string in_text(const std::vector<TrialResults>& all, bool whole_table) {
    std::string text;
    for (const TrialResults& results : all) append(results, whole_table, text);
    return text;
}

}  // namespace csapath::engine
