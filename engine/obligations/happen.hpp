// SPDX-License-Identifier: MIT
/// `happen within D of …` and `happen on the same day as …`, of each, the first or the latest X: the step must come in
/// time after X. X is an occurrence of one of some steps, or a date attribute.
#pragma once

#include "engine/obligations/timed.hpp"

namespace csapath::engine {

class HappenWithin final : public Timed {
public:
    HappenWithin(Terms terms, rules::typed::HappenWithin sentence, Targets& targets);

    void examine(const Scene& scene, Judgements& out) const override;

protected:
    void name_activation(const Scene& scene, const Judgement& judgement, std::string& to) const override;

private:
    /// One event that may activate.
    struct Start {
        std::uint32_t event = 0;
        rules::Truth applies = rules::Truth::yes;  ///< its `when`
        rules::Value matching;
    };

    void each(const Scene& scene, Judgements& out) const;
    void first(const Scene& scene, Judgements& out) const;
    void latest(const Scene& scene, Judgements& out) const;
    void of_date(const Scene& scene, Judgements& out) const;

    rules::Truth applies_at(const Scene& scene, std::uint32_t event) const;
    void judge_event(const Scene& scene, std::uint32_t event, Judgements& out) const;
    void undetermined_start(const Scene& scene, std::uint32_t event, Judgements& out) const;
    /// The occurrences of X in the episode, in order, with what is known of their `when` and matching value.
    std::vector<Start> starts(const Scene& scene) const;
    /// The same, parted by matching value, in the order in which the values come; one part where nothing is matched.
    std::vector<std::vector<Start>> starts_by_value(const Scene& scene) const;
    void runs(const Scene& scene, const std::vector<Start>& starts, Judgements& out) const;

    rules::typed::HappenWithin::Which which_;
    rules::typed::Anchor anchor_;
    std::optional<rules::typed::Path> matching_;
};

}  // namespace csapath::engine
