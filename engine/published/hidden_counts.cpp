// SPDX-License-Identifier: MIT
#include "engine/published/hidden_counts.hpp"

#include <algorithm>
#include <array>

namespace csapath::engine {

namespace {

constexpr std::size_t broken_cell = 1;
/// More than anybody thinks of, where it is not shown how many cases there are.
constexpr std::uint64_t no_end = 1'000'000'000;

bool any_hidden(const Hidden& row) {
    return row.row_totals[0] || std::ranges::find(row.cells[0], true) != row.cells[0].end();
}

/// The rules of a page beside how many cases there are, and how many of these have a finding.
class Rules {
public:
    Rules(const CasesFound& all, bool sums_shown, const std::vector<CasesOfRule>& rules)
        : all_(all), sums_shown_(sums_shown), hidden_(rules.size()) {
        rules_.reserve(rules.size());
        for (const CasesOfRule& rule : rules) rules_.push_back({rule.kept, rule.broken, rule.not_decided});
    }

    /// Each by itself first. What is hidden then may be told by the others: where it is, more is hidden, which leaves
    /// the others more room, until all have enough.
    std::vector<Hidden> protect() {
        for (std::size_t rule = 0; rule < rules_.size(); ++rule)
            hide(rule, Range{.high = std::max<std::uint64_t>(highest_broken(), 1)});
        for (bool moved = sums_shown_; moved;) {
            moved = false;
            for (std::size_t rule = 0; rule < rules_.size(); ++rule)
                if (any_hidden(hidden_[rule])) moved = hide(rule, broken_range(rule)) || moved;
        }
        return hidden_;
    }

    /// Whether the hidden number of cases with a finding can be enough: as many as the rule that is broken in most of
    /// them at least, as many as all rules together at most.
    bool leave_room() const {
        std::uint64_t least = 1, most = 0;
        for (std::size_t rule = 0; rule < rules_.size(); ++rule) {
            most += most_broken(rule);
            if (!hidden_[rule].cells[0][broken_cell]) least = std::max(least, rules_[rule][broken_cell]);
        }
        return std::min(most, highest_broken()) + 1 >= least + least_choices;
    }

private:
    using Counts = std::array<std::uint64_t, 3>;

    std::uint64_t cases() const { return all_.with + all_.without; }
    std::uint64_t most_cases() const { return cases() > largest_small_count ? cases() : no_end; }
    std::uint64_t total(std::size_t rule) const { return rules_[rule][0] + rules_[rule][1] + rules_[rule][2]; }
    /// Where both are hidden, each is of one case at least.
    std::uint64_t highest_broken() const {
        return sums_shown_ ? all_.with : most_cases() - std::min<std::uint64_t>(1, all_.without);
    }

    /// The most that a reader can think of.
    std::uint64_t most_broken(std::size_t rule) const {
        const Counts& counts = rules_[rule];
        const Hidden& hidden = hidden_[rule];
        if (!hidden.cells[0][broken_cell]) return counts[broken_cell];
        std::uint64_t most = hidden.row_totals[0] ? most_cases() : total(rule);
        for (const std::size_t cell : {std::size_t{0}, std::size_t{2}})
            most -= hidden.cells[0][cell] ? std::min<std::uint64_t>(1, counts[cell]) : counts[cell];
        return std::min(most, highest_broken());
    }

    /// Whoever has a finding, and none by another rule, has it by this one.
    Range broken_range(std::size_t rule) const {
        std::uint64_t others = 0;
        for (std::size_t other = 0; other < rules_.size(); ++other)
            if (other != rule) others += most_broken(other);
        return {std::max<std::uint64_t>(1, all_.with - std::min(all_.with, others)), all_.with};
    }

    /// Where it is not shown how many cases have no finding, a rule that is broken in nearly all of them would tell.
    bool tells_of_all(std::size_t rule) const {
        const std::uint64_t broken = rules_[rule][broken_cell];
        return !sums_shown_ && broken > 0 && broken + largest_small_count >= most_cases();
    }

    /// Whether more is hidden than was.
    bool hide(std::size_t rule, Range broken) {
        const Counts& counts = rules_[rule];
        CountTable table{.columns = counts.size(), .rows = {{counts.begin(), counts.end()}}, .columns_add_up = false};
        const Range of_cases{.high = most_cases()};
        table.cell_ranges.assign(counts.size(), of_cases);
        if (counts[broken_cell] > 0) table.cell_ranges[broken_cell] = broken;
        table.row_total_ranges = {of_cases};
        if (tells_of_all(rule)) table.guarded_cell = broken_cell;
        std::optional<Hidden> now = engine::protect(table);
        if (!now)
            now = Hidden{.cells = {std::vector<bool>(counts.size(), true)}, .row_totals = {true}, .column_totals = {}};
        Hidden& before = hidden_[rule];
        if (before.cells.empty()) {
            before = std::move(*now);
            return false;
        }
        bool more = false;
        const auto join = [&](std::vector<bool>& old, const std::vector<bool>& fresh) {
            for (std::size_t place = 0; place < old.size(); ++place) {
                more = more || (fresh[place] && !old[place]);
                old[place] = old[place] || fresh[place];
            }
        };
        join(before.cells[0], now->cells[0]);
        join(before.row_totals, now->row_totals);
        return more;
    }

    const CasesFound& all_;
    bool sums_shown_;
    std::vector<Counts> rules_;
    std::vector<Hidden> hidden_;
};

}  // namespace

HiddenCounts protect(const CasesFound& all, const std::vector<CasesOfRule>& by_rule) {
    HiddenCounts hidden;
    hidden.all = protect({.columns = 2, .rows = {{all.with, all.without}}, .columns_add_up = false});
    const bool sums_shown = hidden.all && !hidden.all->any();
    Rules rules(all, sums_shown, by_rule);
    hidden.by_rule = rules.protect();
    if (!sums_shown && all.with > 0 && !rules.leave_room()) hidden.all.reset();
    return hidden;
}

}  // namespace csapath::engine
