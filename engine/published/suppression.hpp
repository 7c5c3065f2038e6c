// SPDX-License-Identifier: MIT
/// Small counts, hidden so that no total gives them back.
///
/// A count of 1 to 5 is not shown. Where the counts beside it and the totals would tell it all the same, others are
/// hidden too, the larger the later, until of every hidden number at least `least_choices` values remain possible to
/// somebody who knows all that is shown, how the totals add up, and that nothing is hidden which is 0. What remains
/// possible is worked out exactly: a table with its totals is a network, each number an edge, and how far one can rise
/// or fall is a flow.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

namespace csapath::engine {

/// Between which values a hidden number lies, as what is shown elsewhere tells.
struct Range {
    std::uint64_t low = 1, high = std::numeric_limits<std::uint64_t>::max();
    friend bool operator==(const Range&, const Range&) = default;
};

/// How many people there are of each sort: rows by columns. No one is in two cells of a row.
struct CountTable {
    std::size_t columns = 0;
    std::vector<std::vector<std::uint64_t>> rows;
    /// Whether no one is in two rows either, so that columns have totals that mean something.
    bool columns_add_up = true;
    /// The totals of the columns, and of all, stand elsewhere too: they are shown here in any case.
    bool column_totals_known = false;
    /// Of cells and of the totals of rows, row by row; empty: nothing is known. What leaves one value only is known.
    std::vector<Range> cell_ranges = {}, row_total_ranges = {};
    /// A cell that is hidden however large it is, by its place in `cell_ranges`.
    std::optional<std::size_t> guarded_cell = {};

    std::uint64_t row_total(std::size_t row) const;
    std::uint64_t column_total(std::size_t column) const;
    std::uint64_t total() const;
};

inline constexpr std::uint64_t largest_small_count = 5;
inline constexpr std::uint64_t least_choices = 5;

/// What of a table is hidden.
struct Hidden {
    std::vector<std::vector<bool>> cells;
    std::vector<bool> row_totals, column_totals;  ///< column totals only where they add up
    bool total = false;

    bool any() const;
};

/// Empty where nothing that may be hidden would protect the table: it is then not to be shown at all.
std::optional<Hidden> protect(const CountTable& table);

}  // namespace csapath::engine
