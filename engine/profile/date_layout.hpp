// SPDX-License-Identifier: MIT
/// How a text writes a date, its values aside: which patterns of mappings could be meant by it.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace csapath::engine {

struct DateLayout {
    enum class Order : std::uint8_t {
        iso,           ///< 2025-04-30, or with T and a time
        year_first,    ///< 2025/04/30
        figures,       ///< 03/04/2025: the day first, or the month
        day_name,      ///< 3 Apr 2025
        name_day,      ///< Apr 3, 2025
        short_year,    ///< 03/04/25: nobody knows the century, and no pattern reads it
        day_number,    ///< 45777: what a spreadsheet counts, or just a number
        eight_figures  ///< 20250430
    };
    Order order = Order::iso;
    std::string first_sign, second_sign;  ///< between the parts of the date
    std::string time;                     ///< " h:mm:ss"; empty without one
    bool long_name = false;               ///< April, not Apr

    friend auto operator<=>(const DateLayout&, const DateLayout&) = default;
};

/// Which parts have one figure somewhere where they could have two.
struct OneFigure {
    bool first = false, second = false, hour = false;
};

struct WrittenDate {
    DateLayout layout;
    OneFigure one_figure;
};

/// Empty for what does not look like a date at all.
std::optional<WrittenDate> date_written(std::string_view text);

/// The patterns, as mappings write them, that a layout can mean: with the day first, then with the month. None for a
/// year of two figures. With all of `one_figure` set they read every date of the layout.
std::vector<std::string> patterns_of(const DateLayout& layout, const OneFigure& one_figure);

}  // namespace csapath::engine
