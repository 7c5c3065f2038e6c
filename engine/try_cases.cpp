// SPDX-License-Identifier: MIT
#include <system_error>

#include "engine/definition_parts.hpp"
#include "engine/document/file.hpp"
#include "engine/document/yaml.hpp"
#include "engine/engine.hpp"
#include "engine/trials/from_document.hpp"
#include "engine/trials/without_each.hpp"

namespace csapath::engine {

std::optional<TrialResults> try_cases(const Definition& definition, const std::filesystem::path& file,
                                      const std::shared_ptr<rules::Sources>& texts, bool without_each_rule,
                                      rules::Diagnostics& diagnostics) {
    auto text = text_of_file(file, diagnostics);
    if (!text) return std::nullopt;
    const rules::Source& source = texts->add(file.string(), std::move(*text));
    const auto document = node_from_yaml(source, diagnostics);
    if (!document) return std::nullopt;
    const Plan& plan = definition.parts().plan;
    const auto trials = trials_from_document(*document, plan, diagnostics);
    if (!trials) return std::nullopt;

    TrialResults results;
    results.pathway = definition.pathway().id;
    results.file = file.string();
    for (const Trial& trial : *trials)
        results.cases.push_back({trial.name, trial.audit, trial.about, trial.where, complaints(trial, plan)});
    results.coverage = rule_coverage(*trials, plan);
    if (without_each_rule) results.unnoticed = unnoticed(*trials, definition.pathway(), plan);
    return results;
}

}  // namespace csapath::engine
