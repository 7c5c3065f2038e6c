// SPDX-License-Identifier: MIT
#include "engine/obligations/way.hpp"

#include <algorithm>

#include "engine/obligations/telling.hpp"

namespace csapath::engine {

Way::Way(Terms terms, std::vector<MustPass> ways, std::vector<InForce> in_force, Targets& targets)
    : Obligation(std::move(terms)),
      ways_(std::move(ways)),
      edges_in_force_(std::move(in_force)),
      target_(targets.number({terms_.step})),
      starts_(std::count_if(terms_.pathway->steps.begin(), terms_.pathway->steps.end(),
                            [](const Step& step) { return step.starts && step.track == "main"; })) {}

bool Way::concerns(const MustPass& way, const Episode& episode) const {
    if (!way.opened_by) return true;
    if (!episode.began_unseen) return way.opened_by == episode.opened_by;
    return starts_ ==
           std::count_if(ways_.begin(), ways_.end(), [&](const MustPass& other) { return other.before == way.before; });
}

Judgement Way::judge(const Scene& scene, std::uint32_t before) const {
    Judgement judgement = activated(scene, before);
    judgement.target = target_;
    const rules::Date day = scene.at(before).day;
    if (std::none_of(edges_in_force_.begin(), edges_in_force_.end(),
                     [&](const InForce& edge) { return edge.on(day); })) {
        judgement.verdict = Verdict::not_applicable;
        judgement.because = Because::not_in_force;
        return judgement;
    }
    if (!applies(scene, judgement, scene.at_activation(before))) return judgement;

    std::uint32_t later = no_event;
    bool perhaps = false;
    for (const Occurrence& own : scene.occurrences(terms_.step)) {
        if (!scene.reachable(own.event)) continue;
        const bool in_time = at_or_after(scene, before, own.event);
        if (own.sure && in_time) {
            judgement.verdict = Verdict::met;
            judgement.fulfilment = own.event;
            return judgement;
        }
        perhaps = perhaps || (!own.sure && in_time);
        if (own.sure && later == no_event) later = own.event;
    }
    judgement.verdict = later != no_event ? Verdict::failed : Verdict::missed;
    judgement.kind = later != no_event ? Kind::out_of_order : Kind::missed_step;
    judgement.because = later != no_event ? Because::came_later : Because::never_came;
    judgement.fulfilment = later;
    if (perhaps || scene.episode.began_unseen) {
        judgement.verdict = Verdict::undetermined;
        judgement.because = perhaps ? Because::perhaps_fulfilled : Because::began_unseen;
    }
    return judgement;
}

bool Way::at_or_after(const Scene& scene, std::uint32_t later, std::uint32_t earlier) {
    return rules::order(scene.at(later), scene.at(earlier)) != std::partial_ordering::less;
}

void Way::examine(const Scene& scene, Judgements& out) const {
    const auto worse = [](const Judgement& left, const Judgement& right) {
        const auto rank = [](Verdict verdict) {
            switch (verdict) {
                case Verdict::missed:
                    return 5;
                case Verdict::failed:
                    return 4;
                case Verdict::undetermined:
                    return 3;
                case Verdict::not_visible:
                    return 2;
                case Verdict::met:
                    return 1;
                default:
                    return 0;
            }
        };
        return rank(left.verdict) > rank(right.verdict);
    };
    std::optional<Judgement> worst;
    for (const MustPass& way : ways_) {
        if (!concerns(way, scene.episode)) continue;
        const auto all = scene.occurrences(way.before);
        const auto first = std::find_if(all.begin(), all.end(),
                                        [&](const Occurrence& one) { return one.sure && scene.in_episode(one.event); });
        if (first == all.end()) continue;
        const Judgement judgement = judge(scene, first->event);
        const bool earlier = worst && judgement.verdict == worst->verdict && judgement.activation < worst->activation;
        if (!worst || worse(judgement, *worst) || earlier) worst = judgement;
    }
    if (worst) out.push_back(*worst);
}

void Way::tell(const Scene& scene, const Judgement& judgement, Finding& finding) const {
    std::string& message = finding.message;
    std::string own;
    append_title(scene.pathway.steps[terms_.step].title, own);
    rules::typed::Steps before;
    for (const MustPass& way : ways_) before.push_back(way.before);
    const auto name_later = [&] {
        message += "the ";
        append_event_title(scene, judgement.activation, before, message);
        append_of(judgement.activated_at, message);
    };
    switch (judgement.verdict) {
        case Verdict::missed:
            message += "no ";
            message += own;
            message += " recorded before ";
            name_later();
            message += ", which every way through the pathway reaches by it";
            break;
        case Verdict::failed:
            message += own;
            message += ' ';
            message += happened_word(own);
            message += ' ';
            append_when(scene.at(judgement.fulfilment), message);
            message += ", after ";
            name_later();
            message += ", which it has to come before";
            break;
        case Verdict::met:
            message += own;
            message += " before ";
            name_later();
            break;
        default:
            message += "cannot tell whether ";
            message += own;
            message += " came before ";
            name_later();
            message += ": ";
            message += because_words(judgement.because);
    }
}

}  // namespace csapath::engine
