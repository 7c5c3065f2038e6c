// SPDX-License-Identifier: MIT
/// What a source can show at all: an event that it cannot show is never "missed" on its word.
#pragma once

#include <vector>

#include "engine/cases/schema.hpp"

namespace csapath::engine {

struct Coverage {
    std::vector<bool> events;      ///< by event type: it can be shown
    std::vector<bool> facts;       ///< by fact: it is carried on events
    std::vector<bool> case_facts;  ///< by fact: it is carried for cases

    /// Shows every event, and carries nothing yet.
    static Coverage every_event(const Schema& schema) {
        return {std::vector<bool>(schema.event_types.size(), true), std::vector<bool>(schema.words->facts().size()),
                std::vector<bool>(schema.words->facts().size())};
    }
};

}  // namespace csapath::engine
