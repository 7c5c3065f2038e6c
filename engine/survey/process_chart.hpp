// SPDX-License-Identifier: MIT
/// A figure month by month, as an XmR chart reads it: is what one sees the ordinary to and fro, or did something
/// change?
///
/// The mean of all points is the centre; the limits lie 2.66 mean moving ranges from it on either side, where a moving
/// range is the distance between one point and the next. Four signals are looked for, as NHS England's Making Data
/// Count does:
///
///     outside       a point beyond a limit
///     shift         seven points or more in a row on one side of the centre
///     trend         seven points or more in a row, each above the one before, or each below
///     near a limit  two of three points in a row in the outer third between centre and limit, on the same side
#pragma once

#include <cstdint>
#include <vector>

namespace csapath::engine {

/// The signals of which a point is a part.
struct Signals {
    bool outside = false, shift = false, trend = false, near_limit = false;
    bool any() const { return outside || shift || trend || near_limit; }
};

struct ProcessChart {
    /// With fewer points than this, limits move with each that is added.
    static constexpr std::size_t fewest_for_sure = 12;

    double centre = 0, lower = 0, upper = 0;
    double mean_moving_range = 0;
    std::vector<Signals> signals;  ///< one a point
    bool provisional = true;       ///< fewer than 12 points

    bool any_signal() const;
};

/// `points` in order of time. Without a point there is nothing but noughts; one point alone is its own limits.
ProcessChart process_chart(const std::vector<double>& points);

}  // namespace csapath::engine
