// SPDX-License-Identifier: MIT
/// The parts of find_faults.
#pragma once

#include "engine/graph/graph.hpp"

namespace csapath::engine {

/// Steps that nothing leads to, or that lead nowhere; a pathway that nothing starts.
void find_loose_ends(const Graph& graph, const Pathway& pathway, rules::Diagnostics& diagnostics);

/// Steps each of which must follow another of them, so that none can come first.
void find_circles(const Pathway& pathway, rules::Diagnostics& diagnostics);

/// Limits that cannot all be kept, whatever happens.
void find_contradictions(const Pathway& pathway, rules::Diagnostics& diagnostics);

/// The days on which the set of rules in force changes, in order; the first is before all of them. What cannot be kept
/// on one of these days cannot be kept until the next.
std::vector<rules::Date> days_of_change(const Pathway& pathway);

}  // namespace csapath::engine
