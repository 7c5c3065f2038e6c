// SPDX-License-Identifier: MIT
#include "engine/cases/answers.hpp"

#include "engine/calendar/due.hpp"

namespace csapath::engine {

using rules::Moment;
using rules::Period;
using rules::StepId;
using rules::Truth;
using rules::Value;
using From = rules::typed::Path::From;

std::partial_ordering time_against(const Moment& from, const Moment& to, Period period, const Reckoning& by) {
    if (period.unit == rules::Unit::hours) {
        const Instants began = instants(from, *by.zone), now = instants(to, *by.zone);
        const std::int64_t length = period.count * rules::hour;
        const auto least = now.earliest - began.latest <=> length, most = now.latest - began.earliest <=> length;
        return least == most ? std::partial_ordering(least) : std::partial_ordering::unordered;
    }
    const auto reached = due(from.day, period, *by.calendar);
    if (!reached) return std::partial_ordering::unordered;
    return to.day <=> *reached;
}

Value Answers::of_event(std::uint32_t event, rules::FactId fact) const {
    if (fact == rules::fact_at) return Value::of_moment(case_.timeline[event].at);
    return case_.timeline.value(event, fact);
}

Value Answers::value(const rules::typed::Path& path) const {
    switch (path.from) {
        case From::the_case:
            return case_.timeline.case_value(path.fact);
        case From::activation:
            return view_.activation ? of_event(*view_.activation, path.fact) : Value{};
        case From::step: {
            const auto event = latest(path.step, true, episode_.begin);
            return event ? of_event(*event, path.fact) : Value{};
        }
        case From::event:
            break;
    }
    // The activating event's own, else the most recent one before it in the episode, else the case's. Without an
    // activating event, the most recent one of all that count.
    std::uint32_t event = view_.activation ? *view_.activation + 1 : view_.until;
    while (event > episode_.begin) {
        --event;
        if (path.fact == rules::fact_at) return of_event(event, path.fact);
        const Value& value = case_.timeline.value(event, path.fact);
        if (value.known() || value.spoiled) return value;
    }
    return case_.timeline.case_value(path.fact);
}

std::optional<std::uint32_t> Answers::latest(StepId step, bool own, std::uint32_t from) const {
    const auto all = case_.occurrences.of(step);
    for (auto at = all.rbegin(); at != all.rend(); ++at) {
        if (at->event < from) break;
        if (!at->sure) continue;
        const bool is_activation = view_.activation && at->event == *view_.activation;
        if (is_activation ? own : at->event < view_.until) return at->event;
    }
    return std::nullopt;
}

rules::Questions::Count Answers::count(StepId step) const {
    Count count;
    for (const Occurrence& occurrence : case_.occurrences.of(step)) {
        const bool is_activation = view_.activation && occurrence.event == *view_.activation;
        if (occurrence.event < episode_.begin || (occurrence.event >= view_.until && !is_activation)) continue;
        count.least += occurrence.sure;
        ++count.most;
    }
    return count;
}

Truth Answers::happened(StepId step, bool ever, const Period* within) const {
    const std::uint32_t from = ever ? 0 : episode_.begin;
    Truth result = Truth::no;
    for (const Occurrence& occurrence : case_.occurrences.of(step)) {
        if (occurrence.event < from || occurrence.event >= view_.until) continue;
        if (view_.activation && occurrence.event == *view_.activation) continue;
        Truth here = occurrence.sure ? Truth::yes : Truth::unknown;
        if (within) {
            const auto since = time_against(case_.timeline[occurrence.event].at, view_.judged_at, *within, by_);
            here = here & (since == std::partial_ordering::unordered ? Truth::unknown : rules::truth(since <= 0));
        }
        result = result | here;
    }
    return result;
}

Truth Answers::between(StepId from, StepId to) const {
    const auto seen = [&](const Occurrence& one) {
        return one.event >= episode_.begin && one.event < view_.until && one.event != view_.activation;
    };
    const auto is_one = [](const Occurrence& one) { return one.sure ? Truth::yes : Truth::unknown; };
    const auto ends = case_.occurrences.of(to);
    auto end = ends.begin();
    Truth open = Truth::no;
    const auto close_up_to = [&](std::uint32_t event) {
        for (; end != ends.end() && end->event <= event; ++end)
            if (seen(*end)) open = open & !is_one(*end);
    };
    for (const Occurrence& start : case_.occurrences.of(from)) {
        if (!seen(start)) continue;
        close_up_to(start.event);
        open = open | is_one(start);  // an end at once is not since
    }
    close_up_to(view_.until);
    return open;
}

std::partial_ordering Answers::age_against(Period period) const {
    const Value born = case_.timeline.case_value(rules::fact_date_of_birth);
    if (born.kind == Value::Kind::moment) return time_against(born.moment, view_.activated_at, period, by_);
    const Value expected = case_.timeline.case_value(rules::fact_expected_delivery);
    if (born.spoiled || expected.kind != Value::Kind::moment) return std::partial_ordering::unordered;
    // Not yet born: younger than any length of time, as long as the birth is still ahead.
    return view_.activated_at.day < expected.moment.day ? std::partial_ordering::less
                                                        : std::partial_ordering::unordered;
}

std::partial_ordering Answers::since_against(StepId step, Period period) const {
    const auto event = latest(step, false, episode_.begin);
    if (!event) return std::partial_ordering::unordered;
    const auto since = time_against(case_.timeline[*event].at, view_.judged_at, period, by_);
    // A later event that may be an occurrence would be the latest.
    for (const Occurrence& other : case_.occurrences.of(step)) {
        if (other.event <= *event || other.event >= view_.until || other.event == view_.activation) continue;
        if (time_against(case_.timeline[other.event].at, view_.judged_at, period, by_) != since)
            return std::partial_ordering::unordered;
    }
    return since;
}

std::partial_ordering Answers::since_against(const rules::typed::Path& date, Period period) const {
    const Value value = this->value(date);
    return value.kind == Value::Kind::moment ? time_against(value.moment, view_.judged_at, period, by_)
                                             : std::partial_ordering::unordered;
}

}  // namespace csapath::engine
