// SPDX-License-Identifier: MIT
/// What the limits of a pathway say about the first occurrences of two steps.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/graph/graph.hpp"

namespace csapath::engine {

/// Where a case keeps the rule and has an occurrence of `from`, it has one of `to`, and the first of these comes at
/// most `most` days after the first of `from` (where it is negative: at least so many before it).
struct Bound {
    rules::StepId from = 0;
    rules::StepId to = 0;
    std::int64_t most = 0;
    const Rule* rule = nullptr;
};

/// Days of the calendar, or days worked: `from` to `to` is one more working day if `to` is the next.
enum class Days : std::uint8_t { calendar, working };

/// The bounds of the rules in force on a day that hold whatever the case: those of rules without a condition, an
/// excuse, a pause, a matching attribute or a choice of steps. A limit in another measure is turned into the least that
/// it surely says, or left out.
std::vector<Bound> bounds_on(rules::Date day, Days measure, const Pathway& pathway);

}  // namespace csapath::engine
