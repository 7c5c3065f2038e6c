// SPDX-License-Identifier: MIT
#include "engine/graph/faults.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "engine/graph/tracks.hpp"

namespace csapath::engine {

using rules::Code;
using rules::StepId;
namespace typed = rules::typed;

void find_faults(const Graph& graph, const Pathway& pathway, rules::Diagnostics& diagnostics) {
    find_loose_ends(graph, pathway, diagnostics);
    find_circles(pathway, diagnostics);
    find_contradictions(pathway, diagnostics);
}

std::vector<rules::Date> days_of_change(const Pathway& pathway) {
    std::vector<rules::Date> days{rules::first_date};
    for (const Rule& rule : pathway.rules) {
        if (rule.in_force.from) days.push_back(*rule.in_force.from);
        if (rule.in_force.until) days.push_back(*rule.in_force.until + 1);
    }
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
    return days;
}

namespace {

using Links = std::vector<std::vector<StepId>>;

/// What may bring each step about. Edges do, of any track; and beside the main track, where lanes fork off by sentences
/// too, so do `lead to`, `happen … of` and `repeat`.
Links links_of(const Graph& graph, const Pathway& pathway) {
    Links links(pathway.steps.size());
    for (const auto edge : boost::make_iterator_range(boost::edges(graph)))
        links[boost::source(edge, graph)].push_back(static_cast<StepId>(boost::target(edge, graph)));

    const auto link = [&](const typed::Steps& from, const typed::Steps& to) {
        for (const StepId target : to) {
            if (pathway.steps[target].track == main_track) continue;
            for (const StepId step : from) links[step].push_back(target);
        }
    };
    for (const Rule& rule : pathway.rules) {
        const typed::Sentence* sentence = rule.sentence();
        if (!sentence) continue;
        if (const auto* lead = std::get_if<typed::Lead>(sentence)) link({rule.step}, lead->steps);
        if (const auto* happen = std::get_if<typed::HappenWithin>(sentence)) link(happen->anchor.steps, {rule.step});
        if (const auto* repeat = std::get_if<typed::Repeat>(sentence)) link(repeat->from, {rule.step});
    }
    return links;
}

std::vector<bool> reached_from(std::vector<StepId> waiting, const Links& links) {
    std::vector<bool> reached(links.size(), false);
    for (const StepId root : waiting) reached[root] = true;
    while (!waiting.empty()) {
        const StepId step = waiting.back();
        waiting.pop_back();
        for (const StepId next : links[step]) {
            if (reached[next]) continue;
            reached[next] = true;
            waiting.push_back(next);
        }
    }
    return reached;
}

void find_unreachable(const Graph& graph, const Pathway& pathway, rules::Diagnostics& diagnostics) {
    const Ways ways = ways_of(graph);
    std::vector<StepId> roots;
    bool main_has_start = false;
    for (const std::string& track : tracks_of(pathway)) {
        const auto starts = starts_of(pathway, track);
        roots.insert(roots.end(), starts.begin(), starts.end());
        if (track == main_track && !starts.empty()) {
            main_has_start = true;
            continue;
        }
        const auto more = roots_of(pathway, track, ways);
        roots.insert(roots.end(), more.begin(), more.end());
    }
    const std::vector<bool> reached = reached_from(roots, links_of(graph, pathway));
    for (std::size_t step = 0; step < reached.size(); ++step) {
        if (reached[step]) continue;
        const Step& lost = pathway.steps[step];
        const bool from_start = lost.track == main_track && main_has_start;
        diagnostics.add(
            {.code = Code::pathway_unreachable,
             .where = lost.span,
             .message = from_start ? fmt::format("no edges lead from a start to the step '{}'", lost.id)
                                   : fmt::format("the step '{}' is led to only by steps that come after it", lost.id),
             .help = from_start ? "draw an edge to it, mark it starts: true, or put it on a track of its own"
                                : "draw an edge to it from where it begins"});
    }
}

}  // namespace

void find_loose_ends(const Graph& graph, const Pathway& pathway, rules::Diagnostics& diagnostics) {
    const auto& steps = pathway.steps;
    const bool any_start = std::any_of(steps.begin(), steps.end(), [](const Step& step) { return step.starts; });
    const bool any_end = std::any_of(steps.begin(), steps.end(), [](const Step& step) { return step.ends; });
    if (!any_start && !steps.empty()) {
        diagnostics.add({.code = Code::pathway_no_start,
                         .where = steps.front().span,
                         .message = "no step is marked starts: true, so that all events of a case are one episode"});
    }
    if (boost::num_edges(graph) == 0) return;  // a definition of sentences alone draws no ways to be lost from
    find_unreachable(graph, pathway, diagnostics);

    // Where nothing starts or ends an episode, no step is expected to lead to its end.
    if (!any_start && !any_end) return;
    for (std::size_t step = 0; step < steps.size(); ++step) {
        if (steps[step].track != main_track || steps[step].ends) continue;
        const auto out = boost::make_iterator_range(boost::out_edges(step, graph));
        const bool leads_on =
            std::any_of(out.begin(), out.end(), [&](const auto& edge) { return boost::target(edge, graph) != step; });
        if (leads_on) continue;
        diagnostics.add({.code = Code::pathway_leads_nowhere,
                         .where = steps[step].span,
                         .message = fmt::format("no edge leads on from the step '{}', and it is not marked ends: true",
                                                steps[step].id)});
    }
}

}  // namespace csapath::engine
