// SPDX-License-Identifier: MIT
#include "engine/pathway/pathway.hpp"

#include <algorithm>

namespace csapath::engine {

std::string_view name(Basis basis) {
    switch (basis) {
        case Basis::practice:
            return "practice";
        case Basis::procedure:
            return "procedure";
        case Basis::statutory:
            break;
    }
    return "statutory";
}

std::string_view name(Severity severity) {
    switch (severity) {
        case Severity::low:
            return "low";
        case Severity::medium:
            return "medium";
        case Severity::high:
            break;
    }
    return "high";
}

std::optional<EventTypeId> Pathway::event_type(std::string_view name) const {
    const auto at = std::lower_bound(event_types.begin(), event_types.end(), name);
    if (at == event_types.end() || *at != name) return std::nullopt;
    return static_cast<EventTypeId>(at - event_types.begin());
}

}  // namespace csapath::engine
