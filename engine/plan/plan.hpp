// SPDX-License-Identifier: MIT
/// Everything that can be decided before a case is seen: the obligations, bound; the roles of steps; the spelling of
/// data.
#pragma once

#include <memory>
#include <vector>

#include "engine/cases/occurrences.hpp"
#include "engine/cases/schema.hpp"
#include "engine/findings/results.hpp"
#include "engine/obligations/obligation.hpp"
#include "engine/pathway/pathway.hpp"

namespace csapath::engine {

/// Immutable once made; any number of threads may read it. The pathway must outlive it.
struct Plan {
    const Pathway* pathway = nullptr;
    Schema schema;
    StepRoles roles;
    /// In definition order; the step that must be passed (`M.way`) comes after the rules of M. An obligation's number
    /// is its place here, and `rules` has the same places.
    std::vector<std::unique_ptr<Obligation>> obligations;
    std::vector<ReportedRule> rules;
};

}  // namespace csapath::engine
