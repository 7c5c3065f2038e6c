// SPDX-License-Identifier: MIT
#include "engine/obligations/fulfilment.hpp"

#include <algorithm>

namespace csapath::engine {

using rules::Truth;

Truth matches(const Sought& sought, std::uint32_t event, const Scene& scene) {
    if (!sought.matching) return Truth::yes;
    const rules::Value& value = scene.of.timeline.value(event, sought.matching->fact);
    if (!value.known() || !sought.value.known()) return Truth::unknown;
    return rules::truth(rules::same(value, sought.value));
}

namespace {
/// Of occurrences on earlier days than the activation's, the latest.
void note_too_early(const Sought& sought, std::span<const Occurrence> all, const Scene& scene, Fulfilment& found) {
    for (auto at = all.rbegin(); at != all.rend() && at->event >= scene.episode.begin; ++at) {
        if (at->event >= scene.episode.tail_end || !at->sure || matches(sought, at->event, scene) == Truth::no)
            continue;
        if (found.too_early == no_event || at->event > found.too_early) found.too_early = at->event;
        return;
    }
}

/// Whether one of two events may have come sooner: of a day one without a time may have been at any.
bool may_be_sooner(std::uint32_t event, std::uint32_t known, const Scene& scene) {
    if (known == no_event) return true;
    const rules::Moment &here = scene.at(event), &there = scene.at(known);
    if (here.day != there.day || here.timed() == there.timed()) return event < known;
    return !here.timed();
}
}  // namespace

Fulfilment first_at_or_after(const Sought& sought, const rules::Moment& from, std::uint32_t activation,
                             const rules::typed::Steps& own, const Scene& scene) {
    Fulfilment found;
    for (const rules::StepId step : sought.steps) {
        const bool is_own = std::find(own.begin(), own.end(), step) != own.end();
        const auto all = scene.occurrences(step);
        const auto earlier_days = static_cast<std::size_t>(
            std::partition_point(all.begin(), all.end(),
                                 [&](const Occurrence& occurrence) {
                                     const std::uint32_t event = occurrence.event;
                                     return event < scene.episode.begin || scene.at(event).day < from.day;
                                 }) -
            all.begin());
        if (!is_own) note_too_early(sought, all.first(earlier_days), scene, found);
        for (const Occurrence& occurrence : all.subspan(earlier_days)) {
            const std::uint32_t event = occurrence.event;
            // No later than the tail, and earlier than what another step already gave.
            if (event >= scene.episode.tail_end || event >= found.sure) break;
            if (event == activation && is_own) continue;
            // Of one step, two events on a day without both times: only what stands after the activation can follow it.
            const bool follows = at_or_after(scene.at(event), from) && !(is_own && event < activation);
            const Truth match = matches(sought, event, scene);
            if (match == Truth::no) continue;
            if (!follows) {
                if (occurrence.sure && !is_own && (found.too_early == no_event || event > found.too_early))
                    found.too_early = event;
                continue;
            }
            if (occurrence.sure && match == Truth::yes) {
                found.sure = event;
                break;
            }
            if (may_be_sooner(event, found.perhaps, scene)) found.perhaps = event;
        }
    }
    if (found.perhaps != no_event && found.sure != no_event && found.perhaps > found.sure) found.perhaps = no_event;
    return found;
}

}  // namespace csapath::engine
