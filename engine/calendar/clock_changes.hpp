// SPDX-License-Identifier: MIT
/// How a zone's clocks go on changing: the rule with which each file of the time-zone database closes.
///
/// A file lists the changes of the past one by one, and of the future only some: on one system up to 2037, on another
/// none. The rest is one line, "GMT0BST,M3.5.0/1,M10.5.0": GMT, at UTC; BST from the last (5th) Sunday (day 0) of
/// March at 1 o'clock, until the last Sunday of October at 2 o'clock, which goes without saying.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace csapath::engine {

struct ClockChange {
    std::int64_t at = 0;      ///< the instant: nanoseconds since 1970-01-01T00:00Z
    std::int64_t offset = 0;  ///< nanoseconds that the wall clock is ahead of UTC from then on
};

/// The changes of these years (of 1900-2199) in ascending order; none if the rule is one of clocks that never change.
/// Empty for what cannot be read as such a rule.
std::optional<std::vector<ClockChange>> clock_changes(std::string_view rule, int first_year, int last_year);

}  // namespace csapath::engine
