// SPDX-License-Identifier: MIT
/// --case, --rule and their like -> what to leave out of the findings.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/options.hpp"
#include "engine/engine.hpp"

namespace csapath::cli {

struct FilterOptions {
    std::vector<std::string> cases, rules, agencies, areas, kinds;
    std::optional<std::string> from, to;

    void declare(Options& options);
    /// Those that leave nothing out of the findings which counts would still be made of: window, rule and area.
    void declare_scope(Options& options);
    /// Throws UsageError for a rule, agency or kind that the definition does not have: a filter that nothing can
    /// pass would look like a clean result.
    engine::Filters meant(const engine::Definition& definition) const;
};

}  // namespace csapath::cli
