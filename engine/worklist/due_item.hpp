// SPDX-License-Identifier: MIT
/// What a worklist is made of.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "engine/findings/finding.hpp"

namespace csapath::engine {

/// One thing to be done.
struct DueItem {
    std::string id;  ///< of the finding that it is, or would become: it stays while the case is the same
    std::string case_id;
    std::string area, team;  ///< empty where they are not recorded
    /// The last day in time, or for a limit in hours the last moment; empty where there is no limit, or the clock
    /// stands still.
    std::optional<rules::Moment> due;
    bool overdue = false;
    std::optional<rules::AgencyId> agency;  ///< in charge of what has to happen
    std::uint16_t rule = 0;
    std::vector<std::uint16_t> also;  ///< other rules that the same event would meet
    Severity severity = Severity::medium;
    std::string message;
    std::optional<Evidence> activated;  ///< what put the rule in force
};

/// What to leave out; empty means nothing.
struct WorklistWanted {
    std::set<std::string> agencies, teams;  ///< ids; a team as it is recorded
    std::optional<rules::Date> due_by;      ///< only what is due on that day or before it
};

}  // namespace csapath::engine
