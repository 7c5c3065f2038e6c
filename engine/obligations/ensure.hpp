// SPDX-License-Identifier: MIT
/// `ensure condition`: the condition is evaluated at each occurrence of the step, as `when` is. False is a finding;
/// unknown is undetermined, and not visible where no source of the case carries what it asks.
#pragma once

#include "engine/obligations/about_step.hpp"

namespace csapath::engine {

class Ensure final : public AboutStep {
public:
    Ensure(Terms terms, rules::typed::Ensure sentence);

    void tell(const Scene& scene, const Judgement& judgement, Finding& finding) const override;
    /// Always: a condition may be decided by the parts that are carried. Where it is not, `decide` says so.
    bool can_be_shown(const Coverage&) const override { return true; }
    Kind kind() const override { return Kind::unexpected; }

protected:
    void decide(const Scene& scene, Judgement& judgement) const override;
    bool plainly_met(const Scene& scene, std::uint32_t event) const override;
    void clause(const Scene& scene, const Judgement& judgement, std::string& to) const override;
    void fault(const Scene& scene, const Judgement& judgement, std::string& to) const override;

private:
    rules::Truth holds(const Scene& scene, std::uint32_t event) const {
        return asks_for_steps_ ? holds_as_shown(scene, event) : scene.truth_at(event, condition_);
    }
    /// Of a condition that asks for steps, of which some perhaps no source can show.
    rules::Truth holds_as_shown(const Scene& scene, std::uint32_t event) const;

    rules::Program condition_;
    bool asks_for_steps_;
};

}  // namespace csapath::engine
