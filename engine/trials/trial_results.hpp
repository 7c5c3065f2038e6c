// SPDX-License-Identifier: MIT
/// What came of the cases beside one definition, and how it is told.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/trials/rule_coverage.hpp"
#include "engine/trials/trial.hpp"
#include "engine/trials/try.hpp"
#include "engine/trials/without_each.hpp"

namespace csapath::engine {

struct TriedCase {
    std::string name;
    std::vector<std::string> audit, about;
    rules::Span where;
    std::vector<Complaint> complaints;

    bool passed() const { return complaints.empty(); }
};

struct TrialResults {
    std::string pathway;  ///< its id
    std::string file;     ///< of the cases, as the user called it
    std::vector<TriedCase> cases;
    std::vector<RuleCoverage> coverage;
    std::optional<Unnoticed> unnoticed;  ///< absent: not asked

    std::size_t failed() const;
    bool covered() const;  ///< every rule is that is not inherited
};

/// For people: what failed and why, then the counts and what no case asks of a rule; `whole_table`: of every rule, how
/// often each verdict is expected.
std::string in_text(const std::vector<TrialResults>& all, bool whole_table);
/// One object: docs/testing-definitions.md tells its keys.
std::string in_json(const std::vector<TrialResults>& all, std::string_view tool_version);
/// JUnit's XML, which pipelines show: a suite a file of cases, a test case a case.
std::string in_junit(const std::vector<TrialResults>& all);

}  // namespace csapath::engine
