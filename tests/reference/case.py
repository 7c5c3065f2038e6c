# SPDX-License-Identifier: MIT
"""One case as the definition sees it: its facts, its events as occurrences of steps, its episodes."""
from conditions import FALSE, TRUE, Value, View, judged, typed
from timeline import Episode, episodes_of, ordered, up_to


class Case:
    def __init__(self, name, events, fact_texts, columns, definition, calendar, as_of):
        self.name, self.columns = name, columns
        self.definition, self.calendar, self.as_of, self.zone = definition, calendar, as_of, definition.zone
        self.fact_texts = fact_texts
        # What neither a step nor `sharing` names is none of this pathway's business.
        used = {type for step in definition.steps.values() for type in step.events} | set(definition.sharing)
        events = [event for event in up_to(events, as_of, self.zone) if event.type in used]
        for event in events:
            event.steps = self.steps_of(event)
        self.events = ordered(events, definition, self.zone)
        self.episodes = episodes_of(self.events, definition)

    def has_column(self, name):
        return name == "at" or name in self.columns

    def fact(self, name):
        """A fact of the case; what two rows say differently is unknown."""
        if f"case.{name}" not in self.columns:
            return Value("hidden")
        texts = self.fact_texts.get(name, set())
        if len(texts) > 1:
            return Value("unreadable")
        return typed(next(iter(texts), None), self.definition.case_facts[name], self)

    def steps_of(self, event):
        found = {}
        for step in self.definition.steps.values():
            if event.type not in step.events:
                continue
            holds = self.where_holds(step.where, step.id, event)
            if holds != FALSE:
                found[step.id] = True if holds == TRUE else None
        return found

    def where_holds(self, condition, step, event):
        """In a `where` only the event itself and the case are looked at."""
        if condition is None:
            return TRUE
        alone = Episode(0, events=[event], opened=event)
        return judged(condition, View(self, alone, event, step, event.at, event.at, lambda other: False))
