// SPDX-License-Identifier: MIT
#include "engine/graph/drawing.hpp"

#include <string>
#include <tuple>

#include "engine/graph/graph.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/definition.hpp"

namespace csapath::engine {
namespace {

std::string drawn(const std::string& rest, Drawing as) {
    const auto pathway = pathway_of(definition(rest));
    return drawn(graph_from_pathway(*pathway), *pathway, as);
}

const std::string small = R"(steps:
  referral:
    title: Referral received
    stage: front door
    starts: true
    next:
      screening: must within 1 working day
      visit or case-closed: may
  visit: {track: visits}
  screening: {stage: front door, next: {case-closed: must}}
  case-closed: {title: Closed, ends: true}
)";

TEST_CASE("a pathway is drawn as DOT, track by track and stage by stage") {
    CHECK(drawn(small, Drawing::dot) == R"dot(digraph pathway {
  rankdir=LR;
  subgraph cluster_0 { label="main";
    subgraph cluster_1 { label="front door";
      s0 [label="Referral received", shape=oval];
      s2 [label="screening", shape=box];
    }
    s3 [label="Closed", shape=box, peripheries=2];
  }
  subgraph cluster_2 { label="visits";
    s1 [label="visit", shape=box];
  }
  s0 -> s2 [label="must within 1 working day"];
  s0 -> s1 [label="may", style=dashed];
  s0 -> s3 [label="may", style=dashed];
  s2 -> s3 [label="must"];
}
)dot");
}

TEST_CASE("a pathway is drawn as a flowchart of Mermaid") {
    CHECK(drawn(small, Drawing::mermaid) == R"mermaid(flowchart LR
  subgraph g0["main"]
    subgraph g1["front door"]
      s0(["Referral received"])
      s2["screening"]
    end
    s3[["Closed"]]
  end
  subgraph g2["visits"]
    s1["visit"]
  end
  s0 -->|"must within 1 working day"| s2
  s0 -.->|"may"| s1
  s0 -.->|"may"| s3
  s2 -->|"must"| s3
)mermaid");
}

TEST_CASE("no title can break out of its quotes") {
    const auto [title, in_dot, in_mermaid] = GENERATE(table<std::string, std::string, std::string>({
        {R"(say \"no\")", R"("say \"no\"")", R"("say #34;no#34;")"},
        {R"(a\\b)", R"("a\\b")", R"("a#92;b")"},
        {R"(a\\)", R"("a\\")", R"("a#92;")"},
        {R"(\\\"]; x -> y [label=\")", R"("\\\"]; x -> y [label=\"")", R"("#92;#34;]; x -#62; y [label=#34;")"},
        {R"(<b>bold</b>)", R"("<b>bold</b>")", R"("#60;b#62;bold#60;/b#62;")"},
        {R"(S&P #1;)", R"("S&P #1;")", R"("S#38;P #35;1;")"},
        {R"(%%{init: {}}%%)", R"("%%{init: {}}%%")", R"("#37;#37;{init: {}}#37;#37;")"},
        {R"(`*md*`)", R"("`*md*`")", R"("#96;*md*#96;")"},
        {R"(two\nlines)", R"("two lines")", R"("two lines")"},
        {"Zo\xC3\xAB", "\"Zo\xC3\xAB\"", "\"Zo\xC3\xAB\""},
    }));
    CAPTURE(title);
    const std::string steps = "steps: {visit: {title: \"" + title + "\"}}\n";
    CHECK(drawn(steps, Drawing::dot).find("s0 [label=" + in_dot + ", shape=box];\n") != std::string::npos);
    CHECK(drawn(steps, Drawing::mermaid).find("s0[" + in_mermaid + "]\n") != std::string::npos);
}

TEST_CASE("a sentence that goes over several lines stands on one, and its signs are escaped") {
    const std::string steps =
        "facts: {note: {type: text}}\n"
        "steps:\n"
        "  visit:\n"
        "    next:\n"
        "      visit: |\n"
        "        must within 2 days\n"
        "        when note is \"a\"\n";
    CHECK(drawn(steps, Drawing::dot).find(R"(s0 -> s0 [label="must within 2 days when note is \"a\""];)") !=
          std::string::npos);
    CHECK(drawn(steps, Drawing::mermaid).find(R"(s0 -->|"must within 2 days when note is #34;a#34;"| s0)") !=
          std::string::npos);
}

}  // namespace
}  // namespace csapath::engine
