// SPDX-License-Identifier: MIT
#include "engine/published/suppression.hpp"

#include <algorithm>
#include <limits>
#include <numeric>

namespace csapath::engine {

namespace {

/// A table and its totals as a network in which everything flows in circles: from the total of all to the rows, through
/// the cells to the columns, and back. What enters a node is what leaves it: that is how the totals add up.
class CountNetwork {
public:
    explicit CountNetwork(const CountTable& table) : table_(table) {
        const std::size_t rows = table.rows.size(), columns = table.columns;
        // Where columns do not add up, what leaves a row through a cell goes straight back to the one free node.
        const std::size_t out = 0, back = table.columns_add_up ? 1 : 0;
        const auto row_node = [](std::size_t row) { return 2 + row; };
        const auto column_node = [&](std::size_t column) { return table.columns_add_up ? 2 + rows + column : back; };
        at_.resize(2 + rows + columns);
        edges_.reserve(rows * (columns + 1) + columns + 1);
        for (std::size_t row = 0; row < rows; ++row)
            for (std::size_t column = 0; column < columns; ++column)
                add(row_node(row), column_node(column), table.rows[row][column], false,
                    range_of(table.cell_ranges, row * columns + column));
        for (std::size_t row = 0; row < rows; ++row)
            add(out, row_node(row), table.row_total(row), false, range_of(table.row_total_ranges, row));
        if (table.guarded_cell) edges_[*table.guarded_cell].small = edges_[*table.guarded_cell].value > 0;
        if (!table.columns_add_up) return;
        for (std::size_t column = 0; column < columns; ++column)
            add(column_node(column), back, table.column_total(column), table.column_totals_known);
        add(back, out, table.total(), table.column_totals_known);
    }

    std::optional<Hidden> protect() {
        if (std::ranges::any_of(edges_, [](const Edge& edge) { return edge.known && edge.small; })) return std::nullopt;
        // Guarding the small numbers alone shows most. Should one that was hidden for their sake be left with little
        // room by that, all that is hidden is guarded alike.
        for (const Guarded guarded : {Guarded::small_ones, Guarded::all_hidden}) {
            show_what_can_be(guarded);
            if (all_protected(Guarded::all_hidden)) return as_hidden();
        }
        return std::nullopt;
    }

private:
    struct Edge {
        std::size_t from, to;
        std::uint64_t value;
        bool known;  ///< shown in any case
        Range range;
        bool small;
        bool hidden = false;
    };
    enum class Guarded : std::uint8_t { small_ones, all_hidden };
    static constexpr std::size_t nowhere = std::numeric_limits<std::size_t>::max();

    static Range range_of(const std::vector<Range>& ranges, std::size_t number) {
        return ranges.empty() ? Range{} : ranges[number];
    }
    void add(std::size_t from, std::size_t to, std::uint64_t value, bool known, Range range = {}) {
        at_[from].push_back(edges_.size());
        at_[to].push_back(edges_.size());
        edges_.push_back({.from = from,
                          .to = to,
                          .value = value,
                          .known = known || range.low == range.high,
                          .range = range,
                          .small = value > 0 && value <= largest_small_count});
    }

    /// Everything is hidden at first; then one number after the other is shown, as long as that is safe.
    void show_what_can_be(Guarded guarded) {
        for (Edge& edge : edges_) edge.hidden = edge.value > 0 && !edge.known;
        for (const std::size_t number : in_order_of_showing()) {
            edges_[number].hidden = false;
            if (!all_protected(guarded)) edges_[number].hidden = true;
        }
    }

    /// Totals before cells, and the large before the small: what tells a reader most is shown first.
    std::vector<std::size_t> in_order_of_showing() const {
        const std::size_t cells = table_.rows.size() * table_.columns;
        std::vector<std::size_t> order;
        for (std::size_t number = 0; number < edges_.size(); ++number)
            if (edges_[number].hidden && !edges_[number].small) order.push_back(number);
        std::ranges::stable_sort(order, [&](std::size_t left, std::size_t right) {
            const bool left_is_cell = left < cells, right_is_cell = right < cells;
            if (left_is_cell != right_is_cell) return right_is_cell;
            return edges_[left].value > edges_[right].value;
        });
        return order;
    }

    bool all_protected(Guarded guarded) const {
        for (std::size_t number = 0; number < edges_.size(); ++number) {
            const Edge& edge = edges_[number];
            if (!edge.hidden || (guarded == Guarded::small_ones && !edge.small)) continue;
            if (choices(number) < least_choices) return false;
        }
        return true;
    }

    /// How many values the hidden number of an edge can take, counted up to `least_choices`.
    std::uint64_t choices(std::size_t number) const {
        const Edge& edge = edges_[number];
        constexpr std::uint64_t enough = least_choices - 1;
        const std::uint64_t rise = flow(edge.to, edge.from, number, std::min(enough, edge.range.high - edge.value));
        if (rise >= enough) return least_choices;
        const std::uint64_t fall =
            flow(edge.from, edge.to, number, std::min(enough - rise, edge.value - edge.range.low));
        return 1 + rise + fall;
    }

    /// How much can flow from one node to another through hidden edges other than `without`, up to `wanted`. No
    /// number leaves its range.
    std::uint64_t flow(std::size_t from, std::size_t to, std::size_t without, std::uint64_t wanted) const {
        std::vector<std::uint64_t> values(edges_.size());
        for (std::size_t number = 0; number < edges_.size(); ++number) values[number] = edges_[number].value;
        std::uint64_t reached = 0;
        while (reached < wanted) {
            const std::uint64_t more = push_once(from, to, without, wanted - reached, values);
            if (more == 0) break;
            reached += more;
        }
        return reached;
    }

    std::uint64_t room_of(std::size_t number, bool along, const std::vector<std::uint64_t>& values) const {
        const Range& range = edges_[number].range;
        return along ? range.high - values[number] : values[number] - range.low;
    }

    /// One way from node to node, the shortest, with as much as goes through it.
    std::uint64_t push_once(std::size_t from, std::size_t to, std::size_t without, std::uint64_t most,
                            std::vector<std::uint64_t>& values) const {
        std::vector<std::size_t> reached_by(at_.size(), nowhere), queue{from};
        std::vector<bool> seen(at_.size(), false);
        seen[from] = true;
        for (std::size_t next = 0; next < queue.size() && !seen[to]; ++next) {
            for (const std::size_t number : at_[queue[next]]) {
                const Edge& edge = edges_[number];
                if (!edge.hidden || number == without) continue;
                const bool along = edge.from == queue[next];
                const std::size_t end = along ? edge.to : edge.from;
                if (seen[end] || room_of(number, along, values) == 0) continue;
                seen[end] = true;
                reached_by[end] = number;
                queue.push_back(end);
            }
        }
        if (!seen[to]) return 0;
        const auto walk_back = [&](auto step) {
            for (std::size_t node = to; node != from;) {
                const std::size_t number = reached_by[node];
                const bool along = edges_[number].to == node;
                step(number, along);
                node = along ? edges_[number].from : edges_[number].to;
            }
        };
        std::uint64_t room = most;
        walk_back([&](std::size_t number, bool along) { room = std::min(room, room_of(number, along, values)); });
        walk_back([&](std::size_t number, bool along) {
            if (along)
                values[number] += room;
            else
                values[number] -= room;
        });
        return room;
    }

    Hidden as_hidden() const {
        Hidden hidden;
        auto edge = edges_.begin();
        for (std::size_t row = 0; row < table_.rows.size(); ++row) {
            auto& cells = hidden.cells.emplace_back();
            for (std::size_t column = 0; column < table_.columns; ++column) cells.push_back((edge++)->hidden);
        }
        for (std::size_t row = 0; row < table_.rows.size(); ++row) hidden.row_totals.push_back((edge++)->hidden);
        if (!table_.columns_add_up) return hidden;
        for (std::size_t column = 0; column < table_.columns; ++column)
            hidden.column_totals.push_back((edge++)->hidden);
        hidden.total = edge->hidden;
        return hidden;
    }

    const CountTable& table_;
    std::vector<Edge> edges_;  ///< cells row by row, totals of rows, totals of columns, the total of all
    std::vector<std::vector<std::size_t>> at_;  ///< the edges that meet at each node
};

}  // namespace

std::uint64_t CountTable::row_total(std::size_t row) const {
    return std::accumulate(rows[row].begin(), rows[row].end(), std::uint64_t{0});
}

std::uint64_t CountTable::column_total(std::size_t column) const {
    return std::accumulate(rows.begin(), rows.end(), std::uint64_t{0},
                           [&](std::uint64_t sum, const auto& row) { return sum + row[column]; });
}

std::uint64_t CountTable::total() const {
    std::uint64_t sum = 0;
    for (std::size_t row = 0; row < rows.size(); ++row) sum += row_total(row);
    return sum;
}

bool Hidden::any() const {
    const auto holds = [](const std::vector<bool>& all) { return std::ranges::find(all, true) != all.end(); };
    return total || holds(row_totals) || holds(column_totals) || std::ranges::any_of(cells, holds);
}

std::optional<Hidden> protect(const CountTable& table) {
    return CountNetwork(table).protect();
}

}  // namespace csapath::engine
