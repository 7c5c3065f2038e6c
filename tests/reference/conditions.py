# SPDX-License-Identifier: MIT
"""Conditions with their answers: true, false, unknown, and hidden (unknown because the file has no column for it)."""
from dataclasses import dataclass
from datetime import date, timedelta

from days import Moment, OutsideCalendar, due_days, moment_of, plus_months, span_of

from involvement import without_groups
from timeline import Episode, Event, list_value

TRUE, FALSE, UNKNOWN, HIDDEN = "true", "false", "unknown", "hidden"


def answer(holds):
    return TRUE if holds else FALSE


def negation(found):
    return {TRUE: FALSE, FALSE: TRUE}.get(found, found)


def conjunction(answers):
    for worst in (FALSE, HIDDEN, UNKNOWN):
        if worst in answers:
            return worst
    return TRUE


def disjunction(answers):
    return negation(conjunction([negation(found) for found in answers]))


@dataclass
class Value:
    """What a path leads to: `kept` where `state` is 'known'; else 'blank', 'unreadable' or 'hidden'."""
    state: str
    kept: object = None

    @property
    def unknown(self):
        return HIDDEN if self.state == "hidden" else UNKNOWN


@dataclass
class View:
    """From where a condition is judged. `sees(event)` tells which events are there by then, the activating one apart;
    `now` is the moment of judging and `at` that of the activation."""
    case: object
    episode: Episode
    activation: Event
    step: str  # the step whose occurrence activates; None where none does
    at: Moment
    now: Moment
    sees: object
    by_episode: bool = False

    def before(self):
        return [event for event in self.episode.all if event is not self.activation and self.sees(event)]

    def with_activation(self):
        return [event for event in self.episode.all if event is self.activation or self.sees(event)]

    def ever(self):
        return [event for event in self.case.events if event is not self.activation and self.sees(event)]


def judged(condition, view):
    test = condition["test"]
    if test == "and":
        return conjunction([judged(part, view) for part in condition["parts"]])
    if test == "or":
        return disjunction([judged(part, view) for part in condition["parts"]])
    if test == "not":
        return negation(judged(condition["part"], view))
    if test == "recorded":
        return is_recorded(condition, view)
    if test == "in":
        return one_of(condition, view)
    if test == "includes":
        return includes(condition, view)
    if test in ("before", "after"):
        return in_order(condition, view)
    if test == "happened":
        return happened(condition, view)
    if test == "between":
        return between(condition, view)
    return comparison(condition, view)


# --------------------------------------------------------------------------------------------------------------- paths
def typed(raw, fact, case):
    """The value of a cell, by the type of its fact."""
    if raw is None or raw == "":
        return Value("blank")
    kind = fact.type
    if kind in ("text",):
        return Value("known", raw)
    if kind == "number":
        return Value("known", int(raw)) if raw.lstrip("-").isdigit() else Value("unreadable")
    if kind == "yes-no":
        word = raw.lower()
        if word in ("yes", "true", "1", "y"):
            return Value("known", "yes")
        return Value("known", "no") if word in ("no", "false", "0", "n") else Value("unreadable")
    if kind in ("date", "instant"):
        try:
            return Value("known", moment_of(raw, case.zone))
        except ValueError:
            return Value("unreadable")
    if kind == "one-of":
        return Value("known", raw) if raw in fact.values else Value("unreadable")
    if kind == "many-of":
        codes = raw if isinstance(raw, list) else [part.strip() for part in raw.split(";") if part.strip()]
        return Value("known", [code if code in fact.values else None for code in codes])
    if kind == "agency":
        found = case.definition.spellings.get(raw.lower())
        return Value("known", found) if found else Value("unreadable")
    names = list_value(raw)
    if names is None:
        return Value("blank")
    return Value("known", [case.definition.spellings.get(name.lower()) for name in names])


def path_type(path, view):
    definition = view.case.definition
    if path.startswith("case."):
        return definition.case_facts[path[5:]].type
    if "." in path:
        step, name = path.split(".", 1)
        return definition.fact_of(name, step)[1].type
    fact = definition.fact_of(path, view.step)[1]
    return (fact or definition.case_facts[path]).type


def value_of(path, view):
    case = view.case
    if path.startswith("case."):
        return case.fact(path[5:])
    if "." in path:
        step, name = path.split(".", 1)
        fact = case.definition.fact_of(name, step)[1]
        if not case.has_column(name):
            return Value("hidden")
        found = [event for event in view.with_activation() if event.is_a(step)]
        return typed(found[-1].values.get(name), fact, case) if found else Value("blank")
    own, fact = case.definition.fact_of(path, view.step)
    if own:
        if not case.has_column(path):
            return Value("hidden")
        event = last_of(view.step, view) if view.by_episode else view.activation
        return typed(event.values.get(path), fact, case) if event else Value("blank")
    if fact is not None:
        earlier = [event for event in view.episode.all if is_up_to_activation(event, view)]
        for event in reversed(earlier):
            if path in event.values:
                return typed(event.values[path], fact, case)
    if path in case.definition.case_facts:
        return case.fact(path)
    return Value("blank") if case.has_column(path) else Value("hidden")


def last_of(step, view):
    found = [event for event in view.with_activation() if event.is_a(step)]
    return found[-1] if found else None


def is_up_to_activation(event, view):
    if view.activation is not None:
        return event.place <= view.activation.place
    return view.sees(event)


# --------------------------------------------------------------------------------------------------------------- tests
def is_recorded(condition, view):
    found = value_of(condition["path"], view)
    if found.state == "unreadable":
        return UNKNOWN
    recorded = answer(found.state == "known")
    return negation(recorded) if condition["opposite"] else recorded


def one_of(condition, view):
    found = value_of(condition["path"], view)
    if found.state != "known":
        return found.unknown
    return disjunction([answer(same(found.kept, text, path_type(condition["path"], view), view))
                        for text in condition["values"]])


def same(kept, text, kind, view):
    definition = view.case.definition
    if kind == "agency":
        return definition.in_group(kept, definition.spellings.get(text.lower(), text))
    if kind == "number":
        return kept == int(text)
    if kind in ("date", "instant"):
        return kept.day == date.fromisoformat(text)
    return kept == text


def includes(condition, view):
    found = value_of(condition["path"], view)
    other = value_of(condition["of"], view) if "of" in condition else found
    if "known" != found.state or "known" != other.state:
        return conjunction([one.unknown for one in (found, other) if one.state != "known"])
    if "of" in condition:
        wanted = other.kept if isinstance(other.kept, list) else [other.kept]
    else:
        wanted = condition["values"]
    kind = path_type(condition["path"], view)
    answers = [has(found.kept, one, kind, view) for one in wanted]
    return conjunction(answers) if condition["every"] else disjunction(answers)


def has(kept, wanted, kind, view):
    if kind != "agencies":
        return TRUE if wanted in kept else UNKNOWN if None in kept else FALSE
    definition = view.case.definition
    wanted = definition.spellings.get(str(wanted).lower(), wanted)
    if any(definition.in_group(one, wanted) for one in kept):
        return TRUE
    return UNKNOWN if None in kept else FALSE


def in_order(condition, view):
    left, right = value_of(condition["left"], view), value_of(condition["right"], view)
    if left.state != "known" or right.state != "known":
        return conjunction([one.unknown for one in (left, right) if one.state != "known"])
    first, second = left.kept, right.kept
    if condition["test"] == "after":
        first, second = second, first
    if first.day != second.day:
        return answer(first.day < second.day)
    if first.timed and second.timed:
        return answer(first.instant < second.instant)
    both_dates = all(path_type(condition[side], view) == "date" for side in ("left", "right"))
    return FALSE if both_dates else UNKNOWN


def happened(condition, view):
    events = view.ever() if condition["ever"] else view.before()
    sure = [event for event in events if event.is_a(condition["step"])]
    perhaps = [event for event in events if event.may_be_a(condition["step"])]
    if condition["within"] is None:
        return disjunction([answer(bool(sure))] + [UNKNOWN] * bool(perhaps))
    answers = [elapsed(event.at, condition["within"], view, "<=") for event in sure]
    for event in perhaps:
        if elapsed(event.at, condition["within"], view, "<=") != FALSE:
            answers.append(UNKNOWN)
    return disjunction(answers) if answers else FALSE


def between(condition, view):
    def is_one(event, step):
        return TRUE if event.is_a(step) else UNKNOWN if event.may_be_a(step) else FALSE
    running = FALSE
    for event in view.before():
        # What ends it and starts it at once has started it: an end at once is not since.
        running = conjunction([running, negation(is_one(event, condition["until"]))])
        running = disjunction([running, is_one(event, condition["from"])])
    return running


def comparison(condition, view):
    quantity, sign, wanted = condition["quantity"], condition["test"], condition["value"]
    if quantity["what"] == "age":
        return aged(sign, wanted["duration"], view)
    if quantity["what"] == "count":
        return counted(quantity["of"], sign, int(wanted["text"]), view)
    if quantity["what"] == "time since":
        return since(quantity["of"], sign, wanted["duration"], view)
    found = value_of(quantity["path"], view)
    if found.state != "known":
        return found.unknown
    kind = path_type(quantity["path"], view)
    if sign == "is":
        return answer(same(found.kept, wanted["text"], kind, view))
    if kind == "number":
        return answer(held(found.kept, sign, int(wanted["text"])))
    return answer(held(found.kept.day, sign, date.fromisoformat(wanted["text"])))


def held(left, sign, right):
    return {"<": left < right, "<=": left <= right, ">": left > right, ">=": left >= right, "is": left == right}[sign]


def aged(sign, duration, view):
    case = view.case
    born, expected = case.fact("date-of-birth"), case.fact("expected-delivery")
    if born.state == "known":
        return answer(held(view.at.day, sign, birthday(born.kept.day, duration)))
    if born.state != "unreadable" and expected.state == "known" and expected.kept.day > view.at.day:
        return answer(held(-1, sign, 0))
    if born.state == "hidden" and expected.state == "hidden":
        return HIDDEN
    return UNKNOWN if born.state != "hidden" else HIDDEN


def birthday(born, duration):
    number, unit = duration["number"], duration["unit"]
    if unit in ("years", "months"):
        return plus_months(born, number * (12 if unit == "years" else 1))
    return born + timedelta(days=number * (7 if unit == "weeks" else 1))


def counted(what, sign, number, view):
    definition = view.case.definition
    if what in definition.steps:
        events = view.with_activation()
        least = sum(event.is_a(what) for event in events)
        most = least + sum(event.may_be_a(what) for event in events)
    else:
        found = value_of(what, view)
        if found.state != "known":
            return found.unknown
        kept = sorted({one for one in found.kept if one is not None})
        if path_type(what, view) == "agencies":
            kept = without_groups(kept, definition)
        least, most = len(kept), len(kept) + 99 * (None in found.kept)
    answers = {held(count, sign, number) for count in range(least, most + 1)}
    return UNKNOWN if len(answers) > 1 else answer(answers.pop())


def since(what, sign, duration, view):
    if what in view.case.definition.steps:
        sure = [event for event in view.before() if event.is_a(what)]
        perhaps = [event for event in view.before() if event.may_be_a(what)]
        if not sure:
            return UNKNOWN
        if perhaps and perhaps[-1].place > sure[-1].place:
            answers = {elapsed(event.at, duration, view, sign) for event in perhaps + sure[-1:]
                       if event.place >= sure[-1].place}
            return answers.pop() if len(answers) == 1 else UNKNOWN
        return elapsed(sure[-1].at, duration, view, sign)
    found = value_of(what, view)
    if found.state != "known":
        return found.unknown
    return elapsed(found.kept, duration, view, sign)


def elapsed(start, duration, view, sign):
    """Whether the time from `start` to the moment of judging is <, <=, >, >= or exactly the duration."""
    case = view.case
    if duration["unit"] == "hours":
        limit = timedelta(hours=duration["number"])
        starts, ends = span_of(start, case.zone), span_of(view.now, case.zone)
        answers = {held(end - begin, sign, limit) for begin in starts for end in ends}
        return answer(answers.pop()) if len(answers) == 1 else UNKNOWN
    try:
        if duration["number"] == 0:
            answers = {held(view.now.day, sign, start.day)}
        else:
            # A cut-off is for limits.
            answers = {held(view.now.day, sign, due)
                       for due in due_days(start, duration, case.calendar.without_cut_off(), case.zone)}
    except OutsideCalendar:
        return UNKNOWN
    return answer(answers.pop()) if len(answers) == 1 else UNKNOWN
