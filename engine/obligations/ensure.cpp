// SPDX-License-Identifier: MIT
#include "engine/obligations/ensure.hpp"

#include "engine/obligations/telling.hpp"

namespace csapath::engine {

using rules::Truth;

Ensure::Ensure(Terms terms, rules::typed::Ensure sentence)
    : AboutStep(std::move(terms)), condition_(std::move(sentence.condition), terms_.pathway->words) {}

void Ensure::decide(const Scene& scene, Judgement& judgement) const {
    const Viewpoint view = scene.at_activation(judgement.activation);
    switch (condition_.evaluate(Answers(scene.of, scene.episode, view, scene.by))) {
        case Truth::yes:
            judgement.verdict = Verdict::met;
            break;
        case Truth::no:
            judgement.verdict = Verdict::failed;
            break;
        case Truth::unknown:
            if (carried(scene.coverage, condition_))
                cannot_tell(judgement, Because::condition_is_unknown);
            else
                cannot_see(judgement);
            break;
    }
}

void Ensure::tell(const Scene& scene, const Judgement& judgement, Finding& finding) const {
    AboutStep::tell(scene, judgement, finding);
    if (judgement.verdict == Verdict::not_applicable) return;
    const Viewpoint view = scene.at_activation(judgement.activation);
    for (std::string& line : condition_.why(Answers(scene.of, scene.episode, view, scene.by)))
        finding.why.push_back(std::move(line));
}

void Ensure::clause(const Scene&, const Judgement& judgement, std::string& to) const {
    to += "the ";
    name_own(judgement, to);
    to += " is as asked for (";
    append_written(condition_.condition().where, to);
    to += ")";
}

void Ensure::fault(const Scene&, const Judgement& judgement, std::string& to) const {
    name_own(judgement, to);
    to += " is not as asked for: ";
    append_written(condition_.condition().where, to);
}

}  // namespace csapath::engine
