// SPDX-License-Identifier: MIT
#include "engine/survey/durations.hpp"

namespace csapath::engine {

std::int64_t Durations::at(std::uint64_t place) const {
    std::uint64_t passed = 0;
    for (const auto& [units, times] : times_) {
        passed += times;
        if (passed >= place) return units;
    }
    return 0;
}

std::optional<double> Durations::median() const {
    if (size_ == 0) return std::nullopt;
    const std::uint64_t middle = (size_ + 1) / 2;
    const std::int64_t next = at(size_ % 2 == 0 ? middle + 1 : middle);
    return static_cast<double>(at(middle) + next) / 2;
}

std::optional<std::int64_t> Durations::percentile(unsigned percent) const {
    if (size_ == 0) return std::nullopt;
    return at((size_ * percent + 99) / 100);
}

}  // namespace csapath::engine
