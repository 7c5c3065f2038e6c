// SPDX-License-Identifier: MIT
/// The tracks of a pathway, and where their ways begin.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/graph/graph.hpp"

namespace csapath::engine {

inline constexpr std::string_view main_track = "main";

/// For each step the steps of its own track that an edge leads to, once each and in order. An edge from a step to
/// itself leads nowhere new and is left out.
using Ways = std::vector<std::vector<rules::StepId>>;
Ways ways_of(const Graph& graph);

/// In the order of the first step of each.
std::vector<std::string> tracks_of(const Pathway& pathway);
std::vector<rules::StepId> starts_of(const Pathway& pathway, std::string_view track);
/// The steps of a track that no way leads to.
std::vector<rules::StepId> roots_of(const Pathway& pathway, std::string_view track, const Ways& ways);

}  // namespace csapath::engine
