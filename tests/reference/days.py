# SPDX-License-Identifier: MIT
"""Moments, working days and limits. Days are counted one at a time."""
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

DAY = timedelta(days=1)


class OutsideCalendar(Exception):
    """A limit in working days that leaves the years of the calendar."""


@dataclass(frozen=True)
class Moment:
    """A day in the zone of the pathway and, where the time is known, the instant. `again` is the instant of a local
    time's second occurrence when the clocks go back: `instant` is the first."""
    day: date
    instant: datetime = None
    again: datetime = None

    @property
    def timed(self):
        return self.instant is not None


def moment_of(text, zone):
    """'2025-04-29', '2025-04-29T15:20', with seconds and an offset where given."""
    if len(text) == 10:
        return Moment(date.fromisoformat(text))
    read = datetime.fromisoformat(text.replace("Z", "+00:00"))
    place = ZoneInfo(zone)
    if read.tzinfo is not None:
        return Moment(read.astimezone(place).date(), read.astimezone(timezone.utc))
    first = read.replace(tzinfo=place, fold=0).astimezone(timezone.utc)
    second = read.replace(tzinfo=place, fold=1).astimezone(timezone.utc)
    # In a gap, the offset before the change (fold=0) moves the time forward by the gap; its date stays what was written.
    return Moment(read.date(), first, second if second > first else None)


def start_of(day, zone):
    return datetime(day.year, day.month, day.day, tzinfo=ZoneInfo(zone)).astimezone(timezone.utc)


def span_of(moment, zone):
    """The instants that a moment may stand for: the first and the last."""
    if moment.timed:
        return moment.instant, moment.again or moment.instant
    return start_of(moment.day, zone), start_of(moment.day + DAY, zone) - timedelta(seconds=1)


def at_or_after(later, earlier):
    """Whether `later` counts as at or after `earlier`: on a shared date only two times can say no."""
    if later.day != earlier.day:
        return later.day > earlier.day
    return not (later.timed and earlier.timed) or later.instant >= earlier.instant


def surely_after(later, earlier):
    if later.day != earlier.day:
        return later.day > earlier.day
    return later.timed and earlier.timed and later.instant > earlier.instant


class Calendar:
    def __init__(self, first_year, last_year, holidays, count="exclusive", cut_off=None):
        self.first, self.last = date(first_year, 1, 1), date(last_year, 12, 31)
        self.holidays, self.count, self.cut_off = holidays, count, cut_off

    def worked(self, day):
        if not self.first <= day <= self.last:
            raise OutsideCalendar()
        return day.weekday() < 5 and day not in self.holidays

    def without_cut_off(self):
        return Calendar(self.first.year, self.last.year, self.holidays, self.count)

    def next_worked(self, day):
        while not self.worked(day):
            day += DAY
        return day


def plus_months(day, months):
    month = day.year * 12 + day.month - 1 + months
    year, month = divmod(month, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, min(day.day, last))
        except ValueError:
            continue


def effective_days(moment, calendar, zone):
    """The days from which working days are counted: with a cut-off, an activation without a time has two readings."""
    if calendar.cut_off is None:
        return [moment.day]
    if not calendar.worked(moment.day):
        return [calendar.next_worked(moment.day)]
    moved = calendar.next_worked(moment.day + DAY)
    if not moment.timed:
        return [moment.day, moved]
    hour, minute = map(int, calendar.cut_off.split(":"))
    local = moment.instant.astimezone(ZoneInfo(zone))
    after = (local.hour, local.minute, local.second) > (hour, minute, 0)
    return [moved if after else moment.day]


def due_days(moment, duration, calendar, zone, forwards=True):
    """The last days in time: one, or two where a cut-off can be read in two ways."""
    number, unit = duration["number"], duration["unit"]
    if unit == "working days":
        starts = effective_days(moment, calendar, zone) if forwards else [moment.day]
        return [count_working_days(start, number, calendar, forwards) for start in starts]
    sign = 1 if forwards else -1
    if unit == "days":
        due = moment.day + sign * number * DAY
    elif unit == "weeks":
        due = moment.day + sign * 7 * number * DAY
    else:
        due = plus_months(moment.day, sign * number * (12 if unit == "years" else 1))
    return [due]


def count_working_days(start, number, calendar, forwards):
    step = DAY if forwards else -DAY
    inclusive = forwards and calendar.count == "inclusive"
    calendar.worked(start)  # a calendar says nothing of what begins beyond it
    day = start if inclusive else start + step
    while True:
        if calendar.worked(day):
            number -= 1
            if number <= 0:
                return day
        day += step


def units_late(due, done, unit, calendar):
    """How many units a thing done on `done` is late, rounded up; 0 where it is in time."""
    if done <= due:
        return 0
    if unit == "working days":
        count, day = 0, due
        while day < done:
            day += DAY
            count += calendar.worked(day)
        # Done on a day that is not worked, with none worked since: the lateness has begun all the same.
        return count + (not calendar.worked(done))
    if unit == "days":
        return (done - due).days
    if unit == "weeks":
        return -(-(done - due).days // 7)
    step = 12 if unit == "years" else 1
    late = 1
    while plus_months(due, late * step) < done:
        late += 1
    return late
