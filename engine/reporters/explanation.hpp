// SPDX-License-Identifier: MIT
/// One case told in full: what `explain` prints.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/findings/finding.hpp"
#include "engine/findings/results.hpp"
#include "engine/pathway/pathway.hpp"
#include "rules/value/value.hpp"

namespace csapath::engine {

/// Texts in values point into the case, which must be there while it is written.
struct Explained {
    struct Happening {
        std::string event;
        rules::Moment at;
        std::uint16_t source = 0;
        std::uint32_t row = 0;
        std::vector<rules::StepId> steps;  ///< of which it is an occurrence
        std::vector<std::pair<rules::FactId, rules::Value>> attributes;
        std::vector<std::pair<std::uint16_t, std::uint32_t>> also = {};  ///< rows of other inputs that tell it too
    };
    struct Part {
        std::uint32_t number = 1;
        rules::Moment from;
        std::optional<rules::Moment> closed;
        bool began_unseen = false;
        std::uint32_t tail = 0;         ///< events after its close
        std::vector<Finding> findings;  ///< every activation with its verdict, rule by rule
    };

    const Pathway* pathway = nullptr;
    const std::vector<ReportedRule>* rules = nullptr;
    rules::Moment as_of;
    std::string case_id;
    std::vector<std::string> inputs;
    std::vector<std::pair<rules::FactId, rules::Value>> facts;  ///< about the case
    std::vector<Happening> timeline;
    std::vector<Part> episodes;
};

/// Plain text: the facts and the timeline; then, episode by episode, what was found, what could
/// not be told, what is still to come, what was in time, and (by name) what did not apply. Every clock shows the days
/// counted.
std::string written(const Explained& explained);

}  // namespace csapath::engine
