// SPDX-License-Identifier: MIT
/// May this layer say that? A layer may ask for more than those under it, and for other things; for less than a rule
/// that is statutory only by saying so: `departs: {reason: …, until: …}`.
///
/// What counts as less is told in docs/language.md, "Layers". A rule that is statutory in any layer stays protected in
/// all that lie over it, so that nobody can first call it practice and then take it away.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "engine/document/layer.hpp"
#include "engine/pathway/pathway.hpp"
#include "rules/text/diagnostic.hpp"

namespace csapath::engine {

/// A layer and what it lies over, both as whole definitions.
struct Overlaid {
    const Pathway& lower;
    const Pathway& upper;
    const rules::Source& layer;           ///< the text that was laid over the lower
    const std::vector<Removed>& removed;  ///< by this layer
};

/// Rules that a layer took away, with its reasons; reports a removal without one.
struct GoneRule {
    const Rule* rule;
    Pathway::Gone gone;
    std::optional<Departure> departs;
};
std::vector<GoneRule> rules_gone(const Overlaid& layers, rules::Diagnostics& diagnostics);

/// Reports each rule of `statutory` (ids) that the layer weakens without departing from it, and answers each that it
/// departs from. A departure from nothing is warned of.
std::vector<Pathway::Departed> hold_to_statute(const Overlaid& layers, const std::vector<GoneRule>& gone,
                                               const std::set<std::string>& statutory, rules::Diagnostics& diagnostics);

/// Warns of each rule of a definition that lies over nothing and yet departs from something.
void warn_of_idle_departures(const Pathway& pathway, rules::Diagnostics& diagnostics);

/// Notes each departure of which use is made.
void note_departures(const Pathway& pathway, rules::Diagnostics& diagnostics);

/// Reports each departure that had ended by `day`: from then on the definition asks for less than it may.
void refuse_ended_departures(const Pathway& pathway, rules::Date day, rules::Diagnostics& diagnostics);

}  // namespace csapath::engine
