// SPDX-License-Identifier: MIT
/// Runs through the pathway: where each opens and closes, and the order of a day's events that have no time.
///
/// An episode opens at an occurrence of a step marked `starts` when none is open, and closes at the first occurrence of
/// a step marked `ends`. What lies after a close and before the next opening is the closed episode's tail.
///
/// Within a day a recorded time decides. Without one an event is taken to be at 00:00, or, where no episode is open,
/// just after the day's first start; an untimed start is at 00:00 where none is open, else after the day's untimed
/// ends; and those come at 24:00.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/cases/occurrences.hpp"
#include "engine/cases/timeline.hpp"

namespace csapath::engine {

struct Episode {
    std::uint32_t number = 1;    ///< counted from 1 within the case
    std::uint32_t begin = 0;     ///< its opening event
    std::uint32_t end = 0;       ///< one past its last event, which is the closing one if it closed
    std::uint32_t tail_end = 0;  ///< one past the last event of its tail; equal to `end` while it is open
    bool closed = false;
    bool began_unseen = false;               ///< its first event is no start: what came before is not known
    std::optional<rules::StepId> opened_by;  ///< the start step that opened it
};

/// Settles the order of the timeline's events and finds its episodes. `timeline` must be tidy.
void arrange(Timeline& timeline, const StepRoles& roles, std::vector<Episode>& episodes);

}  // namespace csapath::engine
