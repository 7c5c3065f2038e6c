// SPDX-License-Identifier: MIT
#include "engine/obligations/ensure.hpp"

#include <algorithm>
#include <limits>

#include "engine/obligations/telling.hpp"

namespace csapath::engine {

using rules::StepId;
using rules::Truth;

namespace {

/// Answers in which a step that no source can show has not "not happened": that is not known.
class AsShown final : public rules::Questions {
public:
    AsShown(const Answers& answers, const std::vector<StepId>& hidden) : answers_(answers), hidden_(hidden) {}

    rules::Value value(const rules::typed::Path& path) const override { return answers_.value(path); }
    Count count(StepId step) const override {
        Count count = answers_.count(step);
        if (hidden(step)) count.most = std::numeric_limits<std::int64_t>::max();
        return count;
    }
    Truth happened(StepId step, bool ever, const rules::Period* within) const override {
        const Truth truth = answers_.happened(step, ever, within);
        return hidden(step) ? truth | Truth::unknown : truth;
    }
    Truth between(StepId from, StepId to) const override {
        return hidden(from) || hidden(to) ? Truth::unknown : answers_.between(from, to);
    }
    std::partial_ordering age_against(rules::Period period) const override { return answers_.age_against(period); }
    std::partial_ordering since_against(StepId step, rules::Period period) const override {
        return hidden(step) ? std::partial_ordering::unordered : answers_.since_against(step, period);
    }
    std::partial_ordering since_against(const rules::typed::Path& date, rules::Period period) const override {
        return answers_.since_against(date, period);
    }

private:
    bool hidden(StepId step) const { return std::find(hidden_.begin(), hidden_.end(), step) != hidden_.end(); }

    const Answers& answers_;
    const std::vector<StepId>& hidden_;
};

}  // namespace

Ensure::Ensure(Terms terms, rules::typed::Ensure sentence)
    : AboutStep(std::move(terms)),
      condition_(std::move(sentence.condition), terms_.pathway->words),
      asks_for_steps_(!condition_.needs().steps.empty()) {}

bool Ensure::plainly_met(const Scene& scene, std::uint32_t event) const {
    return holds(scene, event) == Truth::yes;
}

Truth Ensure::holds_as_shown(const Scene& scene, std::uint32_t event) const {
    std::vector<StepId> hidden;
    for (const StepId step : condition_.needs().steps)
        if (!shown_by(scene.coverage, step)) hidden.push_back(step);
    const Viewpoint view = scene.at_activation(event);
    const Answers answers(scene.of, scene.episode, view, scene.by);
    return hidden.empty() ? condition_.evaluate(answers) : condition_.evaluate(AsShown(answers, hidden));
}

void Ensure::decide(const Scene& scene, Judgement& judgement) const {
    switch (holds(scene, judgement.activation)) {
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
    std::vector<std::string> lines = condition_.why(Answers(scene.of, scene.episode, view, scene.by));
    if (is_finding(judgement.verdict)) append_list(lines, finding.message);  // goes on where `fault` ended
    for (std::string& line : lines) finding.why.push_back(std::move(line));
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
}

}  // namespace csapath::engine
