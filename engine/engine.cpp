// SPDX-License-Identifier: MIT
#include "engine/engine.hpp"

#include "engine/definition_parts.hpp"
#include "engine/pathway/from_file.hpp"
#include "engine/plan/from_pathway.hpp"

namespace csapath::engine {

Definition::Definition(std::unique_ptr<const Parts> parts) : parts_(std::move(parts)) {}
Definition::~Definition() = default;
Definition::Definition(Definition&&) noexcept = default;

const Pathway& Definition::pathway() const {
    return *parts_->pathway;
}
const std::vector<ReportedRule>& Definition::rules() const {
    return parts_->plan.rules;
}
std::string Definition::drawn(Drawing as) const {
    return engine::drawn(parts_->graph, *parts_->pathway, as);
}

std::unique_ptr<const Definition> load(const std::filesystem::path& file, const std::filesystem::path& shipped_root,
                                       const std::shared_ptr<rules::Sources>& texts, rules::Diagnostics& diagnostics) {
    auto parts = std::make_unique<Definition::Parts>();
    parts->pathway = pathway_from_file(file, shipped_root, texts, diagnostics);
    if (!parts->pathway) return nullptr;
    parts->graph = graph_from_pathway(*parts->pathway);
    find_faults(parts->graph, *parts->pathway, diagnostics);
    if (diagnostics.any_error()) return nullptr;
    parts->plan = plan_from_pathway(*parts->pathway, must_be_passed(parts->graph, *parts->pathway));
    return std::make_unique<const Definition>(std::move(parts));
}

}  // namespace csapath::engine
