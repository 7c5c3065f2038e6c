// SPDX-License-Identifier: MIT
#include "engine/obligations/timed.hpp"

#include <algorithm>

#include "engine/obligations/telling.hpp"

namespace csapath::engine {

using rules::Moment;
using rules::Unit;

rules::typed::Limit limit_within(rules::Period period) {
    rules::typed::Limit limit;
    limit.kind = rules::typed::Limit::Kind::within;
    limit.within = period;
    return limit;
}

namespace {
bool is_counted_in_days(const rules::typed::Limit& limit, const Calendar& calendar) {
    if (limit.kind != rules::typed::Limit::Kind::within || limit.pausing) return false;
    const Unit unit = limit.within.unit;
    return unit != Unit::hours && (unit != Unit::working_days || !calendar.cut_off());
}
}  // namespace

Timed::Timed(Terms terms, rules::typed::Limit limit, rules::typed::Steps sought, Targets& targets)
    : Obligation(std::move(terms)),
      limit_(std::move(limit)),
      sought_(sought.empty() ? rules::typed::Steps{terms_.step} : std::move(sought)),
      target_(targets.number(sought_)),
      counts_days_(is_counted_in_days(limit_, *terms_.pathway->calendar)) {
    append_steps(*terms_.pathway, sought_, own_);
    happened_ = happened_word(own_);
}

Unit Timed::unit() const {
    return limit_.kind == rules::typed::Limit::Kind::within ? limit_.within.unit : Unit::days;
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
    if (!applies_at_event(scene, judgement)) return;
    if (!matching) {
        const std::uint32_t plain = plain_fulfilment(scene, judgement.activation);
        if (plain != no_event && met_in_days(scene, judgement, plain)) return;
    }
    find_and_decide(scene, judgement, matching);
}

std::uint32_t Timed::plain_fulfilment(const Scene& scene, std::uint32_t activation) const {
    if (sought_.size() != 1) return no_event;
    const bool is_own = std::find(activating_.begin(), activating_.end(), sought_.front()) != activating_.end();
    const std::uint32_t first = activation + (is_own ? 1 : 0);
    const rules::Moment& from = scene.at(activation);
    const auto all = scene.occurrences(sought_.front());
    auto next = std::partition_point(all.begin(), all.end(), [&](const Occurrence& one) { return one.event < first; });
    if (next != all.begin() && scene.at(std::prev(next)->event).day == from.day) return no_event;
    while (next != all.end() && !next->sure) ++next;
    if (next == all.end() || next->event >= scene.episode.tail_end) return no_event;
    return at_or_after(scene.at(next->event), from) ? next->event : no_event;
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
