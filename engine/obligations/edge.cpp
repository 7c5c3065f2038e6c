// SPDX-License-Identifier: MIT
#include "engine/obligations/edge.hpp"

namespace csapath::engine {

using rules::Truth;

EdgeObligation::EdgeObligation(Terms terms, rules::typed::Steps to, rules::typed::Limit limit,
                               std::optional<rules::typed::Path> matching, Targets& targets)
    : Timed(std::move(terms), std::move(limit), std::move(to), targets), matching_(std::move(matching)) {
    activating_ = {terms_.step};
}

void EdgeObligation::examine(const Scene& scene, Judgements& out) const {
    for (const Occurrence& from : scene.occurrences(terms_.step)) {
        if (!from.sure || !scene.in_episode(from.event)) continue;
        judge_at_event(scene, append_activated(scene, from.event, out), matching_ ? &*matching_ : nullptr);
    }
}

OtherwiseObligation::OtherwiseObligation(Terms terms, rules::typed::Steps to, rules::typed::Limit limit,
                                         std::vector<rules::Program> other_whens, Targets& targets)
    : Timed(std::move(terms), std::move(limit), std::move(to), targets), others_(std::move(other_whens)) {
    activating_ = {terms_.step};
}

void OtherwiseObligation::examine(const Scene& scene, Judgements& out) const {
    for (const Occurrence& from : scene.occurrences(terms_.step)) {
        if (!from.sure || !scene.in_episode(from.event)) continue;
        Judgement judgement = activated(scene, from.event);
        const Viewpoint view = scene.at_activation(from.event);
        Truth other = Truth::no;
        for (const rules::Program& when : others_) other = other | scene.truth_at(from.event, when);
        if (other == Truth::no) {
            judge(scene, out.push_back(judgement), view, nullptr);
            continue;
        }
        if (applies(scene, judgement, view)) {
            judgement.verdict = other == Truth::yes ? Verdict::not_applicable : Verdict::undetermined;
            judgement.because = other == Truth::yes ? Because::when_is_false : Because::otherwise_unknown;
        } else if (other == Truth::yes) {
            judgement.verdict = Verdict::not_applicable;
            judgement.because = Because::when_is_false;
        }
        out.push_back(judgement);
    }
}

}  // namespace csapath::engine
