// SPDX-License-Identifier: MIT
#include "engine/obligations/follow.hpp"

#include "engine/obligations/fulfilment.hpp"
#include "engine/obligations/telling.hpp"

namespace csapath::engine {

Follow::Follow(Terms terms, rules::typed::Follow sentence)
    : AboutStep(std::move(terms)), first_(std::move(sentence.steps)), within_(sentence.within) {}

Follow::Found Follow::look(const Scene& scene, std::uint32_t own) const {
    Found found;
    const auto latest = [](std::uint32_t& known, std::uint32_t event) {
        if (known == no_event || event > known) known = event;
    };
    for (const rules::StepId step : first_) {
        const bool is_own = step == terms_.step;
        for (const Occurrence& x : scene.occurrences(step)) {
            if (!scene.reachable(x.event) || (is_own && x.event == own)) continue;
            // Of one step, two events on a day without both times: only what stands before can have come first.
            const bool came_first = at_or_after(scene.at(own), scene.at(x.event)) && !(is_own && x.event > own);
            if (!came_first) {
                if (x.sure && x.event < found.later) found.later = x.event;
                continue;
            }
            const auto ago = within_ ? time_against(scene.at(x.event), scene.at(own), *within_, scene.by)
                                     : std::partial_ordering::less;
            if (ago > 0) {
                if (x.sure) latest(found.too_long, x.event);
            } else if (!x.sure) {
                found.perhaps = true;
            } else if (ago == std::partial_ordering::unordered) {
                found.unclear = true;
            } else {
                latest(found.in_time, x.event);
            }
        }
    }
    return found;
}

void Follow::decide(const Scene& scene, Judgement& judgement) const {
    const std::uint32_t own = judgement.activation;
    const Found found = look(scene, own);
    if (found.in_time != no_event) {
        judgement.verdict = Verdict::met;
        judgement.fulfilment = found.in_time;
        return;
    }
    if (found.unclear) {
        const bool hours = within_->unit == rules::Unit::hours;
        return cannot_tell(judgement, hours ? Because::times_too_coarse : Because::beyond_calendar);
    }
    if (found.perhaps) return cannot_tell(judgement, Because::perhaps_fulfilled);
    // What came before the episode's first event is not in the data. It changes nothing only if that event is itself
    // too long ago.
    const bool unseen_is_too_long =
        within_ && time_against(scene.at(scene.episode.begin), scene.at(own), *within_, scene.by) > 0;
    if (scene.episode.began_unseen && !unseen_is_too_long) return cannot_tell(judgement, Because::began_unseen);

    judgement.verdict = Verdict::failed;
    if (found.too_long != no_event) {
        judgement.kind = Kind::delay;
        judgement.because = Because::too_long_ago;
        judgement.partner = found.too_long;
    } else if (found.later != no_event) {
        judgement.kind = Kind::out_of_order;
        judgement.because = Because::came_later;
        judgement.partner = found.later;
    } else {
        judgement.kind = Kind::missed_step;
        judgement.because = Because::never_came;
    }
}

void Follow::clause(const Scene& scene, const Judgement& judgement, std::string& to) const {
    append_steps(scene.pathway, first_, to);
    to += " came ";
    if (within_) {
        to += "no more than ";
        to += rules::in_words(*within_);
        to += ' ';
    }
    to += "before the ";
    name_own(judgement, to);
}

void Follow::fault(const Scene& scene, const Judgement& judgement, std::string& to) const {
    std::string first;
    append_steps(scene.pathway, first_, first);
    if (judgement.because == Because::never_came) {
        to += "no ";
        to += first;
        to += " recorded before the ";
        name_own(judgement, to);
        return;
    }
    const auto was = [&](std::string_view which) {
        to += which;
        to += happened_word(first);
        to += ' ';
        append_when(scene.at(judgement.partner), to);
    };
    if (judgement.because == Because::came_later) {
        name_own(judgement, to);
        to += " came before any ";
        to += first;
        was(": the first was ");
        return;
    }
    to += first;
    to += " more than ";
    to += rules::in_words(*within_);
    to += " before the ";
    name_own(judgement, to);
    was(": the last was ");
}

}  // namespace csapath::engine
