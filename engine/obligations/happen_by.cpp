// SPDX-License-Identifier: MIT
#include "engine/obligations/happen_by.hpp"

namespace csapath::engine {

namespace {
/// A fact declared for the step itself is read from its latest occurrence: nothing else activates this sentence.
rules::typed::Limit by(rules::typed::Path path, rules::StepId step) {
    if (path.from == rules::typed::Path::From::activation) {
        path.from = rules::typed::Path::From::step;
        path.step = step;
    }
    rules::typed::Limit limit;
    limit.kind = rules::typed::Limit::Kind::by;
    limit.by = path;
    return limit;
}
}  // namespace

HappenBy::HappenBy(Terms terms, const rules::typed::HappenBy& sentence, Targets& targets)
    : Timed(std::move(terms), {}, {}, targets) {
    limit_ = by(sentence.by, terms_.step);
}

void HappenBy::examine(const Scene& scene, Judgements& out) const {
    const std::uint32_t start = scene.episode.begin;
    Judgement judgement = activated(scene, start);
    if (applies(scene, judgement, scene.at_activation(start))) {
        const Deadline due = deadline(limit_, scene.at(start), no_event, scene);
        Fulfilment found;
        for (const Occurrence& own : scene.occurrences(terms_.step)) {
            if (!scene.reachable(own.event)) continue;
            if (own.sure) {
                found.sure = own.event;
                break;
            }
            if (found.perhaps == no_event) found.perhaps = own.event;
        }
        decide(scene, judgement, due, found);
        if (scene.episode.began_unseen && (is_finding(judgement.verdict) || judgement.verdict == Verdict::pending)) {
            judgement.verdict = Verdict::undetermined;
            judgement.because = Because::began_unseen;
            judgement.late = 0;
        }
    }
    out.push_back(judgement);
}

}  // namespace csapath::engine
