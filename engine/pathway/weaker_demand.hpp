// SPDX-License-Identifier: MIT
/// In which ways one demand asks for less than another.
///
/// What is compared is what the sentences mean: `when risk in (red, amber)` and `when risk is not green` are the same
/// demand where those are the three values. What cannot be compared, or cannot be decided, counts as less.
#pragma once

#include <string>
#include <vector>

#include "engine/pathway/pathway.hpp"

namespace csapath::engine {

using Demand = std::variant<Edge, rules::typed::Sentence>;

/// Each way as a clause for a message: "the limit is longer: 10 working days, not 3 working days". Empty where `is`
/// asks for all that `was` did. Both were checked against `words`, for the same step.
std::vector<std::string> weakenings(const Demand& was, const Demand& is, const rules::Vocabulary& words);

/// Such a clause about a condition, which is `is` where it was `was`: "its `when` is narrower where risk was amber".
/// Empty where it is not narrower, or not wider.
std::optional<std::string> narrower(std::string_view what, const rules::typed::Condition& was,
                                    const rules::typed::Condition& is, const rules::Vocabulary& words);
std::optional<std::string> wider(std::string_view what, const rules::typed::Condition& was,
                                 const rules::typed::Condition& is, const rules::Vocabulary& words);

}  // namespace csapath::engine
