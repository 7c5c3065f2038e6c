// SPDX-License-Identifier: MIT
#include "engine/trials/trial_results.hpp"

#include <algorithm>

namespace csapath::engine {

std::size_t TrialResults::failed() const {
    return static_cast<std::size_t>(std::ranges::count_if(cases, [](const TriedCase& one) { return !one.passed(); }));
}

bool TrialResults::covered() const {
    return std::ranges::all_of(coverage, &RuleCoverage::enough);
}

}  // namespace csapath::engine
