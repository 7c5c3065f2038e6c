// SPDX-License-Identifier: MIT
/// An identity map as people keep it: CSV with the columns `id` and `case`, and `source` where ids of several inputs
/// are alike. Other columns are for people, and not read.
#pragma once

#include <memory>
#include <string>

#include "engine/cases/identities.hpp"
#include "engine/readers/reader.hpp"

namespace csapath::engine {

/// Nothing, and `diagnostics` say why, where a row cannot be read, an id belongs to two cases, or ids lead in a circle.
/// Messages name rows; ids are quoted only where `show_values` says so.
std::unique_ptr<const Identities> read_identities(Bytes& bytes, const std::string& name, bool show_values,
                                                  rules::Diagnostics& diagnostics);

}  // namespace csapath::engine
