// SPDX-License-Identifier: MIT
/// Tree -> typed tree: looks every name up, holds every type against the facts, and says what does not fit, with
/// the nearest name that would. All faults of a sentence are told at once.
#pragma once

#include <optional>

#include "rules/language/ast.hpp"
#include "rules/language/typed.hpp"
#include "rules/language/vocabulary.hpp"
#include "rules/text/diagnostic.hpp"

namespace csapath::rules {

/// Whose rule it is. Bare attributes that are declared for one of the `activating` steps (the step itself, or X in
/// `happen within D of X`) are read and typed from the activating event alone; which steps activate is decided by
/// the sentence's own form (language.md section 4), so only the step the rule stands under is given here.
std::optional<typed::Edge> check(const ast::Edge& edge, StepId step, const Vocabulary& words, Diagnostics& diagnostics);
std::optional<typed::Sentence> check(const ast::Sentence& sentence, StepId step, const Vocabulary& words,
                                     Diagnostics& diagnostics);
/// A condition of a step's `where`: a bare attribute is the event's own (as declared for this step, if it is), then
/// the case's.
std::optional<typed::Condition> check_where(const ast::Condition& condition, StepId step, const Vocabulary& words,
                                            Diagnostics& diagnostics);

}  // namespace csapath::rules
