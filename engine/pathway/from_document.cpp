// SPDX-License-Identifier: MIT
#include "engine/pathway/from_document.hpp"

#include <fmt/format.h>

#include <limits>

#include "engine/pathway/sections.hpp"

namespace csapath::engine {

namespace {
constexpr std::int64_t language = 1;
constexpr std::int64_t newest = std::numeric_limits<std::int32_t>::max();
}  // namespace

bool language_can_be_read(const Node& document, rules::Diagnostics& diagnostics) {
    if (!document.is_map()) return true;
    rules::Diagnostics told_later;  // what is no version at all is told by who reads the rest
    Fields definition{document, "the definition", told_later};
    const auto written = definition.number("language", 1, newest);
    if (!written || *written <= language) return true;
    diagnostics.add({.code = rules::Code::pathway_language,
                     .where = definition.any("language")->where,
                     .message = fmt::format("the definition is written in version {} of the language, and this program "
                                            "reads version {}; it needs a newer csapath",
                                            *written, language)});
    return false;
}

std::shared_ptr<Pathway> pathway_from_document(const Node& document, const FindCalendar& find_calendar,
                                               rules::Diagnostics& diagnostics) {
    const std::size_t errors_before = diagnostics.errors();
    Fields definition{document, "the definition", diagnostics};
    if (!definition.is_map()) return nullptr;
    definition.require("language");
    definition.number("language", 1, newest);
    if (!language_can_be_read(document, diagnostics)) return nullptr;

    auto pathway = std::make_shared<Pathway>();
    Draft draft{*pathway, diagnostics};
    read_head(definition, find_calendar, draft);
    if (const Node* sources = definition.map("sources")) read_sources(*sources, draft);
    if (const Node* agencies = definition.map("agencies")) read_agencies(*agencies, draft);
    const std::vector<Named> own_events = read_event_types(definition, draft);
    if (const Node* sharing = definition.map("sharing")) read_sharing(*sharing, draft);
    const Node* facts = definition.map("facts");
    definition.require("steps");
    const Node* steps = definition.map("steps");
    if (const Node* grading = definition.map("grading")) read_grading(*grading, draft);
    definition.done();

    if (steps) name_steps(*steps, draft);
    if (facts) read_facts(*facts, draft);
    if (steps) {
        read_steps(*steps, draft);
        read_rules(*steps, draft);
    }
    warn_of_unused_events(own_events, draft);
    return diagnostics.errors() == errors_before ? pathway : nullptr;
}

}  // namespace csapath::engine
