// SPDX-License-Identifier: MIT
#include "engine/calendar/clock_changes.hpp"

#include <algorithm>
#include <charconv>

#include "rules/value/date.hpp"

namespace csapath::engine {

namespace {

constexpr std::int64_t usual_time_of_change = 2 * rules::hour;
constexpr std::int32_t days_in_a_week = 7;
constexpr unsigned last_week = 5;

/// When in a year the clocks change, by the wall clock that is then put away.
struct Occasion {
    enum class By : std::uint8_t { week_of_month, day_of_year, day_but_29_february };

    By by = By::week_of_month;
    unsigned month = 1, week = 1;
    int day = 0;  ///< of the week, Sunday is 0; of the year, counted from 0, or from 1 where 29 February is not counted
    std::int64_t time = usual_time_of_change;
};

/// Reads from the front of a text; each part answers empty, or false, where it does not stand there.
class RuleReader {
public:
    explicit RuleReader(std::string_view text) : rest_(text) {}

    bool at_end() const { return rest_.empty(); }
    bool next(char wanted) {
        if (rest_.empty() || rest_.front() != wanted) return false;
        rest_.remove_prefix(1);
        return true;
    }

    std::optional<int> number(int most) {
        int value = 0;
        const auto [end, error] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), value);
        if (error != std::errc{} || value < 0 || value > most) return std::nullopt;
        rest_.remove_prefix(static_cast<std::size_t>(end - rest_.data()));
        return value;
    }

    /// "EST" or "<+0330>".
    bool name() {
        const bool quoted = next('<');
        const auto letter = [&](char c) {
            const bool plain = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
            return plain || (quoted && ((c >= '0' && c <= '9') || c == '+' || c == '-'));
        };
        const auto end = std::find_if_not(rest_.begin(), rest_.end(), letter);
        const auto length = static_cast<std::size_t>(end - rest_.begin());
        rest_.remove_prefix(length);
        return length >= 3 && (!quoted || next('>'));
    }

    /// "2", "-1", "5:30", "-0:25:21", in nanoseconds.
    std::optional<std::int64_t> time() {
        const bool negative = next('-');
        if (!negative) next('+');
        const auto hours = number(167);
        if (!hours) return std::nullopt;
        std::int64_t total = *hours * rules::hour;
        for (std::int64_t part = 60 * rules::second; part >= rules::second && next(':'); part /= 60) {
            const auto value = number(59);
            if (!value) return std::nullopt;
            total += *value * part;
        }
        return negative ? -total : total;
    }

    /// ",M3.5.0/1", ",J60" or ",59/0".
    std::optional<Occasion> occasion() {
        if (!next(',')) return std::nullopt;
        Occasion read;
        if (next('M')) {
            const int month = number(12).value_or(0);
            const int week = next('.') ? number(static_cast<int>(last_week)).value_or(0) : 0;
            if (month == 0 || week == 0 || !next('.')) return std::nullopt;
            read.month = static_cast<unsigned>(month);
            read.week = static_cast<unsigned>(week);
        } else {
            read.by = next('J') ? Occasion::By::day_but_29_february : Occasion::By::day_of_year;
        }
        const auto day = number(read.by == Occasion::By::week_of_month ? days_in_a_week - 1 : 365);
        if (!day) return std::nullopt;
        read.day = *day;
        if (!next('/')) return read;
        const auto at = time();
        if (!at) return std::nullopt;
        read.time = *at;
        return read;
    }

private:
    std::string_view rest_;
};

std::optional<rules::Date> day_of(const Occasion& occasion, int year) {
    const auto new_year = rules::make_date(year, 1, 1);
    const auto first = rules::make_date(year, occasion.month, 1);
    const auto march = rules::make_date(year, 3, 1);
    if (!new_year || !first || !march) return std::nullopt;

    switch (occasion.by) {
        case Occasion::By::day_of_year:
            return *new_year + occasion.day;
        case Occasion::By::day_but_29_february: {
            const rules::Date day = *new_year + (occasion.day - 1);
            const bool leap = *march - *new_year == 60;
            return leap && day >= *march - 1 ? day + 1 : day;
        }
        case Occasion::By::week_of_month:
            break;
    }
    const int first_weekday = (static_cast<int>(rules::weekday(*first)) + 1) % days_in_a_week;  // Sunday is 0
    const int to_weekday = (occasion.day - first_weekday + days_in_a_week) % days_in_a_week;
    const rules::Date end = rules::plus_months(*first, 1);
    rules::Date day = *first + (to_weekday + days_in_a_week * static_cast<int>(occasion.week - 1));
    while (day >= end) day = day - days_in_a_week;
    return day;
}

std::int64_t instant(rules::Date day, std::int64_t time, std::int64_t offset) {
    return day.days * (24 * rules::hour) + time - offset;
}

}  // namespace

std::optional<std::vector<ClockChange>> clock_changes(std::string_view rule, int first_year, int last_year) {
    RuleReader reader(rule);
    if (!reader.name()) return std::nullopt;
    const auto behind = reader.time();  // such rules say how far the clocks are behind UTC
    if (!behind) return std::nullopt;
    if (reader.at_end()) return std::vector<ClockChange>{};
    const std::int64_t standard = -*behind;

    if (!reader.name()) return std::nullopt;
    std::int64_t summer = standard + rules::hour;
    RuleReader ahead = reader;
    if (const auto written = ahead.time()) {
        summer = -*written;
        reader = ahead;
    }
    const auto begin = reader.occasion();
    const auto end = reader.occasion();
    if (!begin || !end || !reader.at_end()) return std::nullopt;

    std::vector<ClockChange> changes;
    for (int year = first_year; year <= last_year; ++year) {
        const auto first = day_of(*begin, year);
        const auto last = day_of(*end, year);
        if (!first || !last) continue;
        changes.push_back({instant(*first, begin->time, standard), summer});
        changes.push_back({instant(*last, end->time, summer), standard});
    }
    std::sort(changes.begin(), changes.end(),
              [](const ClockChange& left, const ClockChange& right) { return left.at < right.at; });
    return changes;
}

}  // namespace csapath::engine
