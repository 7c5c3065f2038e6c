// SPDX-License-Identifier: MIT
/// The few things that can be said of an activation, and of what is wrong.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace csapath::engine {

/// In the order in which results list them.
enum class Verdict : std::uint8_t {
    met,            ///< fulfilled in time
    late,           ///< fulfilled after the due date
    overdue,        ///< not fulfilled, the due date passed as of the as-of date, the episode open
    missed,         ///< not fulfilled, and the episode has closed, or what it had to precede has happened
    failed,         ///< a sentence about the step itself does not hold
    pending,        ///< not fulfilled, not yet due
    excused,        ///< `unless` holds, or an accepted exception names it
    undetermined,   ///< a condition is unknown, or the times are too coarse to tell
    not_visible,    ///< the sources of this case cannot show it at all
    not_applicable  ///< `when` is false, or the rule was not in force
};
inline constexpr std::size_t verdicts = 10;
std::string_view name(Verdict verdict);  ///< "not visible"

/// A finding: late, overdue, missed or failed.
constexpr bool is_finding(Verdict verdict) {
    return verdict >= Verdict::late && verdict <= Verdict::failed;
}
/// Listed beside the findings: excused, undetermined, not visible.
constexpr bool is_listed(Verdict verdict) {
    return verdict >= Verdict::excused && verdict <= Verdict::not_visible;
}

using VerdictCounts = std::array<std::uint64_t, verdicts>;

enum class Kind : std::uint8_t {
    delay,
    missed_step,
    missing_agency,
    out_of_order,
    not_recorded,
    recorded_late,
    unexpected
};
inline constexpr std::size_t kinds = 7;
std::string_view name(Kind kind);  ///< "missed step"

}  // namespace csapath::engine
