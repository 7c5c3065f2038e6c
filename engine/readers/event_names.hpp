// SPDX-License-Identifier: MIT
/// The event that a row names.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "engine/cases/schema.hpp"
#include "engine/readers/name_table.hpp"
#include "engine/readers/reader.hpp"

namespace csapath::engine {

class EventNames {
public:
    /// All must outlive this.
    EventNames(const Schema& schema, const ReadOptions& options, InputReport& report);

    struct Answer {
        EventTypeId type = 0;
        std::uint64_t* noted = nullptr;  ///< the note of an event that is to be left out; not yet counted
        bool nameless = false;           ///< nothing is named, or a spreadsheet's error: no event at all
    };
    /// Holds until the next is asked for. An event that the definition does not know, or this pathway does not use, is
    /// left out and counted in a note; one without a name is left out.
    template <class Text>
    [[gnu::always_inline]] const Answer& find(Text name) {
        const Answer* known = answers_.find(name);
        return known != nullptr ? *known : find_out(name);
    }

private:
    const Answer& find_out(std::string_view name);

    const Schema& schema_;
    const ReadOptions& options_;
    InputReport& report_;
    NameTable<Answer> answers_;
    Answer found_out_;  ///< last
    std::uint64_t nameless_ = 0;
};

}  // namespace csapath::engine
