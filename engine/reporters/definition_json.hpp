// SPDX-License-Identifier: MIT
/// A definition, all its layers laid together, for programs: everything that a case is judged by, each value with the
/// place where it was written. docs/language.md, "The whole of a definition", tells the keys.
#pragma once

#include <string>

#include "engine/pathway/pathway.hpp"

namespace csapath::engine {

/// Appends one JSON object and a line feed. The keys and their order are fixed.
void append_definition_json(const Pathway& pathway, std::string& to);

}  // namespace csapath::engine
