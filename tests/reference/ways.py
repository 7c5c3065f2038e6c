# SPDX-License-Identifier: MIT
"""Steps that must be passed: M is one on the way to B if, with M taken out, no root reaches B any more."""
from days import at_or_after
from definition import BASES, SEVERITIES, Rule, is_in_force
from judging import Judgement

WORST = ["missed", "failed", "undetermined", "not visible", "met", "not applicable"]


def reached(ways, roots, without=None):
    found = [root for root in roots if root != without]
    for step in found:
        for source, target in ways:
            if source == step and target != without and target not in found:
                found.append(target)
    return found


def ways_of(definition, track):
    return [(step.id, target) for step in definition.steps.values() if step.track == track
            for edge in step.edges for target in edge.targets if target != step.id and definition.steps[target].track == track]


def roots_of(definition, track, ways, episode):
    """The roots, as often as there are ways to read them: where the start was not seen, it may be any."""
    on_track = [step for step in definition.steps.values() if step.track == track]
    starts = [step.id for step in on_track if step.starts]
    if track != "main" or not starts:
        return [without_ways_in(on_track, ways)]
    if episode.unseen:
        return [[step] for step in starts]
    opened = next(step for step in definition.steps.values() if step.starts and episode.opened.is_a(step.id))
    return [[opened.id]] if opened.track == "main" else []


def without_ways_in(steps, ways):
    return [step.id for step in steps if not any(target == step.id for _, target in ways)]


def must_pass(ways, roots, passed, step):
    """Whether every way from these roots to `step`, and there is one, goes through `passed`."""
    if passed == step or passed in roots or step in roots or step not in reached(ways, roots):
        return False
    return step not in reached(ways, roots, passed)


def judged_ways(case, episode):
    definition = case.definition
    for track in dict.fromkeys(step.track for step in definition.steps.values()):
        ways = ways_of(definition, track)
        possible = roots_of(definition, track, ways, episode)
        for passed in definition.steps.values():
            if passed.track != track:
                continue
            found = []
            for step in definition.steps:
                if possible and all(must_pass(ways, roots, passed.id, step) for roots in possible):
                    first = next((event for event in episode.events if event.is_a(step)), None)
                    if first is not None:
                        found.append(passing(case, episode, passed, first))
            if found:
                yield min(found, key=lambda one: (WORST.index(one.verdict), one.activation.place))


def incoming(definition, step):
    return [edge for other in definition.steps.values() for edge in other.edges
            if step.id in edge.targets]


def passing(case, episode, passed, first):
    edges = incoming(case.definition, passed)
    strongest = max(edges, key=lambda edge: (BASES.index(edge.basis), SEVERITIES.index(edge.severity)))
    rule = Rule(f"{passed.id}.way", passed.id, {"form": "way"}, passed.way_place, (), strongest.severity, strongest.basis)
    others = [event for event in episode.all if event.is_a(passed.id)]
    perhaps = [event for event in episode.all if event.may_be_a(passed.id)]

    def judgement(verdict, kind=None, fulfilled=None):
        return Judgement(case.name, episode.number, rule, verdict, kind, first, first.at, fulfilled=fulfilled,
                         key=((passed.id,), None))
    in_force = is_in_force(case.definition.in_force, first.at.day) and any(
        is_in_force(edge.in_force, first.at.day) for edge in edges)
    if not in_force:
        return judgement("not applicable")
    if any(at_or_after(first.at, event.at) for event in others):
        return judgement("met")
    if episode.unseen or any(at_or_after(first.at, event.at) for event in perhaps):
        return judgement("undetermined")
    if others:
        return judgement("failed", "out of order", others[0])
    return judgement("missed", "missed step")
