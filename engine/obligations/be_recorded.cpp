// SPDX-License-Identifier: MIT
#include "engine/obligations/be_recorded.hpp"

#include <algorithm>

#include "engine/obligations/same_word.hpp"
#include "engine/obligations/telling.hpp"

namespace csapath::engine {

using rules::Moment;
using rules::Value;

RecordedWithin::RecordedWithin(Terms terms, rules::typed::RecordedWithin sentence)
    : RunsOn(std::move(terms), std::move(sentence.limit)) {}

void RecordedWithin::decide(const Scene& scene, Judgement& judgement) const {
    const Deadline due = this->due(scene, judgement);
    if (scene.of.timeline.value(judgement.activation, rules::fact_recorded).kind != Value::Kind::moment)
        return cannot_tell(judgement, Because::not_recorded);
    const auto recorded = done(scene, judgement);
    if (!recorded) return not_yet(scene, judgement, due);
    switch (due.in_time(*recorded, scene)) {
        case InTime::yes:
            judgement.verdict = Verdict::met;
            break;
        case InTime::no:
            judgement.verdict = Verdict::late;
            judgement.late = due.late(*recorded, scene).value_or(0);
            break;
        case InTime::unclear:
            cannot_time(scene, judgement, due);
            break;
    }
}

std::optional<Moment> RecordedWithin::done(const Scene& scene, const Judgement& judgement) const {
    const Value& recorded = scene.of.timeline.value(judgement.activation, rules::fact_recorded);
    const bool done = recorded.kind == Value::Kind::moment &&
                      rules::order(recorded.moment, scene.as_of) != std::partial_ordering::greater;
    return done ? std::optional(recorded.moment) : std::nullopt;
}

void RecordedWithin::clause(const Scene&, const Judgement& judgement, std::string& to) const {
    to += "the ";
    name_own(judgement, to);
    to += " was recorded in time";
}

/// "visit of Tue 6 May 2025 recorded 2 working days late: due Thu 8 May 2025, recorded Mon 12 May 2025".
void RecordedWithin::fault(const Scene& scene, const Judgement& judgement, std::string& to) const {
    name_own(judgement, to);
    if (judgement.verdict == Verdict::late) {
        to += " recorded ";
        to += rules::in_words(judgement.late, unit());
        to += " late";
        append_due(judgement, to);
        to += ", recorded ";
        append_when(*done(scene, judgement), to);
        return;
    }
    to += " not yet recorded";
    append_standing(scene, judgement, to);
}

RecordedIn::RecordedIn(Terms terms, rules::typed::RecordedIn sentence)
    : AboutStep(std::move(terms)), systems_(std::move(sentence.systems)) {}

bool RecordedIn::names(std::string_view list, std::string_view system) {
    while (true) {
        const std::size_t end = list.find(';');
        if (same_word(list.substr(0, end), system)) return true;
        if (end == std::string_view::npos) return false;
        list.remove_prefix(end + 1);
    }
}

void RecordedIn::decide(const Scene& scene, Judgement& judgement) const {
    const Value& list = scene.of.timeline.value(judgement.activation, rules::fact_system);
    if (list.spoiled) return cannot_tell(judgement, Because::not_recorded);
    const bool all = list.kind == Value::Kind::text &&
                     std::all_of(systems_.begin(), systems_.end(),
                                 [&](const std::string& system) { return names(list.text, system); });
    judgement.verdict = all ? Verdict::met : Verdict::failed;
    if (!all) judgement.because = Because::not_recorded;
}

void RecordedIn::clause(const Scene&, const Judgement& judgement, std::string& to) const {
    to += "the ";
    name_own(judgement, to);
    to += " was recorded in ";
    append_list(systems_, to);
}

/// Only what the definition names is quoted, not what the data says instead.
void RecordedIn::fault(const Scene& scene, const Judgement& judgement, std::string& to) const {
    const Value& list = scene.of.timeline.value(judgement.activation, rules::fact_system);
    if (!list.known()) {
        to += "no system recorded for the ";
        name_own(judgement, to);
        to += ", so it cannot be shown to be in ";
        append_list(systems_, to);
        return;
    }
    std::vector<std::string> missing;
    for (const std::string& system : systems_)
        if (!names(list.text, system)) missing.push_back(system);
    name_own(judgement, to);
    to += " not recorded in ";
    append_list(missing, to);
}

}  // namespace csapath::engine
