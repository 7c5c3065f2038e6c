// SPDX-License-Identifier: MIT
/// Results for people, on a terminal or in a file:
///
///     W-0143: 2 findings, 1 cannot tell
///       [medium] strategy discussion 2 working days late: due Tue 6 May 2025, held Thu 8 May 2025
///                screening.next.strategy-discussion (practice); rows 12 and 15 of cases.csv
///       [high]   ...
///       cannot tell whether ...
///
/// and at the end what was read, how often each verdict was reached, the rules that were broken, what this data could
/// not show at all, and whether the run was complete. What a case cannot show is told there only, by rule.
///
/// Nothing from a file can drive the terminal: every text is made printable.
#pragma once

#include <memory>

#include "engine/reporters/reporter.hpp"
#include "rules/text/snippet.hpp"

namespace csapath::engine {

std::unique_ptr<Reporter> text_reporter(rules::Colour colour);

}  // namespace csapath::engine
