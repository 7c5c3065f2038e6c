// SPDX-License-Identifier: MIT
/// The pathway as DOT and as Mermaid text. Titles and sentences are anybody's text: each is escaped for where it
/// stands.
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "engine/graph/graph.hpp"
#include "engine/graph/tracks.hpp"
#include "rules/text/snippet.hpp"

namespace csapath::engine {

namespace {

using rules::StepId;

/// One line: runs of blanks and line ends are one blank, and what cannot be printed is spelled out.
std::string on_one_line(std::string_view text) {
    std::string line;
    bool gap = false;
    for (const char c : text) {
        if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
            gap = true;
            continue;
        }
        if (gap && !line.empty()) line += ' ';
        gap = false;
        line += c;
    }
    return rules::printable(line);
}

/// For a quoted string of DOT, where a backslash begins an escape.
std::string dot_text(std::string_view text) {
    std::string escaped = "\"";
    for (const char c : on_one_line(text)) {
        if (c == '"' || c == '\\') escaped += '\\';
        escaped += c;
    }
    return escaped + '"';
}

/// For a quoted string of Mermaid, which becomes HTML, or Markdown after a backtick, and where two per cent signs begin
/// a directive. Such signs are given by their numbers.
std::string mermaid_text(std::string_view text) {
    constexpr std::string_view signs = "\"#%&<>`\\";
    std::string escaped = "\"";
    for (const char c : on_one_line(text)) {
        if (signs.find(c) == std::string_view::npos)
            escaped += c;
        else
            escaped += fmt::format("#{};", static_cast<int>(c));
    }
    return escaped + '"';
}

bool dashed(const Rule& rule) {
    return !rule.edge()->demands();
}

/// The steps of one stage of a track; without a name those that are in none.
struct Group {
    std::string stage;
    std::vector<StepId> steps;
};

std::vector<Group> stages_of(const Pathway& pathway, const std::string& track) {
    std::vector<Group> stages;
    for (std::size_t step = 0; step < pathway.steps.size(); ++step) {
        const Step& here = pathway.steps[step];
        if (here.track != track) continue;
        auto group =
            std::find_if(stages.begin(), stages.end(), [&](const Group& other) { return other.stage == here.stage; });
        if (group == stages.end()) group = stages.insert(stages.end(), Group{here.stage, {}});
        group->steps.push_back(static_cast<StepId>(step));
    }
    return stages;
}

/// How one language of drawings writes what both have.
struct Notation {
    std::string_view head, foot;
    std::string (*open_box)(std::size_t number, std::string_view title);
    std::string_view close_box;
    std::string (*node)(StepId number, const Step& step);
    std::string (*arrow)(std::size_t from, std::size_t to, const Rule& rule);
};

std::string dot_node(StepId number, const Step& step) {
    std::string shape = "box";
    if (step.starts) shape = "oval";
    if (step.ends) shape = "box, peripheries=2";
    return fmt::format("s{} [label={}, shape={}];\n", number, dot_text(step.title), shape);
}

std::string mermaid_node(StepId number, const Step& step) {
    std::string_view open = "[", close = "]";
    if (step.starts) open = "([", close = "])";
    if (step.ends) open = "[[", close = "]]";
    return fmt::format("s{}{}{}{}\n", number, open, mermaid_text(step.title), close);
}

const Notation dot{
    .head = "digraph pathway {\n  rankdir=LR;\n",
    .foot = "}\n",
    .open_box =
        [](std::size_t number, std::string_view title) {
            return fmt::format("subgraph cluster_{} {{ label={};\n", number, dot_text(title));
        },
    .close_box = "}\n",
    .node = dot_node,
    .arrow =
        [](std::size_t from, std::size_t to, const Rule& rule) {
            return fmt::format("s{} -> s{} [label={}{}];\n", from, to, dot_text(rule.text.text),
                               dashed(rule) ? ", style=dashed" : "");
        },
};

const Notation mermaid{
    .head = "flowchart LR\n",
    .foot = "",
    .open_box = [](std::size_t number,
                   std::string_view title) { return fmt::format("subgraph g{}[{}]\n", number, mermaid_text(title)); },
    .close_box = "end\n",
    .node = mermaid_node,
    .arrow =
        [](std::size_t from, std::size_t to, const Rule& rule) {
            return fmt::format("s{} {}|{}| s{}\n", from, dashed(rule) ? "-.->" : "-->", mermaid_text(rule.text.text),
                               to);
        },
};

std::string drawn_in(const Notation& notation, const Graph& graph, const Pathway& pathway) {
    std::string text{notation.head};
    const auto line = [&text](std::size_t depth, std::string_view content) {
        text.append(2 * depth, ' ');
        text += content;
    };
    std::size_t boxes = 0;
    for (const std::string& track : tracks_of(pathway)) {
        line(1, notation.open_box(boxes++, track));
        for (const Group& group : stages_of(pathway, track)) {
            const bool boxed = !group.stage.empty();
            if (boxed) line(2, notation.open_box(boxes++, group.stage));
            for (const StepId step : group.steps) line(boxed ? 3U : 2U, notation.node(step, pathway.steps[step]));
            if (boxed) line(2, notation.close_box);
        }
        line(1, notation.close_box);
    }
    for (const auto edge : boost::make_iterator_range(boost::edges(graph)))
        line(1, notation.arrow(boost::source(edge, graph), boost::target(edge, graph), *graph[edge].rule));
    text += notation.foot;
    return text;
}

}  // namespace

std::string drawn(const Graph& graph, const Pathway& pathway, Drawing as) {
    return drawn_in(as == Drawing::dot ? dot : mermaid, graph, pathway);
}

}  // namespace csapath::engine
