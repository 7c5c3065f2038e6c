// SPDX-License-Identifier: MIT
#include "engine/obligations/obligation.hpp"

#include <algorithm>

namespace csapath::engine {

using rules::Truth;

std::uint16_t Targets::number(const rules::typed::Steps& steps) {
    const auto known = std::find(known_.begin(), known_.end(), steps);
    if (known == known_.end()) {
        known_.push_back(steps);
        return static_cast<std::uint16_t>(known_.size() - 1);
    }
    return static_cast<std::uint16_t>(known - known_.begin());
}

Shown Obligation::shown(const Coverage& coverage) const {
    return {can_be_shown(coverage), !terms_.when || carried(coverage, *terms_.when),
            !terms_.unless || carried(coverage, *terms_.unless)};
}

bool Obligation::shown_by(const Coverage& coverage, rules::StepId step) const {
    const auto& events = terms_.pathway->steps[step].events;
    return std::any_of(events.begin(), events.end(), [&](EventTypeId type) { return coverage.events[type]; });
}

bool Obligation::any_shown(const Coverage& coverage, const rules::typed::Steps& steps) const {
    return std::any_of(steps.begin(), steps.end(), [&](rules::StepId step) { return shown_by(coverage, step); });
}

bool Obligation::carried(const Coverage& coverage, const rules::Program& program) const {
    const rules::Needs& needs = program.needs();
    const auto carries = [&](const rules::typed::Path& path) {
        return path.fact == rules::fact_at || coverage.facts[path.fact] || coverage.case_facts[path.fact];
    };
    return std::all_of(needs.attributes.begin(), needs.attributes.end(), carries) &&
           std::all_of(needs.steps.begin(), needs.steps.end(),
                       [&](rules::StepId step) { return shown_by(coverage, step); }) &&
           (!needs.age || coverage.case_facts[rules::fact_date_of_birth]);
}

Judgement Obligation::activated(const Scene&, rules::Date day) const {
    Judgement judgement;
    judgement.rule = terms_.number;
    judgement.kind = kind();
    judgement.activated_at.day = day;
    return judgement;
}

bool Obligation::applies_when(const Scene& scene, Judgement& judgement, const Viewpoint* from) const {
    const auto say = [&](Verdict verdict, Because because) {
        judgement.verdict = verdict;
        judgement.because = because;
        return false;
    };
    if (!in_force(scene, judgement.activated_at.day)) return say(Verdict::not_applicable, Because::not_in_force);
    const Shown& shown = scene.shown[terms_.number];
    Truth when = Truth::yes;
    if (terms_.when) {
        when = from != nullptr ? scene.truth_from(*from, *terms_.when)
                               : scene.truth_at(judgement.activation, *terms_.when);
        if (when == Truth::no) return say(Verdict::not_applicable, Because::when_is_false);
    }
    if (!shown.fulfilment) return say(Verdict::not_visible, Because::not_carried);
    if (when == Truth::unknown)
        return shown.when ? say(Verdict::undetermined, Because::when_is_unknown)
                          : say(Verdict::not_visible, Because::when_is_unknown);
    return true;
}

void Obligation::excuse_until(const Scene& scene, Judgement& judgement, std::uint32_t until,
                              const rules::Moment& at) const {
    Viewpoint view;
    if (judgement.activation != no_event) view.activation = judgement.activation;
    view.activated_at = judgement.activated_at;
    view.until = until;
    view.judged_at = at;
    const Truth unless = scene.truth_from(view, *terms_.unless);
    if (unless == Truth::yes) {
        judgement.verdict = Verdict::excused;
        judgement.because = Because::unless_holds;
    } else if (unless == Truth::unknown) {
        judgement.verdict = scene.shown[terms_.number].unless ? Verdict::undetermined : Verdict::not_visible;
        judgement.because = Because::unless_is_unknown;
    } else {
        return;
    }
    judgement.partner = until;  // where the window ended, so that it can be told the same way again
    judgement.late = 0;
}

void Obligation::excuse_in_window(const Scene& scene, Judgement& judgement, const rules::Moment& window_end) const {
    rules::Moment end = window_end;
    if (scene.as_of.day < end.day) end = scene.as_of;
    std::uint32_t until = scene.until(end);
    if (judgement.fulfilment != no_event && judgement.fulfilment < until) {
        until = judgement.fulfilment + 1;
        end = scene.at(judgement.fulfilment);
    }
    excuse_until(scene, judgement, until, end);
}

void Obligation::excuse_at_end_of_day(const Scene& scene, Judgement& judgement) const {
    const rules::Moment end{judgement.activated_at.day};
    excuse_until(scene, judgement, scene.until(end), end);
}

}  // namespace csapath::engine
