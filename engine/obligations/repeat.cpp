// SPDX-License-Identifier: MIT
#include "engine/obligations/repeat.hpp"

#include <algorithm>

namespace csapath::engine {

using rules::Moment;
using rules::Truth;

Repeat::Repeat(Terms terms, rules::typed::Repeat sentence, const rules::Vocabulary& words, Targets& targets)
    : Timed(std::move(terms), limit_within(sentence.every), {}, targets),
      from_(std::move(sentence.from)),
      until_(std::move(sentence.until)) {
    activating_ = from_;
    activating_.push_back(terms_.step);
    std::sort(activating_.begin(), activating_.end());
    activating_.erase(std::unique(activating_.begin(), activating_.end()), activating_.end());
    if (sentence.where) where_.emplace(std::move(*sentence.where), words);
}

/// Whether an occurrence of the step stops the clock, by the sentence's own `where`.
Truth Repeat::counts(const Scene& scene, std::uint32_t event) const {
    return scene.truth_at(event, *where_);
}

std::vector<Repeat::Beat> Repeat::beats(const Scene& scene) const {
    const auto own = scene.occurrences(terms_.step);
    std::vector<Beat> all;
    std::size_t most = own.size();
    for (const auto* steps : {&from_, &until_})
        for (const rules::StepId step : *steps) most += scene.occurrences(step).size();
    all.reserve(most);
    const auto put = [&](std::uint32_t event, Role role) {
        Beat& beat = all.emplace_back();
        beat.event = event;
        beat.role = role;
    };
    const auto add = [&](const rules::typed::Steps& steps, Role role) {
        for (const rules::StepId step : steps)
            for (const Occurrence& one : scene.occurrences(step))
                if (one.sure && scene.reachable(one.event)) put(one.event, role);
    };
    add(from_, Role::from);
    const std::size_t first_own = all.size();
    for (const Occurrence& one : own) {
        if (!scene.reachable(one.event)) continue;
        const Truth counts = where_ ? this->counts(scene, one.event) : Truth::yes;
        if (counts != Truth::no) put(one.event, one.sure && counts == Truth::yes ? Role::own : Role::perhaps_own);
    }
    const std::size_t first_until = all.size();
    add(until_, Role::until);
    const auto before = [](const Beat& left, const Beat& right) {
        return left.event < right.event || (left.event == right.event && left.role < right.role);
    };
    // Most often all X stand before the others and all Y behind; the occurrences of one step are in order.
    const auto meet_in_order = [&](std::size_t at) {
        return at == 0 || at == all.size() || before(all[at - 1], all[at]);
    };
    const bool of_one_step_each = from_.size() == 1 && until_.size() == 1;
    if (!of_one_step_each || !meet_in_order(first_own) || !meet_in_order(first_until))
        std::sort(all.begin(), all.end(), before);
    return all;
}

/// Where a day's beats do not all have times, the order that is not held against the case: an occurrence counts before
/// a Y and after an X of its day, and a Y on X's date ends a clock already running, else the new one.
void Repeat::order_day(const Scene& scene, std::vector<Beat>& beats, std::size_t begin, std::size_t end,
                       bool running) const {
    const bool all_timed = std::all_of(beats.begin() + static_cast<std::ptrdiff_t>(begin),
                                       beats.begin() + static_cast<std::ptrdiff_t>(end),
                                       [&](const Beat& beat) { return scene.at(beat.event).timed(); });
    if (all_timed) return;
    const auto rank = [&](const Beat& beat) {
        switch (beat.role) {
            case Role::own:
            case Role::perhaps_own:
                return 1;
            case Role::from:
                return running ? 3 : 0;
            case Role::until:
                return 2;
        }
        return 0;
    };
    std::stable_sort(beats.begin() + static_cast<std::ptrdiff_t>(begin),
                     beats.begin() + static_cast<std::ptrdiff_t>(end),
                     [&](const Beat& left, const Beat& right) { return rank(left) < rank(right); });
}

void Repeat::judge_gap(const Scene& scene, std::uint32_t start, std::uint32_t own, std::uint32_t perhaps,
                       Judgements& out) const {
    Judgement& judgement = append_activated(scene, start, out);
    if (!applies_at_event(scene, judgement) || met_in_days(scene, judgement, own)) return;
    Fulfilment found;
    found.sure = own;
    found.perhaps = perhaps;
    decide(scene, judgement, deadline(limit_, scene.at(start), start, scene), found);
}

void Repeat::judge_open_gap(const Scene& scene, std::uint32_t start, std::uint32_t perhaps, const Moment* ended,
                            Judgements& out) const {
    const Deadline due = deadline(limit_, scene.at(start), start, scene);
    // A clock that ended before anything was due: no activation, whatever else is known of it.
    if (ended && due.in_time(*ended, scene) == InTime::yes) return;
    Judgement& judgement = append_activated(scene, start, out);
    if (!applies_at_event(scene, judgement)) return;
    if (!ended) {
        Fulfilment found;
        found.perhaps = perhaps;
        return decide(scene, judgement, due, found);
    }
    judgement.target = target_;
    due.note_due(scene, judgement);
    const bool unclear = due.in_time(*ended, scene) == InTime::unclear;
    judgement.verdict = unclear ? Verdict::undetermined : Verdict::missed;
    judgement.because = !unclear                              ? Because::as_it_says
                        : due.kind == Deadline::Kind::unknown ? due.because
                                                              : Because::times_too_coarse;
    judgement.kind = Kind::missed_step;
    if (perhaps != no_event && due.in_time(scene.at(perhaps), scene) != InTime::no) {
        judgement.verdict = Verdict::undetermined;
        judgement.because = Because::perhaps_fulfilled;
        judgement.partner = perhaps;
    }
    const bool due_first = judgement.has_due && rules::order(judgement.due, *ended) == std::partial_ordering::less;
    excuse(scene, judgement, due_first ? judgement.due : *ended);
}

void Repeat::judge_last_gap(const Scene& scene, std::uint32_t start, std::uint32_t perhaps, Judgements& out) const {
    const Moment* const closed = scene.episode.closed ? &scene.at(scene.episode.end - 1) : nullptr;
    judge_open_gap(scene, start, perhaps, closed, out);
}

bool Repeat::examine_plain_course(const Scene& scene, Judgements& out) const {
    if (where_ || from_.size() != 1 || until_.size() > 1) return false;
    // The only sure occurrence that counts, if there is one. False if there are more, or its time is not known.
    const auto find_only = [&](rules::StepId step, std::uint32_t& only) {
        only = no_event;
        for (const Occurrence& one : scene.occurrences(step)) {
            if (!one.sure || !scene.reachable(one.event)) continue;
            if (only != no_event || !scene.at(one.event).timed()) return false;
            only = one.event;
        }
        return true;
    };
    std::uint32_t from = no_event, until = no_event;
    if (!find_only(from_.front(), from) || from == no_event || !scene.in_episode(from)) return false;
    if (!until_.empty() && !find_only(until_.front(), until)) return false;
    // A Y before the clock runs, or in the tail, ends nothing.
    if (until != no_event && (until <= from || !scene.in_episode(until))) until = no_event;
    const auto own = scene.occurrences(terms_.step);
    const auto runs = [&](std::uint32_t event) { return event > from && event < until && scene.reachable(event); };
    for (const Occurrence& one : own) {
        if (!scene.reachable(one.event)) continue;
        if (!scene.at(one.event).timed() || (runs(one.event) && !one.sure)) return false;
        // One at the same time as X may be what X asks for.
        if (one.event < from && at_or_after(scene.at(one.event), scene.at(from))) return false;
    }

    std::uint32_t gap = from;
    for (const Occurrence& one : own) {
        if (!runs(one.event)) continue;
        end_gap(scene, gap, one.event, no_event, out);
        gap = one.event;
        if (!scene.in_episode(gap)) return true;  // in the tail it fulfils what was running, and starts nothing
    }
    if (until != no_event)
        judge_open_gap(scene, gap, no_event, &scene.at(until), out);
    else
        judge_last_gap(scene, gap, no_event, out);
    return true;
}

void Repeat::examine(const Scene& scene, Judgements& out) const {
    if (examine_plain_course(scene, out)) return;
    std::vector<Beat> all = beats(scene);
    std::uint32_t gap = no_event;  // the event from which the running gap is counted
    std::uint32_t perhaps = no_event;
    for (std::size_t begin = 0, end = 0; begin < all.size(); begin = end) {
        const rules::Date day = scene.at(all[begin].event).day;
        for (end = begin; end < all.size() && scene.at(all[end].event).day == day; ++end) {
        }
        if (end - begin > 1) order_day(scene, all, begin, end, gap != no_event);
        std::uint32_t last_own = no_event;  // an occurrence of this day, which an X of the day may still claim
        for (std::size_t i = begin; i < end; ++i) {
            const auto [event, role] = all[i];
            const Moment& at = scene.at(event);
            switch (role) {
                case Role::from:
                    if (gap != no_event || !scene.in_episode(event)) break;
                    gap = event;
                    perhaps = no_event;
                    if (last_own != no_event && last_own != event && at_or_after(scene.at(last_own), at)) {
                        end_gap(scene, gap, last_own, no_event, out);
                        gap = last_own;
                    }
                    break;
                case Role::perhaps_own:
                    if (gap != no_event && perhaps == no_event && event != gap) perhaps = event;
                    break;
                case Role::own:
                    last_own = event;
                    if (gap == no_event || event == gap) break;
                    end_gap(scene, gap, event, perhaps, out);
                    // In the tail it fulfils what was running, and starts nothing.
                    gap = scene.in_episode(event) ? event : no_event;
                    perhaps = no_event;
                    break;
                case Role::until:
                    if (gap == no_event || (event == gap && scene.at(event).timed())) break;
                    if (!scene.in_episode(event)) break;
                    judge_open_gap(scene, gap, perhaps, &at, out);
                    gap = no_event;
                    break;
            }
        }
    }
    if (gap != no_event) judge_last_gap(scene, gap, perhaps, out);
}

}  // namespace csapath::engine
