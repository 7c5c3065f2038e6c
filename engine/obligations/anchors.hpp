// SPDX-License-Identifier: MIT
/// Where a sentence that speaks of X finds it: as events, or as a date attribute.
#pragma once

#include <optional>
#include <vector>

#include "engine/obligations/scene.hpp"
#include "rules/language/typed.hpp"

namespace csapath::engine {

/// The sure occurrences of any of `steps` in the episode (not its tail), each event once, in order.
std::vector<std::uint32_t> events_of(const rules::typed::Steps& steps, const Scene& scene);

/// Whether an occurrence of `own` is also a sure one of another of `steps`: one event may activate and fulfil only so.
bool another_of(const rules::typed::Steps& steps, rules::StepId own, std::uint32_t event, const Scene& scene);

/// A date that stands for X, and the event that carries it.
struct DateAnchor {
    std::optional<rules::Moment> date;   ///< empty: not recorded
    std::optional<std::uint32_t> event;  ///< none where it is a fact of the case
};
/// For `step.attribute`, one for each occurrence of that step; for a fact of the case or a bare attribute, the latest
/// value at the as-of.
std::vector<DateAnchor> dates_of(const rules::typed::Path& path, const Scene& scene);

}  // namespace csapath::engine
