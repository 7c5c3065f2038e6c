// SPDX-License-Identifier: MIT
#include "engine/obligations/deadline.hpp"

#include "engine/calendar/due.hpp"

namespace csapath::engine {

using rules::Date;
using rules::Moment;
using rules::Unit;

namespace {

Deadline unknown(Because because, Unit unit) {
    Deadline deadline;
    deadline.kind = Deadline::Kind::unknown;
    deadline.because = because;
    deadline.unit = unit;
    return deadline;
}

Deadline on_day(Date day, Unit unit) {
    Deadline deadline;
    deadline.kind = Deadline::Kind::day;
    deadline.unit = unit;
    deadline.day = day;
    return deadline;
}

/// X and Y in the order of events: each pause runs from an X to the next Y; an X while one runs starts nothing.
template <typename Point, typename PointOf>
std::vector<Pause<Point>> pauses_between(const rules::typed::Pausing& pausing, const Scene& scene, PointOf point) {
    std::vector<Pause<Point>> all;
    const auto begins = scene.occurrences(pausing.from), ends = scene.occurrences(pausing.to);
    std::size_t next_end = 0;
    for (const Occurrence& begin : begins) {
        if (!begin.sure || !scene.reachable(begin.event)) continue;
        if (!all.empty() && (!all.back().to || point(begin.event) < *all.back().to)) continue;
        while (next_end < ends.size() && (!ends[next_end].sure || ends[next_end].event <= begin.event)) ++next_end;
        Pause<Point> pause{point(begin.event)};
        if (next_end < ends.size() && scene.reachable(ends[next_end].event)) pause.to = point(ends[next_end].event);
        all.push_back(pause);
    }
    return all;
}

Deadline in_hours(const rules::typed::Limit& limit, const Moment& from, const Scene& scene) {
    const Instants start = instants(from, *scene.by.zone);
    const std::int64_t allowed = limit.within.count * rules::hour;
    Deadline deadline;
    deadline.kind = Deadline::Kind::instant;
    deadline.unit = Unit::hours;
    deadline.earliest = start.earliest + allowed;
    deadline.latest = start.latest + allowed;
    if (!limit.pausing) return deadline;
    // A pause known only by its date is taken from that day's first instant to its end.
    const auto all = pauses_between<std::int64_t>(*limit.pausing, scene, [&](std::uint32_t event) {
        const Instants at = instants(scene.at(event), *scene.by.zone);
        return scene.at(event).timed() ? at.earliest : at.latest;
    });
    const auto first = due_with_pauses(start.earliest, allowed, all),
               last = due_with_pauses(start.latest, allowed, all);
    if (!first.due || !last.due) {
        deadline.kind = Deadline::Kind::paused;
        deadline.paused_since = scene.by.zone->local(first.due ? *last.paused_since : *first.paused_since).day;
        return deadline;
    }
    deadline.earliest = *first.due;
    deadline.latest = *last.due;
    return deadline;
}

/// Whole hours from one instant to another, rounded up; 0 where it is not after.
std::int64_t hours_after(std::int64_t from, std::int64_t to) {
    return to <= from ? 0 : (to - from + rules::hour - 1) / rules::hour;
}

}  // namespace

std::vector<Pause<Date>> pauses(const rules::typed::Pausing& pausing, const Scene& scene) {
    return pauses_between<Date>(pausing, scene, [&](std::uint32_t event) { return scene.at(event).day; });
}

Deadline deadline(const rules::typed::Limit& limit, const Moment& from, std::uint32_t event, const Scene& scene) {
    using LimitKind = rules::typed::Limit::Kind;
    if (limit.kind == LimitKind::none) return {};
    if (limit.kind == LimitKind::by) {
        const Viewpoint view = event != no_event ? scene.at_activation(event) : scene.on_day(scene.as_of.day);
        const rules::Value date = Answers(scene.of, scene.episode, view, scene.by).value(limit.by);
        if (date.kind != rules::Value::Kind::moment) return unknown(Because::date_not_recorded, Unit::days);
        return on_day(date.moment.day, Unit::days);
    }
    const rules::Period allowed = limit.kind == LimitKind::same_day ? rules::Period{0, Unit::days} : limit.within;
    if (allowed.unit == Unit::hours) return in_hours(limit, from, scene);

    const bool has_cut_off = allowed.unit == Unit::working_days && scene.by.calendar->cut_off();
    if (!has_cut_off && !limit.pausing) {  // as most limits are
        Date last;
        if (!find_due(from.day, allowed, *scene.by.calendar, last))
            return unknown(Because::beyond_calendar, allowed.unit);
        return on_day(last, allowed.unit);
    }
    CountedFrom start{from.day};
    if (has_cut_off) {
        const auto counted = counted_from(from, *scene.by.calendar);
        if (!counted) return unknown(Because::beyond_calendar, allowed.unit);
        start = *counted;
    }
    const auto due_from = [&](Date day) -> std::optional<PausedDue<Date>> {
        if (limit.pausing) return due_with_pauses(day, allowed, pauses(*limit.pausing, scene), *scene.by.calendar);
        const auto last = due(day, allowed, *scene.by.calendar);
        return last ? std::optional(PausedDue<Date>{last}) : std::nullopt;
    };
    const auto last = due_from(start.day);
    if (!last) return unknown(Because::beyond_calendar, allowed.unit);
    Deadline deadline;
    deadline.unit = allowed.unit;
    if (!last->due) {
        deadline.kind = Deadline::Kind::paused;
        deadline.paused_since = *last->paused_since;
        return deadline;
    }
    deadline.kind = Deadline::Kind::day;
    deadline.day = *last->due;
    if (start.if_after_cut_off) {
        const auto other = due_from(*start.if_after_cut_off);
        if (!other || !other->due) return unknown(Because::beyond_calendar, allowed.unit);
        if (*other->due != deadline.day) deadline.if_after_cut_off = other->due;
    }
    return deadline;
}

InTime Deadline::in_time_at_all(const Moment& fulfilment, const Scene& scene) const {
    switch (kind) {
        case Kind::none:
            return InTime::yes;
        case Kind::paused:
            return InTime::yes;  // done while the clock stands
        case Kind::unknown:
            return InTime::unclear;
        case Kind::day:
            if (fulfilment.day <= day) return InTime::yes;
            return if_after_cut_off && fulfilment.day <= *if_after_cut_off ? InTime::unclear : InTime::no;
        case Kind::instant:
            break;
    }
    const Instants done = instants(fulfilment, *scene.by.zone);
    if (done.latest <= earliest) return InTime::yes;
    if (done.earliest > latest) return InTime::no;
    return InTime::unclear;
}

InTime Deadline::still_open(const Scene& scene) const {
    switch (kind) {
        case Kind::none:
        case Kind::paused:
            return InTime::yes;
        case Kind::unknown:
            return InTime::unclear;
        case Kind::day:
            if (scene.as_of.day <= day) return InTime::yes;
            return if_after_cut_off && scene.as_of.day <= *if_after_cut_off ? InTime::unclear : InTime::no;
        case Kind::instant:
            break;
    }
    if (scene.as_of.timed()) {
        const std::int64_t now = instants(scene.as_of, *scene.by.zone).latest;
        return now <= earliest ? InTime::yes : now > latest ? InTime::no : InTime::unclear;
    }
    // As of a date, what is due that day is still open.
    const Date first = scene.by.zone->local(earliest).day, last = scene.by.zone->local(latest).day;
    return scene.as_of.day <= first ? InTime::yes : scene.as_of.day > last ? InTime::no : InTime::unclear;
}

std::optional<std::int64_t> Deadline::late(const Moment& at, const Scene& scene) const {
    if (kind == Kind::day) return late_by(if_after_cut_off.value_or(day), at.day, unit, *scene.by.calendar);
    if (kind != Kind::instant) return std::nullopt;
    return hours_after(latest, instants(at, *scene.by.zone).earliest);
}

std::optional<std::int64_t> Deadline::overdue(const Scene& scene) const {
    if (kind != Kind::instant) return late(scene.as_of, scene);
    return hours_after(latest, instants(scene.as_of, *scene.by.zone).latest);
}

Moment Deadline::last_moment(const Scene& scene) const {
    Moment last = scene.by.zone->local(latest);
    if (earliest != latest) last.time = Moment::no_time;
    return last;
}

}  // namespace csapath::engine
