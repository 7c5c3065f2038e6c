// SPDX-License-Identifier: MIT
#include "rules/value/period.hpp"

#include <array>
#include <charconv>
#include <string_view>

namespace csapath::rules {

namespace {
std::string_view singular(Unit unit) {
    switch (unit) {
        case Unit::hours:
            return "hour";
        case Unit::days:
            return "day";
        case Unit::working_days:
            return "working day";
        case Unit::weeks:
            return "week";
        case Unit::months:
            return "month";
        case Unit::years:
            return "year";
    }
    return "";
}
}  // namespace

std::string in_words(std::int64_t count, Unit unit) {
    std::array<char, 20> digits;
    std::string words(digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), count).ptr);
    words += ' ';
    words += singular(unit);
    if (count != 1) words += 's';
    return words;
}

std::string in_words(Period period) {
    return in_words(period.count, period.unit);
}

std::string name(Unit unit) {
    return std::string(singular(unit)) + "s";
}

}  // namespace csapath::rules
