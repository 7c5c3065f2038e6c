// SPDX-License-Identifier: MIT
/// Tables are attacked here by two methods that share nothing with the way in which they were protected: by bounds that
/// are drawn in from the totals until nothing moves, and, where a table is small, by trying every table that could
/// stand behind what is shown.
#include "engine/published/suppression.hpp"

#include <algorithm>
#include <functional>
#include <string>

#include "tests/support/catch.hpp"

using namespace csapath::engine;

namespace csapath {
namespace {

using Counts = std::vector<std::vector<std::uint64_t>>;

/// Far more than any number in these tests.
constexpr std::int64_t boundless = 100'000;

/// What an attacker knows of one number: its value, or that it is hidden and so not 0.
struct Known {
    std::int64_t low = 1, high = boundless;
    bool hidden = false;
};

/// total = sum of the parts; places in a list of what is known.
struct Sum {
    std::size_t total;
    std::vector<std::size_t> parts;
};

/// A table as it is shown.
struct Attack {
    std::vector<Known> numbers;
    std::vector<std::int64_t> truth;
    std::vector<Sum> sums;

    Attack(const CountTable& table, const Hidden& hidden) {
        const std::size_t rows = table.rows.size(), columns = table.columns;
        const auto add = [&](std::uint64_t value, bool is_hidden) {
            const auto number = static_cast<std::int64_t>(value);
            truth.push_back(number);
            numbers.push_back(is_hidden ? Known{.hidden = true} : Known{number, number, false});
        };
        for (std::size_t row = 0; row < rows; ++row)
            for (std::size_t column = 0; column < columns; ++column)
                add(table.rows[row][column], hidden.cells[row][column]);
        for (std::size_t row = 0; row < rows; ++row) {
            add(table.row_total(row), hidden.row_totals[row]);
            Sum& sum = sums.emplace_back();
            sum.total = rows * columns + row;
            for (std::size_t column = 0; column < columns; ++column) sum.parts.push_back(row * columns + column);
        }
        if (!table.columns_add_up) return;
        Sum of_all{.total = rows * columns + rows + columns, .parts = {}};
        for (std::size_t column = 0; column < columns; ++column) {
            add(table.column_total(column), hidden.column_totals[column]);
            Sum& sum = sums.emplace_back();
            sum.total = rows * columns + rows + column;
            for (std::size_t row = 0; row < rows; ++row) sum.parts.push_back(row * columns + column);
            of_all.parts.push_back(sum.total);
        }
        add(table.total(), hidden.total);
        Sum of_rows{.total = of_all.total, .parts = {}};
        for (std::size_t row = 0; row < rows; ++row) of_rows.parts.push_back(rows * columns + row);
        sums.push_back(of_all);
        sums.push_back(of_rows);
    }

    /// Each number lies between what the others leave it. Until nothing moves any more.
    void draw_in() {
        for (bool moved = true; moved;) {
            moved = false;
            const auto narrow = [&](std::size_t number, std::int64_t low, std::int64_t high) {
                Known& known = numbers[number];
                if (low > known.low || high < known.high) moved = true;
                known.low = std::max(known.low, low);
                known.high = std::min(known.high, high);
            };
            for (const Sum& sum : sums) {
                std::int64_t low = 0, high = 0;
                for (const std::size_t part : sum.parts) {
                    low += numbers[part].low;
                    high += numbers[part].high;
                }
                narrow(sum.total, low, high);
                for (const std::size_t part : sum.parts)
                    narrow(part, numbers[sum.total].low - (high - numbers[part].high),
                           numbers[sum.total].high - (low - numbers[part].low));
            }
        }
    }
};

/// The values that each number takes in some table that fits all that is shown. Hidden totals follow from the cells, so
/// only hidden cells are tried, each from 1 to `most`.
std::vector<std::pair<std::int64_t, std::int64_t>> every_table(const Attack& attack, std::size_t cells,
                                                               std::int64_t most) {
    std::vector<std::size_t> open;
    for (std::size_t cell = 0; cell < cells; ++cell)
        if (attack.numbers[cell].hidden) open.push_back(cell);
    std::vector<std::int64_t> values = attack.truth;
    std::vector<std::pair<std::int64_t, std::int64_t>> ranges(values.size(), {boundless, -1});
    const std::function<void(std::size_t)> from = [&](std::size_t next) {
        if (next < open.size()) {
            for (std::int64_t value = 1; value <= most; ++value) {
                values[open[next]] = value;
                from(next + 1);
            }
            return;
        }
        for (const Sum& sum : attack.sums) {
            std::int64_t total = 0;
            for (const std::size_t part : sum.parts) total += values[part];
            if (attack.numbers[sum.total].hidden ? total < 1 : total != attack.truth[sum.total]) return;
            values[sum.total] = total;
        }
        for (std::size_t number = 0; number < values.size(); ++number) {
            ranges[number].first = std::min(ranges[number].first, values[number]);
            ranges[number].second = std::max(ranges[number].second, values[number]);
        }
    };
    from(0);
    return ranges;
}

/// "c 40 43": cells, then the total, a line a row; then the totals of the columns and of all.
std::string shown(const CountTable& table) {
    const auto hidden = protect(table);
    if (!hidden) return "nothing";
    std::string text;
    const auto add = [&](std::uint64_t number, bool is_hidden) {
        text += (text.empty() || text.back() == '\n' ? "" : " ") + (is_hidden ? "c" : std::to_string(number));
    };
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        for (std::size_t column = 0; column < table.columns; ++column)
            add(table.rows[row][column], hidden->cells[row][column]);
        add(table.row_total(row), hidden->row_totals[row]);
        text += '\n';
    }
    if (!table.columns_add_up) return text;
    for (std::size_t column = 0; column < table.columns; ++column)
        add(table.column_total(column), hidden->column_totals[column]);
    add(table.total(), hidden->total);
    return text + '\n';
}

CountTable of(Counts rows, bool columns_add_up = true, bool known = false) {
    const std::size_t columns = rows.front().size();
    return {
        .columns = columns, .rows = std::move(rows), .columns_add_up = columns_add_up, .column_totals_known = known};
}

/// Numbers without a pattern, the same on every machine.
class Dice {
public:
    explicit Dice(std::uint64_t seed) : state_(seed) {}
    std::uint64_t below(std::uint64_t limit) {
        state_ = state_ * 6364136223846793005u + 1442695040888963407u;
        return (state_ >> 33u) % limit;
    }

private:
    std::uint64_t state_;
};

CountTable rolled(Dice& dice, std::size_t rows, std::size_t columns, std::uint64_t most) {
    CountTable table{.columns = columns, .rows = {}};
    table.columns_add_up = dice.below(4) > 0;
    table.column_totals_known = table.columns_add_up && dice.below(3) == 0;
    for (std::size_t row = 0; row < rows; ++row) {
        auto& counts = table.rows.emplace_back();
        for (std::size_t column = 0; column < columns; ++column)
            counts.push_back(dice.below(3) == 0 ? dice.below(7) : dice.below(most));
    }
    return table;
}

bool small_one(std::int64_t number) {
    return number >= 1 && number <= 5;
}

TEST_CASE("a small count is hidden, and with it what would give it back") {
    // One row alone: 43 - 40 is 3, so 40 goes too. 0 and large counts stay.
    CHECK(shown(of({{3, 40}}, false)) == "c c 43\n");
    CHECK(shown(of({{0, 40}}, false)) == "0 40 40\n");
    CHECK(shown(of({{6, 40}}, false)) == "6 40 46\n");
    CHECK(shown(of({{5, 30, 20}}, false)) == "c 30 c 55\n");  // the smaller of the two that could go with it
    CHECK(shown(of({{2, 0, 0}}, false)) == "c 0 0 c\n");      // the total is as small
}

TEST_CASE("two small counts whose sum is shown must leave each other room") {
    // 3 + 3 = 6: each could be 1 to 5, which is five values. 2 + 3 = 5 is small itself.
    CHECK(shown(of({{3, 3}}, false)) == "c c 6\n");
    CHECK(shown(of({{2, 3}}, false)) == "c c c\n");
    // Three of them that make 6 could each be 1 to 4 only, so the total goes too.
    CHECK(shown(of({{2, 2, 2}}, false)) == "c c c c\n");
}

TEST_CASE("a row and a column both guard a cell") {
    // With 4 hidden alone, its row and its column each tell it. A rectangle of four hidden cells is the least that does
    // not: 10, 8 and 20 go with it; 9 and 8 in the same way would be dearer.
    CHECK(shown(of({{4, 8, 50}, {10, 20, 60}, {70, 80, 90}})) ==
          "c c 50 62\n"
          "c c 60 90\n"
          "70 80 90 240\n"
          "84 108 200 392\n");
}

TEST_CASE("where the sums of columns stand elsewhere they cannot be hidden, and a table that needs it is not shown") {
    CHECK(shown(of({{3, 40}}, true, true)) == "nothing");           // the sum of a column is that cell
    CHECK(shown(of({{1, 20}, {0, 30}}, true, true)) == "nothing");  // a sum that is small itself
    CHECK(shown(of({{3, 40}, {20, 30}}, true, true)) == "c c 43\nc c 50\n23 70 93\n");
    CHECK(shown(of({{0, 40}, {20, 30}}, true, true)) == "0 40 40\n20 30 50\n20 70 90\n");
}

TEST_CASE("a table without anybody in it hides nothing, and neither does one without rows") {
    CHECK(shown(of({{0, 0}, {0, 0}})) == "0 0 0\n0 0 0\n0 0 0\n");
    CountTable empty{.columns = 2, .rows = {}};
    REQUIRE(protect(empty));
    CHECK_FALSE(protect(empty)->any());
}

TEST_CASE("no small count of any table is shown, and bounds drawn in from the totals pin none that is hidden") {
    Dice dice(20'261'122);
    std::size_t shown_at_all = 0, with_hidden = 0;
    for (int round = 0; round < 1'500; ++round) {
        const CountTable table = rolled(dice, 1 + dice.below(7), 1 + dice.below(5), 1 + dice.below(60));
        const auto hidden = protect(table);
        if (!hidden) continue;
        ++shown_at_all;
        with_hidden += hidden->any();
        Attack attack(table, *hidden);
        attack.draw_in();
        for (std::size_t number = 0; number < attack.numbers.size(); ++number) {
            const Known& known = attack.numbers[number];
            CAPTURE(round, number, attack.truth[number], known.low, known.high);
            if (!known.hidden) REQUIRE_FALSE(small_one(attack.truth[number]));
            if (known.hidden) REQUIRE(attack.truth[number] > 0);
            if (known.hidden) REQUIRE(known.high - known.low + 1 >= static_cast<std::int64_t>(least_choices));
        }
    }
    CHECK(shown_at_all > 1'000);
    CHECK(with_hidden > 500);
}

TEST_CASE("of every hidden number of a small table at least five values fit some table that could stand behind it") {
    Dice dice(8'128);
    std::size_t attacked = 0;
    for (int round = 0; round < 4'000 && attacked < 400; ++round) {
        const CountTable table = rolled(dice, 1 + dice.below(3), 2 + dice.below(2), 10);
        const auto hidden = protect(table);
        if (!hidden || !hidden->any()) continue;
        const Attack attack(table, *hidden);
        const std::size_t cells = table.rows.size() * table.columns;
        const auto open =
            std::count_if(attack.numbers.begin(), attack.numbers.begin() + static_cast<std::ptrdiff_t>(cells),
                          [](const Known& known) { return known.hidden; });
        if (open > 5) continue;  // tables to try grow with each
        ++attacked;
        // No hidden cell of these is above 9, so 14 leaves room for five values above any of them.
        const auto ranges = every_table(attack, cells, 14);
        for (std::size_t number = 0; number < attack.numbers.size(); ++number) {
            CAPTURE(round, number, attack.truth[number], ranges[number].first, ranges[number].second);
            if (attack.numbers[number].hidden)
                REQUIRE(ranges[number].second - ranges[number].first + 1 >= static_cast<std::int64_t>(least_choices));
        }
    }
    CHECK(attacked == 400);
}

TEST_CASE("nothing is hidden in vain: what is shown besides would give a hidden number back") {
    Dice dice(496);
    for (int round = 0; round < 300; ++round) {
        const CountTable table = rolled(dice, 1 + dice.below(3), 2, 10);
        const auto hidden = protect(table);
        if (!hidden) continue;
        for (std::size_t row = 0; row < table.rows.size(); ++row)
            for (std::size_t column = 0; column < table.columns; ++column) {
                if (!hidden->cells[row][column] || table.rows[row][column] <= largest_small_count) continue;
                Hidden less = *hidden;
                less.cells[row][column] = false;
                const Attack attack(table, less);
                const std::size_t cells = table.rows.size() * table.columns;
                const auto open =
                    std::count_if(attack.numbers.begin(), attack.numbers.begin() + static_cast<std::ptrdiff_t>(cells),
                                  [](const Known& known) { return known.hidden; });
                if (open > 5) continue;
                const auto ranges = every_table(attack, cells, 14);
                bool pinned = false;
                for (std::size_t number = 0; number < attack.numbers.size(); ++number)
                    pinned =
                        pinned || (attack.numbers[number].hidden && ranges[number].second - ranges[number].first + 1 <
                                                                        static_cast<std::int64_t>(least_choices));
                CAPTURE(round, row, column);
                REQUIRE(pinned);
            }
    }
}

}  // namespace
}  // namespace csapath
