// SPDX-License-Identifier: MIT
/// One case, judged -> all that is told of it, in words of its own: nothing points into the case any more.
#pragma once

#include "engine/evaluation/evaluate.hpp"
#include "engine/plan/plan.hpp"
#include "engine/survey/survey.hpp"

namespace csapath::engine {

/// The case must have an event. `number` is left to the caller.
CaseFile case_file(const Case& of, const Judged& judged, const Plan& plan, Evaluation& teller);

}  // namespace csapath::engine
