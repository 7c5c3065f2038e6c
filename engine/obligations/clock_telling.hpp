// SPDX-License-Identifier: MIT
/// How long a clock ran, and the days that were counted, for whoever checks a finding by hand.
#pragma once

#include <optional>

#include "engine/findings/finding.hpp"
#include "engine/obligations/judgement.hpp"
#include "engine/obligations/scene.hpp"
#include "rules/language/typed.hpp"

namespace csapath::engine {

/// `done`: when the thing was done; without it the clock is read at the as-of, where it still runs. Nothing is told of
/// a limit that is no length of time, nor of hours between moments that are only dates.
void tell_clock(const rules::typed::Limit& limit, const Scene& scene, const Judgement& judgement,
                const std::optional<rules::Moment>& done, Finding& finding);

}  // namespace csapath::engine
