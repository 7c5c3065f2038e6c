# SPDX-License-Identifier: MIT
"""Edges, `lead to` and the sentences that say when the step happens."""
from dataclasses import replace
from datetime import timedelta

from clocks import Outcome, earlier, local_day, pauses_of, timed
from conditions import FALSE, HIDDEN, TRUE, UNKNOWN, Value, disjunction, negation, typed, value_of
from days import Moment, OutsideCalendar, at_or_after, due_days, span_of, units_late
from judging import (as_of_view, both_as, clock_outcome, fulfilling, matching_value, occurs, settled, when_of, when_view,
                     without_date)
from timeline import Event


def must(case, episode, rule, when=None):
    sentence = rule.sentence
    steps = rule.targets if sentence["form"] in ("must", "otherwise") else sentence["steps"]
    limit, matching = sentence.get("limit"), sentence.get("matching")
    for event in episode.events:
        if event.is_a(rule.step):
            outcome_of = clock_outcome(case, episode, rule, event, event.at, [rule.step], list(steps), limit, matching)
            yield settled(case, episode, rule, event, event.at, outcome_of, when=when(event) if when else None)


def otherwise(case, episode, rule):
    """Demanded where none of the step's other edges that have a `when` applies."""
    others = [edge for edge in case.definition.steps[rule.step].edges if edge is not rule and edge.sentence.get("when")]

    def when(event):
        view = when_view(case, episode, event, rule.step, event.at)
        # Unknown is unknown here, also where there is no column: that edge tells it.
        answer = negation(disjunction([when_of(edge, view) for edge in others] or [FALSE]))
        return UNKNOWN if answer == HIDDEN else answer
    return must(case, episode, rule, when)


# -------------------------------------------------------------------------------------------------------------- happen
def happen_of(case, episode, rule):
    sentence = rule.sentence
    anchor, matching, limit = sentence["anchor"], sentence["matching"], sentence["limit"]
    steps = [rule.step]
    if anchor[0] not in case.definition.steps:
        yield from happen_of_date(case, episode, rule)
        return
    for event, when in anchors(case, episode, rule):
        as_steps = [step for step in anchor if event.is_a(step)]
        outcome_of = clock_outcome(case, episode, rule, event, event.at, as_steps, steps, limit, matching)
        yield settled(case, episode, rule, event, event.at, outcome_of, when=when, facts_of=as_steps[0])


def anchors(case, episode, rule):
    """Each X that activates, with its `when` where that is more than its own."""
    sentence = rule.sentence
    found = []
    for event in episode.events:
        if event.is_a(*sentence["anchor"]):
            step = next(step for step in sentence["anchor"] if event.is_a(step))
            when = when_of(rule, when_view(case, episode, event, step, event.at))
            value = matching_value(case, event, sentence["matching"], step)
            # A blank value may be any: such an X stands alone.
            found.append((event, when, event if sentence["matching"] and value is None else value))
    if sentence["which"] == "each":
        return [(event, when) for event, when, _ in found]
    kept = []
    for value in distinct(value for _, _, value in found):
        group = [(event, when) for event, when, other in found if other is value or other == value]
        if sentence["which"] == "the first":
            kept += [next(((event, when) for event, when in group if when != FALSE), group[0])]
        else:
            kept += latest_of_runs(case, episode, rule, group, value)
    return sorted(kept, key=lambda one: one[0].place)


def distinct(values):
    found = []
    for value in values:
        if not any(one is value or one == value for one in found):
            found.append(value)
    return found


def latest_of_runs(case, episode, rule, group, value):
    """The last X of each run whose `when` is not false."""
    runs = {}
    for event, when in group:
        if when == FALSE:
            continue

        def fits(other, granted):
            if value is None:
                return True
            # A blank value may be any, and so may end a run.
            return matching_value(case, other, rule.sentence["matching"], rule.step) in (None, value) or \
                isinstance(value, Event)
        as_steps = [step for step in rule.sentence["anchor"] if event.is_a(step)]
        own = fulfilling(episode, event, event.at, as_steps, [rule.step], (), fits)
        runs.setdefault(own.place if own else None, []).append((event, when))
    if not runs:
        return group[-1:]
    return [run[-1] for run in runs.values()]


def happen_of_date(case, episode, rule):
    """A date of a step stands for each of its occurrences; any other is one, the latest that is known."""
    path, limit = rule.sentence["anchor"][0], rule.sentence["limit"]
    step = path.split(".")[0]
    if step in case.definition.steps:
        name = path.split(".", 1)[1]
        fact = case.definition.fact_of(name, step)[1]
        dates = [(event, own_value(case, event, name, fact)) for event in episode.events if event.is_a(step)]
    else:
        dates = [(None, value_of(path, as_of_view(case, episode, rule.step)))]
    for event, found in dates:
        at = found.kept if found.state == "known" else (event or episode.opened).at
        when = None
        if found.state != "known":
            asked = when_of(rule, when_view(case, episode, event, step if event else rule.step, at, event is None))
            when = found.unknown if asked == TRUE else asked

        def outcome_of(granted, at=at):
            done = fulfilling(episode, None, at, [], [rule.step], granted)
            outcome = timed(case, episode, at, limit, done.at if done else None, pauses_of(episode, limit))
            return replace(outcome, fulfilled=done, key=((rule.step,), None))
        yield settled(case, episode, rule, event, at, outcome_of, by_episode=event is None, when=when,
                      facts_of=step if event else None)


def own_value(case, event, name, fact):
    if name == "at":
        return Value("known", event.at)
    if not case.has_column(name):
        return Value("hidden")
    return typed(event.values.get(name), fact, case)


def happen_by(case, episode, rule):
    path = rule.sentence["path"]
    found = value_of(path, as_of_view(case, episode, rule.step))
    opened = episode.opened

    def outcome_of(granted):
        done = next((event for event in episode.all if occurs(event, [rule.step], granted)), None)
        if found.state != "known":
            return without_date(case, found, done)
        outcome = timed(case, episode, opened.at, {"sort": "by"}, done.at if done else None, (), found.kept)
        if episode.unseen and outcome.fit != "met":
            outcome = replace(outcome, fit="undetermined")
        return replace(outcome, fulfilled=done, key=((rule.step,), None))
    yield settled(case, episode, rule, opened, opened.at, outcome_of, by_episode=True)


def times(case, episode, rule):
    opened = episode.opened
    doubtful = [event.place for event in episode.all if event.may_be_a(rule.step)]

    def outcome_of(granted):
        found = times_outcome(case, episode, rule, granted)
        if found.fit != "pending" and times_outcome(case, episode, rule, doubtful).fit != found.fit:
            return replace(found, fit="undetermined")
        return found
    yield settled(case, episode, rule, opened, opened.at, outcome_of, by_episode=True)


def times_outcome(case, episode, rule, granted):
    sort, number = rule.sentence["sort"], rule.sentence["number"]
    # The tail can make up what was too few, and is never too many.
    inside = [event for event in episode.events if occurs(event, [rule.step], granted)]
    done = inside + [event for event in episode.tail if occurs(event, [rule.step], granted)]
    if sort != "at least" and len(inside) > number:
        return Outcome("failed", "unexpected", fulfilled=inside[number],
                       window=earlier(case.as_of, inside[number].at))
    if episode.unseen and not (sort == "at least" and len(done) >= number):
        return Outcome("undetermined", window=case.as_of)
    if sort == "at most" or len(done) >= number:
        return Outcome("met", window=case.as_of)
    return Outcome("missed" if episode.closed else "pending", "missed step", window=case.as_of,
                   key=((rule.step,), None))


def before(case, episode, rule):
    anchor, ahead = rule.sentence["anchor"], rule.sentence["ahead"]
    previous = None
    for event in episode.events:
        if not event.is_a(*anchor):
            continue
        outcome_of = before_outcome(case, episode, rule, event, previous, ahead)
        step = next(step for step in anchor if event.is_a(step))
        yield settled(case, episode, rule, event, event.at, outcome_of, facts_of=step)
        previous = event


def before_outcome(case, episode, rule, event, previous, ahead):
    def outcome_of(granted):
        done = [one for one in episode.all if occurs(one, [rule.step], granted) and at_or_after(event.at, one.at)
                and (one is not event or both_as(one, [rule.step], rule.sentence["anchor"], granted))
                and (previous is None or (one is not previous and at_or_after(one.at, previous.at)))]
        found = in_good_time(case, event, done[0] if done else None, ahead)
        return replace(found, fulfilled=done[0] if done else None, key=((rule.step,), None))
    return outcome_of


def in_good_time(case, event, done, ahead):
    if ahead["unit"] == "hours":
        limit = timedelta(hours=ahead["number"])
        ends = span_of(event.at, case.zone)
        if ends[0] == ends[1]:
            due = ends[0] - limit
            last = Moment(local_day(due, case.zone), due)
        else:
            due = local_day(ends[1] - limit, case.zone)
            last = Moment(due)
        window = earlier(case.as_of, last)
        if done is None:
            return Outcome("missed", "missed step", due=due, window=window)
        readings = {max(end - begun, timedelta(0)) >= limit for end in ends for begun in span_of(done.at, case.zone)}
        if len(readings) > 1:
            return Outcome("undetermined", due=due, window=window)
        if readings == {True}:
            return Outcome("met", due=due, window=window)
        over = limit - (ends[1] - span_of(done.at, case.zone)[0])
        return Outcome("late", due=due, late_by=(-(-over // timedelta(hours=1)), "hours"), window=window)
    try:
        due = due_days(event.at, ahead, case.calendar, case.zone, forwards=False)[0]
    except OutsideCalendar:
        return Outcome("undetermined", window=case.as_of)
    window = earlier(case.as_of, Moment(due), done.at if done else None)
    if done is None:
        return Outcome("missed", "missed step", due=due, window=window)
    if done.at.day <= due:
        return Outcome("met", due=due, window=window)
    return Outcome("late", due=due, late_by=(units_late(due, done.at.day, ahead["unit"], case.calendar), ahead["unit"]),
                   window=window)
