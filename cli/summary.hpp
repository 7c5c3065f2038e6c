// SPDX-License-Identifier: MIT
/// The few lines that tell how a run went, where the findings themselves go to files.
#pragma once

#include <string>

#include "engine/findings/results.hpp"
#include "rules/value/date.hpp"

namespace csapath::cli {

/// Two lines: what was judged, and what was found.
std::string summary(const engine::Results& results, const rules::Moment& as_of);
/// The same, where the moment is known as it is written in results.
std::string summary(const engine::Results& results, const std::string& as_of);

}  // namespace csapath::cli
