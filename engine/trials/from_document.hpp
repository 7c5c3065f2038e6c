// SPDX-License-Identifier: MIT
/// A document -> the cases of a pathway. Every mistake of the file is told at once.
#pragma once

#include <optional>

#include "engine/document/node.hpp"
#include "engine/plan/plan.hpp"
#include "engine/trials/trial.hpp"
#include "rules/text/diagnostic.hpp"

namespace csapath::engine {

/// Empty if anything is wrong with any of the cases.
std::optional<Trials> trials_from_document(const Node& document, const Plan& plan, rules::Diagnostics& diagnostics);

}  // namespace csapath::engine
