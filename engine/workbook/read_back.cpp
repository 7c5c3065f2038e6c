// SPDX-License-Identifier: MIT
#include "engine/workbook/read_back.hpp"

#include "engine/readers/workbook.hpp"

namespace csapath::engine {

bool reads_back(Bytes& workbook, const std::vector<std::pair<std::string, std::uint64_t>>& sheets_and_rows) {
    std::optional<TableRow::Fault> fault;
    std::optional<Workbook> book = Workbook::open(workbook, fault);
    if (!book || book->sheets().size() != sheets_and_rows.size()) return false;
    const std::vector<std::string> names = book->sheets();
    for (std::size_t sheet = 0; sheet < names.size(); ++sheet) {
        const auto& [name, rows] = sheets_and_rows[sheet];
        if (names[sheet] != name) return false;
        const std::unique_ptr<Table> table = book->table(name, fault);
        if (table == nullptr) return false;
        TableRow row;
        std::uint64_t last = 0;
        while (table->next(row)) {
            if (row.fault) return false;
            last = row.place.number;
        }
        if (last != rows) return false;
    }
    return true;
}

}  // namespace csapath::engine
