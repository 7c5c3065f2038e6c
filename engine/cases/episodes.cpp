// SPDX-License-Identifier: MIT
#include "engine/cases/episodes.hpp"

#include <algorithm>
#include <tuple>

namespace csapath::engine {

using rules::StepId;
using rules::Truth;

namespace {

constexpr std::int64_t end_of_day = 24 * rules::hour;

/// What one event does to episodes.
struct Part {
    bool occurrence = false;  ///< of any step
    bool ends = false;
    std::optional<StepId> starts;  ///< the first step marked `starts` that it is an occurrence of
};

Part part(const Timeline& timeline, std::uint32_t event, const StepRoles& roles) {
    Part part;
    for (const StepId step : roles.of_type[timeline[event].type]) {
        const Truth truth = occurs(timeline, event, step, roles);
        if (truth == Truth::no) continue;
        part.occurrence = true;
        if (truth != Truth::yes) continue;
        const StepRoles::Role& role = roles.steps[step];
        part.ends = part.ends || role.ends;
        if (role.starts && !part.starts) part.starts = step;
    }
    return part;
}

class Arranger {
public:
    Arranger(Timeline& timeline, const StepRoles& roles, std::vector<Episode>& episodes)
        : timeline_(timeline), roles_(roles), episodes_(episodes) {}

    void run() {
        episodes_.clear();
        const std::uint32_t size = timeline_.size();
        if (timeline_.all_timed())
            for (std::uint32_t event = 0; event < size; ++event) step_on(event);
        else
            go_day_by_day(size);
        if (!episodes_.empty()) {
            Episode& last = episodes_.back();
            if (!last.closed) last.end = size;
            last.tail_end = size;
        }
    }

private:
    struct Place {
        std::int64_t time;
        int rank;
        Timeline::Entry entry;
    };

    void go_day_by_day(std::uint32_t size) {
        for (std::uint32_t begin = 0, end = 0; begin < size; begin = end) {
            bool any_untimed = false;
            for (end = begin; end < size && timeline_[end].at.day == timeline_[begin].at.day; ++end)
                any_untimed = any_untimed || !timeline_[end].at.timed();
            if (any_untimed && end - begin > 1) order_day(begin, end);
            for (std::uint32_t event = begin; event < end; ++event) step_on(event);
        }
    }

    void order_day(std::uint32_t begin, std::uint32_t end) {
        std::vector<Part> parts;
        std::optional<std::int64_t> first_start;
        for (std::uint32_t event = begin; event < end; ++event) {
            parts.push_back(part(timeline_, event, roles_));
            if (!parts.back().starts) continue;
            const auto& at = timeline_[event].at;
            const std::int64_t time = at.timed() ? at.time : 0;
            if (!first_start || time < *first_start) first_start = time;
        }
        std::vector<Place> places;
        for (std::uint32_t event = begin; event < end; ++event)
            places.push_back(place(timeline_[event], parts[event - begin], first_start));
        std::stable_sort(places.begin(), places.end(), [](const Place& left, const Place& right) {
            return std::tie(left.time, left.rank, left.entry.type, left.entry.text) <
                   std::tie(right.time, right.rank, right.entry.type, right.entry.text);
        });
        for (std::uint32_t event = begin; event < end; ++event)
            timeline_.entries()[event] = places[event - begin].entry;
    }

    Place place(const Timeline::Entry& entry, const Part& part, std::optional<std::int64_t> first_start) const {
        if (entry.at.timed()) return {entry.at.time, 0, entry};
        if (part.starts) return open_ ? Place{end_of_day, 1, entry} : Place{0, 0, entry};
        if (part.ends) return {end_of_day, 0, entry};
        if (!open_ && first_start) return {*first_start, 1, entry};
        return {0, 0, entry};
    }

    void step_on(std::uint32_t event) {
        // Most events neither open nor close anything, and need no closer look.
        if (episodes_.empty() || roles_.bounds[timeline_[event].type]) open_or_close(event);
    }

    void open_or_close(std::uint32_t event) {
        const Part here = part(timeline_, event, roles_);
        if (!open_) {
            const bool first = episodes_.empty();
            if (here.starts || (first && (here.occurrence || !roles_.any_starts))) {
                if (!first) episodes_.back().tail_end = event;
                Episode& episode = episodes_.emplace_back();
                episode.number = static_cast<std::uint32_t>(episodes_.size());
                episode.begin = event;
                episode.opened_by = here.starts;
                episode.began_unseen = !here.starts && roles_.any_starts;
                open_ = true;
            }
        }
        if (open_ && here.ends) {
            episodes_.back().closed = true;
            episodes_.back().end = event + 1;
            open_ = false;
        }
    }

    Timeline& timeline_;
    const StepRoles& roles_;
    std::vector<Episode>& episodes_;
    bool open_ = false;
};

}  // namespace

void arrange(Timeline& timeline, const StepRoles& roles, std::vector<Episode>& episodes) {
    Arranger(timeline, roles, episodes).run();
}

}  // namespace csapath::engine
