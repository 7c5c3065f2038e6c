// SPDX-License-Identifier: MIT
#include "engine/obligations/scene.hpp"

namespace csapath::engine {

std::uint32_t Scene::until(const rules::Moment& moment) const {
    std::uint32_t end = episode.tail_end;
    while (end > episode.begin && rules::order(at(end - 1), moment) == std::partial_ordering::greater) --end;
    return end;
}

Viewpoint Scene::at_activation(std::uint32_t event) const {
    return {event, at(event), event, at(event)};
}

Viewpoint Scene::on_day(rules::Date day) const {
    const rules::Moment moment{day};
    return {std::nullopt, moment, until(day < as_of.day ? moment : as_of), moment};
}

}  // namespace csapath::engine
