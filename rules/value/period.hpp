// SPDX-License-Identifier: MIT
/// A length of time as guidance writes it: 15 working days, 3 months, 24 hours.
#pragma once

#include <cstdint>
#include <string>

namespace csapath::rules {

enum class Unit : std::uint8_t { hours, days, working_days, weeks, months, years };

struct Period {
    std::int32_t count = 0;
    Unit unit = Unit::days;
    friend bool operator==(const Period&, const Period&) = default;
};

/// The longest a definition may write, in any unit: about a hundred years.
inline constexpr std::int32_t longest_count = 36'600;

std::string in_words(Period period);  ///< "1 working day", "3 months"
std::string in_words(std::int64_t count, Unit unit);
std::string name(Unit unit);  ///< plural, as in results: "working days"

}  // namespace csapath::rules
