// SPDX-License-Identifier: MIT
#include "engine/obligations/happen_times.hpp"

#include "engine/findings/append.hpp"
#include "engine/obligations/telling.hpp"

namespace csapath::engine {

HappenTimes::HappenTimes(Terms terms, const rules::typed::HappenTimes& sentence, Targets& targets)
    : AboutStep(std::move(terms)), how_(sentence.how), times_(sentence.times), target_(targets.number({terms_.step})) {}

Kind HappenTimes::kind() const {
    return how_ == How::at_most ? Kind::unexpected : Kind::missed_step;
}

void HappenTimes::examine(const Scene& scene, Judgements& out) const {
    Judgement judgement = activated(scene, scene.episode.begin);
    if (applies(scene, judgement, scene.at_activation(scene.episode.begin))) judge(scene, judgement);
    out.push_back(judgement);
}

void HappenTimes::decide(const Scene& scene, Judgement& judgement) const {
    std::uint32_t sure = 0, unsure = 0, sure_in_tail = 0, unsure_in_tail = 0;
    std::uint32_t fills_up = no_event, too_many = no_event;
    for (const Occurrence& own : scene.occurrences(terms_.step)) {
        if (scene.in_episode(own.event)) {
            (own.sure ? sure : unsure) += 1;
            if (own.sure && sure == times_ + 1) too_many = own.event;
        } else if (scene.in_tail(own.event)) {
            (own.sure ? sure_in_tail : unsure_in_tail) += 1;
        } else {
            continue;
        }
        if (own.sure && sure + sure_in_tail == times_) fills_up = own.event;
    }
    judgement.number = sure;
    const bool may_be_too_many = how_ != How::at_least, may_be_too_few = how_ != How::at_most;

    if (may_be_too_many && sure > times_) {
        judgement.verdict = Verdict::failed;
        judgement.kind = Kind::unexpected;
        judgement.because = Because::too_many;
        judgement.fulfilment = too_many;
        return;
    }
    if (may_be_too_few && sure + sure_in_tail < times_) {
        if (scene.episode.began_unseen) return cannot_tell(judgement, Because::began_unseen);
        if (scene.episode.closed && sure + unsure + sure_in_tail + unsure_in_tail >= times_)
            return cannot_tell(judgement, Because::perhaps_fulfilled);
        judgement.verdict = scene.episode.closed ? Verdict::missed : Verdict::pending;
        judgement.kind = Kind::missed_step;
        judgement.because = Because::too_few;
        judgement.number += sure_in_tail;
        judgement.target = target_;
        return;
    }
    // Enough, and not too many as far as is known. Like a count in a condition it is unknown where events of which it
    // is not known what they are, or unseen ones, would be too many.
    if (may_be_too_many && scene.episode.began_unseen) return cannot_tell(judgement, Because::began_unseen);
    if (may_be_too_many && sure + unsure > times_) return cannot_tell(judgement, Because::perhaps_fulfilled);
    judgement.verdict = Verdict::met;
    if (may_be_too_few) judgement.fulfilment = fills_up;
}

/// "once", "at least 2 times".
void HappenTimes::append_asked(std::string& to) const {
    if (how_ == How::exactly && times_ == 1) {
        to += "once";
        return;
    }
    to += how_ == How::exactly ? "exactly " : how_ == How::at_least ? "at least " : "at most ";
    append_number(times_, to);
    to += times_ == 1 ? " time" : " times";
}

void HappenTimes::clause(const Scene& scene, const Judgement&, std::string& to) const {
    append_steps(scene.pathway, {terms_.step}, to);
    to += " happened ";
    append_asked(to);
}

/// "strategy discussion recorded 3 times, asked for at most 2 times: the first too many was held Thu 8 May 2025".
void HappenTimes::fault(const Scene& scene, const Judgement& judgement, std::string& to) const {
    std::string own;
    append_steps(scene.pathway, {terms_.step}, own);
    if (judgement.number == 0) {
        to += "no ";
        to += own;
        to += " recorded";
    } else {
        to += own;
        to += " recorded ";
        append_number(judgement.number, to);
        to += judgement.number == 1 ? " time" : " times";
    }
    if (judgement.verdict == Verdict::missed) {
        to += " when the episode closed on ";
        append_when({scene.at(scene.episode.end - 1).day}, to);
    } else if (judgement.verdict == Verdict::pending) {
        to += " so far";
    }
    to += ", asked for ";
    append_asked(to);
    if (judgement.because != Because::too_many) return;
    to += ": the first too many was ";
    to += happened_word(own);
    to += ' ';
    append_when(scene.at(judgement.fulfilment), to);
}

}  // namespace csapath::engine
