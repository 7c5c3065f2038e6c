// SPDX-License-Identifier: MIT
/// The missed step that the graph sees: every way along a track to a step that has happened goes through this one, and
/// it had not happened by then. Its rule id is `M.way`; it is judged once for each such step M and episode.
#pragma once

#include <vector>

#include "engine/graph/must_pass.hpp"
#include "engine/obligations/obligation.hpp"

namespace csapath::engine {

class Way final : public Obligation {
public:
    /// `ways`: what must pass terms.step. `in_force`: when the edges that lead to it hold; it is asked for while any of
    /// them does.
    Way(Terms terms, std::vector<MustPass> ways, std::vector<InForce> in_force, Targets& targets);

    void examine(const Scene& scene, Judgements& out) const override;
    void tell(const Scene& scene, const Judgement& judgement, Finding& finding) const override;
    bool can_be_shown(const Coverage& coverage) const override { return shown_by(coverage, terms_.step); }
    Kind kind() const override { return Kind::missed_step; }

private:
    /// What one B says of M.
    Judgement judge(const Scene& scene, std::uint32_t before) const;
    static bool at_or_after(const Scene& scene, std::uint32_t later, std::uint32_t earlier);

    /// In an episode that began unseen nobody knows where it began: only what must be passed from every start counts.
    bool concerns(const MustPass& way, const Episode& episode) const;

    std::vector<MustPass> ways_;
    std::vector<InForce> edges_in_force_;
    std::uint16_t target_;
    std::ptrdiff_t starts_;  ///< how many start steps the main track has
};

}  // namespace csapath::engine
