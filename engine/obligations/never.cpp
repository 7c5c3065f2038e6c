// SPDX-License-Identifier: MIT
#include "engine/obligations/never.hpp"

#include <algorithm>

#include "engine/obligations/telling.hpp"

namespace csapath::engine {

namespace {
/// For sure, both ways: on a shared date without both times neither is true.
bool earlier(const Scene& scene, std::uint32_t one, std::uint32_t other) {
    return rules::order(scene.at(one), scene.at(other)) == std::partial_ordering::less;
}
}  // namespace

Never::Never(Terms terms, rules::typed::Never sentence)
    : AboutStep(std::move(terms)), how_(sentence.how), steps_(std::move(sentence.steps)), until_(sentence.to) {
    if (how_ == How::between) steps_ = {sentence.from};
}

bool Never::can_be_shown(const Coverage& coverage) const {
    if (how_ == How::ever) return true;
    return any_shown(coverage, steps_) && (how_ != How::between || shown_by(coverage, until_));
}

Kind Never::kind() const {
    return how_ == How::ever ? Kind::unexpected : Kind::out_of_order;
}

/// It fails only if an X comes later and none came before.
Never::Found Never::before(const Scene& scene, std::uint32_t own) const {
    Found found;
    bool cleared = false;
    for (const rules::StepId step : steps_) {
        for (const Occurrence& x : scene.occurrences(step)) {
            if (!scene.reachable(x.event) || (step == terms_.step && x.event == own)) continue;
            if (!earlier(scene, own, x.event))
                (x.sure ? cleared : found.perhaps_not) = true;
            else if (x.sure && scene.in_episode(x.event))
                found.against = std::min(found.against, x.event);
        }
    }
    if (cleared) return {};
    found.unseen = found.against != no_event && scene.episode.began_unseen;
    return found;
}

Never::Found Never::after(const Scene& scene, std::uint32_t own) const {
    Found found;
    for (const rules::StepId step : steps_)
        for (const Occurrence& x : scene.occurrences(step))
            if (x.sure && scene.in_episode(x.event) && earlier(scene, x.event, own) &&
                (found.against == no_event || x.event > found.against))
                found.against = x.event;
    found.unseen = found.against == no_event && scene.episode.began_unseen;
    return found;
}

/// From an X to the first Y at or after it. The latest X before is the one with the fewest Y between.
Never::Found Never::between(const Scene& scene, std::uint32_t own) const {
    const auto closes = [&](const Occurrence& y) { return scene.reachable(y.event) && !earlier(scene, own, y.event); };
    Found found;
    for (const Occurrence& x : scene.occurrences(steps_.front())) {
        if (!x.sure || !scene.in_episode(x.event) || !earlier(scene, x.event, own)) continue;
        bool closed = false, perhaps_closed = false;
        for (const Occurrence& y : scene.occurrences(until_))
            if (closes(y) && !earlier(scene, y.event, x.event)) (y.sure ? closed : perhaps_closed) = true;
        if (!closed) {
            found.against = x.event;
            found.perhaps_not = perhaps_closed;
        }
    }
    const auto all = scene.occurrences(until_);
    found.unseen = found.against == no_event && scene.episode.began_unseen &&
                   std::none_of(all.begin(), all.end(), [&](const Occurrence& y) { return y.sure && closes(y); });
    return found;
}

void Never::decide(const Scene& scene, Judgement& judgement) const {
    if (how_ == How::ever) {
        judgement.verdict = Verdict::failed;
        return;
    }
    const std::uint32_t own = judgement.activation;
    const Found found = how_ == How::before  ? before(scene, own)
                        : how_ == How::after ? after(scene, own)
                                             : between(scene, own);
    if (found.unseen) return cannot_tell(judgement, Because::began_unseen);
    if (found.against == no_event) {
        judgement.verdict = Verdict::met;
        return;
    }
    if (found.perhaps_not) return cannot_tell(judgement, Because::perhaps_fulfilled);
    judgement.verdict = Verdict::failed;
    judgement.partner = found.against;
    if (how_ == How::before) judgement.because = Because::came_later;
}

void Never::clause(const Scene& scene, const Judgement& judgement, std::string& to) const {
    to += "the ";
    name_own(judgement, to);
    to += " was in order (never";
    if (how_ != How::ever) {
        to += how_ == How::before ? " before " : how_ == How::after ? " after " : " between ";
        append_steps(scene.pathway, steps_, to);
    }
    if (how_ == How::between) {
        to += " and ";
        append_steps(scene.pathway, {until_}, to);
    }
    to += ")";
}

/// "visit of Tue 6 May 2025 came before the referral of Thu 8 May 2025".
void Never::fault(const Scene& scene, const Judgement& judgement, std::string& to) const {
    name_own(judgement, to);
    if (how_ == How::ever) {
        to += " recorded, where none should be";
        return;
    }
    to += how_ == How::before ? " came before the " : " came after the ";
    append_event_title(scene, judgement.partner, steps_, to);
    append_of(scene.at(judgement.partner), to);
    if (how_ == How::between) {
        to += " and before any ";
        append_steps(scene.pathway, {until_}, to);
    }
}

}  // namespace csapath::engine
