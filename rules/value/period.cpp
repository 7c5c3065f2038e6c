// SPDX-License-Identifier: MIT
#include "rules/value/period.hpp"

namespace csapath::rules {

namespace {
const char* singular(Unit unit) {
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
    return std::to_string(count) + " " + singular(unit) + (count == 1 ? "" : "s");
}

std::string in_words(Period period) {
    return in_words(period.count, period.unit);
}

std::string name(Unit unit) {
    return std::string(singular(unit)) + "s";
}

}  // namespace csapath::rules
