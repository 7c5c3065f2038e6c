// SPDX-License-Identifier: MIT
#include "engine/graph/tracks.hpp"

#include <algorithm>

namespace csapath::engine {

using rules::StepId;

Ways ways_of(const Graph& graph) {
    Ways ways(boost::num_vertices(graph));
    for (const auto edge : boost::make_iterator_range(boost::edges(graph))) {
        const auto from = boost::source(edge, graph), to = boost::target(edge, graph);
        if (from != to && graph[from].step->track == graph[to].step->track)
            ways[from].push_back(static_cast<StepId>(to));
    }
    for (auto& next : ways) {
        std::sort(next.begin(), next.end());
        next.erase(std::unique(next.begin(), next.end()), next.end());
    }
    return ways;
}

std::vector<std::string> tracks_of(const Pathway& pathway) {
    std::vector<std::string> tracks;
    for (const Step& step : pathway.steps) {
        if (std::find(tracks.begin(), tracks.end(), step.track) == tracks.end()) tracks.push_back(step.track);
    }
    return tracks;
}

std::vector<StepId> starts_of(const Pathway& pathway, std::string_view track) {
    std::vector<StepId> starts;
    for (std::size_t step = 0; step < pathway.steps.size(); ++step) {
        if (pathway.steps[step].track == track && pathway.steps[step].starts)
            starts.push_back(static_cast<StepId>(step));
    }
    return starts;
}

std::vector<StepId> roots_of(const Pathway& pathway, std::string_view track, const Ways& ways) {
    std::vector<bool> led_to(pathway.steps.size(), false);
    for (const auto& next : ways) {
        for (const StepId step : next) led_to[step] = true;
    }
    std::vector<StepId> roots;
    for (std::size_t step = 0; step < pathway.steps.size(); ++step) {
        if (pathway.steps[step].track == track && !led_to[step]) roots.push_back(static_cast<StepId>(step));
    }
    return roots;
}

}  // namespace csapath::engine
