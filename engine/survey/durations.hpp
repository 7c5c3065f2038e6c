// SPDX-License-Identifier: MIT
/// How long things took, in whole units: how often each length came, from which the middle and the slow end are read.
#pragma once

#include <cstdint>
#include <map>
#include <optional>

namespace csapath::engine {

class Durations {
public:
    void add(std::int64_t units) {
        ++times_[units];
        ++size_;
    }

    std::uint64_t size() const { return size_; }
    /// The middle one, or half-way between the two in the middle. Empty where there is none.
    std::optional<double> median() const;
    /// By nearest rank: the least length that at least `percent` of a hundred did not exceed. Of 10 lengths the 90th
    /// percentile is the 9th, of 11 the 10th. Empty where there is none; `percent` is from 1 to 100.
    std::optional<std::int64_t> percentile(unsigned percent) const;

private:
    /// The one at a place, counted from 1 in ascending order.
    std::int64_t at(std::uint64_t place) const;

    std::map<std::int64_t, std::uint64_t> times_;
    std::uint64_t size_ = 0;
};

}  // namespace csapath::engine
