// SPDX-License-Identifier: MIT
/// What may follow what: the pathway as a Boost graph, and what can be read off it.
#pragma once

#include <boost/graph/adjacency_list.hpp>
#include <optional>
#include <string>
#include <vector>

#include "engine/graph/drawing.hpp"
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

/// Every way along the edges of one track from a root to `before` goes through `passed`, which is neither.
///
/// On the track `main` the root is the start step that opened the episode (`opened_by`); on another track the roots are
/// the steps that no edge of the track leads to, and `opened_by` is empty. Steps that cannot be reached from the root
/// are in no pair. Found with dominators (boost::lengauer_tarjan_dominator_tree), per track, per start step.
struct MustPass {
    rules::StepId passed = 0;
    rules::StepId before = 0;
    std::optional<rules::StepId> opened_by;
};
/// Ordered by opened_by, passed, before (step numbers).
std::vector<MustPass> must_be_passed(const Graph& graph, const Pathway& pathway);

/// Circles, named step by step; steps that nothing leads to or that lead nowhere; limits that cannot both be kept.
void find_faults(const Graph& graph, const Pathway& pathway, rules::Diagnostics& diagnostics);

/// Stages as boxes around their steps, one cluster a track, each edge labelled with its sentence. Ends in a line feed.
std::string drawn(const Graph& graph, const Pathway& pathway, Drawing as);

}  // namespace csapath::engine
