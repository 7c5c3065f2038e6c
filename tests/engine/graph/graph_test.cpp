// SPDX-License-Identifier: MIT
#include "engine/graph/graph.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/sketch.hpp"

namespace csapath::engine {
namespace {

TEST_CASE("a vertex is a step, and an edge with several targets stands once for each") {
    Pathway pathway = sketch({"referral*", "screening", "visit@visits"}, {{"referral", "screening"}});
    Rule either{.id = "screening.next.referral-or-visit", .step = 1};
    either.demand = Edge{.from = 1, .to = {0, 2}, .form = rules::typed::Must{}};
    pathway.rules.push_back(either);
    pathway.rules.push_back(
        {.id = "visit.recorded", .step = 2, .demand = rules::typed::Sentence{rules::typed::Record{}}});

    const Graph graph = graph_from_pathway(pathway);
    REQUIRE(boost::num_vertices(graph) == 3);
    CHECK(graph[2].step == &pathway.steps[2]);
    REQUIRE(boost::num_edges(graph) == 3);
    CHECK(boost::out_degree(1, graph) == 2);
    CHECK(boost::edge(1, 2, graph).second);
    CHECK(graph[boost::edge(1, 2, graph).first].rule == &pathway.rules[1]);
    CHECK(boost::in_degree(0, graph) == 1);
}

TEST_CASE("two edges between the same steps are both kept") {
    const Pathway pathway = sketch({"a", "b"}, {{"a", "b"}, {"a", "b"}});
    CHECK(boost::num_edges(graph_from_pathway(pathway)) == 2);
}

TEST_CASE("a target that is no step does not make the graph grow") {
    Pathway pathway = sketch({"a", "b"}, {});
    Rule wrong{.id = "a.next.nowhere", .step = 0};
    wrong.demand = Edge{.from = 0, .to = {7}, .form = rules::typed::May{}};
    pathway.rules.push_back(wrong);
    CHECK(boost::num_vertices(graph_from_pathway(pathway)) == 2);
}

}  // namespace
}  // namespace csapath::engine
