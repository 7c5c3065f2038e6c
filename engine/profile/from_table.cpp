// SPDX-License-Identifier: MIT
#include "engine/profile/from_table.hpp"

#include <algorithm>
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

/// Finds the header in the first rows of a table.
class HeaderFinding {
public:
    /// How many rows stand above it; empty if no row looks like one, or none holds anything.
    std::optional<std::size_t> above(Table& table, std::optional<TableRow::Fault>& fault) {
        if (!read_top(table, fault)) return std::nullopt;
        std::size_t widest = 0;
        for (const KeptRow& kept : top_) widest = std::max(widest, filled(kept.row()));
        for (std::size_t at = 0; at < top_.size(); ++at) {
            const TableRow row = top_[at].row();
            if (!could_be_header(row) || 10 * filled(row) < 6 * widest) continue;
            const auto same = [&row](const KeptRow& other) { return says_the_same(row, other.row()); };
            if (std::any_of(top_.begin() + static_cast<std::ptrdiff_t>(at) + 1, top_.end(), same)) return std::nullopt;
            return at;
        }
        return std::nullopt;
    }
    /// Where the first row stands that holds something.
    std::size_t first_filled() const {
        const auto first = std::ranges::find_if(top_, [](const KeptRow& kept) { return filled(kept.row()) > 0; });
        return static_cast<std::size_t>(first - top_.begin());
    }
    bool found_nothing() const { return first_filled() == top_.size(); }

private:
    static constexpr std::size_t looked_at = 20;

    bool read_top(Table& table, std::optional<TableRow::Fault>& fault) {
        TableRow row;
        while (top_.size() < looked_at && table.next(row)) {
            if (row.fault && top_.empty()) fault = row.fault;
            if (row.cells.size() > Header::most)
                fault = TableRow::Fault{rules::Code::data_limit, "a row of more than 1,024 cells", ""};
            if (fault) return false;
            top_.emplace_back(row);
        }
        return !found_nothing();
    }

    std::vector<KeptRow> top_;
};

class ProfileMaking {
public:
    ProfileMaking(Table& table, const KnownNames& known) : table_(table), known_(known) {}

    /// `above`: rows before the header; empty without one.
    TableProfile made(std::optional<std::size_t> above, std::size_t first_filled) {
        TableRow row;
        for (std::size_t at = 0; table_.next(row); ++at) {
            if (columns_.empty() && at < above.value_or(first_filled)) continue;
            const bool begins = columns_.empty();
            if (begins) begin(row, above, first_filled);
            if (begins && above) continue;
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
    /// Without a header no column has a name: what stands in the first row is somebody's data.
    void begin(const TableRow& header, std::optional<std::size_t> above, std::size_t first_filled) {
        made_.header_row = above ? std::max<std::uint64_t>(header.place.number, 1) : 0;
        made_.header_is_row = above && header.place.number > 0;
        made_.header_is_first = !above || *above == first_filled;
        if (above) header_text_ = header.text;
        std::vector<std::string> plain;
        for (const TableCell& cell : header.cells) {
            columns_.emplace_back(above ? std::string{without_outer_spaces(cell.text)} : std::string{});
            if (!above) continue;
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
    std::vector<ColumnTally> columns_;
    std::string header_text_;
    TableProfile made_;
};

}  // namespace

std::optional<TableProfile> profile_of(const OpenAnew& open, const KnownNames& known,
                                       std::optional<TableRow::Fault>& fault) {
    HeaderFinding finding;
    std::optional<std::size_t> above;
    {
        const auto top = open();
        if (top) above = finding.above(*top, fault);
    }
    if (fault || finding.found_nothing()) return std::nullopt;
    const auto table = open();
    return ProfileMaking(*table, known).made(above, finding.first_filled());
}

}  // namespace csapath::engine
