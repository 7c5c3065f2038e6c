// SPDX-License-Identifier: MIT
/// How sound the data of a run are, counted case by case.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "engine/evaluation/doubts.hpp"
#include "engine/findings/results.hpp"
#include "engine/intake.hpp"

namespace csapath::engine {

class QualityTotals {
public:
    void add(const std::vector<Doubt>& doubts);
    /// Of the rows left out, those after the as-of and those that stand twice are counted by the cases; why others were
    /// the readers have noted.
    DataQuality finish(const std::vector<IntakeReport>& reports, std::uint64_t after_as_of,
                       std::uint64_t duplicates) const;

private:
    struct Counted {
        std::uint64_t count = 0;
        std::vector<std::pair<std::uint16_t, std::uint32_t>> rows;  ///< the first of them
    };
    std::map<std::pair<rules::Code, std::string>, Counted> doubts_;
};

}  // namespace csapath::engine
