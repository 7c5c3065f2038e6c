// SPDX-License-Identifier: MIT
/// What was looked into, for programs.
#pragma once

#include <string>

#include "engine/profile/look.hpp"

namespace csapath::engine {

/// One object, "csapath-map/1.0". What may not be shown of people's data is counted and left out.
std::string look_in_json(const Look& look);

}  // namespace csapath::engine
