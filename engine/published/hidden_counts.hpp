// SPDX-License-Identifier: MIT
/// What of the counts of all cases and of each rule is hidden, so that they do not tell each other. A case has a
/// finding where at least one rule is broken in it: of no rule are there more such cases than with a finding, and of
/// all rules together not fewer.
#pragma once

#include <optional>
#include <vector>

#include "engine/published/case_counts.hpp"
#include "engine/published/suppression.hpp"

namespace csapath::engine {

struct HiddenCounts {
    std::optional<Hidden> all;  ///< with a finding and without; empty: nothing of it is to be shown
    /// Kept, broken and not decided, in the order of the rules. Where nothing less protects a row all of it is hidden,
    /// what is 0 too.
    std::vector<Hidden> by_rule;
};

HiddenCounts protect(const CasesFound& all, const std::vector<CasesOfRule>& by_rule);

}  // namespace csapath::engine
