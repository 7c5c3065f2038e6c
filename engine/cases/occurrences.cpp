// SPDX-License-Identifier: MIT
#include "engine/cases/occurrences.hpp"

namespace csapath::engine {

using rules::Truth;
using rules::Value;

namespace {

/// In a step's `where` only the event itself and the case are looked at; the checker lets nothing else through.
class OfOneEvent final : public rules::Questions {
public:
    OfOneEvent(const Timeline& timeline, std::uint32_t event) : timeline_(timeline), event_(event) {}

    Value value(const rules::typed::Path& path) const override {
        if (path.fact == rules::fact_at) return Value::of_moment(timeline_[event_].at);
        if (path.from != rules::typed::Path::From::the_case) {
            const Value& own = timeline_.value(event_, path.fact);
            if (own.known() || own.spoiled || path.from == rules::typed::Path::From::activation) return own;
        }
        return timeline_.case_value(path.fact);
    }
    Count count(rules::StepId) const override { return {}; }
    Truth happened(rules::StepId, bool, const rules::Period*) const override { return Truth::unknown; }
    Truth between(rules::StepId, rules::StepId) const override { return Truth::unknown; }
    std::partial_ordering age_against(rules::Period) const override { return std::partial_ordering::unordered; }
    std::partial_ordering since_against(rules::StepId, rules::Period) const override {
        return std::partial_ordering::unordered;
    }
    std::partial_ordering since_against(const rules::typed::Path&, rules::Period) const override {
        return std::partial_ordering::unordered;
    }

private:
    const Timeline& timeline_;
    std::uint32_t event_;
};

}  // namespace

Truth occurs_where(const rules::Program& where, const Timeline& timeline, std::uint32_t event) {
    const rules::AttributeQuestion* const only = where.only_question();
    if (only != nullptr && only->path().from != rules::typed::Path::From::the_case) {  // most often the event says it
        const Value& own = timeline.value(event, only->path().fact);
        if (own.known()) return only->answer(own);
    }
    return where.evaluate(OfOneEvent(timeline, event));
}

void StepRoles::finish() {
    plainly.clear();
    for (const std::vector<rules::StepId>& of_one : of_type)
        plainly.push_back(of_one.size() == 1 && !steps[of_one.front()].where ? of_one.front() : several);
}

void Occurrences::find(const Timeline& timeline, const StepRoles& roles) {
    of_step_.resize(roles.steps.size());
    for (std::vector<Occurrence>& of_one : of_step_) of_one.clear();
    std::uint32_t event = 0;
    for (const Timeline::Entry& entry : timeline.entries()) {
        if (const rules::StepId plain = roles.plainly[entry.type]; plain != StepRoles::several) {
            of_step_[plain].push_back({event++, true});
            continue;
        }
        for (const rules::StepId step : roles.of_type[entry.type]) {
            const Truth truth = occurs(timeline, event, step, roles);
            if (truth == Truth::no) continue;
            of_step_[step].push_back({event, truth == Truth::yes});
        }
        ++event;
    }
}

}  // namespace csapath::engine
