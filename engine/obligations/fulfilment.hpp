// SPDX-License-Identifier: MIT
/// What meets an activation: the first occurrence of one of some steps at or after it.
#pragma once

#include <cstdint>
#include <optional>

#include "engine/obligations/judgement.hpp"
#include "engine/obligations/scene.hpp"
#include "rules/language/typed.hpp"

namespace csapath::engine {

/// The first event that certainly fulfils, and of those before it that perhaps do (its `where`, or its matching value,
/// is not known) the one that may have come soonest.
struct Fulfilment {
    std::uint32_t sure = no_event;
    std::uint32_t perhaps = no_event;
    Because perhaps_because = Because::perhaps_fulfilled;
    /// An occurrence before the activation, which does not count: the latest one. Not of a step that follows itself.
    std::uint32_t too_early = no_event;
};

/// What is looked for.
struct Sought {
    const rules::typed::Steps& steps;
    const rules::typed::Path* matching = nullptr;  ///< its fact must be the same in both events
    rules::Value value = {};                       ///< the activation's value of it
};

/// Whether an event at `later` comes at or after one at `earlier`: on a shared day without both times it does.
inline bool at_or_after(const rules::Moment& later, const rules::Moment& earlier) {
    return rules::order(later, earlier) != std::partial_ordering::less;
}

/// In the episode and its tail, at or after `from`. `activation` never fulfils itself where the occurrence is of a step
/// that it activates from (`own`): two steps may share an event, one step may not.
Fulfilment first_at_or_after(const Sought& sought, const rules::Moment& from, std::uint32_t activation,
                             const rules::typed::Steps& own, const Scene& scene);

/// Whether an event has the value that is looked for.
rules::Truth matches(const Sought& sought, std::uint32_t event, const Scene& scene);

}  // namespace csapath::engine
