# SPDX-License-Identifier: MIT
"""`repeat every D from X until Y`: one clock at a time, and each gap an activation."""
from dataclasses import replace

from clocks import earlier, periods, timed
from conditions import FALSE, HIDDEN, TRUE, UNKNOWN
from days import at_or_after
from judging import FINDINGS, occurs, settled


def repeat(case, episode, rule):
    sentence = rule.sentence
    def holds(event):
        if sentence["where"] is None:
            return TRUE
        return case.where_holds(sentence["where"], rule.step, event)
    for first, last in periods(episode.events, sentence["from"], sentence["until"]):
        start = first
        while start is not None:
            done = next((event for event in episode.all if ends_gap(event, start, first, last, rule, episode)
                         and event.is_a(rule.step) and holds(event) == TRUE), None)
            outcome_of = gap_outcome(case, episode, rule, start, first, last, holds)
            # A gap that is open at the end of its clock is an activation only if something was due in it.
            if done is not None or not (last or episode.closed) or outcome_of(()).fit in FINDINGS + ("undetermined",):
                step = rule.step if start is not first else next(s for s in sentence["from"] if start.is_a(s))
                yield settled(case, episode, rule, start, start.at, outcome_of, facts_of=step)
            start = done if done in episode.events else None  # the tail fulfils, and starts nothing


def ends_gap(event, start, first, last, rule, episode):
    if event is start:
        return False  # a gap is between two events, also where the first is X and the step at once
    if last is not None and not at_or_after(last.at, event.at):
        return False
    if start is first:
        return at_or_after(event.at, start.at)
    return event.place > start.place


def gap_outcome(case, episode, rule, start, first, last, holds):
    limit = {"sort": "within", "duration": rule.sentence["every"]}

    def outcome_of(granted):
        def fits(event):
            if not occurs(event, [rule.step], granted) or not ends_gap(event, start, first, last, rule, episode):
                return False
            return holds(event) == TRUE or (event.place in granted and holds(event) != FALSE)
        done = next((event for event in episode.all if fits(event)), None)
        if done is None and last is not None:
            return at_the_end(case, episode, start, limit, last, (rule.step,))
        if done is None and episode.closed:
            return at_the_end(case, episode, start, limit, episode.closed, (rule.step,))
        outcome = timed(case, episode, start.at, limit, done.at if done else None)
        return replace(outcome, fulfilled=done, key=((rule.step,), None))
    outcome_of.doubts = lambda event: None in event.steps.values() or (
        event.is_a(rule.step) and holds(event) in (UNKNOWN, HIDDEN))
    return outcome_of


def at_the_end(case, episode, start, limit, last, key):
    """The clock ended with a gap open: missed where that was past its due date."""
    outcome = timed(case, episode, start.at, limit, last.at)
    if outcome.fit == "late":
        outcome = replace(outcome, fit="missed", kind="missed step", late_by=None)
    elif outcome.fit == "met":
        outcome = replace(outcome, fit="no activation")
    return replace(outcome, key=(key, None), window=earlier(outcome.window, last.at))
