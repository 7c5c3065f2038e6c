// SPDX-License-Identifier: MIT
#include "engine/evaluation/windows.hpp"

#include <algorithm>
#include <vector>

namespace csapath::engine {

using rules::Date;

namespace {

void unite_flags(std::vector<bool>& into, const std::vector<bool>& with) {
    into.resize(std::max(into.size(), with.size()));
    for (std::size_t i = 0; i < with.size(); ++i)
        if (with[i]) into[i] = true;
}

bool holds_day(const Coverage& coverage, Date day) {
    return (!coverage.from || *coverage.from <= day) && (!coverage.until || day <= *coverage.until);
}

}  // namespace

void unite_coverage(Coverage& all, const Coverage& with) {
    unite_flags(all.events, with.events);
    unite_flags(all.facts, with.facts);
    unite_flags(all.case_facts, with.case_facts);
}

bool could_be_shown(const Obligation& obligation, std::span<const std::uint16_t> sources,
                    std::span<const Coverage> coverages, Days days) {
    if (days.last < days.first) return true;
    // Which sources hold a day changes only where a window begins, or the day after it ends.
    std::vector<Date> turns{days.first};
    const auto turn = [&](Date day) {
        if (days.first < day && day <= days.last) turns.push_back(day);
    };
    for (const std::uint16_t source : sources) {
        if (coverages[source].from) turn(*coverages[source].from);
        if (coverages[source].until) turn(*coverages[source].until + 1);
    }
    return std::ranges::all_of(turns, [&](Date day) {
        const Coverage& any = coverages[sources.front()];
        Coverage together{std::vector<bool>(any.events.size()), std::vector<bool>(any.facts.size()),
                          std::vector<bool>(any.case_facts.size())};
        for (const std::uint16_t source : sources)
            if (holds_day(coverages[source], day)) unite_coverage(together, coverages[source]);
        return obligation.can_be_shown(together);
    });
}

}  // namespace csapath::engine
