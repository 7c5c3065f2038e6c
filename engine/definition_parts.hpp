// SPDX-License-Identifier: MIT
/// What a Definition is made of; for the engine's own files.
#pragma once

#include <memory>

#include "engine/engine.hpp"
#include "engine/graph/graph.hpp"
#include "engine/plan/plan.hpp"

namespace csapath::engine {

struct Definition::Parts {
    std::shared_ptr<const Pathway> pathway;
    Graph graph;
    Plan plan;
};

}  // namespace csapath::engine
