// SPDX-License-Identifier: MIT
/// The end of the results for people: what was read, what came of it, and what cannot be concluded from it.
#pragma once

#include <string>
#include <vector>

#include "engine/findings/results.hpp"
#include "rules/text/snippet.hpp"

namespace csapath::engine {

/// What the summary has to know of the beginning of the run; all texts printable.
struct SummaryHeader {
    std::string pathway;             ///< "CSA response pathway (csa-response 2026.1)"
    std::string as_of;               ///< "Tue 31 Mar 2026"
    std::vector<std::string> rules;  ///< ids, by number of the rule
};
SummaryHeader summary_header(const RunHeader& run);

void append_summary(const SummaryHeader& header, const Results& results, rules::Colour colour, std::string& to);

}  // namespace csapath::engine
