// SPDX-License-Identifier: MIT
/// An edge (`must` or `otherwise` under `next`), and `lead to`, which is an edge written as a sentence and may cross
/// from one track to another. Each occurrence of the step activates it; the first occurrence of a target at or after it
/// fulfils it. `may` demands nothing and makes no obligation.
#pragma once

#include "engine/obligations/timed.hpp"

namespace csapath::engine {

class EdgeObligation final : public Timed {
public:
    EdgeObligation(Terms terms, rules::typed::Steps to, rules::typed::Limit limit,
                   std::optional<rules::typed::Path> matching, Targets& targets);
    void examine(const Scene& scene, Judgements& out) const override;

private:
    std::optional<rules::typed::Path> matching_;
};

/// `otherwise`: demanded where none of the step's other edges that have a `when` applies.
class OtherwiseObligation final : public Timed {
public:
    OtherwiseObligation(Terms terms, rules::typed::Steps to, rules::typed::Limit limit,
                        std::vector<rules::Program> other_whens, Targets& targets);
    void examine(const Scene& scene, Judgements& out) const override;

private:
    std::vector<rules::Program> others_;
};

}  // namespace csapath::engine
