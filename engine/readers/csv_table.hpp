// SPDX-License-Identifier: MIT
/// A CSV text as a table.
#pragma once

#include <cstdint>
#include <string>

#include "engine/readers/csv_header.hpp"
#include "engine/readers/csv_rows.hpp"
#include "engine/readers/table.hpp"
#include "engine/readers/window.hpp"

namespace csapath::engine {

class CsvTable final : public Table {
public:
    /// `window` must outlive this; `start` says where in it the first row begins.
    CsvTable(Window& window, const CsvStart& start);

    bool next(TableRow& row) override;
    void expect(std::size_t columns) override {
        expected_ = columns;
        rows_.expect(columns);
    }
    void tell_of_all(Faults& faults, InputReport& report, std::uint64_t blank_rows) override;

private:
    bool end(CsvRows::Got got, TableRow& row);
    bool look_at_characters(TableRow& row) const;
    bool look_at_fields(TableRow& row);
    bool blank() const;

    CsvSigns signs_;
    CsvRows rows_;
    CsvRow csv_;
    std::size_t expected_ = 0;  ///< fields; 0 before the header is known
    std::string scratch_;       ///< texts of this row that had to be changed
    bool ended_ = false;
    /// Rows since the header, and those with another number of fields: how many more the first of them had, and how
    /// many are like it.
    std::uint64_t all_rows_ = 0, uneven_rows_ = 0, like_the_first_ = 0;
    std::ptrdiff_t first_surplus_ = 0;
};

}  // namespace csapath::engine
