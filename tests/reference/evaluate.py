# SPDX-License-Identifier: MIT
"""Every judgement of every case: the whole language, the slow way."""
from case import Case
from days import moment_of
from forms import FORMS
from timeline import events_of
from ways import judged_ways


def judgements_of_case(case):
    found = []
    for episode in case.episodes:
        for step in case.definition.steps.values():
            for rule in step.edges + step.rules:
                if rule.sentence["form"] != "may":
                    found += FORMS[rule.sentence["form"]](case, episode, rule)
        found += judged_ways(case, episode)
    return [judgement for judgement in found if judgement.verdict != "no activation"]


def cases_of(rows, columns, definition, calendar, as_of):
    """Rows are (row number, cells, text); the facts of a case stand in cells named case.*."""
    names = {}
    for number, cells, text in rows:
        names.setdefault(cells["case"], []).append((number, cells, text))
    found = []
    for name, of_case in sorted(names.items()):
        facts = {}
        for _, cells, _ in of_case:
            for key, value in cells.items():
                if key.startswith("case.") and value not in (None, ""):
                    facts.setdefault(key[5:], set()).add(value)
        events = events_of(of_case, definition.zone)
        found.append(Case(name, events, facts, columns, definition, calendar, moment_of(as_of, definition.zone)))
    return found
