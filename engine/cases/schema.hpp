// SPDX-License-Identifier: MIT
/// What a pathway reads from data: which events, which attributes, and how each is spelled. Readers look names up here,
/// once a column and once an event, and hand numbers on.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/calendar/zone.hpp"
#include "rules/language/vocabulary.hpp"

namespace csapath::engine {

using EventTypeId = std::uint16_t;

struct Schema {
    const rules::Vocabulary* words = nullptr;  ///< outlives the schema
    std::optional<Zone> zone;
    /// In byte order; the number of a type is its place here.
    std::vector<std::string> event_types;
    /// Of each type: whether this pathway uses it at all (as a step or for sharing).
    std::vector<bool> used;
    /// Of each type: the facts that a bare attribute fills on an event of it: the event fact of that name, and those
    /// declared for a step that the type can be an occurrence of. Built-in attributes too. Keyed by attribute name.
    std::vector<std::unordered_map<std::string, std::vector<rules::FactId>>> facts_of_type;

    std::optional<EventTypeId> event_type(std::string_view name) const;
    /// Whether any event has an attribute of this name.
    bool attribute_known(std::string_view name) const;
};

}  // namespace csapath::engine
