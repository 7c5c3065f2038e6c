// SPDX-License-Identifier: MIT
/// The sections of a definition, each read by one function into the same draft. For from_document.cpp alone.
///
/// They are called in the order in which they stand here: every name is known before the first sentence is read. Each
/// carries on after a mistake, and what is half wrong is entered all the same, so that a mistake is told once, where
/// it was made, and not again at every use.
#pragma once

#include "engine/document/fields.hpp"
#include "engine/document/layer.hpp"
#include "engine/pathway/from_document.hpp"
#include "engine/pathway/ids.hpp"
#include "engine/pathway/pathway.hpp"

namespace csapath::engine {

struct Draft {
    Pathway& pathway;
    rules::Diagnostics& diagnostics;
};

/// `in-force: {from: …, until: …}` of a definition or a rule.
InForce read_in_force(Fields& owner, rules::Diagnostics& diagnostics);
std::optional<Basis> read_basis(Fields& owner);

/// `departs: {reason: …, until: …}` of a rule or a removal.
std::optional<Departure> read_departure(Fields& owner, rules::Diagnostics& diagnostics);

/// pathway, title, version, in-force, time-zone, calendar.
void read_head(Fields& definition, const FindCalendar& find_calendar, Draft& draft);
void read_sources(const Node& sources, Draft& draft);
void read_agencies(const Node& agencies, Draft& draft);
/// The events that all definitions share, and those of `event-types:`, which are returned as written.
std::vector<Named> read_event_types(Fields& definition, Draft& draft);
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
/// Warns of the definition's own events that no step uses, nor sharing.
void warn_of_unused_events(const std::vector<Named>& own, Draft& draft);

/// `grading:`, the bands of indicative grades.
void read_grading(const Node& grading, Draft& draft);

/// The keys of a step that hold rules.
inline constexpr std::string_view next_key = "next";
inline constexpr std::string_view must_key = "must";

}  // namespace csapath::engine
