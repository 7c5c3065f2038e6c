// SPDX-License-Identifier: MIT
#include "engine/survey/survey.hpp"

#include <array>
#include <string_view>

namespace csapath::engine {

Month month_of(rules::Date day) {
    const rules::YearMonthDay parts_of_day = rules::year_month_day(day);
    return {parts_of_day.year * 12 + static_cast<std::int32_t>(parts_of_day.month) - 1};
}

std::string spelled(Month month) {
    constexpr std::array<std::string_view, 12> names = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                        "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    return std::string(names[static_cast<std::size_t>(month.number % 12)]) + " " + std::to_string(month.number / 12);
}

VerdictCounts RuleSurvey::all() const {
    VerdictCounts sum{};
    for (const auto& [where, of] : counts)
        for (std::size_t verdict = 0; verdict < sum.size(); ++verdict) sum[verdict] += of[verdict];
    return sum;
}

}  // namespace csapath::engine
