// SPDX-License-Identifier: MIT
/// The rows of one sheet of a workbook, while it streams out of the archive.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/readers/table.hpp"
#include "engine/readers/workbook_parts.hpp"
#include "engine/readers/xml.hpp"
#include "engine/readers/zip.hpp"

namespace csapath::engine {

class SheetTable final : public Table, private XmlListener {
public:
    /// The last two must outlive this.
    SheetTable(std::unique_ptr<ZipPart> part, bool from_1904, const SharedStrings& strings, const CellFormats& formats);

    bool next(TableRow& row) override;
    void expect(std::size_t columns) override { expected_ = columns; }
    void tell_of_all(Faults& faults, InputReport& report, std::uint64_t blank_rows) override;

    static constexpr std::size_t most_columns = 16'384;  ///< a spreadsheet has no more

private:
    struct Cell {
        std::string text;
        bool date = false;
    };
    struct Row {
        std::uint64_t number = 0;
        std::vector<Cell> cells;
        std::optional<TableRow::Fault> fault;
    };
    enum class Holds : std::uint8_t { number, shared, text, yes_no, error, date };

    void attribute(std::string_view name, std::string_view value) override;
    bool start(std::string_view name, XmlPlace at) override;
    bool text(std::string_view text, XmlPlace at) override;
    bool end(std::string_view name) override;
    bool wants_blanks() const override { return true; }

    void begin_cell();
    void end_cell();
    Cell meant();
    Cell meant_number() const;

    std::unique_ptr<ZipPart> part_;
    bool from_1904_;
    const SharedStrings& strings_;
    const CellFormats& formats_;
    XmlStream xml_;
    std::size_t expected_ = 0;
    bool told_fault_ = false;

    std::deque<Row> rows_;  ///< whole, and not handed out yet
    Row row_;               ///< being read
    Row out_;               ///< handed out last
    std::string out_text_;
    std::uint64_t merged_ = 0, beside_ = 0;

    // Of the element that starts next, then of the cell that is open.
    std::string reference_, type_, style_;
    std::size_t column_ = 0;
    std::string value_;
    bool in_value_ = false, in_cell_ = false;
    int phonetic_ = 0;
};

}  // namespace csapath::engine
