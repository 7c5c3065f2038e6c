// SPDX-License-Identifier: MIT
/// Dates and times as data files write them: ISO 8601, and nothing that would have to be guessed.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "rules/value/date.hpp"

namespace csapath::engine {

/// A date, or a date and a time of day, as written. 24:00 is written as the next midnight.
struct WrittenMoment {
    rules::Date day;
    std::int64_t time = rules::Moment::no_time;     ///< nanoseconds of the day
    std::optional<std::int64_t> ahead_of_utc = {};  ///< nanoseconds, where an offset was written
};

/// "2025-04-30", or "2025-04-30T15:20" with seconds, up to nine digits of a fraction and an offset (Z, +01:00, +0100,
/// +01; up to 14 hours). Empty for everything else, for days and times that do not exist, and outside 1900-2199.
std::optional<WrittenMoment> parse_moment(std::string_view text);

/// What is probably wrong with a text that is no date or moment, as advice; empty where nothing comes to mind.
std::string_view advice_on_moment(std::string_view text);

/// A day that systems write where none is known: 1 January 1900 or 1970.
bool looks_like_placeholder(rules::Date day);

}  // namespace csapath::engine
