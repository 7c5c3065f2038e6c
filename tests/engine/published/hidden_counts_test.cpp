// SPDX-License-Identifier: MIT
/// The counts of a page are attacked together: by bounds that are drawn in from row to row until nothing moves.
#include "engine/published/hidden_counts.hpp"

#include <algorithm>
#include <string>

#include "tests/support/catch.hpp"

using namespace csapath::engine;

namespace csapath {
namespace {

/// "c 40 43" of all cases, then a line a rule: kept, broken, not decided, all.
std::string shown(const CasesFound& all, const std::vector<CasesOfRule>& rules) {
    const HiddenCounts hidden = protect(all, rules);
    std::string text;
    const auto add = [&](std::uint64_t number, bool is_hidden, char after) {
        text += (is_hidden ? "c" : std::to_string(number)) + after;
    };
    if (hidden.all) {
        add(all.with, hidden.all->cells[0][0], ' ');
        add(all.without, hidden.all->cells[0][1], ' ');
        add(all.with + all.without, hidden.all->row_totals[0], '\n');
    }
    for (std::size_t rule = 0; rule < rules.size(); ++rule) {
        const auto& [kept, broken, not_decided] = rules[rule];
        add(kept, hidden.by_rule[rule].cells[0][0], ' ');
        add(broken, hidden.by_rule[rule].cells[0][1], ' ');
        add(not_decided, hidden.by_rule[rule].cells[0][2], ' ');
        add(kept + broken + not_decided, hidden.by_rule[rule].row_totals[0], '\n');
    }
    return text;
}

TEST_CASE(
    "the only rule that is broken is broken in all cases with a finding, so its total hides what is small in it") {
    // By itself "c c 0 23" would do; but the 20 cases with a finding have it by this rule, and 23 - 20 is 3.
    CHECK(shown({20, 20}, {{3, 20, 0}}) == "20 20 40\nc c 0 c\n");
    CHECK(shown({20, 20}, {{3, 20, 0}, {30, 0, 0}}) == "20 20 40\nc c 0 c\n30 0 0 30\n");
    // Not told where other rules may have been broken instead.
    CHECK(shown({20, 20}, {{3, 20, 0}, {10, 20, 0}}) == "20 20 40\nc c 0 23\n10 20 0 30\n");
}

TEST_CASE("what the other rules leave of the cases with a finding leaves a small count room") {
    // Of 20 cases with a finding the first rule explains 12, so the second is broken in 8 at least: of 11 cases at most
    // 3 would be kept.
    CHECK(shown({20, 20}, {{0, 12, 0}, {2, 9, 0}}) == "20 20 40\n0 12 0 12\nc c 0 c\n");
}

TEST_CASE("where nearly all cases have a finding, a rule that is broken in nearly all of them is hidden too") {
    // 40 cases, and 38 in which the rule was broken, would leave 2 without a finding at most.
    CHECK(shown({39, 1}, {{0, 38, 0}, {20, 10, 0}}) == "c c 40\n0 c 0 c\n20 10 0 30\n");
    CHECK(shown({37, 3}, {{0, 34, 0}, {20, 10, 0}}) == "c c 40\n0 34 0 34\n20 10 0 30\n");
}

TEST_CASE("where there is nobody, and where there are few, nothing is told but 0") {
    CHECK(shown({0, 0}, {{0, 0, 0}}) == "0 0 0\n0 0 0 0\n");
    CHECK(shown({3, 2}, {{2, 3, 0}}) == "c c c\nc c 0 c\n");
}

struct Bounds {
    std::int64_t low, high;
    bool hidden = false;
};

/// What a reader of the page knows, of all numbers at once.
class Attack {
public:
    Attack(const CasesFound& all, const std::vector<CasesOfRule>& rules, const HiddenCounts& hidden) {
        add(all.with, hidden.all->cells[0][0]);
        add(all.without, hidden.all->cells[0][1]);
        add(all.with + all.without, hidden.all->row_totals[0]);
        for (std::size_t rule = 0; rule < rules.size(); ++rule) {
            const auto& [kept, broken, not_decided] = rules[rule];
            const Hidden& row = hidden.by_rule[rule];
            // Of a row without any number nobody can tell whether there is a 0 in it.
            const bool nothing = row.row_totals[0] && row.cells[0][0] && row.cells[0][1] && row.cells[0][2];
            const std::int64_t least = nothing ? 0 : 1;
            add(kept, row.cells[0][0], least);
            add(broken, row.cells[0][1], least);
            add(not_decided, row.cells[0][2], least);
            add(kept + broken + not_decided, row.row_totals[0]);
        }
    }

    void draw_in() {
        for (moved_ = true; moved_;) {
            moved_ = false;
            sum({0, 1}, 2);
            std::vector<std::size_t> broken;
            for (std::size_t row = 3; row < numbers.size(); row += 4) {
                sum({row, row + 1, row + 2}, row + 3);
                not_above(row + 1, 0);
                not_above(row + 3, 2);
                // A case without a finding is one in which the rule was not broken.
                narrow(1, 0, numbers[2].high - numbers[row + 1].low);
                broken.push_back(row + 1);
            }
            std::int64_t most = 0;
            for (const std::size_t number : broken) most += numbers[number].high;
            narrow(0, 0, most);
            for (const std::size_t number : broken)
                narrow(number, numbers[0].low - (most - numbers[number].high), numbers[number].high);
        }
    }

    std::vector<Bounds> numbers;
    std::vector<std::int64_t> truth;

private:
    void add(std::uint64_t value, bool hidden, std::int64_t least = 1) {
        const auto number = static_cast<std::int64_t>(value);
        truth.push_back(number);
        numbers.push_back(hidden ? Bounds{least, 1'000, true} : Bounds{number, number});
    }
    void narrow(std::size_t number, std::int64_t low, std::int64_t high) {
        Bounds& bounds = numbers[number];
        if (low > bounds.low || high < bounds.high) moved_ = true;
        bounds.low = std::max(bounds.low, low);
        bounds.high = std::min(bounds.high, high);
    }
    void not_above(std::size_t less, std::size_t more) {
        narrow(less, 0, numbers[more].high);
        narrow(more, numbers[less].low, 1'000);
    }
    void sum(const std::vector<std::size_t>& parts, std::size_t total) {
        std::int64_t low = 0, high = 0;
        for (const std::size_t part : parts) {
            low += numbers[part].low;
            high += numbers[part].high;
        }
        narrow(total, low, high);
        for (const std::size_t part : parts)
            narrow(part, numbers[total].low - (high - numbers[part].high),
                   numbers[total].high - (low - numbers[part].low));
    }

    bool moved_ = false;
};

/// Numbers without a pattern, the same on every machine.
class PageDice {
public:
    std::uint64_t below(std::uint64_t limit) {
        state_ = state_ * 6364136223846793005u + 1442695040888963407u;
        return (state_ >> 33u) % limit;
    }

private:
    std::uint64_t state_ = 28;
};

TEST_CASE("no page of counts pins a hidden one, whatever its rows tell of each other") {
    PageDice dice;
    std::size_t attacked = 0, linked = 0;
    for (int round = 0; round < 6'000; ++round) {
        // Case by case, so that the counts are such as can be.
        const std::uint64_t cases = 6 + dice.below(60), few = 1 + dice.below(30), often = 1 + dice.below(10);
        std::vector<CasesOfRule> rules(1 + dice.below(4));
        CasesFound all;
        for (std::uint64_t one = 0; one < cases; ++one) {
            bool found = false;
            for (std::size_t rule = 0; rule < rules.size(); ++rule) {
                if (dice.below(often + 1) == 0) continue;
                if (dice.below(few * (rule + 1)) == 0) {
                    ++rules[rule].broken;
                    found = true;
                } else {
                    ++(dice.below(20) == 0 ? rules[rule].not_decided : rules[rule].kept);
                }
            }
            ++(found ? all.with : all.without);
        }
        const HiddenCounts hidden = protect(all, rules);
        if (!hidden.all) continue;
        ++attacked;
        for (std::size_t rule = 0; rule < rules.size(); ++rule) {
            const auto& [kept, broken, not_decided] = rules[rule];
            const auto alone = protect({.columns = 3, .rows = {{kept, broken, not_decided}}, .columns_add_up = false});
            linked += alone && (alone->cells != hidden.by_rule[rule].cells ||
                                alone->row_totals != hidden.by_rule[rule].row_totals);
        }
        Attack attack(all, rules, hidden);
        attack.draw_in();
        for (std::size_t number = 0; number < attack.numbers.size(); ++number) {
            const Bounds& known = attack.numbers[number];
            const std::int64_t truth = attack.truth[number];
            CAPTURE(round, number, truth, known.low, known.high, shown(all, rules));
            if (!known.hidden) REQUIRE((truth == 0 || truth > 5));
            // What is hidden for its neighbours' sake may be told, if it is large.
            if (known.hidden && truth >= 1 && truth <= 5) REQUIRE(known.high - known.low + 1 >= 5);
        }
    }
    CHECK(attacked > 4'000);
    CHECK(linked > 100);
}

}  // namespace
}  // namespace csapath
