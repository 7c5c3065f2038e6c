// SPDX-License-Identifier: MIT
/// Cases laid out by hand: events by the name of their type, one letter a step.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/cases/episodes.hpp"
#include "engine/cases/occurrences.hpp"
#include "engine/cases/timeline.hpp"

namespace csapath::test {

/// Event types, each with the step of the same number: a start, two steps between, an end, and one that is no step at
/// all.
enum Type : engine::EventTypeId { referral, screening, visit, closure, letter };

inline engine::StepRoles roles(bool any_start = true) {
    engine::StepRoles roles;
    roles.steps.resize(4);
    roles.steps[referral].starts = any_start;
    roles.steps[closure].ends = true;
    roles.any_starts = any_start;
    roles.bounds = {any_start, false, false, true, false};
    roles.of_type = {{referral}, {screening}, {visit}, {closure}, {}};
    roles.finish();
    return roles;
}

/// "2025-03-03" or "2025-03-03T10:15".
inline rules::Moment moment(std::string_view text) {
    rules::Moment moment{*rules::parse_date(text.substr(0, 10))};
    if (text.size() > 10) {
        const auto number = [&](std::size_t at) { return (text[at] - '0') * 10 + (text[at + 1] - '0'); };
        moment.time = number(11) * rules::hour + number(14) * 60 * rules::second;
    }
    return moment;
}

struct Row {
    Type type;
    std::string_view at;
    std::string_view text = {};
    std::uint16_t source = 0;
};

/// The rows are numbered from 2, as in a file with a header.
inline void fill(engine::Timeline& timeline, const std::vector<Row>& rows) {
    timeline.start("C1");
    std::uint32_t number = 1;
    for (const Row& row : rows) {
        engine::Event event;
        event.type = row.type;
        event.at = moment(row.at);
        event.origin = {row.source, ++number};
        event.text = row.text;
        timeline.add(event);
    }
}

/// The rows of the timeline in its order, as "2 4 3".
inline std::string order_of(const engine::Timeline& timeline) {
    std::string order;
    for (std::uint32_t event = 0; event < timeline.size(); ++event)
        order += (order.empty() ? "" : " ") + std::to_string(timeline[event].origin.row);
    return order;
}

}  // namespace csapath::test
