// SPDX-License-Identifier: MIT
/// What must be passed on the way to what.
#pragma once

#include <optional>

#include "rules/language/vocabulary.hpp"

namespace csapath::engine {

/// Every way along the edges of one track from a root to `before` goes through `passed`, which is neither.
///
/// On the track `main` the root is the start step that opened the episode (`opened_by`); on another track the roots are
/// the steps that no edge of the track leads to, and `opened_by` is empty; so it is on a `main` without a start step.
/// An edge from a step to itself is no way to it. Steps that cannot be reached from the root are in no pair.
struct MustPass {
    rules::StepId passed = 0;
    rules::StepId before = 0;
    std::optional<rules::StepId> opened_by;
    friend bool operator==(const MustPass&, const MustPass&) = default;
};

}  // namespace csapath::engine
