// SPDX-License-Identifier: MIT
/// Lays one definition over another: national, regional, local.
///
/// Maps are merged by key, in the order of the lower one, what is new coming last. A list or a single value replaces
/// what lies under it. Two things are special to rules (the entries of `next` and `must` of a step):
///   - a bare sentence over a rule that is a map replaces its `rule` alone, and a map over a bare sentence adds to it;
///   - `{remove: {reason: …}}` takes a rule away. It takes a whole step away too.
///
/// Nothing is copied without its place: each value of the result still knows the file and the line that it came from.
/// The key of an edge may be written in any order (`a or b`, `b or a`): it is one edge.
#pragma once

#include <string>
#include <vector>

#include "engine/document/node.hpp"
#include "rules/text/diagnostic.hpp"

namespace csapath::engine {

inline constexpr std::string_view extends_key = "extends";
inline constexpr std::string_view remove_key = "remove";
inline constexpr std::string_view departs_key = "departs";

/// What a layer took away.
struct Removed {
    Node::Entry lower;  ///< as it was
    Node by;            ///< the map with `remove`
};

struct Laid {
    Node document;
    std::vector<Removed> removed;  ///< in the order of the upper document
};

/// `upper` over `lower`, both maps. Reports a map that would lie over something else or the other way round, naming
/// both places, and a removal of what is not there. `extends` and the removals are no longer in the result.
Laid laid_over(const Node& lower, const Node& upper, rules::Diagnostics& diagnostics);

}  // namespace csapath::engine
