// SPDX-License-Identifier: MIT
#include "engine/evaluation/doubts.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace csapath::engine {

using rules::Date;
using rules::Value;
using What = Doubt::What;

namespace {

/// What cannot come before what. Events are meant, not steps: their names mean the same in every definition.
struct BeginningAndEnd {
    std::string_view first, then;
};
constexpr std::array<BeginningAndEnd, 7> beginnings_and_ends{{
    {"assessment-started", "assessment-completed"},
    {"cin-plan-started", "cin-plan-ended"},
    {"interview-planned", "interview-held"},
    {"plan-started", "plan-ended"},
    {"police-investigation-started", "police-decision"},
    {"s47-started", "conference-held"},
    {"s47-started", "s47-ended"},
}};

/// More than a pregnancy lasts.
constexpr std::int32_t days_before_birth = 300;
constexpr int months_of_childhood = 18 * 12;

/// Of one kind in one case: beyond that each pair would take long to look at.
constexpr std::size_t most_looked_at = 1'000;

}  // namespace

DoubtSeeker::DoubtSeeker(const Plan& plan) : plan_(plan), parts_of_type_(plan.schema.event_types.size()) {
    for (std::uint32_t pair = 0; pair < beginnings_and_ends.size(); ++pair) {
        if (const auto type = plan.schema.event_type(beginnings_and_ends[pair].first))
            parts_of_type_[*type] |= 1u << (2 * pair);
        if (const auto type = plan.schema.event_type(beginnings_and_ends[pair].then))
            parts_of_type_[*type] |= 2u << (2 * pair);
    }
    any_part_ = std::ranges::any_of(parts_of_type_, [](std::uint32_t parts) { return parts != 0; });
    for (std::size_t step = 0; step < plan.pathway->steps.size(); ++step)
        if (plan.pathway->steps[step].working_days_only) working_day_steps_.push_back(static_cast<rules::StepId>(step));
}

void DoubtSeeker::look(const Case& of, bool born_twice, bool recorded_too, std::vector<Doubt>& into) {
    into.clear();
    into_ = &into;
    if (of.timeline.size() == 0) return;
    look_at_birth(of);
    look_at_order(of);
    if (recorded_too) look_at_entry(of);
    look_at_days(of);
    if (born_twice) doubt(What::born_twice, of, 0);
}

void DoubtSeeker::look_at_birth(const Case& of) {
    const Value& born = of.timeline.case_value(rules::fact_date_of_birth);
    if (born.kind != Value::Kind::moment) return;
    const Timeline& timeline = of.timeline;
    for (std::uint32_t event = 0; event < timeline.size(); ++event) {
        if (timeline[event].at.day > born.moment.day - days_before_birth) break;
        doubt(What::before_conception, of, event);
    }
    if (timeline[0].at.day >= rules::plus_months(born.moment.day, months_of_childhood)) doubt(What::too_old, of, 0);
}

void DoubtSeeker::look_at_order(const Case& of) {
    if (!any_part_) return;
    std::uint32_t there = 0;
    for (const Timeline::Entry& entry : of.timeline.entries()) there |= parts_of_type_[entry.type];
    for (std::uint32_t pair = 0; pair < beginnings_and_ends.size(); ++pair) {
        if ((there >> (2 * pair) & 3u) != 3u) continue;
        gather(of, 1u << (2 * pair), begun_);
        gather(of, 2u << (2 * pair), ended_);
        const bool only_two = begun_.size() == 1 && ended_.size() == 1;
        for (const std::uint32_t end : ended_) {
            const bool wrong = std::ranges::any_of(begun_, [&](std::uint32_t begin) {
                const auto &one = of.timeline[begin], &other = of.timeline[end];
                return other.at.day < one.at.day && (only_two || one.origin == other.origin);
            });
            if (wrong) doubt(What::end_before_start, of, end, static_cast<std::uint8_t>(pair));
        }
    }
}

void DoubtSeeker::look_at_entry(const Case& of) {
    for (std::uint32_t event = 0; event < of.timeline.size(); ++event) {
        const Value& recorded = of.timeline.value(event, rules::fact_recorded);
        if (recorded.kind == Value::Kind::moment && recorded.moment.day < of.timeline[event].at.day)
            doubt(What::recorded_early, of, event);
    }
}

void DoubtSeeker::look_at_days(const Case& of) {
    const Calendar& calendar = *plan_.pathway->calendar;
    for (const rules::StepId step : working_day_steps_) {
        for (const Occurrence& one : of.occurrences.of(step)) {
            const Date day = of.timeline[one.event].at.day;
            if (one.sure && calendar.knows(day) && !calendar.worked(day)) doubt(What::day_not_worked, of, one.event);
        }
    }
}

void DoubtSeeker::doubt(What what, const Case& of, std::uint32_t event, std::uint8_t pair) {
    into_->push_back({what, pair, of.timeline[event].origin});
}

void DoubtSeeker::gather(const Case& of, std::uint32_t part, std::vector<std::uint32_t>& events) const {
    events.clear();
    for (std::uint32_t event = 0; event < of.timeline.size() && events.size() < most_looked_at; ++event)
        if ((parts_of_type_[of.timeline[event].type] & part) != 0) events.push_back(event);
}

rules::Code code_of(What what) {
    switch (what) {
        case What::before_conception:
            return rules::Code::data_before_birth;
        case What::too_old:
            return rules::Code::data_age;
        case What::end_before_start:
            return rules::Code::data_end_before_start;
        case What::recorded_early:
            return rules::Code::data_recorded_early;
        case What::day_not_worked:
            return rules::Code::data_day_not_worked;
        case What::born_twice:
            break;
    }
    return rules::Code::data_born_twice;
}

std::string in_words(const Doubt& doubt) {
    switch (doubt.what) {
        case What::before_conception:
            return "events 300 days or more before the date of birth";
        case What::too_old:
            return "cases whose first event is after the 18th birthday";
        case What::end_before_start:
            return "'" + std::string(beginnings_and_ends[doubt.pair].then) + "' before its '" +
                   std::string(beginnings_and_ends[doubt.pair].first) + "'";
        case What::recorded_early:
            return "events recorded before they happened";
        case What::day_not_worked:
            return "events on a weekend or bank holiday, of steps that happen on working days only";
        case What::born_twice:
            break;
    }
    return "cases with two dates of birth: are they two children?";
}

}  // namespace csapath::engine
