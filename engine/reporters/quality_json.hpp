// SPDX-License-Identifier: MIT
/// How sound the data are, in JSON.
#pragma once

#include <string>

#include "engine/findings/results.hpp"

namespace csapath::engine {

/// The keys `identities` and `data_quality` of the results, with the comma before each.
void append_quality(const Results& results, std::string& to);

}  // namespace csapath::engine
