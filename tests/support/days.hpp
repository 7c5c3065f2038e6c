// SPDX-License-Identifier: MIT
/// Days and moments as a test writes them. A typing mistake in a test is thrown, not judged.
#pragma once

#include <charconv>
#include <stdexcept>
#include <string>
#include <string_view>

#include "rules/value/date.hpp"

namespace csapath {

inline rules::Date date(std::string_view text) {
    const auto day = rules::parse_date(text);
    if (!day) throw std::invalid_argument("no day: " + std::string(text));
    return *day;
}

/// "01:30" or "01:30:05", as nanoseconds of the day.
inline std::int64_t time_of_day(std::string_view text) {
    if (text.size() % 3 != 2) throw std::invalid_argument("no time of day");
    std::int64_t total = 0, unit = rules::hour;
    for (std::size_t at = 0; at < text.size(); at += 3, unit /= 60) {
        int part = -1;
        const auto [end, error] = std::from_chars(text.data() + at, text.data() + at + 2, part);
        if (error != std::errc{} || end != text.data() + at + 2) throw std::invalid_argument("no time of day");
        total += part * unit;
    }
    return total;
}

/// "2025-04-30" or "2025-04-30T15:20".
inline rules::Moment moment(std::string_view text) {
    if (text.size() == 10) return {date(text)};
    return {date(text.substr(0, 10)), time_of_day(text.substr(11))};
}

/// The instant of "2025-04-30T15:20" in UTC.
inline std::int64_t utc(std::string_view text) {
    const rules::Moment at = moment(text);
    return at.day.days * (24 * rules::hour) + at.time;
}

}  // namespace csapath
