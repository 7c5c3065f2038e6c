// SPDX-License-Identifier: MIT
/// The sections of a definition, each read by one function into the same draft. For from_document.cpp alone.
///
/// They are called in the order in which they stand here: every name is known before the first sentence is read. Each
/// carries on after a mistake, and what is half wrong is entered all the same, so that a mistake is told once, where
/// it was made, and not again at every use.
#pragma once

#include "engine/document/fields.hpp"
#include "engine/pathway/from_document.hpp"
#include "engine/pathway/pathway.hpp"

namespace csapath::engine {

struct Draft {
    Pathway& pathway;
    rules::Diagnostics& diagnostics;
};

/// `in-force: {from: …, until: …}` of a definition or a rule.
InForce read_in_force(Fields& owner, rules::Diagnostics& diagnostics);
std::optional<Basis> read_basis(Fields& owner);

/// pathway, title, version, in-force, time-zone, calendar.
void read_head(Fields& definition, const FindCalendar& find_calendar, Draft& draft);
void read_sources(const Node& sources, Draft& draft);
void read_agencies(const Node& agencies, Draft& draft);
/// The names of `event-types:` beside those that all definitions share.
void read_event_types(const Node* event_types, Draft& draft);
void read_sharing(const Node& sharing, Draft& draft);
/// The ids and titles of the steps, so that facts and sentences can name them.
void name_steps(const Node& steps, Draft& draft);
void read_facts(const Node& facts, Draft& draft);
/// All that a step says about itself, its rules left out.
void read_steps(const Node& steps, Draft& draft);
/// What the steps demand: `next` and `must`.
void read_rules(const Node& steps, Draft& draft);

/// The event type of a name written at `name`; reports one that nothing declares.
std::optional<EventTypeId> find_event_type(const Node& name, Draft& draft);
/// Warns of event types that this definition declares and no step or sharing uses.
void warn_of_unused_events(const Node& event_types, Draft& draft);

/// The keys of a step that hold rules.
inline constexpr std::string_view next_key = "next";
inline constexpr std::string_view must_key = "must";

}  // namespace csapath::engine
