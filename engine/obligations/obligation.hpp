// SPDX-License-Identifier: MIT
/// What a rule asks of a case. One class a sentence form: it is bound once, when the plan is made, and then decides
/// verdicts (examine) and puts them into words (tell).
///
/// The verdicts and their order are those of docs/language.md, "Verdicts".
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/findings/finding.hpp"
#include "engine/findings/results.hpp"
#include "engine/obligations/judgement.hpp"
#include "engine/obligations/scene.hpp"
#include "rules/language/condition.hpp"

namespace csapath::engine {

/// Sets of steps, each once, with a number.
class Targets {
public:
    std::uint16_t number(const rules::typed::Steps& steps);

private:
    std::vector<rules::typed::Steps> known_;
};

/// What every obligation has, whatever its form.
struct Terms {
    const Pathway* pathway = nullptr;
    std::uint16_t number = 0;  ///< its place in the plan
    std::string id;
    rules::StepId step = 0;  ///< the step it stands under
    Severity severity = Severity::medium;
    Basis basis = Basis::practice;
    InForce in_force;
    std::optional<rules::Program> when, unless;
};

class Obligation {
public:
    explicit Obligation(Terms terms) : terms_(std::move(terms)) {}
    virtual ~Obligation() = default;
    Obligation(const Obligation&) = delete;
    Obligation& operator=(const Obligation&) = delete;

    const Terms& terms() const { return terms_; }

    /// Appends a judgement for every activation in the episode.
    virtual void examine(const Scene& scene, Judgements& out) const = 0;
    /// Fills in what only the form knows: the message, the clock, the days, and lines of why.
    virtual void tell(const Scene& scene, const Judgement& judgement, Finding& finding) const = 0;
    /// Whether sources with this coverage can show what would meet it.
    virtual bool can_be_shown(const Coverage& coverage) const = 0;
    /// The kind of its findings, as far as the form decides it.
    virtual Kind kind() const = 0;
    /// The unit in which lateness is told.
    virtual rules::Unit unit() const { return rules::Unit::days; }

    Shown shown(const Coverage& coverage) const;

protected:
    /// A judgement of this obligation for an activating event, or for a day where no event activates.
    Judgement activated(const Scene& scene, std::uint32_t event) const {
        Judgement judgement;
        fill_in(scene, event, judgement);
        return judgement;
    }
    Judgement activated(const Scene& scene, rules::Date day) const;
    /// The same, made in its place: there are millions, and a copy of what was just written has to wait for it.
    Judgement& append_activated(const Scene& scene, std::uint32_t event, Judgements& out) const {
        Judgement& judgement = out.emplace_back();
        fill_in(scene, event, judgement);
        return judgement;
    }

    /// Whether it applies at all. If not, the verdict is set: not applicable, not visible, or undetermined.
    bool applies(const Scene& scene, Judgement& judgement, const Viewpoint& from) const {
        return applies_plainly(scene, judgement.activated_at.day) || applies_when(scene, judgement, &from);
    }
    /// The same for what an event activates, looked at from there.
    bool applies_at_event(const Scene& scene, Judgement& judgement) const {
        return applies_plainly(scene, judgement.activated_at.day) || applies_when(scene, judgement, nullptr);
    }
    /// Whether it applies to what is activated on a day, as it does most often: there is no `when` to ask.
    bool applies_plainly(const Scene& scene, rules::Date day) const {
        return !terms_.when && in_force(scene, day) && scene.shown[terms_.number].fulfilment;
    }
    /// After the outcome is set: excused or undetermined where `unless` says so. `window_end` is the earliest of
    /// fulfilment, end of the due date and as-of.
    void excuse(const Scene& scene, Judgement& judgement, const rules::Moment& window_end) const {
        if (terms_.unless && judgement.verdict != Verdict::met) excuse_in_window(scene, judgement, window_end);
    }
    /// For a sentence without a clock: `unless` is judged at the end of the activation's date.
    void excuse_on_the_day(const Scene& scene, Judgement& judgement) const {
        if (terms_.unless && judgement.verdict != Verdict::met) excuse_at_end_of_day(scene, judgement);
    }
    /// Whether the sources can show a step at all, or any of several.
    bool shown_by(const Coverage& coverage, rules::StepId step) const;
    bool any_shown(const Coverage& coverage, const rules::typed::Steps& steps) const;
    /// Whether they carry all that a condition asks for.
    bool carried(const Coverage& coverage, const rules::Program& program) const;

    Terms terms_;

private:
    void fill_in(const Scene& scene, std::uint32_t event, Judgement& judgement) const {
        judgement.rule = terms_.number;
        judgement.kind = kind();
        judgement.activation = event;
        judgement.activated_at = scene.at(event);
    }
    bool in_force(const Scene& scene, rules::Date day) const {
        return terms_.in_force.on(day) && scene.pathway.in_force.on(day);
    }
    /// Looked at `from` there; nullptr: from the activating event.
    bool applies_when(const Scene& scene, Judgement& judgement, const Viewpoint* from) const;
    void excuse_at_end_of_day(const Scene& scene, Judgement& judgement) const;
    void excuse_in_window(const Scene& scene, Judgement& judgement, const rules::Moment& window_end) const;
    void excuse_until(const Scene& scene, Judgement& judgement, std::uint32_t until, const rules::Moment& at) const;
};

}  // namespace csapath::engine
