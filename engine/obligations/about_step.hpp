// SPDX-License-Identifier: MIT
/// What all sentences about the step itself share: who took part in it, what was recorded of it, what came before it.
/// Each occurrence of the step in the episode activates them, and most are decided on the spot.
#pragma once

#include "engine/obligations/obligation.hpp"

namespace csapath::engine {

class AboutStep : public Obligation {
public:
    using Obligation::Obligation;

    void examine(const Scene& scene, Judgements& out) const override;
    void tell(const Scene& scene, const Judgement& judgement, Finding& finding) const override;

protected:
    /// Sets the verdict of a judgement that applies, and all that belongs to it. `unless` is not looked at here.
    virtual void decide(const Scene& scene, Judgement& judgement) const = 0;
    /// Whether what an event activates is met, and nothing else need be looked at to see it. False says nothing.
    virtual bool plainly_met(const Scene&, std::uint32_t /*event*/) const { return false; }
    /// Whether a clock runs: then `unless` is judged at its end, and not on the activation's day.
    virtual bool has_clock() const { return false; }
    /// What was in doubt, as a clause that follows "whether": "Police took part in the strategy discussion of …".
    virtual void clause(const Scene& scene, const Judgement& judgement, std::string& to) const = 0;
    /// What a finding says (late, overdue, missed, failed), and what is pending.
    virtual void fault(const Scene& scene, const Judgement& judgement, std::string& to) const = 0;

    /// Decides, and lets `unless` have its say.
    void judge(const Scene& scene, Judgement& judgement) const;
    /// "strategy discussion of Tue 6 May 2025": the step, and when it was.
    void name_own(const Judgement& judgement, std::string& to) const;
};

/// Cannot be told: nothing is said to be missing then.
void cannot_tell(Judgement& judgement, Because because);
/// No source of the case carries what would decide it.
void cannot_see(Judgement& judgement);

}  // namespace csapath::engine
