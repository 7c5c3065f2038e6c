// SPDX-License-Identifier: MIT
/// Something recorded, as a reader hands it over.
#pragma once

#include <cstdint>
#include <string_view>

#include "engine/cases/event_cells.hpp"
#include "engine/cases/schema.hpp"
#include "rules/value/date.hpp"

namespace csapath::engine {

/// Where an event came from, so that a person can look it up again.
struct Origin {
    std::uint16_t source = 0;  ///< number of the input, in the order in which inputs were given
    /// The row as a spreadsheet counts (the header is row 1), or for files without rows the line.
    std::uint32_t row = 0;
    friend auto operator<=>(const Origin&, const Origin&) = default;
};

/// Reused from row to row, so that nothing is allocated. Texts point into the reader's buffer and hold only until
/// the call that takes the event returns.
struct Event {
    EventTypeId type = 0;
    rules::Moment at;
    Origin origin;
    /// Two events with the same number, one after the other, are of one case; 0 says nothing. Ids need not be compared
    /// then.
    std::uint64_t case_run = 0;
    std::string_view text;  ///< the row as it stands in the file: decides ties, and finds rows that stand twice
    EventCells cells;       ///< its attributes, but for `at`; blank ones are left out
    EventCells case_cells;  ///< facts about the case given on this row

    void clear() {
        cells.clear();
        case_cells.clear();
    }
};

}  // namespace csapath::engine
