// SPDX-License-Identifier: MIT
/// Rows of cells, whatever they are stored in: a mapping works on these.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/readers/faults.hpp"
#include "engine/readers/row_place.hpp"
#include "rules/text/codes.hpp"

namespace csapath::engine {

struct TableCell {
    /// Rows that were made of records within records have cells of the records around them too. Those are values of the
    /// row like others, but a date among them is no event of this row: the record that it stands in has a row of its
    /// own.
    enum class Standing : std::uint8_t {
        here,
        around,
        elsewhere  ///< in records of another kind; the cell is blank
    };

    std::string_view text;
    bool date = false;    ///< the file says itself that this is a date: the text is then as in the plain event file
    bool broken = false;  ///< not of the type that the file says it has
    Standing standing = Standing::here;
};

/// Points into what the table holds, until the next row is asked for.
struct TableRow {
    RowPlace place;
    std::string_view text;  ///< as it stands in the file: decides ties
    std::vector<TableCell> cells;

    /// Why the row cannot be read.
    struct Fault {
        rules::Code code;
        std::string message, help;
    };
    std::optional<Fault> fault;

    /// A cell beyond the last is blank.
    TableCell cell(std::size_t column) const { return column < cells.size() ? cells[column] : TableCell{}; }
};

class Table {
public:
    virtual ~Table() = default;

    /// The next row, the header's before all others. One with a fault has no cells, and it is not said to be the last.
    /// False if there are no more.
    virtual bool next(TableRow& row) = 0;
    /// From now on a row has so many cells; one that cannot be brought to that is at fault.
    virtual void expect(std::size_t columns) = 0;
    /// What can be told only when all rows were seen. `blank_rows`: how many held nothing.
    virtual void tell_of_all(Faults& faults, InputReport& report, std::uint64_t blank_rows) = 0;
};

}  // namespace csapath::engine
