// SPDX-License-Identifier: MIT
/// Which steps every way goes through: dominators, track by track.
#include <algorithm>
#include <boost/graph/dominator_tree.hpp>
#include <set>
#include <tuple>
#include <utility>

#include "engine/graph/graph.hpp"
#include "engine/graph/tracks.hpp"

namespace csapath::engine {

namespace {

using rules::StepId;
using WayGraph = boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS>;
using Vertex = boost::graph_traits<WayGraph>::vertex_descriptor;

/// The ways that begin at the roots, as a graph with one entry that leads to all of them. Edges that no root leads to
/// are left out, so that a step which cannot be reached has no part in what must be passed.
WayGraph ways_from(const std::vector<StepId>& roots, const Ways& ways, Vertex entry) {
    WayGraph graph{entry + 1};
    std::vector<bool> reached(entry, false);
    std::vector<StepId> waiting;
    const auto reach = [&](Vertex from, StepId to) {
        boost::add_edge(from, to, graph);
        if (reached[to]) return;
        reached[to] = true;
        waiting.push_back(to);
    };
    for (const StepId root : roots) reach(entry, root);
    while (!waiting.empty()) {
        const StepId step = waiting.back();
        waiting.pop_back();
        for (const StepId next : ways[step]) reach(step, next);
    }
    return graph;
}

void add_pairs(const std::vector<StepId>& roots, std::optional<StepId> opened_by, const Ways& ways,
               std::vector<MustPass>& pairs) {
    const Vertex entry = ways.size();
    const WayGraph graph = ways_from(roots, ways, entry);
    const Vertex none = boost::graph_traits<WayGraph>::null_vertex();
    std::vector<Vertex> dominator(entry + 1, none);
    boost::lengauer_tarjan_dominator_tree(
        graph, entry, boost::make_iterator_property_map(dominator.begin(), boost::get(boost::vertex_index, graph)));

    const std::set<Vertex> is_root(roots.begin(), roots.end());
    for (Vertex before = 0; before < entry; ++before) {
        // Neither the entry nor a step that cannot be reached has a dominator.
        for (Vertex passed = dominator[before]; passed != none && passed != entry; passed = dominator[passed]) {
            if (is_root.contains(passed)) continue;
            pairs.push_back(
                {.passed = static_cast<StepId>(passed), .before = static_cast<StepId>(before), .opened_by = opened_by});
        }
    }
}

}  // namespace

std::vector<MustPass> must_be_passed(const Graph& graph, const Pathway& pathway) {
    const Ways ways = ways_of(graph);
    std::vector<MustPass> pairs;
    for (const std::string& track : tracks_of(pathway)) {
        const std::vector<StepId> starts = track == main_track ? starts_of(pathway, track) : std::vector<StepId>{};
        for (const StepId start : starts) add_pairs({start}, start, ways, pairs);
        if (starts.empty()) add_pairs(roots_of(pathway, track, ways), std::nullopt, ways, pairs);
    }
    std::sort(pairs.begin(), pairs.end(), [](const MustPass& a, const MustPass& b) {
        return std::tie(a.opened_by, a.passed, a.before) < std::tie(b.opened_by, b.passed, b.before);
    });
    return pairs;
}

}  // namespace csapath::engine
