// SPDX-License-Identifier: MIT
#include "engine/cases/schema.hpp"

#include <algorithm>

namespace csapath::engine {

std::optional<EventTypeId> Schema::event_type(std::string_view name) const {
    const auto at = std::lower_bound(event_types.begin(), event_types.end(), name);
    if (at == event_types.end() || *at != name) return std::nullopt;
    return static_cast<EventTypeId>(at - event_types.begin());
}

bool Schema::attribute_known(std::string_view name) const {
    const std::string key{name};
    return std::any_of(facts_of_type.begin(), facts_of_type.end(),
                       [&](const auto& facts) { return facts.contains(key); });
}

}  // namespace csapath::engine
