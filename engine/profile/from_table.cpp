// SPDX-License-Identifier: MIT
#include "engine/profile/from_table.hpp"

#include <algorithm>
#include <deque>
#include <utility>
#include <vector>

#include "engine/mappings/plain_words.hpp"
#include "engine/profile/column_tally.hpp"
#include "engine/profile/date_layout.hpp"
#include "engine/readers/table_binding.hpp"

namespace csapath::engine {

namespace {

std::size_t filled(const TableRow& row) {
    return static_cast<std::size_t>(std::ranges::count_if(
        row.cells, [](const TableCell& cell) { return !without_outer_spaces(cell.text).empty(); }));
}

/// A header names things: it holds no dates, and hardly a number.
bool could_be_header(const TableRow& row) {
    std::size_t numbers = 0;
    for (const TableCell& cell : row.cells) {
        const std::string_view name = without_outer_spaces(cell.text);
        const bool number = !name.empty() && name.find_first_not_of("0123456789.,") == std::string_view::npos;
        if (cell.date || (!number && date_written(name).has_value())) return false;
        if (number) ++numbers;
    }
    return filled(row) > 0 && 4 * numbers <= filled(row);
}

/// What a header says stands there once; what stands in one column of two rows is what they hold.
bool says_the_same(const TableRow& header, const TableRow& other) {
    if (header.text == other.text) return false;  // the header again
    for (std::size_t at = 0; at < header.cells.size(); ++at) {
        const std::string_view name = without_outer_spaces(header.cells[at].text);
        if (!name.empty() && name == without_outer_spaces(other.cell(at).text)) return true;
    }
    return false;
}

/// A row that is kept until it is known where the header stands.
class KeptRow {
public:
    explicit KeptRow(const TableRow& row) : place_(row.place), text_(row.text) {
        cells_.reserve(row.cells.size());
        for (const TableCell& cell : row.cells) cells_.emplace_back(cell.text, cell.date);
    }
    /// Points into this.
    TableRow row() const {
        TableRow row;
        row.place = place_;
        row.text = text_;
        row.cells.reserve(cells_.size());
        for (const auto& [text, date] : cells_) row.cells.push_back({text, date});
        return row;
    }

private:
    RowPlace place_;
    std::string text_;
    std::vector<std::pair<std::string, bool>> cells_;
};

class ProfileMaking {
public:
    ProfileMaking(Table& table, const KnownNames& known) : table_(table), known_(known) {}

    std::optional<TableProfile> made(std::optional<TableRow::Fault>& fault) {
        if (!read_top(fault)) return std::nullopt;
        const auto header = place_of_header();
        begin(top_[header.value_or(0)].row(), header);
        for (std::size_t at = header ? *header + 1 : 0; at < top_.size(); ++at) take(top_[at].row());
        TableRow row;
        while (table_.next(row)) {
            if (row.fault)
                refuse(row);
            else
                take(row);
        }
        made_.columns.reserve(columns_.size());
        for (ColumnTally& column : columns_) made_.columns.push_back(std::move(column).done(known_));
        return std::move(made_);
    }

private:
    static constexpr std::size_t looked_at_for_header = 20;

    /// The first rows that hold something.
    bool read_top(std::optional<TableRow::Fault>& fault) {
        TableRow row;
        while (top_.size() < looked_at_for_header && table_.next(row)) {
            if (row.fault && top_.empty()) {
                fault = row.fault;
                return false;
            }
            if (row.fault) {
                refuse(row);
                continue;
            }
            if (row.cells.size() > Header::most) {
                fault = TableRow::Fault{rules::Code::data_limit, "a row of more than 1,024 cells", ""};
                return false;
            }
            if (filled(row) > 0 || !top_.empty()) top_.emplace_back(row);
        }
        return !top_.empty();
    }

    std::optional<std::size_t> place_of_header() const {
        std::size_t widest = 0;
        for (const KeptRow& kept : top_) widest = std::max(widest, filled(kept.row()));
        for (std::size_t at = 0; at < top_.size(); ++at) {
            const TableRow row = top_[at].row();
            const auto same = [&row](const KeptRow& other) { return says_the_same(row, other.row()); };
            if (could_be_header(row) && 10 * filled(row) >= 6 * widest)
                return std::none_of(top_.begin() + static_cast<std::ptrdiff_t>(at) + 1, top_.end(), same)
                           ? std::optional(at)
                           : std::nullopt;
        }
        return std::nullopt;
    }

    /// Without a header no column has a name: what stands in the first row is somebody's data.
    void begin(const TableRow& header, std::optional<std::size_t> place) {
        made_.header_row = place ? std::max<std::uint64_t>(header.place.number, 1) : 0;
        made_.header_is_first = !place || *place == 0;
        if (place) header_text_ = header.text;
        std::vector<std::string> plain;
        for (const TableCell& cell : header.cells) {
            columns_.emplace_back(place ? std::string{without_outer_spaces(cell.text)} : std::string{});
            if (!place) continue;
            std::string words = plain_words(cell.text);
            if (words.empty())
                ++made_.doubts.nameless_columns;
            else if (std::ranges::count(plain, words) == 1)
                made_.doubts.same_names.emplace_back(without_outer_spaces(cell.text));
            plain.push_back(std::move(words));
        }
        table_.expect(columns_.size());
    }

    void refuse(const TableRow& row) {
        made_.doubts.unreadable.in(row.place.number);
        if (made_.doubts.first_unreadable.empty()) made_.doubts.first_unreadable = row.fault->message;
        ++made_.rows;
    }

    void take(const TableRow& row) {
        ++made_.rows;
        if (filled(row) == 0) return made_.doubts.blank_rows.in(row.place.number);
        if (!header_text_.empty() && row.text == header_text_) return made_.doubts.header_again.in(row.place.number);
        for (std::size_t at = 0; at < columns_.size(); ++at) columns_[at].add(row.cell(at), row.place.number);
    }

    Table& table_;
    const KnownNames& known_;
    std::deque<KeptRow> top_;
    std::vector<ColumnTally> columns_;
    std::string header_text_;
    TableProfile made_;
};

}  // namespace

std::optional<TableProfile> profile_of(Table& table, const KnownNames& known, std::optional<TableRow::Fault>& fault) {
    return ProfileMaking(table, known).made(fault);
}

}  // namespace csapath::engine
