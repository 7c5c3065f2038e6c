// SPDX-License-Identifier: MIT
/// `steps:`, what each step says about itself: its title, lane, events and whose it is.
#include <fmt/format.h>

#include <algorithm>

#include "engine/pathway/ids.hpp"
#include "engine/pathway/sections.hpp"
#include "rules/language/check.hpp"
#include "rules/language/parse.hpp"
#include "rules/text/near_name.hpp"

namespace csapath::engine {

using rules::Code;

void name_steps(const Node& steps, Draft& draft) {
    std::vector<Named> names;
    if (steps.entries.empty()) {
        draft.diagnostics.add(
            {.code = Code::field_missing, .where = steps.where, .message = "a definition needs at least one step"});
    }
    for (const auto& [id, value] : steps.entries) {
        usable_id(id.text, id.where, "a step", Keywords::sentence, draft.diagnostics);
        names.push_back({id.text, id.where});
        const Node* title = value.find("title");
        draft.pathway.words.add_step(id.text, title && title->is_scalar() ? title->text() : spelled_out(id.text));
    }
    warn_of_near_names(names, "the step", draft.diagnostics);
}

namespace {

/// The events of a step; where it names none, the event of its own name.
std::vector<EventTypeId> read_events(Fields& fields, const Node::Entry& entry, Draft& draft) {
    std::vector<EventTypeId> events;
    if (!fields.any("events")) {
        if (const auto own = draft.pathway.event_type(entry.key.text)) return {*own};
        draft.diagnostics.add(
            {.code = Code::pathway_event_unknown,
             .where = entry.key.where,
             .message = fmt::format("the step '{}' names no events, and there is no event of that name{}",
                                    entry.key.text, rules::did_you_mean(entry.key.text, draft.pathway.event_types)),
             .help = "name its events under `events`, or declare the event under event-types"});
        return events;
    }
    const auto written = fields.scalars("events");
    if (written.empty() && fields.any("events")->is_list()) {
        draft.diagnostics.add({.code = Code::field_value,
                               .where = fields.any("events")->where,
                               .message = "a step without any event can never occur"});
    }
    for (const Node* name : written) {
        const auto type = find_event_type(*name, draft);
        if (!type) continue;
        if (std::find(events.begin(), events.end(), *type) != events.end()) {
            draft.diagnostics.add({.code = Code::rule_repeated_name,
                                   .where = name->where,
                                   .message = fmt::format("the event '{}' stands twice", name->text())});
            continue;
        }
        events.push_back(*type);
    }
    return events;
}

std::optional<rules::typed::Condition> read_where(Fields& fields, rules::StepId step, Draft& draft) {
    const Node* written = fields.scalar("where");
    if (!written) return std::nullopt;
    const auto condition = rules::parse_condition(written->scalar, draft.diagnostics);
    if (!condition) return std::nullopt;
    return rules::check_where(*condition, step, draft.pathway.words, draft.diagnostics);
}

std::optional<rules::AgencyId> read_lead_agency(Fields& fields, Draft& draft) {
    const Node* written = fields.scalar("by");
    if (!written) return std::nullopt;
    const rules::Vocabulary& words = draft.pathway.words;
    const auto agency = words.agency(written->text());
    if (!agency) {
        draft.diagnostics.add({.code = Code::pathway_agency_unknown,
                               .where = written->where,
                               .message = fmt::format("there is no agency '{}'{}", written->text(),
                                                      rules::did_you_mean(written->text(), words.agency_names()))});
    }
    return agency;
}

Step read_step(const Node::Entry& entry, rules::StepId number, Draft& draft) {
    Fields fields{entry.value, fmt::format("the step '{}'", entry.key.text), draft.diagnostics};
    Step step{.id = entry.key.text, .span = entry.key.where};
    step.title = fields.text("title").value_or(std::string{});
    if (step.title.empty()) step.title = spelled_out(step.id);
    step.stage = fields.text("stage").value_or(std::string{});
    if (auto track = fields.text("track").value_or(std::string{}); !track.empty()) step.track = std::move(track);
    step.events = read_events(fields, entry, draft);
    step.where = read_where(fields, number, draft);
    if (step.where) step.where_text = fields.any("where")->scalar;
    step.starts = fields.yes_no("starts").value_or(false);
    step.ends = fields.yes_no("ends").value_or(false);
    step.working_days_only = fields.yes_no("working-days-only").value_or(false);
    step.by = read_lead_agency(fields, draft);
    fields.any(next_key);
    fields.any(must_key);
    fields.done();
    return step;
}

}  // namespace

void read_steps(const Node& steps, Draft& draft) {
    std::vector<Named> tracks, stages;
    for (const Node::Entry& entry : steps.entries) {
        const auto number = static_cast<rules::StepId>(draft.pathway.steps.size());
        draft.pathway.steps.push_back(read_step(entry, number, draft));
        const Step& step = draft.pathway.steps.back();
        if (const Node* track = entry.value.find("track")) tracks.push_back({step.track, track->where});
        if (const Node* stage = entry.value.find("stage")) stages.push_back({step.stage, stage->where});
    }
    warn_of_near_names(tracks, "the track", draft.diagnostics);
    warn_of_near_names(stages, "the stage", draft.diagnostics);
}

}  // namespace csapath::engine
