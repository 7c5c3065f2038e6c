// SPDX-License-Identifier: MIT
/// The event names a definition may use: those that all definitions share, and its own.
#include <fmt/format.h>

#include <algorithm>

#include "engine/pathway/ids.hpp"
#include "engine/pathway/sections.hpp"
#include "engine/pathway/shared_events.hpp"
#include "rules/text/near_name.hpp"

namespace csapath::engine {

using rules::Code;

namespace {

constexpr std::string_view key = "event-types";

/// A list of names, or a map of names with a title each.
std::vector<Named> read_names(Fields& definition, rules::Diagnostics& diagnostics) {
    std::vector<Named> names;
    const Node* written = definition.any(key);
    if (!written || !written->is_map()) {
        for (const Node* name : definition.scalars(key)) names.push_back({name->text(), name->where});
        return names;
    }
    for (const auto& [name, value] : written->entries) {
        names.push_back({name.text, name.where});
        Fields event{value, fmt::format("the event '{}'", name.text), diagnostics};
        event.text("title");
        event.done();
    }
    return names;
}

}  // namespace

std::vector<Named> read_event_types(Fields& definition, Draft& draft) {
    const auto shared = shared_event_names();
    std::vector<std::string>& all = draft.pathway.event_types;
    all.assign(shared.begin(), shared.end());
    std::vector<Named> alike;
    for (const std::string_view name : shared) alike.push_back({std::string{name}, {}});

    std::vector<Named> own = read_names(definition, draft.diagnostics);
    for (const Named& event : own) {
        if (!usable_id(event.name, event.where, "an event", Keywords::free, draft.diagnostics)) continue;
        all.push_back(event.name);
        alike.push_back(event);
    }
    warn_of_near_names(alike, "the event", draft.diagnostics);
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return own;
}

void read_sharing(const Node& sharing, Draft& draft) {
    Fields fields{sharing, "sharing", draft.diagnostics};
    fields.require("events");
    for (const Node* event : fields.scalars("events")) {
        if (const auto type = find_event_type(*event, draft)) draft.pathway.sharing_events.push_back(*type);
    }
    fields.done();
}

std::optional<EventTypeId> find_event_type(const Node& name, Draft& draft) {
    const auto type = draft.pathway.event_type(name.text());
    if (!type) {
        draft.diagnostics.add({.code = Code::pathway_event_unknown,
                               .where = name.where,
                               .message = fmt::format("there is no event '{}'{}", name.text(),
                                                      rules::did_you_mean(name.text(), draft.pathway.event_types)),
                               .help = "an event that other definitions do not have is declared under event-types"});
    }
    return type;
}

void warn_of_unused_events(const std::vector<Named>& own, Draft& draft) {
    const Pathway& pathway = draft.pathway;
    for (const Named& event : own) {
        const auto type = pathway.event_type(event.name);
        if (!type) continue;
        const auto uses_it = [type](const std::vector<EventTypeId>& events) {
            return std::find(events.begin(), events.end(), *type) != events.end();
        };
        const bool used =
            uses_it(pathway.sharing_events) || std::any_of(pathway.steps.begin(), pathway.steps.end(),
                                                           [&](const Step& step) { return uses_it(step.events); });
        if (used) continue;
        draft.diagnostics.add({.code = Code::pathway_unused,
                               .where = event.where,
                               .message = fmt::format("the event '{}' is declared, and no step uses it", event.name)});
    }
}

}  // namespace csapath::engine
