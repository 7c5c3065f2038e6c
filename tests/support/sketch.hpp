// SPDX-License-Identifier: MIT
/// Pathways of bare steps and edges, made without a definition.
#pragma once

#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "engine/pathway/pathway.hpp"

namespace csapath {

/// Steps are written "referral", or with their track "police-decision@police", or with a * where they start:
/// "referral*". Each edge is `may`: on the way it makes no difference what an edge says.
inline engine::Pathway sketch(const std::vector<std::string>& steps,
                              const std::vector<std::pair<std::string, std::string>>& edges) {
    engine::Pathway pathway;
    for (std::string id : steps) {
        engine::Step step{.id = {}};
        if (id.back() == '*') {
            step.starts = true;
            id.pop_back();
        }
        if (const auto at = id.find('@'); at != std::string::npos) {
            step.track = id.substr(at + 1);
            id.resize(at);
        }
        step.id = step.title = id;
        pathway.words.add_step(id, id);
        pathway.steps.push_back(std::move(step));
    }
    for (const auto& [from, to] : edges) {
        const auto source = pathway.words.step(from), target = pathway.words.step(to);
        if (!source || !target) throw std::invalid_argument("an edge between steps that are not there");
        engine::Rule rule{.id = from + ".next." + to, .step = *source};
        rule.demand = engine::Edge{.from = *source, .to = {*target}, .form = rules::typed::May{}};
        pathway.rules.push_back(std::move(rule));
    }
    return pathway;
}

}  // namespace csapath
