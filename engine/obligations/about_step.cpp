// SPDX-License-Identifier: MIT
#include "engine/obligations/about_step.hpp"

#include "engine/obligations/telling.hpp"

namespace csapath::engine {

void AboutStep::examine(const Scene& scene, Judgements& out) const {
    for (const Occurrence& own : scene.occurrences(terms_.step)) {
        if (!own.sure || !scene.in_episode(own.event)) continue;
        if (out.counts_met() && applies_plainly(scene, scene.at(own.event).day) && plainly_met(scene, own.event)) {
            out.count_met(terms_.number);
            continue;
        }
        Judgement& judgement = append_activated(scene, own.event, out);
        if (applies_at_event(scene, judgement)) judge(scene, judgement);
    }
}

void AboutStep::judge(const Scene& scene, Judgement& judgement) const {
    decide(scene, judgement);
    if (judgement.verdict == Verdict::not_visible || judgement.verdict == Verdict::not_applicable) return;
    if (has_clock())
        excuse(scene, judgement, judgement.has_due ? judgement.due : scene.as_of);
    else
        excuse_on_the_day(scene, judgement);
}

void AboutStep::tell(const Scene& scene, const Judgement& judgement, Finding& finding) const {
    std::string& message = finding.message;
    const auto because = [&] {
        message += ": ";
        message += because_words(judgement.because);
    };
    switch (judgement.verdict) {
        case Verdict::late:
        case Verdict::overdue:
        case Verdict::missed:
        case Verdict::failed:
        case Verdict::pending:
            fault(scene, judgement, message);
            break;
        case Verdict::met:
            clause(scene, judgement, message);
            break;
        case Verdict::excused:
            message += "excused, whether or not ";
            clause(scene, judgement, message);
            break;
        case Verdict::undetermined:
            message += "cannot tell whether ";
            clause(scene, judgement, message);
            because();
            break;
        case Verdict::not_visible:
            message += "cannot be seen whether ";
            clause(scene, judgement, message);
            because();
            break;
        case Verdict::not_applicable:
            message += "not asked whether ";
            clause(scene, judgement, message);
            because();
            break;
    }
    if (judgement.activation != no_event && judgement.activated_at.ambiguous)
        finding.why.emplace_back(
            "a time lies in the hour that occurs twice when the clocks go back: taken for the first");
}

void AboutStep::name_own(const Judgement& judgement, std::string& to) const {
    append_title(terms_.pathway->steps[terms_.step].title, to);
    append_of(judgement.activated_at, to);
}

void cannot_tell(Judgement& judgement, Because because) {
    judgement.verdict = Verdict::undetermined;
    judgement.because = because;
    judgement.late = 0;
    judgement.missing = {};
}

void cannot_see(Judgement& judgement) {
    judgement.verdict = Verdict::not_visible;
    judgement.because = Because::not_carried;
    judgement.late = 0;
    judgement.missing = {};
}

}  // namespace csapath::engine
