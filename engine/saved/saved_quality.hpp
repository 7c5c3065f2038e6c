// SPDX-License-Identifier: MIT
/// How sound the data were, of saved results, read again.
#pragma once

#include "engine/saved/saved_finding.hpp"

namespace csapath::engine {

/// The keys `identities` and `data_quality` of the results. `names` must know the inputs.
void read_quality(SavedMembers& whole, const SavedNames& names, Results& results);

}  // namespace csapath::engine
