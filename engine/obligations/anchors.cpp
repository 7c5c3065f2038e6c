// SPDX-License-Identifier: MIT
#include "engine/obligations/anchors.hpp"

#include <algorithm>

namespace csapath::engine {

std::vector<std::uint32_t> events_of(const rules::typed::Steps& steps, const Scene& scene) {
    std::vector<std::uint32_t> events;
    for (const rules::StepId step : steps)
        for (const Occurrence& occurrence : scene.occurrences(step))
            if (occurrence.sure && scene.in_episode(occurrence.event)) events.push_back(occurrence.event);
    if (steps.size() > 1) {
        std::sort(events.begin(), events.end());
        events.erase(std::unique(events.begin(), events.end()), events.end());
    }
    return events;
}

bool another_of(const rules::typed::Steps& steps, rules::StepId own, std::uint32_t event, const Scene& scene) {
    return std::any_of(steps.begin(), steps.end(), [&](rules::StepId step) {
        if (step == own) return false;
        const auto occurrences = scene.occurrences(step);
        return std::any_of(occurrences.begin(), occurrences.end(),
                           [&](const Occurrence& one) { return one.sure && one.event == event; });
    });
}

std::vector<DateAnchor> dates_of(const rules::typed::Path& path, const Scene& scene) {
    const auto date_in = [](const rules::Value& value) {
        return value.kind == rules::Value::Kind::moment ? std::optional(value.moment) : std::nullopt;
    };
    std::vector<DateAnchor> dates;
    if (path.from == rules::typed::Path::From::step) {
        for (const std::uint32_t event : events_of({path.step}, scene))
            dates.push_back(
                {path.fact == rules::fact_at ? scene.at(event) : date_in(scene.of.timeline.value(event, path.fact)),
                 event});
        return dates;
    }
    const Viewpoint view = scene.on_day(scene.as_of.day);
    const Answers answers(scene.of, scene.episode, view, scene.by);
    dates.push_back({date_in(answers.value(path)), std::nullopt});
    return dates;
}

}  // namespace csapath::engine
