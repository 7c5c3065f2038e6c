// SPDX-License-Identifier: MIT
#include "engine/obligations/scene.hpp"

#include <algorithm>

namespace csapath::engine {

std::uint32_t Scene::until(const rules::Moment& moment) const {
    // Days are in order; within one, an event without a time may stand among those with one.
    const auto all = of.timeline.entries().subspan(0, episode.tail_end);
    const auto behind = std::partition_point(all.begin() + episode.begin, all.end(),
                                             [&](const Timeline::Entry& entry) { return entry.at.day <= moment.day; });
    auto end = static_cast<std::uint32_t>(behind - all.begin());
    while (end > episode.begin && rules::order(at(end - 1), moment) == std::partial_ordering::greater) --end;
    return end;
}

rules::Truth Scene::truth_from(const Viewpoint& from, const rules::Program& program) const {
    return program.evaluate(Answers(of, episode, from, by));
}

Viewpoint Scene::on_day(rules::Date day) const {
    const rules::Moment moment{day};
    return {std::nullopt, moment, until(day < as_of.day ? moment : as_of), moment};
}

}  // namespace csapath::engine
