// SPDX-License-Identifier: MIT
/// Pathway and graph -> Plan. Nothing can fail here but memory: what could be wrong was said when the pathway was made.
#pragma once

#include "engine/graph/must_pass.hpp"
#include "engine/plan/plan.hpp"

namespace csapath::engine {

/// `ways`: what must_be_passed() found in the pathway's graph.
Plan plan_from_pathway(const Pathway& pathway, const std::vector<MustPass>& ways);

}  // namespace csapath::engine
