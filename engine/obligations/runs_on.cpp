// SPDX-License-Identifier: MIT
#include "engine/obligations/runs_on.hpp"

#include "engine/obligations/clock_telling.hpp"
#include "engine/obligations/telling.hpp"

namespace csapath::engine {

rules::Unit RunsOn::unit() const {
    return limit_.kind == rules::typed::Limit::Kind::within ? limit_.within.unit : rules::Unit::days;
}

Deadline RunsOn::due(const Scene& scene, Judgement& judgement) const {
    Deadline due = deadline(limit_, judgement.activated_at, judgement.activation, scene);
    due.note_due(scene, judgement);
    return due;
}

void RunsOn::not_yet(const Scene& scene, Judgement& judgement, const Deadline& deadline) const {
    switch (deadline.still_open(scene)) {
        case InTime::yes:
            judgement.verdict = Verdict::pending;
            if (deadline.kind == Deadline::Kind::paused)
                judgement.because = Because::paused;
            else if (scene.episode.closed)
                judgement.because = Because::runs_on;
            break;
        case InTime::no:
            judgement.verdict = scene.episode.closed ? Verdict::missed : Verdict::overdue;
            if (!scene.episode.closed) judgement.late = deadline.overdue(scene).value_or(0);
            break;
        case InTime::unclear:
            cannot_time(scene, judgement, deadline);
            break;
    }
}

void RunsOn::cannot_time(const Scene& scene, Judgement& judgement, const Deadline& deadline) const {
    if (deadline.kind != Deadline::Kind::unknown) return cannot_tell(judgement, Because::times_too_coarse);
    const bool by_date = limit_.kind == rules::typed::Limit::Kind::by;
    const rules::FactId date = limit_.by.fact;
    if (by_date && !scene.coverage.facts[date] && !scene.coverage.case_facts[date]) return cannot_see(judgement);
    cannot_tell(judgement, deadline.because);
}

void RunsOn::tell(const Scene& scene, const Judgement& judgement, Finding& finding) const {
    AboutStep::tell(scene, judgement, finding);
    tell_clock(limit_, scene, judgement, done(scene, judgement), finding);
}

void RunsOn::append_due(const Judgement& judgement, std::string& to) {
    if (!judgement.has_due) return;
    to += ": due ";
    append_when(judgement.due, to);
}

void RunsOn::append_standing(const Scene& scene, const Judgement& judgement, std::string& to) const {
    if (judgement.verdict == Verdict::overdue) {
        to += ", ";
        to += rules::in_words(judgement.late, unit());
        to += " overdue as of ";
        append_when(scene.as_of, to);
    } else if (judgement.because == Because::paused) {
        to += ": the clock stands still";
    }
    append_due(judgement, to);
}

}  // namespace csapath::engine
