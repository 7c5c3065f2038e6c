# SPDX-License-Identifier: MIT
"""`be shared` and `inform`: who was to be told, and who was."""
from dataclasses import replace

from clocks import Outcome, pauses_of, timed
from days import at_or_after
from judging import date_of_limit, without_date
import involvement


def tellings(case, episode, event, step, item, granted):
    """(moment, names) of each telling of this occurrence: its own list, and later events that are about it."""
    found = []
    if event.list("shared_with") is not None:
        found.append((event, event.list("shared_with")))
    for other in episode.all:
        if other.type not in case.definition.sharing or other is event or other.list("shared_with") is None:
            continue
        if other.values.get("about") != step or (item and other.values.get("item") != item):
            continue
        if last_at_or_before(episode, other, step, granted) is event:
            found.append((other, other.list("shared_with")))
    return found


def may_tell(case, episode, other, event, rule):
    """Whether for want of a column it cannot be said that a later event tells of this one."""
    if other.type not in case.definition.sharing or not other.list("shared_with") or not at_or_after(other.at, event.at):
        return False
    item = rule.sentence["item"]
    about_hidden, item_hidden = not case.has_column("about"), item is not None and not case.has_column("item")
    if not about_hidden and other.values.get("about") != rule.step:
        return False
    if item is not None and not item_hidden and other.values.get("item") != item:
        return False
    # What only may be an occurrence need not be one, and then this one was meant.
    return (about_hidden or item_hidden) and last_at_or_before(episode, other, rule.step, (True,)) is event


def might_suffice(case, episode, rule, event, parties, reached):
    """Whether what for want of a column cannot be counted would, if it counted, reach all in time; and whether it has a
    name that is nobody's, and so may be anybody's."""
    reached, more, strangers = list(reached), False, False
    date = date_of_limit(case, episode, rule, event)
    for other in episode.all:
        if may_tell(case, episode, other, event, rule):
            in_time = timed(case, episode, event.at, rule.sentence["limit"], other.at,
                            pauses_of(episode, rule.sentence["limit"]), date.kept if date else None) \
                if date is None or date.state == "known" else None
            if in_time is None or in_time.fit != "late":
                names, strange = involvement.known(other.list("shared_with"), case.definition)
                reached += [name for name in names if name not in reached]
                more, strangers = True, strangers or strange
    return more and involvement.missing(parties, reached, case.definition)[0], strangers


def last_at_or_before(episode, other, step, granted):
    """What may be an occurrence may be what was meant, unless it is asked what else might be so."""
    found = [one for one in episode.all if at_or_after(other.at, one.at)
             and (one.is_a(step) or (one.may_be_a(step) and not granted))]
    return found[-1] if found else None


def everyone(case, episode, event, sort):
    """(agencies, whether there may be more of them)"""
    definition = case.definition
    attended, _ = involvement.taking_part(event, ["attended"], definition)
    found, _ = involvement.taking_part(event, ["attended", "invited"], definition)
    if sort != "everyone invited":
        for one in episode.events:
            if one.place > event.place:
                continue
            found = found + involvement.taking_part(one, ["attended", "invited", "contributed", "shared_with"], definition)[0]
        of_case = case.fact("agencies")
        if of_case.state == "known":
            found = found + [agency for agency in of_case.kept if agency]
    own, _ = involvement.own_agency(event, definition)
    found = involvement.without_groups(list(dict.fromkeys(found + own)), definition)
    found = [agency for agency in found if agency not in own]
    if sort == "everyone absent":
        found = [agency for agency in found if agency not in attended]
    return found, sort == "everyone invited" and event.list("invited") is None


def share(case, episode, rule, event, granted):
    sentence, definition = rule.sentence, case.definition
    parties, strangers, open_ended = sentence["parties"], False, False
    if parties["sort"].startswith("everyone"):
        wanted, open_ended = everyone(case, episode, event, parties["sort"])
        parties = {"sort": "all", "agencies": wanted}
    doubtful = sentence["parties"]["sort"] == "everyone absent" and (
        event.list("attended") is None or involvement.taking_part(event, ["attended"], definition)[1])
    unseen = any(not case.has_column(name) for name in EVERYONE.get(sentence["parties"]["sort"], ()))
    told = tellings(case, episode, event, rule.step, sentence["item"], granted)
    reached, done = [], None
    for telling, names in told:
        more, strange = involvement.known(names, definition)
        reached, strangers = reached + [one for one in more if one not in reached], strangers or strange
        if done is None and involvement.missing(parties, reached, definition)[0]:
            done = telling
    enough, lacking = involvement.missing(parties, reached, definition)
    if enough and done is None:
        done = event
    limit = sentence["limit"]
    untold, strangers_unseen = might_suffice(case, episode, rule, event, parties, reached)
    # For want of a column it cannot be told who was, or who was to be: that stands before all else that is not known.
    hidden = untold or strangers_unseen or (doubtful and not case.has_column("attended"))
    if parties["sort"] == "all" and not parties["agencies"] and not open_ended:
        return Outcome("met", window=case.as_of)  # nobody is to be told
    kind = "missing agency" if told else "not recorded"
    if enough and not open_ended and done is event and not (limit and limit["sort"] == "by"):
        return Outcome("met", window=case.as_of)  # on the spot: in time however short the limit
    if limit is None:
        if enough:
            return Outcome("undetermined" if open_ended else "met")
        if unseen or hidden:
            return Outcome("not visible", early=True)
        return Outcome("undetermined" if doubtful or strangers else "failed", kind, agencies=lacking)
    date = date_of_limit(case, episode, rule, event)
    if date is not None and date.state != "known":
        if enough and open_ended:
            return Outcome("undetermined", window=case.as_of)
        if unseen or untold and not enough:
            return Outcome("not visible", window=case.as_of, early=True)
        return without_date(case, date, done)

    def clock(at):
        return timed(case, episode, event.at, limit, at, pauses_of(episode, limit), date.kept if date else None,
                     missed_at_close=False)
    outcome = clock(done.at if done else None)
    if outcome.fit == "late":  # then only a name that was told in time matters
        strangers = any(involvement.known(names, definition)[1] and (telling is event or clock(telling.at).fit != "late")
                        for telling, names in told)
    outcome = replace(outcome, fulfilled=done if told else None)
    if open_ended and (outcome.fit == "met" or not parties["agencies"]):
        open_yet = clock(None)
        return replace(open_yet, fit="undetermined")
    if outcome.fit != "met" and unseen or outcome.fit == "pending" and untold:
        return replace(outcome, fit="not visible", early=True)
    if outcome.fit in ("late", "overdue", "missed") and hidden:
        return replace(outcome, fit="not visible", early=True)
    if outcome.fit in ("late", "overdue", "missed") and (strangers or doubtful):
        return replace(outcome, fit="undetermined")
    if outcome.fit == "overdue" and episode.closed:
        outcome = replace(outcome, fit="missed", late_by=None)
    if outcome.fit in ("overdue", "missed"):
        outcome = replace(outcome, kind=kind, agencies=lacking)
    return outcome


# Without these columns it cannot be said who was to be told: an event's own agency is never among them.
EVERYONE = {"everyone invited": ("agency",), "everyone involved": ("agency",), "everyone absent": ("agency",)}


def share_visible(case, rule):
    return case.has_column("shared_with") and (
        rule.sentence["parties"]["sort"] != "everyone invited" or case.has_column("invited"))
