// SPDX-License-Identifier: MIT
/// A table -> what it holds.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "engine/profile/known_names.hpp"
#include "engine/profile/profile.hpp"
#include "engine/readers/table.hpp"

namespace csapath::engine {

using OpenAnew = std::function<std::unique_ptr<Table>()>;

/// Reads all rows, after a first look at the top, for which it opens the table anew. The header is the first of the
/// rows at the top that has about as many names as the table has columns: a title above it has fewer. Empty where no
/// row holds anything; why a table cannot be read at all is in `fault`.
std::optional<TableProfile> profile_of(const OpenAnew& open, const KnownNames& known,
                                       std::optional<TableRow::Fault>& fault);

}  // namespace csapath::engine
