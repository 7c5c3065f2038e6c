// SPDX-License-Identifier: MIT
#include "engine/readers/event_names.hpp"

#include <string>

#include "engine/readers/cell.hpp"
#include "rules/text/near_name.hpp"
#include "rules/text/snippet.hpp"

namespace csapath::engine {

EventNames::EventNames(const Schema& schema, const ReadOptions& options, InputReport& report)
    : schema_(schema), options_(options), report_(report) {}

const EventNames::Answer& EventNames::find_out(std::string_view name) {
    Answer& answer = found_out_;
    answer = {};
    if (name.empty() || spreadsheet_error(name)) {
        answer.noted = &nameless_;
        answer.nameless = true;
        return answer;
    }
    if (const auto type = schema_.event_type(name)) {
        answer.type = *type;
        if (!schema_.used[*type])
            answer.noted = &report_.notes[{rules::Code::data_event_unused,
                                           "'" + schema_.event_types[*type] + "' is not used by this pathway"}];
    } else {
        std::string message = "an event that the definition does not know";
        if (options_.show_values && report_.notes.size() < InputReport::most_notes)
            message += ": '" + rules::printable(name) + '\'';
        if (const auto near = rules::near_name(name, schema_.event_types))
            message += "; the nearest is '" + *near + '\'';
        answer.noted = &report_.notes[{rules::Code::data_event_unknown, message}];
    }
    answers_.add(name, answer);
    return answer;
}

}  // namespace csapath::engine
