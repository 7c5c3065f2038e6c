// SPDX-License-Identifier: MIT
/// Sentences about the step itself that have a clock: sharing and recording. The clock runs on to its due date after
/// the episode has closed.
#pragma once

#include <optional>

#include "engine/obligations/about_step.hpp"
#include "engine/obligations/deadline.hpp"

namespace csapath::engine {

class RunsOn : public AboutStep {
public:
    RunsOn(Terms terms, rules::typed::Limit limit) : AboutStep(std::move(terms)), limit_(std::move(limit)) {}

    void tell(const Scene& scene, const Judgement& judgement, Finding& finding) const override;
    rules::Unit unit() const override;

protected:
    bool has_clock() const override { return limit_.kind != rules::typed::Limit::Kind::none; }
    /// When it was done, if it was.
    virtual std::optional<rules::Moment> done(const Scene& scene, const Judgement& judgement) const = 0;

    /// The deadline; the judgement is told it too.
    Deadline due(const Scene& scene, Judgement& judgement) const;
    /// Not done as of the as-of: pending, overdue or missed, or it cannot be told.
    void not_yet(const Scene& scene, Judgement& judgement, const Deadline& deadline) const;
    /// Whether it was in time cannot be told: the times are too coarse, or there is no due date.
    void cannot_time(const Scene& scene, Judgement& judgement, const Deadline& deadline) const;

    /// ": due Tue 6 May 2025", or nothing where nothing is due.
    static void append_due(const Judgement& judgement, std::string& to);
    /// ", 2 working days overdue as of Thu 8 May 2025: due Tue 6 May 2025", and the like for what is missed or pending.
    void append_standing(const Scene& scene, const Judgement& judgement, std::string& to) const;

    rules::typed::Limit limit_;
};

}  // namespace csapath::engine
