// SPDX-License-Identifier: MIT
/// What the codes of a column could mean, and which of them may be shown to anybody.
#pragma once

#include "engine/profile/known_names.hpp"
#include "engine/profile/profile.hpp"

namespace csapath::engine {

/// Finds the one sort of meaning that fits most rows of the column (events, agencies, values of a fact, yes and no)
/// and gives each code what it could mean by that. Codes are put in order of how often they stand there, and left out
/// of a column that is no list of codes: of free text, of ids, of dates.
void give_meanings(ColumnProfile& column, const KnownNames& known);

}  // namespace csapath::engine
