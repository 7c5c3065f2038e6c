// SPDX-License-Identifier: MIT
/// Of which days sources hold all there was: what nobody could have shown was not missed on their word.
#pragma once

#include <cstdint>
#include <span>

#include "engine/cases/coverage.hpp"
#include "engine/obligations/obligation.hpp"

namespace csapath::engine {

/// Both inclusive; none where the last comes before the first.
struct Days {
    rules::Date first, last;
};

/// Whether on each of these days some of the sources, by their numbers, could show together what would meet the
/// obligation. A source shows nothing of the days outside its own window, and there may be gaps between two windows.
bool could_be_shown(const Obligation& obligation, std::span<const std::uint16_t> sources,
                    std::span<const Coverage> coverages, Days days);

/// What sources can show together goes into `all`; windows are not looked at.
void unite_coverage(Coverage& all, const Coverage& with);

}  // namespace csapath::engine
