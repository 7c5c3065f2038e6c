// SPDX-License-Identifier: MIT
/// `never happen`, and `never happen before X`, `after X` or `between X and Y`. Before X fails only if an X comes later
/// and none came before; between X and Y runs from X to the first Y, also while there is none. A shared date without
/// both times is not held against the case.
#pragma once

#include "engine/obligations/about_step.hpp"

namespace csapath::engine {

class Never final : public AboutStep {
public:
    Never(Terms terms, rules::typed::Never sentence);

    bool can_be_shown(const Coverage& coverage) const override;
    Kind kind() const override;

protected:
    void decide(const Scene& scene, Judgement& judgement) const override;
    void clause(const Scene& scene, const Judgement& judgement, std::string& to) const override;
    void fault(const Scene& scene, const Judgement& judgement, std::string& to) const override;

private:
    using How = rules::typed::Never::How;

    /// What speaks against an occurrence, and what leaves it open.
    struct Found {
        std::uint32_t against = no_event;  ///< the X that it must not come before, after, or between it and Y
        bool perhaps_not = false;          ///< an event, of which it is not known what it is, may clear it
        bool unseen = false;               ///< what came before the episode's first event would decide
    };
    Found before(const Scene& scene, std::uint32_t own) const;
    Found after(const Scene& scene, std::uint32_t own) const;
    Found between(const Scene& scene, std::uint32_t own) const;
    Found look(const Scene& scene, std::uint32_t own) const;

    How how_;
    rules::typed::Steps steps_;  ///< X
    rules::StepId until_;        ///< Y, of between
};

}  // namespace csapath::engine
