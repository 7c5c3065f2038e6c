// SPDX-License-Identifier: MIT
/// The key of an edge: `conference-held`, `screening or assessment-started`, `conference-held as transfer`.
#pragma once

#include <string>

#include "engine/pathway/sections.hpp"

namespace csapath::engine {

struct EdgeKey {
    rules::typed::Steps targets;  ///< in ascending order; empty if the key names none
    std::string id;               ///< `step.next.word`, or `step.next.` and the targets joined by `-or-` in byte order
};

/// Reports targets that are no steps or stand twice, and words that cannot be used after `as`.
EdgeKey read_edge_key(const rules::Passage& key, const std::string& step, Draft& draft);

}  // namespace csapath::engine
