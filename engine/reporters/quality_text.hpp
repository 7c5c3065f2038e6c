// SPDX-License-Identifier: MIT
/// How sound the data are, as text for people.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "engine/findings/results.hpp"

namespace csapath::engine {

/// A part under the heading "Data quality"; nothing where nothing was refused, is doubtful or was left unjudged.
void append_quality_text(const Results& results, std::string& to);

/// "a.csv, row 3; b.csv, row 4": where the first of those stand that a reason counts.
std::string places_in_words(const DataQuality::Reason& reason, const Results& results);

}  // namespace csapath::engine
