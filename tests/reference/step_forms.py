# SPDX-License-Identifier: MIT
"""Sentences about an occurrence of the step: each of them is an activation."""
from dataclasses import replace

from clocks import Outcome, pauses_of, timed
from conditions import FALSE, HIDDEN, TRUE, UNKNOWN, View, disjunction, elapsed, judged, typed
from days import at_or_after, surely_after
from judging import both_as, date_of_limit, occurs, settled, when_view, without_date
import involvement


def each(outcome_for, visible_for=None):
    def judge(case, episode, rule):
        visible = visible_for is None or visible_for(case, rule)
        for event in episode.events:
            if event.is_a(rule.step):
                yield settled(case, episode, rule, event, event.at,
                              lambda granted, event=event: outcome_for(case, episode, rule, event, granted),
                              visible=visible)
    return judge


def follow(case, episode, rule, event, granted):
    steps, within = rule.sentence["steps"], rule.sentence["within"]
    others = [one for one in episode.all if occurs(one, steps, granted)
              and (one is not event or both_as(one, steps, [rule.step], granted))]
    ahead = [one for one in others if at_or_after(event.at, one.at)]
    if not ahead:
        if episode.unseen and unseen_would_do(case, episode, event, within):
            return Outcome("undetermined")
        return Outcome("failed", "out of order" if others else "missed step")
    if within is None:
        return Outcome("met")
    fits = disjunction([near_enough(case, episode, one.at, event, within) for one in ahead])
    return Outcome({TRUE: "met", FALSE: "failed"}.get(fits, "undetermined"), "delay")


def unseen_would_do(case, episode, event, within):
    """Whether an X just before the first event that is seen would be near enough."""
    if within is None:
        return True
    return near_enough(case, episode, episode.opened.at, event, within) != FALSE


def near_enough(case, episode, start, event, within):
    """Whether `event` is within that time of `start`: no cut-off, for it is the event that activates."""
    view = View(case, episode, event, None, event.at, event.at, lambda other: True)
    return elapsed(start, within, view, "<=")


def never(case, episode, rule, event, granted):
    return Outcome("failed", "unexpected")


def others_of(episode, rule, event, steps, granted):
    return [one for one in episode.all if occurs(one, steps, granted) and one is not event]


def never_before(case, episode, rule, event, granted):
    steps = rule.sentence["steps"]
    others = [one for one in episode.all if occurs(one, steps, granted)]
    if any(at_or_after(event.at, one.at) for one in others) or not any(one in episode.events for one in others):
        return Outcome("met")
    if episode.unseen:
        return Outcome("undetermined")
    return Outcome("failed", "out of order")


def never_after(case, episode, rule, event, granted):
    others = [one for one in others_of(episode, rule, event, rule.sentence["steps"], granted)
              if surely_after(event.at, one.at)]
    if others:
        return Outcome("failed", "out of order")
    return Outcome("undetermined" if episode.unseen else "met")


def never_between(case, episode, rule, event, granted):
    starts = others_of(episode, rule, event, rule.sentence["from"], granted)
    ends = [one for one in episode.all if occurs(one, rule.sentence["until"], granted)]
    for start in starts:
        # Of several ends on one day any may have been the first.
        later = [one for one in ends if at_or_after(one.at, start.at)]
        if surely_after(event.at, start.at) and all(surely_after(end.at, event.at) for end in later):
            return Outcome("failed", "out of order")
    if episode.unseen and not any(at_or_after(event.at, one.at) for one in ends):
        return Outcome("undetermined")
    return Outcome("met")


def ensure(case, episode, rule):
    for event in episode.events:
        if not event.is_a(rule.step):
            continue
        answer = judged(rule.sentence["condition"], when_view(case, episode, event, rule.step, event.at))
        fit = {TRUE: "met", FALSE: "failed", UNKNOWN: "undetermined", HIDDEN: "not visible"}[answer]
        # The condition is what would fulfil it: where the data has no place for that, nothing is left to excuse.
        outcome = Outcome(fit, "unexpected", early=answer == HIDDEN)
        yield settled(case, episode, rule, event, event.at, lambda granted, outcome=outcome: outcome)


def record(case, episode, rule, event, granted):
    states = []
    for name in rule.sentence["attributes"]:
        _, fact = case.definition.fact_of(name, rule.step)
        raw = event.values.get(name)
        states.append("known" if isinstance(raw, list) else typed(raw, fact, case).state)
    if "blank" in states:
        return Outcome("failed", "not recorded")
    return Outcome("undetermined" if "unreadable" in states else "met")


def record_visible(case, rule):
    return all(case.has_column(name) for name in rule.sentence["attributes"])


def recorded(case, episode, rule, event, granted):
    limit = rule.sentence["limit"]
    raw = event.values.get("recorded")
    found = typed(raw, case.definition.fact_of("recorded", None)[1], case)
    if found.state != "known":
        date = date_of_limit(case, episode, rule, event)
        due = date.kept if date is not None and date.state == "known" else None
        if date is not None and due is None:
            return without_date(case, date, kind="recorded late")
        open_yet = timed(case, episode, event.at, limit, None, pauses_of(episode, limit), due, missed_at_close=False)
        return replace(open_yet, fit="undetermined", kind="recorded late")
    entered = found.kept
    late = entered.day > case.as_of.day or (
        case.as_of.timed and entered.timed and entered.instant > case.as_of.instant)
    date = date_of_limit(case, episode, rule, event)
    if date is not None and date.state != "known":
        return without_date(case, date, kind="recorded late")
    outcome = timed(case, episode, event.at, limit, None if late else entered, pauses_of(episode, limit),
                    date.kept if date else None, missed_at_close=False)
    if outcome.fit == "overdue" and episode.closed:
        outcome = replace(outcome, fit="missed", late_by=None)
    return replace(outcome, kind="recorded late")


def recorded_in(case, episode, rule, event, granted):
    raw = event.values.get("system")
    if raw is None:
        return Outcome("failed", "not recorded")
    found = [name.strip().lower() for name in raw.split(";")]
    return Outcome("met" if all(system.lower() in found for system in rule.sentence["systems"]) else "failed",
                   "not recorded")


# -------------------------------------------------------------------------------------------------- who took part
PARTS = {"include": ("attended",), "invite": ("invited", "attended"), "hear from": ("contributed", "attended")}


def involve(case, episode, rule, event, granted):
    lists = PARTS[rule.sentence["form"]]
    present, strangers = involvement.taking_part(event, lists, case.definition)
    enough, lacking = involvement.missing(rule.sentence["parties"], present, case.definition)
    if enough:
        return Outcome("met")
    if not case.has_column(lists[0]):
        return Outcome("not visible", early=True)
    if strangers:
        return Outcome("undetermined")
    blank = event.list(lists[0]) is None
    return Outcome("failed", "not recorded" if blank else "missing agency", agencies=lacking)


def involve_visible(case, rule):
    return any(case.has_column(name) for name in PARTS[rule.sentence["form"]])
