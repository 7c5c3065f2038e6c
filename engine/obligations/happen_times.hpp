// SPDX-License-Identifier: MIT
/// `happen once`, `exactly`, `at least` or `at most n times`: once an episode, from its start. Too many is a finding at
/// once; too few only when the episode has closed, and what comes after the close may still fill up the number.
#pragma once

#include "engine/obligations/about_step.hpp"

namespace csapath::engine {

class HappenTimes final : public AboutStep {
public:
    HappenTimes(Terms terms, const rules::typed::HappenTimes& sentence, Targets& targets);

    void examine(const Scene& scene, Judgements& out) const override;
    bool can_be_shown(const Coverage& coverage) const override { return shown_by(coverage, terms_.step); }
    Kind kind() const override;

protected:
    void decide(const Scene& scene, Judgement& judgement) const override;
    /// Up to the close there is time to do what is asked for, and to agree that it need not be done.
    bool has_clock() const override { return true; }
    void clause(const Scene& scene, const Judgement& judgement, std::string& to) const override;
    void fault(const Scene& scene, const Judgement& judgement, std::string& to) const override;

private:
    using How = rules::typed::HappenTimes::How;

    void append_asked(std::string& to) const;  ///< "at least 2 times"

    How how_;
    std::uint32_t times_;
    std::uint16_t target_;
};

}  // namespace csapath::engine
