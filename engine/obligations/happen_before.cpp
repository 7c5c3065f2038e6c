// SPDX-License-Identifier: MIT
#include "engine/obligations/happen_before.hpp"

#include "engine/calendar/due.hpp"
#include "engine/obligations/anchors.hpp"
#include "engine/obligations/telling.hpp"

namespace csapath::engine {

using rules::Moment;
using rules::Unit;

HappenBefore::HappenBefore(Terms terms, rules::typed::HappenBefore sentence, Targets& targets)
    : Timed(std::move(terms), limit_within(sentence.at_least), {}, targets), anchor_(std::move(sentence.anchor)) {
    activating_ = anchor_.steps;
    due_comes_before_ = true;
}

/// The last day, or instant, that is still D before X.
Deadline HappenBefore::before(const Moment& x, const Scene& scene) const {
    const rules::Period length = limit_.within;
    Deadline deadline;
    deadline.unit = length.unit;
    if (length.unit == Unit::hours) {
        const Instants at = instants(x, *scene.by.zone);
        deadline.kind = Deadline::Kind::instant;
        deadline.earliest = at.earliest - length.count * rules::hour;
        deadline.latest = at.latest - length.count * rules::hour;
        return deadline;
    }
    deadline.kind = Deadline::Kind::day;
    switch (length.unit) {
        case Unit::working_days: {
            const auto day = scene.by.calendar->nth_working_day(x.day, -length.count);
            if (!day) {
                deadline.kind = Deadline::Kind::unknown;
                deadline.because = Because::beyond_calendar;
                return deadline;
            }
            deadline.day = *day;
            return deadline;
        }
        case Unit::weeks:
            deadline.day = x.day - 7 * length.count;
            return deadline;
        case Unit::months:
            deadline.day = rules::plus_months(x.day, -length.count);
            return deadline;
        case Unit::years:
            deadline.day = rules::plus_months(x.day, -12 * length.count);
            return deadline;
        case Unit::days:
        case Unit::hours:
            deadline.day = x.day - length.count;
            return deadline;
    }
    return deadline;
}

/// `previous`: the X before, or no event; own occurrences before that belong to it. On a shared date without both times
/// one belongs to either, since the order is not known.
void HappenBefore::judge_x(const Scene& scene, Judgement judgement, const Viewpoint& from, std::uint32_t previous,
                           Judgements& out) const {
    if (applies(scene, judgement, from)) {
        const Moment& x = judgement.activated_at;
        Fulfilment found;
        for (const Occurrence& own : scene.occurrences(terms_.step)) {
            if (!scene.reachable(own.event) || !at_or_after(x, scene.at(own.event))) continue;
            if (own.event == judgement.activation && !another_of(anchor_.steps, terms_.step, own.event, scene))
                continue;
            if (previous != no_event &&
                (own.event == previous || !at_or_after(scene.at(own.event), scene.at(previous))))
                continue;
            if (own.sure) {
                found.sure = own.event;
                break;
            }
            if (found.perhaps == no_event) found.perhaps = own.event;
        }
        const bool x_is_past = at_or_after(scene.as_of, x) && x.day <= scene.as_of.day;
        decide(scene, judgement, before(x, scene), found);
        const bool coarse =
            judgement.verdict == Verdict::undetermined && judgement.because == Because::times_too_coarse;
        if (judgement.fulfilment == no_event && x_is_past &&
            (judgement.verdict == Verdict::overdue || judgement.verdict == Verdict::pending || coarse)) {
            judgement.verdict = Verdict::missed;
            judgement.kind = Kind::missed_step;
            judgement.because = Because::too_late_to_precede;
            judgement.late = 0;
        }
    }
    out.push_back(judgement);
}

void HappenBefore::examine(const Scene& scene, Judgements& out) const {
    if (!anchor_.date) {
        std::uint32_t previous = no_event;
        for (const std::uint32_t x : events_of(anchor_.steps, scene)) {
            judge_x(scene, activated(scene, x), scene.at_activation(x), previous, out);
            previous = x;
        }
        return;
    }
    for (const DateAnchor& anchor : dates_of(*anchor_.date, scene)) {
        Judgement judgement =
            anchor.event ? activated(scene, *anchor.event) : activated(scene, scene.at(scene.episode.begin).day);
        const Viewpoint view = anchor.event ? scene.at_activation(*anchor.event) : scene.on_day(scene.as_of.day);
        if (anchor.date) {
            judgement.activated_at = *anchor.date;
            judge_x(scene, judgement, view, no_event, out);
            continue;
        }
        if (applies(scene, judgement, view)) {
            const rules::FactId fact = anchor_.date->fact;
            const bool carried = scene.coverage.facts[fact] || scene.coverage.case_facts[fact];
            judgement.verdict = carried ? Verdict::undetermined : Verdict::not_visible;
            judgement.because = carried ? Because::date_not_recorded : Because::not_carried;
        }
        out.push_back(judgement);
    }
}

void HappenBefore::name_activation(const Scene& scene, const Judgement& judgement, std::string& to) const {
    if (!anchor_.date) return Timed::name_activation(scene, judgement, to);
    to += "the ";
    to += scene.pathway.words.facts()[anchor_.date->fact].name;
    append_of(judgement.activated_at, to);
}

}  // namespace csapath::engine
