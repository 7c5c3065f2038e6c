// SPDX-License-Identifier: MIT
#include "engine/obligations/in_charge.hpp"

#include <algorithm>

namespace csapath::engine {

std::optional<rules::AgencyId> in_charge(const Pathway& pathway, const ReportedRule& reported) {
    rules::typed::Steps steps{reported.step};
    const auto rule = std::ranges::find(pathway.rules, reported.id, &Rule::id);
    if (rule != pathway.rules.end() && rule->edge())
        steps = rule->edge()->to;
    else if (rule != pathway.rules.end())
        if (const auto* lead = std::get_if<rules::typed::Lead>(rule->sentence())) steps = lead->steps;
    const auto agency = pathway.steps[steps.front()].by;
    const bool agreed =
        std::ranges::all_of(steps, [&](rules::StepId step) { return pathway.steps[step].by == agency; });
    return agreed ? agency : std::nullopt;
}

}  // namespace csapath::engine
