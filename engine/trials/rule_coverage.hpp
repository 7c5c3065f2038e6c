// SPDX-License-Identifier: MIT
/// What the cases ask of each rule: a rule is tested where it speaks, where it is silent, and where it cannot tell.
#pragma once

#include <string>
#include <vector>

#include "engine/findings/verdict.hpp"
#include "engine/plan/plan.hpp"
#include "engine/trials/trial.hpp"

namespace csapath::engine {

struct RuleCoverage {
    std::string rule;
    bool inherited = false;            ///< its sentence (of `M.way`: its step) stands in a layer below, as do its cases
    VerdictCounts expected{};          ///< how many verdicts of each sort the cases expect of it
    std::uint64_t among_findings = 0;  ///< cases that name it under `findings`

    bool found() const;   ///< some case expects a finding
    bool silent() const;  ///< some case expects met, pending, excused or not applicable
    bool untold() const;  ///< some case expects undetermined or not visible
    bool covered() const { return found() && silent() && untold(); }
    bool enough() const { return inherited || covered(); }
};

/// In the order of the plan's rules, ways through the graph among them.
std::vector<RuleCoverage> rule_coverage(const Trials& trials, const Plan& plan);

}  // namespace csapath::engine
