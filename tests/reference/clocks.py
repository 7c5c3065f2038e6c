# SPDX-License-Identifier: MIT
"""A limit, an activation and what was done: in time, late, overdue, missed or pending, and due when."""
from dataclasses import dataclass, field
from datetime import timedelta
from zoneinfo import ZoneInfo

from days import DAY, Moment, OutsideCalendar, at_or_after, due_days, effective_days, span_of, units_late


@dataclass
class Outcome:
    """What came of one activation before `when`, `unless` and what is not known are held against it."""
    fit: str  # met, late, overdue, missed, failed, pending, undetermined or not visible
    kind: str = "delay"
    due: object = None
    fulfilled: object = None
    late_by: tuple = None
    agencies: list = field(default_factory=list)
    window: Moment = None  # `unless` is judged up to here
    until: object = None  # the event that ends the window, where one does
    early: bool = False  # not visible before anything can excuse it
    key: tuple = None  # what would have met it, for one fault, one finding


def earlier(*moments):
    """The earliest: a day without a time ends with the day."""
    found = None
    for moment in moments:
        if moment is None:
            continue
        if found is None or moment.day < found.day:
            found = moment
        elif moment.day == found.day and moment.timed and not (found.timed and found.instant <= moment.instant):
            found = moment
    return found


def periods(events, starts, ends):
    """From each start (none while one runs) to the next end at or after it; on a shared date without both times an end
    ends what already runs, else what starts that day."""
    found = []
    for first in (event for event in events if event.is_a(*starts)):
        if found and not begins_anew(first, *found[-1]):
            continue
        # What came on this date for a clock that ran before does not end this one too.
        again = bool(found) and found[-1][1].at.day == first.at.day
        last = next((event for event in events if event.is_a(*ends) and event is not first
                     and at_or_after(event.at, first.at) and not (again and unordered(event, first))), None)
        found.append((first, last))
    return found


def begins_anew(first, before, last):
    """Whether an X starts a clock again, after the one that ran from `before` to `last`."""
    if last is None or not at_or_after(first.at, last.at):
        return False
    return not unordered(first, last) or before.at.day < last.at.day


def unordered(one, other):
    return one.at.day == other.at.day and not (one.at.timed and other.at.timed)


def pauses_of(episode, limit):
    """From each X to the next Y in the order of events; an X while one runs starts nothing."""
    if not limit or not limit.get("pausing"):
        return []
    found = []
    for event in episode.all:
        if event.is_a(*limit["pausing"]["to"]) and found and found[-1][1] is None:
            found[-1] = (found[-1][0], event)
        if event.is_a(*limit["pausing"]["from"]) and (not found or found[-1][1] is not None):
            found.append((event, None))
    return joined(found)


def joined(pauses):
    """Pauses that begin on the day on which another ends are one."""
    found = []
    for first, last in pauses:
        if found and first.at.day <= found[-1][1].at.day:
            found[-1] = (found[-1][0], last)
        else:
            found.append((first, last))
    return found


def moved(due, start, unit, pauses, calendar):
    """The due day, moved by the units strictly after each X up to and including its Y; None while the clock stands."""
    for first, last in pauses:
        if first.at.day > due:
            break
        if last is None:
            return None
        day = max(first.at.day, start)
        while day < last.at.day:
            day += DAY
            if unit != "working days":
                due += DAY
            elif calendar.worked(day):
                due = calendar.next_worked(due + DAY)
    return due


def timed(case, episode, start, limit, done, pauses=(), due=None, missed_at_close=True, extra=None):
    """The outcome of a clock that began at `start`. `done` is a moment or None; `due` is the date of a limit by one."""
    closed = episode.closed is not None and missed_at_close
    if limit is None:
        return Outcome("met" if done else "missed" if closed else "pending", "delay" if done else "missed step",
                       window=case.as_of)
    if limit["sort"] == "within" and limit["duration"]["unit"] == "hours":
        return in_hours(case, closed, start, limit["duration"]["number"], done, pauses)
    unit = limit["duration"]["unit"] if limit["sort"] == "within" else "days"
    try:
        if limit["sort"] == "by":
            dues = [due.day]
        elif limit["sort"] == "same day":
            dues = [moved(start.day, start.day, unit, pauses, case.calendar)]
        else:
            begun = effective_days(start, case.calendar, case.zone) if unit == "working days" else [start.day]
            dues = [moved(day, first, unit, pauses, case.calendar)
                    for first, day in zip(begun, due_days(start, limit["duration"], case.calendar, case.zone))]
    except OutsideCalendar:
        return Outcome("undetermined", window=case.as_of)
    found = [by_days(case, closed, due, unit, done) for due in dues]
    if len({outcome.fit for outcome in found}) > 1:
        return Outcome("undetermined", window=case.as_of if None in dues else earlier(case.as_of, Moment(max(dues))))
    return found[-1]


def by_days(case, closed, due, unit, done):
    if due is None:
        return Outcome("met" if done else "missed" if closed else "pending", "delay" if done else "missed step",
                       window=case.as_of)
    window = earlier(case.as_of, Moment(due), done)
    if done is not None:
        if done.day <= due:
            return Outcome("met", due=due, window=window)
        return Outcome("late", due=due, late_by=lateness(case, due, done.day, unit), window=window)
    if closed:
        return Outcome("missed", "missed step", due=due, window=window)
    if case.as_of.day > due:
        return Outcome("overdue", due=due, late_by=lateness(case, due, case.as_of.day, unit), window=window)
    return Outcome("pending", due=due, window=window)


def lateness(case, due, done, unit):
    """None where the calendar ends before."""
    try:
        return units_late(due, done, unit, case.calendar), unit
    except OutsideCalendar:
        return None


def in_hours(case, closed, start, number, done, pauses):
    """Each end of what an untimed moment can mean is tried."""
    limit = timedelta(hours=number)
    first, last = span_of(start, case.zone)
    window = case.as_of
    dues = [first + limit, last + limit]
    if start.timed and not start.again:
        window = earlier(case.as_of, Moment(local_day(dues[0], case.zone), dues[0]))
    else:
        window = earlier(case.as_of, Moment(local_day(dues[1], case.zone)))
    exact = dues[0] if dues[0] == dues[1] else local_day(dues[1], case.zone)
    if done is not None:
        readings = set()
        for begun in (first, last):
            for ended in span_of(done, case.zone):
                if ended < begun and done.day == start.day:
                    ended = begun
                readings.add("met" if ended - begun <= limit else "late")
        if len(readings) > 1:
            return Outcome("undetermined", due=exact, window=window)
        if readings == {"met"}:
            return Outcome("met", due=exact, window=window)
        over = span_of(done, case.zone)[0] - dues[1]
        return Outcome("late", due=exact, late_by=(-(-over // timedelta(hours=1)), "hours"), window=window)
    if closed:
        return Outcome("missed", "missed step", due=exact, window=window)
    now = span_of(case.as_of, case.zone)[1]
    readings = set()
    for due in dues:
        if case.as_of.timed:
            readings.add("overdue" if now > due else "pending")
        else:
            readings.add("overdue" if case.as_of.day > local_day(due, case.zone) else "pending")
    if len(readings) > 1:
        return Outcome("undetermined", due=exact, window=window)
    if readings == {"pending"}:
        return Outcome("pending", due=exact, window=window)
    over = now - dues[1]
    return Outcome("overdue", due=exact, late_by=(-(-over // timedelta(hours=1)), "hours"), window=window)


def local_day(instant, zone):
    return instant.astimezone(ZoneInfo(zone)).date()
