// SPDX-License-Identifier: MIT
/// What may follow what: the pathway as a Boost graph, and what can be read off it.
#pragma once

#include <boost/graph/adjacency_list.hpp>
#include <optional>
#include <string>
#include <vector>

#include "engine/graph/drawing.hpp"
#include "engine/graph/must_pass.hpp"
#include "engine/pathway/pathway.hpp"
#include "rules/text/diagnostic.hpp"

namespace csapath::engine {

/// A vertex is a step, and its number is the step's. An edge with several targets stands once for each.
struct StepVertex {
    const Step* step = nullptr;
};
struct NextEdge {
    const Rule* rule = nullptr;
};
using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS, StepVertex, NextEdge>;

/// `pathway` must outlive the graph.
Graph graph_from_pathway(const Pathway& pathway);

/// Found with dominators (boost::lengauer_tarjan_dominator_tree), per track, per start step.
/// Ordered by opened_by, passed, before (step numbers).
std::vector<MustPass> must_be_passed(const Graph& graph, const Pathway& pathway);

/// Circles, named step by step; steps that nothing leads to or that lead nowhere; limits that cannot both be kept.
void find_faults(const Graph& graph, const Pathway& pathway, rules::Diagnostics& diagnostics);

/// Stages as boxes around their steps, one cluster a track, each edge labelled with its sentence. Ends in a line feed.
std::string drawn(const Graph& graph, const Pathway& pathway, Drawing as);

}  // namespace csapath::engine
