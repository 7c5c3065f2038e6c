# SPDX-License-Identifier: MIT
"""A definition as plain objects: names, steps, rules, in the order in which they are written."""
from dataclasses import dataclass, field
from datetime import date

from sentences import either, read_edge, read_sentence, Reader

BASES = ["practice", "procedure", "statutory"]
SEVERITIES = ["low", "medium", "high"]
LISTS = ("attended", "invited", "contributed", "shared_with")
BUILT_IN = {"agency": "agency", "attended": "agencies", "invited": "agencies", "contributed": "agencies",
            "shared_with": "agencies", "about": "text", "item": "text", "at": "instant", "recorded": "instant",
            "system": "text"}
OF_CASE = {"date-of-birth": "date", "expected-delivery": "date", "area": "text", "team": "text", "agencies": "agencies"}


@dataclass
class Rule:
    id: str
    step: str
    sentence: dict
    place: int
    targets: tuple = ()
    severity: str = "medium"
    basis: str = "practice"
    in_force: dict = field(default_factory=dict)


@dataclass
class Step:
    id: str
    track: str
    events: list
    where: dict
    starts: bool
    ends: bool
    edges: list
    rules: list
    way_place: float = 0  # where its way stands among the rules: after its own


@dataclass
class Fact:
    type: str
    values: list


class Definition:
    def __init__(self, tree):
        self.zone = tree["time-zone"]
        self.calendar = tree["calendar"]
        self.in_force = tree.get("in-force") or {}
        self.bases = {key: source.get("basis", "practice") for key, source in (tree.get("sources") or {}).items()}
        self.sharing = (tree.get("sharing") or {}).get("events", [])
        self.read_agencies(tree.get("agencies") or {})
        self.facts = {}
        self.case_facts = {name: Fact(type, []) for name, type in OF_CASE.items()}
        for name, fact in (tree.get("facts") or {}).items():
            kept = self.case_facts if fact.get("of") == "case" else self.facts
            kept[name] = Fact(fact["type"], [str(one) for one in fact.get("values", [])])
        self.steps = {}
        self.places = 0
        for id, step in tree["steps"].items():
            self.steps[id] = self.read_step(id, step or {})

    def read_agencies(self, agencies):
        self.group = {id: (agency or {}).get("part-of") for id, agency in agencies.items()}
        self.spellings = {}
        for id, agency in agencies.items():
            for name in [id] + list((agency or {}).get("aliases", [])):
                self.spellings[name.lower()] = id

    def read_step(self, id, step):
        edges, rules = [], []
        for part in step:
            if part == "next":
                edges = [self.read_edge(id, key, rule) for key, rule in step["next"].items()]
            elif part == "must":
                rules = [self.read_rule(f"{id}.{key}", id, rule, read_sentence) for key, rule in step["must"].items()]
        where = either(Reader(step["where"])) if step.get("where") else None
        return Step(id, step.get("track", "main"), step.get("events", [id]), where, bool(step.get("starts")),
                    bool(step.get("ends")), edges, rules, self.places + 0.5)

    def read_edge(self, id, key, rule):
        targets, _, word = key.partition(" as ")
        targets = tuple(sorted(part.strip() for part in targets.split(" or ")))
        return self.read_rule(f"{id}.next.{word.strip() or '-or-'.join(targets)}", id, rule, read_edge, targets)

    def read_rule(self, id, step, rule, read, targets=()):
        rule = {"rule": rule} if isinstance(rule, str) else rule
        bases = [self.bases[source] for source in rule.get("sources", [])] or ["practice"]
        self.places += 1
        return Rule(id, step, read(rule["rule"]), self.places, targets, rule.get("severity", "medium"),
                    rule.get("basis", max(bases, key=BASES.index)), rule.get("in-force") or {})

    def fact_of(self, name, step):
        """What `name` is in a rule that `step` activates: (its own fact of that step?, type and values)."""
        if step is not None and f"{step}.{name}" in self.facts:
            return True, self.facts[f"{step}.{name}"]
        if name in self.facts:
            return False, self.facts[name]
        if name in BUILT_IN:
            return False, Fact(BUILT_IN[name], [])
        return False, None

    def in_group(self, member, group):
        while member is not None:
            if member == group:
                return True
            member = self.group[member]
        return False


def is_in_force(window, day):
    def as_date(value):
        return value if isinstance(value, date) else date.fromisoformat(value)
    if window.get("from") and day < as_date(window["from"]):
        return False
    return not (window.get("until") and day > as_date(window["until"]))
