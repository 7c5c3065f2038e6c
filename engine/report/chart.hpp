// SPDX-License-Identifier: MIT
/// A process chart, drawn, with the same in a sentence and in a table.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/report/markup.hpp"
#include "engine/survey/process_chart.hpp"
#include "engine/survey/survey.hpp"

namespace csapath::engine {

/// A figure month by month. A month in which there is nothing to take a share of has no point.
struct Series {
    struct Point {
        Month month;
        std::uint64_t part = 0;
        std::uint64_t whole = 0;  ///< of a share
    };
    Html title;
    std::string name = {};  ///< the same in plain words
    std::string what;       ///< "kept, of those decided"; "episodes opened"
    bool share = false;
    std::vector<Point> points = {};

    std::vector<double> values() const;  ///< of shares in hundredths
};

/// "outside the limits": those of which a point is a part.
std::vector<std::string> signal_names(const Signals& signals);
/// Limits as they can be: no share lies below nought or above a hundred, no count below nought.
std::pair<double, double> possible_limits(const Series& series, const ProcessChart& chart);

/// `number` tells charts of one page apart.
void write_chart(const Series& series, std::size_t number, Markup& page);

}  // namespace csapath::engine
