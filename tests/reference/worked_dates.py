#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Holds the reference itself against dates that were worked out by hand, before it is held against anything else.

    tests/reference/worked_dates.py pathway-definitions/calendars/england-and-wales.yaml
"""
import os
import sys
from datetime import date

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import yaml

from days import Calendar, Moment, at_or_after, due_days, moment_of, plus_months, span_of, units_late

LONDON = "Europe/London"

# From the language: day 0 excluded, England and Wales.
WORKING_DAYS = [
    ("2022-05-26", 15, "2022-06-20"), ("2022-09-12", 15, "2022-10-04"), ("2023-04-24", 15, "2023-05-17"),
    ("2024-03-20", 15, "2024-04-12"), ("2024-12-16", 15, "2025-01-09"), ("2025-04-10", 45, "2025-06-18"),
    ("2012-05-30", 10, "2012-06-15"), ("2022-05-28", 15, "2022-06-21"),
]
# A month that lacks the day ends on its last.
MONTHS = [("2025-11-30", 3, "2026-02-28"), ("2023-11-30", 3, "2024-02-29"), ("2025-01-31", 1, "2025-02-28"),
          ("2024-02-29", 12, "2025-02-28"), ("2025-03-31", -1, "2025-02-28"), ("2025-12-15", 1, "2026-01-15")]
# Due on Friday and done on Saturday is one late; a Saturday a week on is past the fifth.
LATE = [("2025-05-09", "2025-05-10", "working days", 1), ("2025-05-09", "2025-05-12", "working days", 1),
        ("2025-05-09", "2025-05-16", "working days", 5), ("2025-05-09", "2025-05-17", "working days", 6),
        ("2025-05-09", "2025-05-10", "weeks", 1), ("2025-05-09", "2025-05-16", "weeks", 1),
        ("2025-05-09", "2025-05-17", "weeks", 2), ("2025-01-31", "2025-02-28", "months", 1),
        ("2025-01-31", "2025-03-01", "months", 2), ("2025-05-09", "2025-05-08", "days", 0)]


def england_and_wales(path, count="exclusive", cut_off=None):
    with open(path, encoding="utf-8") as file:
        tree = yaml.safe_load(file)
    holidays = {day for days in tree["holidays"].values() for day in days}
    return Calendar(tree["years"]["from"], tree["years"]["until"], holidays, count, cut_off)


def due(calendar, start, number, unit="working days"):
    return [str(day) for day in due_days(moment_of(start, LONDON), {"number": number, "unit": unit}, calendar, LONDON)]


def expect(found, wanted, what):
    if found != wanted:
        raise SystemExit(f"{what}: {found}, and it should be {wanted}")


def main(path):
    plain = england_and_wales(path)
    for start, number, last in WORKING_DAYS:
        expect(due(plain, start, number), [last], f"{number} working days from {start}")
    for start, months, last in MONTHS:
        expect(str(plus_months(date.fromisoformat(start), months)), last, f"{months} months from {start}")
    for limit, done, unit, late in LATE:
        found = units_late(date.fromisoformat(limit), date.fromisoformat(done), unit, plain)
        expect(found, late, f"due {limit} and done {done}")
    # The first working day on or after the activation is day 1: Friday itself, and the Monday after a Saturday.
    inclusive = england_and_wales(path, "inclusive")
    expect(due(inclusive, "2025-05-09", 1), ["2025-05-09"], "inclusive on a Friday")
    expect(due(inclusive, "2025-05-10", 1), ["2025-05-12"], "inclusive on a Saturday")
    # After the cut-off, or on a day not worked, it counts as of the next working day; without a time, both.
    cut = england_and_wales(path, cut_off="17:00")
    expect(due(cut, "2025-05-08T17:00", 1), ["2025-05-09"], "at the cut-off")
    expect(due(cut, "2025-05-08T17:01", 1), ["2025-05-12"], "after the cut-off")
    expect(due(cut, "2025-05-10", 1), ["2025-05-13"], "a Saturday with a cut-off")
    expect(due(cut, "2025-05-08", 1), ["2025-05-09", "2025-05-12"], "no time with a cut-off")
    # The clocks of London skip 01:00-02:00 on 30 March 2025, and have it twice on 26 October.
    skipped, twice = moment_of("2025-03-30T01:30", LONDON), moment_of("2025-10-26T01:30", LONDON)
    expect(skipped.instant.isoformat(), "2025-03-30T01:30:00+00:00", "a time that is skipped moves forward")
    expect(twice.instant.isoformat(), "2025-10-26T00:30:00+00:00", "a time that comes twice is the first")
    expect(twice.again.isoformat(), "2025-10-26T01:30:00+00:00", "and the second is known")
    first, last = span_of(Moment(date(2025, 3, 30)), LONDON)
    expect((last - first).seconds + 1, 23 * 3600, "the length of that day in seconds")
    # On a shared date only two times can say that one came first.
    nine, ten, day = (moment_of(text, LONDON) for text in ("2025-05-09T09:00", "2025-05-09T10:00", "2025-05-09"))
    expect([at_or_after(nine, ten), at_or_after(ten, nine), at_or_after(day, ten), at_or_after(nine, day)],
           [False, True, True, True], "the order of a day")
    print("as worked out by hand")


if __name__ == "__main__":
    main(sys.argv[1])
