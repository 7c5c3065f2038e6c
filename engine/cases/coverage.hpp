// SPDX-License-Identifier: MIT
/// What a source can show at all: an event that it cannot show is never "missed" on its word.
#pragma once

#include <optional>
#include <vector>

#include "engine/cases/schema.hpp"
#include "rules/value/date.hpp"

namespace csapath::engine {

struct Coverage {
    std::vector<bool> events;      ///< by event type: it can be shown
    std::vector<bool> facts;       ///< by fact: it is carried on events
    std::vector<bool> case_facts;  ///< by fact: it is carried for cases
    /// The days of which it holds all there was, both inclusive; empty: it is open at that end. What lies outside may
    /// have happened all the same.
    std::optional<rules::Date> from = {}, until = {};

    static Coverage nothing(const Schema& schema) {
        Coverage coverage = every_event(schema);
        coverage.events.assign(coverage.events.size(), false);
        return coverage;
    }
    /// Shows every event, and carries nothing yet.
    static Coverage every_event(const Schema& schema) {
        return {std::vector<bool>(schema.event_types.size(), true), std::vector<bool>(schema.words->facts().size()),
                std::vector<bool>(schema.words->facts().size())};
    }
};

}  // namespace csapath::engine
