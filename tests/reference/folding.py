# SPDX-License-Identifier: MIT
"""One fault, one finding: what is missed or overdue in one episode and would have been met by the same is told once."""
from dataclasses import replace

from definition import SEVERITIES


def folded(judgements):
    groups, kept = {}, []
    for judgement in judgements:
        if judgement.verdict in ("missed", "overdue") and judgement.key is not None:
            groups.setdefault((judgement.case, judgement.episode, judgement.key), []).append(judgement)
        else:
            kept.append(judgement)
    for group in groups.values():
        kept.append(one_of(group))
    return kept


def one_of(group):
    """The earliest activation tells it."""
    group = sorted(group, key=order)
    first = group[0]
    severity = max((one.rule.severity for one in group), key=SEVERITIES.index)
    also = []
    for one in group[1:]:
        if one.rule.id != first.rule.id and one.rule.id not in also:
            also.append(one.rule.id)
    return replace(first, rule=replace(first.rule, severity=severity), also=also, times=len(group))


def order(judgement):
    place = judgement.activation.place if judgement.activation is not None else float("inf")
    return judgement.at.day, place, judgement.rule.place
