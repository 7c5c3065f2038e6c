// SPDX-License-Identifier: MIT
/// A mapping file -> Mapping. docs/mappings.md tells its keys.
#pragma once

#include <optional>

#include "engine/document/node.hpp"
#include "engine/mappings/mapping.hpp"
#include "rules/text/diagnostic.hpp"

namespace csapath::engine {

/// Empty after any error.
std::optional<Mapping> mapping_from_document(const Node& document, rules::Diagnostics& diagnostics);

}  // namespace csapath::engine
