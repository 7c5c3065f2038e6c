// SPDX-License-Identifier: MIT
/// Whether the cases would notice if a rule were not there.
#pragma once

#include <string>
#include <vector>

#include "engine/pathway/pathway.hpp"
#include "engine/plan/plan.hpp"
#include "engine/trials/trial.hpp"

namespace csapath::engine {

/// Ids of what no case misses, in the order of the definition.
struct Unnoticed {
    std::vector<std::string> rules;       ///< what demands something
    std::vector<std::string> allowances;  ///< edges that only allow: many change nothing, because others do the same
};

/// Takes each rule that is not inherited out of the definition in turn, as if it had never been written, and tries the
/// cases again: an edge that is gone is also gone from the graph. Steps that must be passed, which nobody writes, are
/// left unjudged instead.
///
/// Only cases that pass with the whole definition count; a case that expects something of the rule notices that
/// nothing comes of it.
Unnoticed unnoticed(const Trials& trials, const Pathway& pathway, const Plan& plan);

}  // namespace csapath::engine
