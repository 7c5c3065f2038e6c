# SPDX-License-Identifier: MIT
"""What all forms share: from what came of an activation to its verdict, and what meets it."""
from dataclasses import dataclass, field, replace
from itertools import combinations

from clocks import Outcome, earlier, pauses_of, timed
from conditions import FALSE, HIDDEN, TRUE, UNKNOWN, View, judged, typed, value_of
from days import Moment, at_or_after
from definition import is_in_force

FINDINGS = ("late", "overdue", "missed", "failed")


@dataclass
class Judgement:
    case: str
    episode: int
    rule: object
    verdict: str
    kind: str
    activation: object  # the event, or None
    at: Moment
    due: object = None
    fulfilled: object = None
    late_by: tuple = None
    agencies: list = field(default_factory=list)
    key: tuple = None
    also: list = field(default_factory=list)
    times: int = 1


def occurs(event, steps, granted=()):
    return event.is_a(*steps) or (event.place in granted and event.may_be_a(*steps))


def when_view(case, episode, activation, step, at, by_episode=False):
    def sees(event):
        if activation is not None:
            return event.place < activation.place
        return event.at.day <= at.day
    # Where a date that an event carries activates, the event is the moment of judging.
    judged_at = at if activation is None else activation.at
    return View(case, episode, activation, step, at, judged_at, sees, by_episode)


def window_view(case, episode, activation, step, at, window, by_episode=False, done=None):
    """Up to the end of the window, and where something fulfilled, up to and including that."""
    def sees(event):
        if done is not None and event.place > done.place:
            return False
        if event.at.day != window.day:
            return event.at.day < window.day
        return not (event.at.timed and window.timed) or event.at.instant <= window.instant
    return View(case, episode, activation, step, at, window, sees, by_episode)


def when_of(rule, view):
    condition = rule.sentence.get("when")
    return TRUE if condition is None else judged(condition, view)


def settled(case, episode, rule, activation, at, outcome_of, step=None, by_episode=False, visible=True, when=None,
            facts_of=None, in_force_on=None):
    """The verdict, in the order of the page: `outcome_of(granted)` says what came of it."""
    step = facts_of or rule.step
    judgement = Judgement(case.name, episode.number, rule, None, None, activation, at)
    day = (in_force_on or at).day
    view = when_view(case, episode, activation, step, at, by_episode)
    when = when or when_of(rule, view)
    if when == FALSE or not (is_in_force(rule.in_force, day) and is_in_force(case.definition.in_force, day)):
        return replace(judgement, verdict="not applicable")
    if not visible or when == HIDDEN:
        return replace(judgement, verdict="not visible")
    if when == UNKNOWN:
        return replace(judgement, verdict="undetermined")
    outcome = outcome_of(())
    judgement = replace(judgement, due=outcome.due, fulfilled=outcome.fulfilled, late_by=outcome.late_by,
                        agencies=outcome.agencies, key=outcome.key, kind=outcome.kind)
    if outcome.fit == "met" or (outcome.fit == "not visible" and outcome.early):
        return replace(judgement, verdict=outcome.fit)
    unless = rule.sentence.get("unless")
    if unless is not None:
        window = earlier(outcome.window or Moment(at.day), case.as_of)
        if outcome.window is not None and outcome.fulfilled is not None:
            window = earlier(window, outcome.fulfilled.at)
        answer = judged(unless, window_view(case, episode, activation, step, at, window, by_episode,
                                            outcome.fulfilled))
        if answer == TRUE or (answer != FALSE and outcome.fit != "not visible"):
            verdict = {TRUE: "excused", UNKNOWN: "undetermined", HIDDEN: "not visible"}[answer]
            return replace(judgement, verdict=verdict)
    if outcome.fit in FINDINGS and may_be_met(case, episode, outcome_of):
        return replace(judgement, verdict="undetermined")
    return replace(judgement, verdict=outcome.fit)


def may_be_met(case, episode, outcome_of):
    """Whether what is not known to be an occurrence would, if it were one, have met it."""
    doubtful = [event.place for event in episode.all if outcome_of.doubts(event)] if hasattr(outcome_of, "doubts") else \
        [event.place for event in episode.all if None in event.steps.values()]
    for number in range(1, len(doubtful) + 1):
        for granted in combinations(doubtful, number):
            if outcome_of(granted).fit in ("met", "undetermined"):
                return True
    return False


def both_as(event, ones, others, granted):
    """Whether one event is two different steps, one of each."""
    return any(one != other and occurs(event, [one], granted) and occurs(event, [other], granted)
               for one in ones for other in others)


def fulfilling(episode, activation, at, as_steps, steps, granted, fits=lambda event, granted: True):
    for event in episode.all:
        if not occurs(event, steps, granted) or not fits(event, granted):
            continue
        if not both_as(event, as_steps, steps, granted) and occurs(event, as_steps, granted) and \
                event.place <= activation.place:
            continue  # of one and the same step, only what stands after the activation can follow it
        if at_or_after(event.at, at):
            return event
    return None


def matching_value(case, event, name, step):
    if name is None:
        return None
    fact = case.definition.fact_of(name, step)[1]
    found = typed(event.values.get(name), fact, case)
    return tuple(found.kept) if isinstance(found.kept, list) else found.kept if found.state == "known" else None


def clock_outcome(case, episode, rule, activation, at, as_steps, steps, limit, matching):
    """For what starts a clock and is met by an occurrence of one of `steps`."""
    own = matching_value(case, activation, matching, as_steps[0]) if matching else None

    def fits(event, granted):
        if matching is None:
            return True
        other = matching_value(case, event, matching, steps[0])
        if own is None or other is None:
            return event.place in granted
        return own == other

    def outcome_of(granted):
        done = fulfilling(episode, activation, at, as_steps, steps, granted, fits)
        date = date_of_limit(case, episode, rule, activation)
        if date is not None and date.state != "known":
            return without_date(case, date, done)
        outcome = timed(case, episode, at, limit, done.at if done else None, pauses_of(episode, limit),
                        date.kept if date else None)
        return replace(outcome, fulfilled=done, key=(tuple(sorted(steps)), own))

    def doubts(event):
        if None in event.steps.values():
            return True
        return matching is not None and event.is_a(*steps) and (
            own is None or matching_value(case, event, matching, steps[0]) is None)

    outcome_of.doubts = doubts
    return outcome_of


def date_of_limit(case, episode, rule, event):
    """The date of `by`, as it was known at the activation; None where the limit is no date."""
    limit = rule.sentence.get("limit")
    if not limit or limit["sort"] != "by":
        return None
    return value_of(limit["path"], when_view(case, episode, event, rule.step, event.at))


def without_date(case, date, done=None, kind="delay"):
    """What comes of a limit whose date is not there."""
    fit = "not visible" if date.state == "hidden" else "undetermined"
    return Outcome(fit, kind, fulfilled=done, window=earlier(case.as_of, done.at if done else None))


def as_of_view(case, episode, step):
    return View(case, episode, None, step, case.as_of, case.as_of, lambda event: True, True)
