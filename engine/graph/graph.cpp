// SPDX-License-Identifier: MIT
#include "engine/graph/graph.hpp"

namespace csapath::engine {

Graph graph_from_pathway(const Pathway& pathway) {
    Graph graph{pathway.steps.size()};
    for (std::size_t step = 0; step < pathway.steps.size(); ++step) graph[step].step = &pathway.steps[step];
    for (const Rule& rule : pathway.rules) {
        const Edge* edge = rule.edge();
        if (!edge) continue;
        for (const rules::StepId target : edge->to) {
            // add_edge would quietly grow the graph; from_document has refused targets that are no steps.
            if (edge->from < pathway.steps.size() && target < pathway.steps.size())
                boost::add_edge(edge->from, target, NextEdge{&rule}, graph);
        }
    }
    return graph;
}

}  // namespace csapath::engine
