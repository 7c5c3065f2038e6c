// SPDX-License-Identifier: MIT
#include "engine/survey/process_chart.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace csapath::engine {

namespace {
constexpr std::size_t in_a_row = 7;
constexpr double moving_ranges_to_limit = 2.66;

/// Runs of the same sign, of which none is nought: each of at least `least` is handed on as [begin, end).
template <typename Found>
void runs_of_sign(const std::vector<int>& signs, std::size_t least, Found found) {
    for (std::size_t begin = 0; begin < signs.size();) {
        std::size_t end = begin + 1;
        while (end < signs.size() && signs[end] == signs[begin]) ++end;
        if (signs[begin] != 0 && end - begin >= least) found(begin, end);
        begin = end;
    }
}

int sign(double number) {
    return (number > 0) - (number < 0);
}

void mark_shifts(const std::vector<double>& points, ProcessChart& chart) {
    std::vector<int> sides;
    sides.reserve(points.size());
    for (const double point : points) sides.push_back(sign(point - chart.centre));
    runs_of_sign(sides, in_a_row, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) chart.signals[i].shift = true;
    });
}

void mark_trends(const std::vector<double>& points, ProcessChart& chart) {
    std::vector<int> steps;
    for (std::size_t i = 1; i < points.size(); ++i) steps.push_back(sign(points[i] - points[i - 1]));
    // Seven points have six steps between them; step i leads to point i + 1.
    runs_of_sign(steps, in_a_row - 1, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i <= end; ++i) chart.signals[i].trend = true;
    });
}

void mark_near_limits(const std::vector<double>& points, ProcessChart& chart) {
    const double third = (chart.upper - chart.centre) / 3;
    std::vector<int> outer;
    for (const double point : points) {
        const double from_centre = point - chart.centre;
        outer.push_back(std::abs(from_centre) > 2 * third ? sign(from_centre) : 0);
    }
    for (std::size_t begin = 0; begin + 3 <= outer.size(); ++begin) {
        for (const int side : {-1, 1}) {
            const auto first = outer.begin() + static_cast<std::ptrdiff_t>(begin);
            if (std::count(first, first + 3, side) < 2) continue;
            for (std::size_t i = begin; i < begin + 3; ++i)
                if (outer[i] == side) chart.signals[i].near_limit = true;
        }
    }
}
}  // namespace

bool ProcessChart::any_signal() const {
    return std::any_of(signals.begin(), signals.end(), [](const Signals& one) { return one.any(); });
}

ProcessChart process_chart(const std::vector<double>& points) {
    ProcessChart chart;
    chart.signals.resize(points.size());
    chart.provisional = points.size() < ProcessChart::fewest_for_sure;
    if (points.empty()) return chart;
    chart.centre = std::accumulate(points.begin(), points.end(), 0.0) / static_cast<double>(points.size());
    double moved = 0;
    for (std::size_t i = 1; i < points.size(); ++i) moved += std::abs(points[i] - points[i - 1]);
    if (points.size() > 1) chart.mean_moving_range = moved / static_cast<double>(points.size() - 1);
    chart.lower = chart.centre - moving_ranges_to_limit * chart.mean_moving_range;
    chart.upper = chart.centre + moving_ranges_to_limit * chart.mean_moving_range;
    if (moved == 0) return chart;  // all points are one and the same: rounding alone could set them apart
    for (std::size_t i = 0; i < points.size(); ++i)
        chart.signals[i].outside = points[i] < chart.lower || points[i] > chart.upper;
    mark_shifts(points, chart);
    mark_trends(points, chart);
    mark_near_limits(points, chart);
    return chart;
}

}  // namespace csapath::engine
