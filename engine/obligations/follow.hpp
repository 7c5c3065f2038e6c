// SPDX-License-Identifier: MIT
/// `follow X [within D]`: an X came first, in the same episode. X later is out of order, X never is a missed step, and
/// X longer ago than D is a delay; the verdict is failed each time. On a shared date without both times X came first.
#pragma once

#include "engine/obligations/about_step.hpp"

namespace csapath::engine {

class Follow final : public AboutStep {
public:
    Follow(Terms terms, rules::typed::Follow sentence);

    bool can_be_shown(const Coverage& coverage) const override { return any_shown(coverage, first_); }
    Kind kind() const override { return Kind::missed_step; }
    rules::Unit unit() const override { return within_ ? within_->unit : rules::Unit::days; }

protected:
    void decide(const Scene& scene, Judgement& judgement) const override;
    void clause(const Scene& scene, const Judgement& judgement, std::string& to) const override;
    void fault(const Scene& scene, const Judgement& judgement, std::string& to) const override;

private:
    /// What there is of X, seen from one occurrence of the step.
    struct Found {
        std::uint32_t in_time = no_event;   ///< the latest at or before it, and not too long ago
        std::uint32_t too_long = no_event;  ///< the latest that is too long ago
        std::uint32_t later = no_event;     ///< the first that came only afterwards
        bool perhaps = false;               ///< one may be an X, in time, but its `where` is not known
        bool unclear = false;               ///< one may be too long ago: the times are too coarse to tell
    };
    Found look(const Scene& scene, std::uint32_t own) const;

    rules::typed::Steps first_;
    std::optional<rules::Period> within_;
};

}  // namespace csapath::engine
