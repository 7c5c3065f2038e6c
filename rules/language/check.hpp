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

/// `step` is the one that the rule stands under. Which steps put it in force depends on its form: those of the anchor
/// in `happen … of` and `happen … before`, those that a `repeat` runs from, else `step` itself. A bare attribute that
/// is declared for such a step is read and typed from the activating event alone (typed::Path::From::activation); where
/// there are several such steps, it must mean the same attribute for all of them.
std::optional<typed::Edge> check(const ast::Edge& edge, StepId step, const Vocabulary& words, Diagnostics& diagnostics);
std::optional<typed::Sentence> check(const ast::Sentence& sentence, StepId step, const Vocabulary& words,
                                     Diagnostics& diagnostics);
/// A condition of a step's `where`: a bare attribute is the event's own (From::activation), as declared for this step
/// if it is, else a fact of the case. It cannot ask about the step's own occurrences, which it decides.
std::optional<typed::Condition> check_where(const ast::Condition& condition, StepId step, const Vocabulary& words,
                                            Diagnostics& diagnostics);

}  // namespace csapath::rules
