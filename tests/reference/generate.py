# SPDX-License-Identifier: MIT
"""Random definitions over the whole language, and their calendars. Everything hangs on one random.Random(seed)."""
from datetime import date, timedelta

import yaml

STEPS = ["referral", "screening", "meeting", "enquiry", "conference", "visit", "closing"]
EVENTS = {"referral": ["referral"], "screening": ["screening"], "meeting": ["strategy-discussion"],
          "enquiry": ["s47-started"], "conference": ["conference-held"], "visit": ["visit"], "closing": ["case-closed"]}
AGENCIES = {"social-care": {"title": "Social care", "aliases": ["CSC"]}, "police": {"title": "Police"},
            "health": {"title": "Health"}, "gp": {"title": "GP", "part-of": "health"},
            "nurse": {"title": "Nurse", "part-of": "health", "aliases": ["SN"]}, "school": {"title": "School"}}
FACTS = {"risk": {"type": "one-of", "values": ["red", "amber", "green"]}, "seen": {"type": "yes-no"},
         "score": {"type": "number"}, "ref": {"type": "text"}, "target": {"type": "date"}, "source": {"type": "agency"},
         "codes": {"type": "many-of", "values": ["1A", "2B", "3C"]}, "legal": {"type": "yes-no", "of": "case"}}
CALENDARS = {
    "plain": {}, "inclusive": {"count": "inclusive"}, "cut": {"cut-off": "17:00"},
    "both": {"count": "inclusive", "cut-off": "17:00"}, "closed": {"closures": {"Closed": "between"}},
    "ends": {"last": True}}
BASES = [date(2025, 4, 10), date(2025, 3, 24), date(2025, 10, 20), date(2024, 12, 16), date(2024, 2, 20)]
UNITS = ["hours", "days", "working days", "weeks", "months", "years"]


class Definition:
    """Writes one definition."""

    def __init__(self, random):
        self.random = random
        self.base = random.choice(BASES)
        count = random.randint(3, 7)
        taken = random.sample(STEPS, count)
        self.steps = [step for step in STEPS if step in taken]
        self.outcomes = {step: ["go", "stop"] for step in self.steps if random.random() < 0.4}
        self.own_step = None
        self.where_now = self.in_hours = False
        self.tree = self.written()

    def chance(self, part):
        return self.random.random() < part

    def pick(self, *choices):
        return self.random.choice(choices)

    def written(self):
        calendar = self.pick("plain", "plain", *CALENDARS)
        self.cut_off = "cut-off" in CALENDARS[calendar]
        facts = dict(FACTS)
        for step, values in self.outcomes.items():
            facts[f"{step}.outcome"] = {"type": "one-of", "values": values}
        tree = {"language": 1, "pathway": "made-up", "title": "Made up", "version": "1",
                "time-zone": self.pick("Europe/London", "Europe/London", "America/New_York"),
                "calendar": calendar,
                "sources": {"law": {"title": "Law", "basis": "statutory"},
                            "guide": {"title": "Guide", "basis": "procedure"}},
                "agencies": AGENCIES, "facts": facts, "sharing": {"events": ["information-shared"]},
                "event-types": ["extra"]}
        if self.chance(0.1):
            tree["in-force"] = self.window()
        starts = self.random.sample(self.steps, self.pick(1, 1, 1, 2)) if self.chance(0.9) else []
        ends = self.random.sample(self.steps, self.pick(0, 1, 1, 1, 2))
        ends = [step for step in ends if step not in starts]
        tracks = {step: "side" if self.chance(0.2) else "main" for step in self.steps}
        tree["steps"] = {}
        self.rules_left = self.random.randint(3, 8)
        for step in self.steps:
            made = {"title": step.capitalize(), "events": list(EVENTS[step])}
            if self.chance(0.12):
                made["events"] = list(EVENTS[self.random.choice(self.steps)])
            if self.chance(0.1):
                made["events"].append("extra")
            if self.chance(0.15):
                self.own_step, self.where_now = step, True
                made["where"] = self.condition(1)
                self.where_now = False
            if step in starts:
                made["starts"] = True
            if step in ends:
                made["ends"] = True
            if tracks[step] != "main":
                made["track"] = tracks[step]
            tree["steps"][step] = made
        while self.rules_left:
            self.rules_left -= 1
            step = self.random.choice(self.steps)
            if self.chance(0.4):
                self.add_edge(tree["steps"][step], step)
            else:
                rules = tree["steps"][step].setdefault("must", {})
                rules[f"r{len(rules)}"] = self.rule(self.sentence(step))
        for step in self.steps:
            if self.chance(0.3):
                self.add_edge(tree["steps"][step], step, "may")
        if any("repeat " in str(made.get("must")) for made in tree["steps"].values()):
            for step, made in tree["steps"].items():  # one event is one step: see README.md
                made["events"] = list(EVENTS[step])
                if "repeat " in str(made.get("must")):
                    made.pop("ends", None)
        return tree

    def window(self):
        first, last = self.around(), self.around()
        window = {"from": min(first, last), "until": max(first, last)}
        if self.chance(0.5):
            del window[self.pick("from", "until")]
        return window

    def around(self):
        return self.base + timedelta(days=self.random.randint(0, 25))

    def rule(self, text):
        if self.chance(0.6):
            return text
        rule = {"rule": text}
        if self.chance(0.5):
            rule["severity"] = self.pick("low", "high")
        if self.chance(0.3):
            rule["basis"] = self.pick("statutory", "procedure", "practice")
        if self.chance(0.3):
            rule["sources"] = self.pick(["law"], ["guide"], ["law", "guide"])
        if self.chance(0.4):
            rule["in-force"] = self.window()
        return rule

    def add_edge(self, made, step, text=None):
        edges = made.setdefault("next", {})
        targets = self.random.sample(self.steps, self.pick(1, 1, 1, 2))
        key = " or ".join(targets)
        if key in edges or self.chance(0.1):
            key += f" as w{len(edges)}"
        if text is None:
            self.own_step, self.in_hours = step, False
            choice = self.random.random()
            if choice < 0.15 and not any(str(edge).startswith("otherwise") or "'otherwise" in str(edge) for edge in edges.values()):
                text = "otherwise" + self.limit(step) + self.unless()
                self.also_conditional(edges, step)
            elif choice < 0.3:
                text = "may" + (" when " + self.condition(1) if self.chance(0.6) else "")
            else:
                text = "must" + self.limit(step) + self.matching(0.25) + self.ended()
            text = self.rule(text)
        edges[key] = text

    def also_conditional(self, edges, step):
        key = f"{self.random.choice(self.steps)} as v{len(edges)}"
        edges[key] = self.pick("must", "may") + " when " + self.condition(1)

    def sentence(self, step):
        self.own_step, self.in_hours = step, False
        make = self.pick(self.of, self.of, self.of, self.by, self.times, self.before, self.follow, self.lead, self.repeat,
                         self.repeat, self.involve, self.involve, self.share, self.share, self.record, self.recorded,
                         self.recorded_in, self.ensure, self.never, self.never)
        text = make(step)
        ended = self.ended()
        dated = make == self.of and text.split(" of ")[-1].split()[-1] not in self.steps
        return text + (ended.replace(" ever happened", " happened") if dated else ended)  # see README.md

    def ended(self):
        text = ""
        if self.chance(0.3):
            text += " when " + self.condition(self.pick(1, 1, 2))
        return text + self.unless()

    def unless(self):
        if self.in_hours or not self.chance(0.2):  # see README.md
            return ""
        return " unless " + self.condition(self.pick(1, 1, 2)).replace(" ever happened", " happened")

    def of(self, step):
        if self.chance(0.12):
            anchor = self.pick("case.expected-delivery", "case.date-of-birth", "target", f"{self.other(step)}.target",
                               f"{self.other(step)}.at")
            limit = "within " + self.duration() + " of " + anchor
            self.own_step = None  # see README.md
            return "happen " + limit
        which = self.pick("", "", "each ", "the first ", "the latest ", "the latest ")
        anchor = which + self.steps_text(step)
        if self.chance(0.2):
            text = "happen on the same day as " + anchor
            self.own_step = anchor.split()[-1]
            return text + self.matching(0.3)
        duration = self.duration()
        self.own_step = anchor.split()[-1]
        return "happen within " + duration + " of " + anchor + self.pausing(step, duration) + self.matching(0.3)

    def by(self, step):
        self.own_step = None  # see README.md
        return "happen by " + self.pick("case.expected-delivery", "target", "target", f"{self.other(step)}.target")

    def times(self, step):
        self.own_step = None
        return "happen " + self.pick("once", "exactly 2 times", "at least 2 times", "at most 1 time", "at most 2 times",
                                     "exactly 1 time", "at least 1 time", "at least 3 times")

    def before(self, step):
        text = "happen at least " + self.duration() + " before " + self.steps_text(step)
        self.own_step = text.split()[-1]
        return text

    def follow(self, step):
        return "follow " + self.steps_text(step) + (" within " + self.duration() if self.chance(0.5) else "")

    def lead(self, step):
        return "lead to " + self.steps_text(step) + self.limit(step) + self.matching(0.25)

    def repeat(self, step):
        start = self.other(step)
        until = self.random.choice([one for one in self.steps if one not in (start, step)])
        text = f"repeat every {self.duration()} from {start} until {until}"
        self.own_step = None
        if self.chance(0.3):
            text += " where " + self.pick("seen is yes", "risk is red", "score > 2")
        return text

    def involve(self, step):
        return self.pick("include", "include", "invite", "hear from") + " " + self.parties()

    def parties(self):
        names = self.random.sample(sorted(AGENCIES), 4)
        return self.pick(names[0], f"{names[0]} and {names[1]}", f"{names[0]}, {names[1]} and {names[2]}",
                         f"at least 1 of ({names[0]}, {names[1]})", f"at least 2 of ({names[0]}, {names[1]}, {names[2]})",
                         "at least 2 agencies", "at least 1 agencies", "at least 3 agencies")

    def share(self, step):
        if self.chance(0.15):
            return "inform " + self.parties()
        return ("be shared " + self.pick("", "", "as minutes ") + "with "
                + self.pick(self.parties(), "everyone invited", "everyone involved", "everyone absent")
                + self.limit(step))

    def record(self, step):
        names = ["risk", "seen", "score", "ref", "target", "attended", "codes"]
        if step in self.outcomes:
            names.append("outcome")
        names = self.random.sample(names, 2)
        return "record " + self.pick(names[0], " and ".join(names))

    def recorded(self, step):
        return "be recorded" + (self.limit(step) or " on the same day")

    def recorded_in(self, step):
        return "be recorded in " + self.pick("alpha", "alpha and beta", "beta")

    def ensure(self, step):
        return "ensure " + self.condition(self.pick(1, 2))

    def never(self, step):
        return "never happen" + self.pick("", f" before {self.steps_text(step)}", f" after {self.steps_text(step)}",
                                          " between {} and {}".format(*self.two(step)))

    def two(self, step):
        first = self.other(step)
        return first, self.other(first)

    def other(self, step):
        return self.random.choice([one for one in self.steps if one != step])

    def steps_text(self, step):
        others = [one for one in self.steps if one != step]
        names = self.random.sample(others, 2)
        return " or ".join(names) if self.chance(0.25) else names[0]

    def duration(self, units=UNITS):
        unit = self.random.choice(["days", "working days", "working days"] + list(units))
        self.in_hours = unit == "hours"
        number = {"hours": self.pick(2, 8, 24, 48), "days": self.random.randint(1, 9),
                  "working days": self.random.randint(1, 7), "weeks": self.pick(1, 2), "months": 1, "years": 1}[unit]
        return f"{number} {unit[:-1] if number == 1 else unit}"

    def limit(self, step):
        if self.chance(0.3):
            return ""
        if self.chance(0.12):
            return " on the same day"
        if self.chance(0.12):
            return " by " + self.pick("target", "case.expected-delivery", f"{self.other(step)}.target")
        duration = self.duration()
        return " within " + duration + self.pausing(step, duration)

    def pausing(self, step, duration):
        if self.chance(0.75) or "hour" in duration or (self.cut_off and "working" in duration):  # see README.md
            return ""
        first, second = self.random.sample(self.steps, 2)
        return f" pausing from {first} to {second}"

    def matching(self, part):
        return " matching " + self.pick("ref", "ref", "score", "source") if self.chance(part) else ""

    # --------------------------------------------------------------------------------------------------- conditions
    def condition(self, depth):
        if depth > 1:
            sort = self.pick("and", "or", "not")
            if sort == "not":
                return f"not ({self.condition(depth - 1)})"
            return f"{self.condition(depth - 1)} {sort} {self.condition(depth - 1)}"
        return self.where_test() if self.where_now else self.test()

    def where_test(self):
        return self.pick("risk is red", "risk in (red, amber)", "seen is yes", "score > 2", "ref is x", "target is recorded",
                         "codes includes (1A)", "attended includes (police)", "case.area is North",
                         "not risk is green", "source is health")

    def test(self):
        step, other = self.random.sample(self.steps, 2)
        tests = ["risk is red", "risk is not green", "risk in (red, amber)", "seen is yes", "score >= 2", "score < 2",
                 "score is 2", "ref is x", 'ref is not "y"', "risk is recorded", "target is missing", "seen is not recorded",
                 f"target < {self.around()}", f"target >= {self.around()}", f"target is {self.around()}",
                 "target before case.expected-delivery", f"{step}.at before {other}.at", f"{step}.at after {other}.at",
                 f"{step}.target after {other}.target", f"target after {step}.at",
                 "source is police", "source is health", "source in (gp, school)",
                 "codes includes (1A)", "codes includes any of (1A, 2B)", "codes includes all of (1A, 2B)",
                 "attended includes (police)", "attended includes any of (health, school)",
                 "attended includes all of (gp, police)", "invited includes all of (police)",
                 "case.agencies includes any of (police, gp)", "attended includes any of case.agencies",
                 "count of attended >= 2", "count of codes < 2",
                 f"count of {step} >= 2", f"count of {step} < 2", f"count of {step} is 1",
                 f"time since {step} > {self.duration()}", f"time since {step} <= {self.duration()}",
                 f"time since {step} >= {self.duration()}", f"time since {step} < {self.duration()}",
                 f"time since target > {self.duration()}", f"time since {step}.at <= {self.duration()}",
                 f"{step} happened", f"not {step} happened", f"{step} ever happened",
                 f"{step} happened within {self.duration()}", f"{step} ever happened within {self.duration()}",
                 f"between {step} and {other}",
                 "age < 5 years", "age >= 6 months", "age <= 2 weeks", "age < 0 years", "age > 30 days",
                 "case.area is North", "case.legal is yes", "case.area is recorded", f"{step}.risk is red",
                 f"{step}.seen is recorded", f"{step}.risk is missing"]
        if self.own_step in self.outcomes:
            tests += ["outcome is go"] * 4 + ["outcome is recorded", "outcome in (go, stop)"]
        for step in self.outcomes:
            tests += [f"{step}.outcome is stop"] * 2
        return self.random.choice(tests)


def calendar_texts(base):
    """The calendars that the definitions use, by name: working days around `base` with two holidays of their own."""
    found = {}
    for name, extra in CALENDARS.items():
        tree = {"calendar": name, "title": name, "years": {"from": 2023, "until": 2027}}
        tree["holidays"] = {"First": [base + timedelta(days=4)], "Second": [base + timedelta(days=11)]}
        if "last" in extra:
            tree["years"]["until"] = base.year
        if "closures" in extra:
            tree["closures"] = {"Closed": [base + timedelta(days=7)]}
        for key in ("count", "cut-off"):
            if key in extra:
                tree[key] = extra[key]
        found[name] = yaml.safe_dump(tree, sort_keys=False)
    return found
