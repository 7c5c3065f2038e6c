// SPDX-License-Identifier: MIT
/// Which days are worked. A calendar knows its horizon: outside the years whose holidays it lists it answers nothing.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "rules/value/date.hpp"

namespace csapath::engine {

/// Whether the day on which the clock starts is itself counted. Guidance differs, so a calendar says.
enum class FirstDay : std::uint8_t { excluded, included };

class Calendar {
public:
    struct Holiday {
        rules::Date day;
        std::string title;
    };
    struct Parts {
        std::string id = {}, title = {};
        int first_year = 0, last_year = 0;  ///< every holiday of these years is known
        /// Bank holidays and closure days in any order. Of two on one day the first gives the title; those outside
        /// the years are left out.
        std::vector<Holiday> holidays = {};
        FirstDay first_day = FirstDay::excluded;
        /// Nanoseconds of the local day: an activation after it counts as the next working day.
        std::optional<std::int64_t> cut_off = {};
    };

    /// Throws std::invalid_argument where the years are no years of 1900-2199 in order.
    explicit Calendar(Parts parts);

    const std::string& id() const { return parts_.id; }
    const std::string& title() const { return parts_.title; }
    FirstDay first_day() const { return parts_.first_day; }
    std::optional<std::int64_t> cut_off() const { return parts_.cut_off; }
    /// The holidays and closure days in order of time, each day once.
    const std::vector<Holiday>& holidays() const { return parts_.holidays; }
    rules::Date horizon_begin() const { return begin_; }
    rules::Date horizon_end() const { return end_; }  ///< the last day that is known

    bool knows(rules::Date day) const { return begin_ <= day && day <= end_; }
    /// Worked: not a Saturday, a Sunday, a bank holiday or a closure day. Only for days that are known.
    bool worked(rules::Date day) const { return count_[index(day)] != count_[index(day) - 1]; }
    /// The title of the holiday that falls on a weekday; nullptr if it is none.
    const std::string* holiday(rules::Date day) const;

    /// How many working days lie in (after, up_to]; negative if up_to is the earlier. Empty beyond the horizon.
    std::optional<std::int32_t> working_days(rules::Date after, rules::Date up_to) const;
    /// The n-th working day strictly after `day` (n >= 1), or the -n-th strictly before it (n <= -1). Empty beyond the
    /// horizon, and for n == 0. Constant time.
    std::optional<rules::Date> nth_working_day(rules::Date day, std::int32_t n) const;
    /// The same: false where that is empty.
    bool find_working_day(rules::Date day, std::int32_t n, rules::Date& found) const {
        if (!knows(day) || n == 0) return false;
        // Counted from nought: the first working day after `day` is the one that follows all those up to and including
        // it.
        const std::int64_t place =
            n > 0 ? std::int64_t{count_[index(day)]} + n - 1 : std::int64_t{count_[index(day) - 1]} + n;
        if (place < 0 || place >= static_cast<std::int64_t>(working_.size())) return false;
        found = working_[static_cast<std::size_t>(place)];
        return true;
    }

private:
    std::size_t index(rules::Date day) const { return static_cast<std::size_t>(day - begin_) + 1; }

    Parts parts_;
    rules::Date begin_, end_;
    std::vector<std::int32_t> count_;   ///< working days up to and including a day; one entry before the first
    std::vector<rules::Date> working_;  ///< the working days themselves
};

}  // namespace csapath::engine
