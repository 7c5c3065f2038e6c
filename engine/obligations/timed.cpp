// SPDX-License-Identifier: MIT
#include "engine/obligations/timed.hpp"

namespace csapath::engine {

using rules::Moment;

rules::typed::Limit limit_within(rules::Period period) {
    rules::typed::Limit limit;
    limit.kind = rules::typed::Limit::Kind::within;
    limit.within = period;
    return limit;
}

Timed::Timed(Terms terms, rules::typed::Limit limit, rules::typed::Steps sought, Targets& targets)
    : Obligation(std::move(terms)),
      limit_(std::move(limit)),
      sought_(sought.empty() ? rules::typed::Steps{terms_.step} : std::move(sought)),
      target_(targets.number(sought_)) {}

rules::Unit Timed::unit() const {
    return limit_.kind == rules::typed::Limit::Kind::within ? limit_.within.unit : rules::Unit::days;
}

void Timed::decide(const Scene& scene, Judgement& judgement, const Deadline& deadline, const Fulfilment& found) const {
    judgement.target = target_;
    judgement.fulfilment = found.sure;
    deadline.note_due(scene, judgement);
    const auto unclear = [&](Because because) {
        judgement.verdict = because == Because::not_carried ? Verdict::not_visible : Verdict::undetermined;
        judgement.because = because;
    };
    const rules::FactId date = limit_.by.fact;
    const bool no_column = deadline.because == Because::date_not_recorded &&
                           limit_.kind == rules::typed::Limit::Kind::by && !scene.coverage.facts[date] &&
                           !scene.coverage.case_facts[date];
    const Because coarse = deadline.kind != Deadline::Kind::unknown ? Because::times_too_coarse
                           : no_column                              ? Because::not_carried
                                                                    : deadline.because;

    if (found.sure != no_event) {
        const Moment& done = scene.at(found.sure);
        switch (deadline.in_time(done, scene)) {
            case InTime::yes:
                judgement.verdict = Verdict::met;
                return;
            case InTime::unclear:
                unclear(coarse);
                break;
            case InTime::no:
                judgement.verdict = Verdict::late;
                judgement.late = deadline.late(done, scene).value_or(0);
                break;
        }
    } else if (scene.episode.closed && deadline.kind != Deadline::Kind::unknown) {
        judgement.verdict = Verdict::missed;
        judgement.kind = Kind::missed_step;
    } else {
        switch (deadline.still_open(scene)) {
            case InTime::yes:
                judgement.verdict = Verdict::pending;
                break;
            case InTime::unclear:
                unclear(coarse);
                break;
            case InTime::no:
                judgement.verdict = Verdict::overdue;
                judgement.late = deadline.overdue(scene).value_or(0);
                break;
        }
        if (judgement.verdict == Verdict::pending && deadline.kind == Deadline::Kind::paused)
            judgement.because = Because::paused;
    }
    if (is_finding(judgement.verdict) && found.perhaps != no_event &&
        deadline.in_time(scene.at(found.perhaps), scene) != InTime::no) {
        unclear(found.perhaps_because);
        judgement.partner = found.perhaps;
        judgement.late = 0;
    } else if (judgement.partner == no_event) {
        judgement.partner = found.too_early;
    }
    const bool due_first = judgement.has_due && judgement.due.day < scene.as_of.day;
    excuse(scene, judgement, due_first ? judgement.due : scene.as_of);
}

void Timed::judge(const Scene& scene, Judgement& judgement, const Viewpoint& from,
                  const rules::typed::Path* matching) const {
    if (applies(scene, judgement, from)) find_and_decide(scene, judgement, matching);
}

void Timed::judge_at_event(const Scene& scene, Judgement& judgement, const rules::typed::Path* matching) const {
    if (applies_at_event(scene, judgement)) find_and_decide(scene, judgement, matching);
}

void Timed::find_and_decide(const Scene& scene, Judgement& judgement, const rules::typed::Path* matching) const {
    Sought sought{sought_, matching, {}};
    if (matching) {
        if (judgement.activation != no_event)
            sought.value = scene.of.timeline.value(judgement.activation, matching->fact);
        judgement.matching = sought.value;
    }
    decide(scene, judgement, deadline(limit_, judgement.activated_at, judgement.activation, scene),
           first_at_or_after(sought, judgement.activated_at, judgement.activation, activating_, scene));
}

}  // namespace csapath::engine
