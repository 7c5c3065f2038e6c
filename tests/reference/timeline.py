# SPDX-License-Identifier: MIT
"""The events of one case in their order, which of them are occurrences of which steps, and the episodes."""
from dataclasses import dataclass, field
from datetime import datetime

from days import DAY, Moment, moment_of, start_of
from definition import LISTS


@dataclass(eq=False)
class Event:
    case: str
    type: str
    at: Moment
    values: dict  # attribute -> text, or list of texts; only what is not blank
    row: int
    text: str
    steps: dict = field(default_factory=dict)  # step -> True or None (not known)
    place: int = 0

    def is_a(self, *steps):
        return any(self.steps.get(step) is True for step in steps)

    def may_be_a(self, *steps):
        return not self.is_a(*steps) and any(self.steps.get(step, False) is None for step in steps)

    def list(self, name):
        """None where it is blank, else the names as they were written."""
        return self.values.get(name)


@dataclass(eq=False)
class Episode:
    number: int
    events: list = field(default_factory=list)  # from its opening to its close
    tail: list = field(default_factory=list)
    opened: Event = None
    closed: Event = None
    unseen: bool = False

    @property
    def all(self):
        return self.events + self.tail


def events_of(rows, zone):
    """Rows are (row number, dict of cells, text). A blank cell is no value; `none` in a list is nobody."""
    found, seen = [], set()
    for number, cells, text in rows:
        if text in seen:
            continue
        seen.add(text)
        values = {}
        for name, cell in cells.items():
            if name in ("case", "event", "facts") or name.startswith("case."):
                continue
            kept = list_value(cell) if name in LISTS else cell
            if kept not in (None, ""):
                values[name] = kept
        found.append(Event(cells["case"], cells["event"], moment_of(cells["at"], zone), values, number, text))
    return found


def list_value(cell):
    """The names of a list, [] for nobody, None for a blank one."""
    if cell is None or isinstance(cell, list):
        return cell
    names = [name.strip() for name in cell.split(";") if name.strip()]
    if not names:
        return None
    return [] if names == ["none"] else names


def up_to(events, as_of, zone):
    """`as_of` is a date (its whole day counts) or a moment with a time. An event without a time is there on its day."""
    def counts(event):
        if event.at.day != as_of.day:
            return event.at.day < as_of.day
        return not as_of.timed or not event.at.timed or event.at.instant <= as_of.instant
    return [event for event in events if counts(event)]


def ordered(events, definition, zone):
    """Day by day, since where an untimed event of a day stands depends on whether an episode is open that morning."""
    found, open_now = [], not any(step.starts for step in definition.steps.values())
    without_starts = open_now
    seen_any = False
    for day in sorted({event.at.day for event in events}):
        of_day = [event for event in events if event.at.day == day]
        of_day = day_in_order(of_day, day, definition, zone, open_now)
        for event in of_day:
            if not event.steps:
                continue
            first, seen_any = not seen_any, True
            if without_starts:
                continue
            if not open_now and (first or starts(event, definition)):
                open_now = True
            if open_now and ends(event, definition):
                open_now = False
        found += of_day
    for place, event in enumerate(found):
        event.place = place
    return found


def starts(event, definition):
    return event.is_a(*(step.id for step in definition.steps.values() if step.starts))


def ends(event, definition):
    return event.is_a(*(step.id for step in definition.steps.values() if step.ends))


def day_in_order(events, day, definition, zone, open_now):
    midnight, end = start_of(day, zone), start_of(day + DAY, zone)
    first_start = None
    for event in events:
        if starts(event, definition) and not open_now:
            time = event.at.instant if event.at.timed else midnight
            if first_start is None or time < first_start:
                first_start = time

    def effective(event):
        if event.at.timed:
            return event.at.instant, 0
        if starts(event, definition):
            return (end, 1) if open_now else (midnight, 0)
        if ends(event, definition):
            return end, 0
        return (midnight, 0) if first_start is None else (first_start, 1)

    return sorted(events, key=lambda event: (effective(event), event.type, event.text))


def episodes_of(events, definition):
    if not any(step.starts for step in definition.steps.values()):
        return whole_case(events, definition)
    episodes, current, seen_any = [], None, False
    for event in events:
        occurs = bool(event.steps)  # what may be an occurrence opens too, unseen
        opens = occurs and (starts(event, definition) or not seen_any)
        seen_any = seen_any or occurs
        if (current is None or current.closed) and opens:
            current = Episode(len(episodes) + 1, opened=event, unseen=not starts(event, definition))
            episodes.append(current)
        if current is None:
            continue
        if current.closed:
            current.tail.append(event)
        else:
            current.events.append(event)
            if ends(event, definition):
                current.closed = event
    return episodes


def whole_case(events, definition):
    if not events:
        return []
    only = Episode(1, opened=events[0])
    for event in events:
        if only.closed:
            only.tail.append(event)
        else:
            only.events.append(event)
            if ends(event, definition):
                only.closed = event
    return [only]
