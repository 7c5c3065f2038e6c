// SPDX-License-Identifier: MIT
/// `happen by` a date attribute: once an episode, from its start. The date is the latest value at the as-of.
#pragma once

#include "engine/obligations/timed.hpp"

namespace csapath::engine {

class HappenBy final : public Timed {
public:
    HappenBy(Terms terms, const rules::typed::HappenBy& sentence, Targets& targets);

    void examine(const Scene& scene, Judgements& out) const override;
};

}  // namespace csapath::engine
