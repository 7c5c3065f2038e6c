// SPDX-License-Identifier: MIT
/// In which ways a rule asks for less once a layer lies over it.
#pragma once

#include <string>
#include <vector>

#include "engine/pathway/pathway.hpp"

namespace csapath::engine {

/// Each way as a clause for a message; empty where `upper` asks for all that `rule`, which is one of `lower`, asks for.
/// A rule may be weakened from outside too: its step may be fewer events than it was, the step that fulfils it more; an
/// `otherwise` gives way to further edges.
std::vector<std::string> weakened(const Rule& rule, const Pathway& lower, const Pathway& upper);

/// Whether one covers all the days of the other.
bool covers(const InForce& all, const InForce& days);

}  // namespace csapath::engine
