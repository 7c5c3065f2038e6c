// SPDX-License-Identifier: MIT
/// A trial, tried: judged by a plan and held against what was expected.
#pragma once

#include <string>
#include <vector>

#include "engine/plan/plan.hpp"
#include "engine/trials/trial.hpp"

namespace csapath::engine {

/// One thing that came out otherwise than expected.
struct Complaint {
    std::string rule;  ///< its id; empty where the rules that have findings are not the expected ones
    rules::Span where;
    std::string expected, got;          ///< "late, due 2025-05-06, 2 working days late"
    std::vector<std::string> messages;  ///< what is said of each activation of the rule
};

/// Empty: the case came out as expected. `left_out`: rules that are not judged, by number; empty for none.
std::vector<Complaint> complaints(const Trial& trial, const Plan& plan, const std::vector<bool>& left_out = {});

}  // namespace csapath::engine
