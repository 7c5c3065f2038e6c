// SPDX-License-Identifier: MIT
#include "engine/calendar/calendar.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace csapath::engine {

namespace {

rules::Date known_day(int year, unsigned month, unsigned day) {
    const auto date = rules::make_date(year, month, day);
    if (!date) throw std::invalid_argument("a calendar's years must lie within 1900-2199");
    return *date;
}

}  // namespace

Calendar::Calendar(Parts parts)
    : parts_(std::move(parts)), begin_(known_day(parts_.first_year, 1, 1)), end_(known_day(parts_.last_year, 12, 31)) {
    if (end_ < begin_) throw std::invalid_argument("a calendar's last year comes before its first");

    auto& holidays = parts_.holidays;
    std::erase_if(holidays, [this](const Holiday& holiday) { return !knows(holiday.day); });
    std::stable_sort(holidays.begin(), holidays.end(),
                     [](const Holiday& left, const Holiday& right) { return left.day < right.day; });
    const auto same_day = [](const Holiday& left, const Holiday& right) { return left.day == right.day; };
    holidays.erase(std::unique(holidays.begin(), holidays.end(), same_day), holidays.end());

    const auto days = static_cast<std::size_t>(end_ - begin_) + 1;
    count_.reserve(days + 1);
    count_.push_back(0);
    auto next_holiday = holidays.cbegin();
    for (rules::Date day = begin_; day <= end_; day = day + 1) {
        const bool listed = next_holiday != holidays.cend() && next_holiday->day == day;
        if (listed) ++next_holiday;
        if (!listed && !rules::weekend(rules::weekday(day))) working_.push_back(day);
        count_.push_back(static_cast<std::int32_t>(working_.size()));
    }
}

const std::string* Calendar::holiday(rules::Date day) const {
    if (!knows(day) || worked(day) || rules::weekend(rules::weekday(day))) return nullptr;
    const auto& holidays = parts_.holidays;
    const auto found = std::lower_bound(holidays.begin(), holidays.end(), day,
                                        [](const Holiday& holiday, rules::Date at) { return holiday.day < at; });
    return found != holidays.end() && found->day == day ? &found->title : nullptr;
}

std::optional<std::int32_t> Calendar::working_days(rules::Date after, rules::Date up_to) const {
    if (!knows(after) || !knows(up_to)) return std::nullopt;
    return count_[index(up_to)] - count_[index(after)];
}

std::optional<rules::Date> Calendar::nth_working_day(rules::Date day, std::int32_t n) const {
    rules::Date found;
    return find_working_day(day, n, found) ? std::optional(found) : std::nullopt;
}

}  // namespace csapath::engine
