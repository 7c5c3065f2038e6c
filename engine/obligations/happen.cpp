// SPDX-License-Identifier: MIT
#include "engine/obligations/happen.hpp"

#include <algorithm>

#include "engine/obligations/anchors.hpp"
#include "engine/obligations/telling.hpp"

namespace csapath::engine {

using rules::Truth;
using Which = rules::typed::HappenWithin::Which;

HappenWithin::HappenWithin(Terms terms, rules::typed::HappenWithin sentence, Targets& targets)
    : Timed(std::move(terms), std::move(sentence.limit), {}, targets),
      which_(sentence.which),
      anchor_(std::move(sentence.anchor)),
      matching_(std::move(sentence.matching)) {
    activating_ = anchor_.steps;
}

void HappenWithin::examine(const Scene& scene, Judgements& out) const {
    if (anchor_.date) return of_date(scene, out);
    switch (which_) {
        case Which::each:
            return each(scene, out);
        case Which::first:
            return first(scene, out);
        case Which::latest:
            return latest(scene, out);
    }
}

void HappenWithin::judge_event(const Scene& scene, std::uint32_t event, Judgements& out) const {
    if (out.counts_met() && !matching_ && !terms_.when) {
        const std::uint32_t plain = plain_fulfilment(scene, event);
        if (plain != no_event && plainly_met_in_days(scene, event, plain)) return out.count_met(terms_.number);
    }
    judge_at_event(scene, append_activated(scene, event, out), matching_ ? &*matching_ : nullptr);
}

void HappenWithin::undetermined_start(const Scene& scene, std::uint32_t event, Judgements& out) const {
    Judgement judgement = activated(scene, event);
    if (applies(scene, judgement, scene.at_activation(event))) {  // unknown `when` is said there; this is another doubt
        judgement.verdict = Verdict::undetermined;
        judgement.because = Because::when_is_unknown;
    }
    judgement.target = target_;
    out.push_back(judgement);
}

void HappenWithin::each(const Scene& scene, Judgements& out) const {
    if (anchor_.steps.size() == 1) {  // the commonest form, without a list of its own
        for (const Occurrence& x : scene.occurrences(anchor_.steps.front()))
            if (x.sure && scene.in_episode(x.event)) judge_event(scene, x.event, out);
        return;
    }
    for (const std::uint32_t x : events_of(anchor_.steps, scene)) judge_event(scene, x, out);
}

Truth HappenWithin::applies_at(const Scene& scene, std::uint32_t event) const {
    return terms_.when ? scene.truth_at(event, *terms_.when) : Truth::yes;
}

std::vector<HappenWithin::Start> HappenWithin::starts(const Scene& scene) const {
    std::vector<Start> all;
    for (const std::uint32_t x : events_of(anchor_.steps, scene)) {
        Start start{x, applies_at(scene, x), {}};
        if (matching_) start.matching = scene.of.timeline.value(x, matching_->fact);
        all.push_back(start);
    }
    return all;
}

std::vector<std::vector<HappenWithin::Start>> HappenWithin::starts_by_value(const Scene& scene) const {
    std::vector<std::vector<Start>> parts;
    for (const Start& start : starts(scene)) {
        const auto part = std::find_if(parts.begin(), parts.end(), [&](const std::vector<Start>& known) {
            return !matching_ || rules::same(known.front().matching, start.matching);
        });
        if (part == parts.end())
            parts.push_back({start});
        else
            part->push_back(start);
    }
    return parts;
}

/// The first X whose `when` is true; one before it of which that is not known leaves the whole undetermined.
void HappenWithin::first(const Scene& scene, Judgements& out) const {
    if (anchor_.steps.size() == 1 && !matching_) {  // the commonest form, without lists of its own
        std::uint32_t first = no_event;
        for (const Occurrence& x : scene.occurrences(anchor_.steps.front())) {
            if (!x.sure || !scene.in_episode(x.event)) continue;
            if (first == no_event) first = x.event;
            if (applies_at(scene, x.event) == Truth::no) continue;
            first = x.event;
            break;
        }
        if (first != no_event) judge_event(scene, first, out);
        return;
    }
    for (const auto& part : starts_by_value(scene)) {
        const auto first =
            std::find_if(part.begin(), part.end(), [](const Start& start) { return start.applies != Truth::no; });
        judge_event(scene, first == part.end() ? part.front().event : first->event, out);
    }
}

/// Runs of X with no occurrence of this step between them: each run's last X activates. An own occurrence with no new X
/// since the one before is no activation.
void HappenWithin::latest(const Scene& scene, Judgements& out) const {
    for (auto part : starts_by_value(scene)) {
        const bool all_no =
            std::all_of(part.begin(), part.end(), [](const Start& start) { return start.applies == Truth::no; });
        if (all_no) {
            judge_event(scene, part.back().event, out);
            continue;
        }
        std::erase_if(part, [](const Start& start) { return start.applies == Truth::no; });
        runs(scene, part, out);
    }
}

void HappenWithin::runs(const Scene& scene, const std::vector<Start>& starts, Judgements& out) const {
    const Sought sought{sought_, matching_ ? &*matching_ : nullptr, starts.front().matching};
    std::vector<bool> taken(starts.size());
    std::size_t next = 0;  // all before it are taken
    const auto judge_last = [&](const Start& last) {
        if (last.applies == Truth::yes)
            judge_event(scene, last.event, out);
        else
            undetermined_start(scene, last.event, out);
    };
    for (const Occurrence& own : scene.occurrences(terms_.step)) {
        if (!own.sure || !scene.reachable(own.event) || matches(sought, own.event, scene) == Truth::no) continue;
        const bool another = another_of(anchor_.steps, terms_.step, own.event, scene);
        const Start* last = nullptr;
        // On a shared date without both times X comes before the own occurrence, also where it stands after it, and
        // after an X with a time that is later.
        for (std::size_t at = next; at < starts.size() && scene.at(starts[at].event).day <= scene.at(own.event).day;
             ++at) {
            if (taken[at] || (starts[at].event == own.event && !another) ||
                !at_or_after(scene.at(own.event), scene.at(starts[at].event)))
                continue;
            taken[at] = true;
            last = &starts[at];
        }
        while (next < starts.size() && taken[next]) ++next;
        if (last) judge_last(*last);
    }
    for (std::size_t at = starts.size(); at-- > next;) {
        if (taken[at]) continue;
        judge_last(starts[at]);
        break;
    }
}

void HappenWithin::of_date(const Scene& scene, Judgements& out) const {
    for (const DateAnchor& anchor : dates_of(*anchor_.date, scene)) {
        if (!anchor.date) {
            Judgement judgement =
                anchor.event ? activated(scene, *anchor.event) : activated(scene, scene.at(scene.episode.begin).day);
            const Viewpoint view =
                anchor.event ? scene.at_activation(*anchor.event) : scene.on_day(judgement.activated_at.day);
            if (applies(scene, judgement, view)) {
                const bool carried =
                    scene.coverage.facts[anchor_.date->fact] || scene.coverage.case_facts[anchor_.date->fact];
                judgement.verdict = carried ? Verdict::undetermined : Verdict::not_visible;
                judgement.because = carried ? Because::date_not_recorded : Because::not_carried;
            }
            out.push_back(judgement);
            continue;
        }
        Judgement judgement = anchor.event ? activated(scene, *anchor.event) : activated(scene, anchor.date->day);
        judgement.activated_at = *anchor.date;
        Viewpoint view = anchor.event ? scene.at_activation(*anchor.event) : scene.on_day(anchor.date->day);
        view.activated_at = *anchor.date;
        judge(scene, out.push_back(judgement), view, nullptr);
    }
}

void HappenWithin::name_activation(const Scene& scene, const Judgement& judgement, std::string& to) const {
    if (!anchor_.date) return Timed::name_activation(scene, judgement, to);
    to += "the ";
    to += scene.pathway.words.facts()[anchor_.date->fact].name;
    append_of(judgement.activated_at, to);
}

}  // namespace csapath::engine
