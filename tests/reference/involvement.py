# SPDX-License-Identifier: MIT
"""Who took part, who was told, and whether that is who was asked for."""


def known(names, definition):
    """The agencies of a list as it was written, and whether one of its names is nobody's."""
    agencies, strangers = [], False
    for name in names or []:
        agency = definition.spellings.get(name.lower())
        if agency is None:
            strangers = True
        elif agency not in agencies:
            agencies.append(agency)
    return agencies, strangers


def own_agency(event, definition):
    return known([event.values["agency"]] if "agency" in event.values else [], definition)


def taking_part(event, lists, definition):
    """Agencies of these lists of the event, with its own; and whether a name is nobody's."""
    agencies, strangers = own_agency(event, definition)
    for name in lists:
        more, strange = known(event.list(name), definition)
        agencies = agencies + [agency for agency in more if agency not in agencies]
        strangers = strangers or strange
    return agencies, strangers


def without_groups(agencies, definition):
    """A group beside its own member adds nothing."""
    return [one for one in agencies
            if not any(other != one and definition.in_group(other, one) for other in agencies)]


def counted(wanted, present, definition):
    """How many of those present are asked for: each recorded agency counts once."""
    return sum(any(definition.in_group(one, other) for other in wanted) for one in without_groups(present, definition))


def missing(parties, present, definition):
    """(whether it is enough, those missing by name)"""
    if parties["sort"] == "all":
        lacking = [one for one in parties["agencies"] if not any(definition.in_group(p, one) for p in present)]
        return not lacking, lacking
    if parties["sort"] == "some":
        lacking = [one for one in parties["agencies"] if not any(definition.in_group(p, one) for p in present)]
        return counted(parties["agencies"], present, definition) >= parties["number"], lacking
    return len(without_groups(present, definition)) >= parties["number"], []
