// SPDX-License-Identifier: MIT
/// The events of a trial: what stands in its block `events:` and among its `facts:`, as one plain event file.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/cases/coverage.hpp"
#include "engine/cases/timeline.hpp"
#include "engine/document/node.hpp"
#include "engine/plan/plan.hpp"
#include "engine/trials/trial.hpp"
#include "rules/text/diagnostic.hpp"

namespace csapath::engine {

/// The plain event file of a case: `events` is a block of CSV without the column `case`, `facts` (which may be missing)
/// a map of what is known of the case. Empty, and reported, if a row or a fact cannot be read, or an event, a column or
/// a fact is not known. Names of agencies and values that are not known are let through: what becomes of them is what
/// a case may be about.
std::optional<std::string> plain_events(const Node& events, const Node* facts, const Plan& plan,
                                        rules::Diagnostics& diagnostics);

/// Takes an event, an attribute or a fact (`case.X`) out of what can be shown.
void leave_unshown(std::string_view name, const Plan& plan, Coverage& coverage);

/// Puts the case into a timeline, and says what its file can show. What plain_events() gave is always read.
Coverage read_events(const Trial& trial, const Plan& plan, Timeline& into);

}  // namespace csapath::engine
