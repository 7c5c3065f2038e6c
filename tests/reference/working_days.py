#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Counts working days the slow way, as a second opinion on engine/calendar.

    tests/reference/working_days.py > tests/engine/calendar/working_days.csv
    tests/reference/working_days.py --check pathway-definitions/calendars/england-and-wales.yaml

The first walks from every start date day by day, and writes one row a month:

    month,excluded,included,before

A number stands for all starts of the month, in order, and for each of them the 1st to the 60th working day: after the
start (`excluded`), from the start on (`included`), and before it (`before`; empty where that leaves 2010). It is
folded from the distances in days, each at least 0:

    number = (number * 31 + distance) modulo 2 to the power of 32, beginning with 0

The second holds the dates of a calendar file against the list below. Both first hold the list against the law: which
days are bank holidays, what takes their place at a weekend, and what was proclaimed otherwise.
"""
import re
import sys
from datetime import date, timedelta

DAY = timedelta(days=1)
FURTHEST = 60
FIRST, LAST = date(2010, 1, 1), date(2028, 12, 31)
LAST_MONTH = "2028-09"  # the last whose starts have all 60 working days inside the list

BANK_HOLIDAYS = """
2010 01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28
2011 01-03 04-22 04-25 04-29 05-02 05-30 08-29 12-26 12-27
2012 01-02 04-06 04-09 05-07 06-04 06-05 08-27 12-25 12-26
2013 01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26
2014 01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26
2015 01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28
2016 01-01 03-25 03-28 05-02 05-30 08-29 12-26 12-27
2017 01-02 04-14 04-17 05-01 05-29 08-28 12-25 12-26
2018 01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26
2019 01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26
2020 01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28
2021 01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28
2022 01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27
2023 01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26
2024 01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26
2025 01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26
2026 01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28
2027 01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28
2028 01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26
"""

PROCLAIMED = {
    date(2011, 4, 29): "royal wedding",
    date(2012, 6, 5): "Diamond Jubilee",
    date(2022, 6, 3): "Platinum Jubilee",
    date(2022, 9, 19): "state funeral",
    date(2023, 5, 8): "coronation",
}
MOVED = {
    date(2012, 5, 28): date(2012, 6, 4),
    date(2020, 5, 4): date(2020, 5, 8),
    date(2022, 5, 30): date(2022, 6, 2),
}


def listed():
    days = set()
    for line in BANK_HOLIDAYS.split("\n"):
        if line:
            year, *rest = line.split()
            days |= {date.fromisoformat(f"{year}-{month_and_day}") for month_and_day in rest}
    return days


def easter_sunday(year):
    """The Sunday after the full moon on or after 21 March, by the tables of golden numbers and epacts."""
    golden = year % 19 + 1
    century = year // 100 + 1
    left_out = 3 * century // 4 - 12
    moon = (8 * century + 5) // 25 - 5
    epact = (11 * golden + 20 + moon - left_out) % 30
    if epact == 24 or (epact == 25 and golden > 11):
        epact += 1
    full_moon = 44 - epact
    if full_moon < 21:
        full_moon += 30
    day = date(year, 3, 1) + (full_moon - 1) * DAY + DAY
    while day.weekday() != 6:
        day += DAY
    return day


def first_monday(year, month):
    return next(day for day in (date(year, month, n) for n in range(1, 8)) if day.weekday() == 0)


def last_monday(year, month):
    return next(day for day in (date(year, month, n) for n in range(31, 24, -1)) if day.weekday() == 0)


def by_law(year):
    easter = easter_sunday(year)
    days = {easter - 2 * DAY, easter + DAY, first_monday(year, 5), last_monday(year, 5), last_monday(year, 8)}
    at_weekends = []
    for fixed in (date(year, 1, 1), date(year, 12, 26), date(year, 12, 25)):
        if fixed.weekday() < 5:
            days.add(fixed)
        else:
            at_weekends.append(fixed)
    for fixed in at_weekends:
        while fixed.weekday() >= 5 or fixed in days:
            fixed += DAY
        days.add(fixed)
    days = {MOVED.get(day, day) for day in days}
    return days | {day for day in PROCLAIMED if day.year == year}


HOLIDAYS = listed()


def worked(day):
    return day.weekday() < 5 and day not in HOLIDAYS


def distances(start, step, first):
    """How far the 1st to the 60th working day is from `start`, looking at `first`, first + step and so on."""
    found, day = [], first
    while len(found) < FURTHEST:
        if not FIRST <= day <= LAST:
            return None
        if worked(day):
            found.append(abs((day - start).days))
        day += step
    return found


def folded(number, counted):
    if number is None or counted is None:
        return None
    for distance in counted:
        number = (number * 31 + distance) % 2**32
    return number


def table():
    months = {}
    day = FIRST
    while f"{day:%Y-%m}" <= LAST_MONTH:
        row = months.setdefault(f"{day:%Y-%m}", [0, 0, 0])
        for column, (step, first) in enumerate([(DAY, day + DAY), (DAY, day), (-DAY, day - DAY)]):
            row[column] = folded(row[column], distances(day, step, first))
        day += DAY
    yield "month,excluded,included,before"
    for month, row in months.items():
        yield ",".join([month] + ["" if number is None else str(number) for number in row])


def check(path):
    with open(path, encoding="utf-8") as file:
        lines = [line.split("#")[0] for line in file]
    written = [date.fromisoformat(text) for text in re.findall(r"\d{4}-\d{2}-\d{2}", "".join(lines))]
    assert len(written) == len(set(written)), "a day stands twice"
    assert set(written) == HOLIDAYS, sorted(set(written) ^ HOLIDAYS)


def main():
    assert {day.year for day in HOLIDAYS} == set(range(FIRST.year, LAST.year + 1))
    for year in range(FIRST.year, LAST.year + 1):
        of_year = {day for day in HOLIDAYS if day.year == year}
        assert of_year == by_law(year), (year, sorted(of_year ^ by_law(year)))
    if len(sys.argv) == 3 and sys.argv[1] == "--check":
        check(sys.argv[2])
    else:
        print("\n".join(table()))


main()
