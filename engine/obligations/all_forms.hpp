// SPDX-License-Identifier: MIT
/// The table of sentence forms: which class judges which.
#pragma once

#include <memory>

#include "engine/obligations/obligation.hpp"

namespace csapath::engine {

/// The obligation that a rule makes; nullptr for `may`, which demands nothing. `siblings`: the other edges of the same
/// step, for `otherwise`.
std::unique_ptr<Obligation> bind(const Rule& rule, Terms terms, const std::vector<const Edge*>& siblings,
                                 Targets& targets);

/// The `when` and `unless` of a rule, whatever its form.
rules::typed::Provisos provisos(const Rule& rule);

}  // namespace csapath::engine
