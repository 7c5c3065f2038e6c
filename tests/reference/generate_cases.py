# SPDX-License-Identifier: MIT
"""Random cases of a random definition, crowded into a few weeks, and the files that hold them."""
import csv
import io
import json
from datetime import timedelta

TIMES = ["09:00", "10:00", "12:00", "16:00", "17:00", "17:30"]
LISTS = ["attended", "invited", "contributed", "shared_with"]
COLUMNS = ["agency", "attended", "invited", "contributed", "shared_with", "about", "item", "recorded", "system", "risk",
           "seen", "score", "ref", "target", "source", "codes", "outcome", "case.date-of-birth",
           "case.expected-delivery", "case.area", "case.agencies", "case.legal"]


# Asked for by `is recorded` or `is missing`, which answer without a column too.
KEPT = ["risk", "seen", "target", "case.area", "outcome", "case.date-of-birth", "case.expected-delivery"]


class Cases:
    """Writes the cases of one definition: rows of text, as they would stand in CSV."""

    def __init__(self, random, definition, count):
        self.random, self.definition = random, definition
        one_sort = any(word in str(definition.tree) for word in ("'repeat ", "of the latest "))  # see README.md
        # Tellings are mostly about steps of which something is to be told.
        self.shared = [step for step, made in definition.tree["steps"].items()
                       if any(word in str(made.get("must")) for word in ("be shared", "inform"))]
        self.minutes = random.randint(300, 1000)
        self.timed = random.choice([True, False]) if one_sort else None
        if "'repeat " in str(definition.tree) and " where " in str(definition.tree):
            self.timed = True
        types = {event for step in definition.tree["steps"].values() for event in step["events"]}
        self.types = sorted(types - {"extra"}) * 3 + ["information-shared"] * 3 + ["extra"]
        missing = 0 if random.random() < 0.5 else random.choice([0.05, 0.15])
        self.columns = [name for name in COLUMNS if name in KEPT or random.random() >= missing]
        self.rows = [row for number in range(count) for row in self.case(f"C-{number:03}")]
        self.form = random.choice(["csv", "csv", "ndjson"])

    def pick(self, *choices):
        return self.random.choice(choices)

    def case(self, name):
        length = self.random.randint(3, 14)
        spread = self.pick(4, 10, 20, 30)
        days = sorted(self.random.randint(0, spread) for _ in range(length))
        facts = {}
        base = self.definition.base
        if self.random.random() < 0.6:
            facts["case.date-of-birth"] = str(base - timedelta(days=self.pick(-10, 0, 20, 200, 1820, 1826, 1835, 4000)))
        if self.random.random() < 0.5:
            facts["case.expected-delivery"] = str(base + timedelta(days=self.random.randint(0, 40)))
        facts["case.area"] = self.pick("North", "South", "")
        facts["case.agencies"] = self.pick("", "police", "gp;school", "none", "health")
        facts["case.legal"] = self.pick("yes", "no", "")
        # The first is often what starts an episode, and a start comes again now and then.
        starts = [event for step in self.definition.tree["steps"].values() if step.get("starts") for event in step["events"]]
        seen = set()
        for place, day in enumerate(days):
            row = self.event(name, base + timedelta(days=day))
            if self.timed is False and (row["event"], day) in seen:
                continue  # see README.md
            seen.add((row["event"], day))
            if place == 0 and starts and self.random.random() < 0.75:
                row["event"] = self.random.choice(starts)
            if place == 0:
                if row["event"] == "extra":
                    row["event"] = self.types[0]
                row.update(facts)
            yield {key: value for key, value in row.items() if key in ("case", "event", "at") or key in self.columns}

    def event(self, name, day):
        base = self.definition.base
        row = {"case": name, "event": self.random.choice(self.types), "at": self.moment(day)}
        row["agency"] = self.pick("", "social-care", "CSC", "police", "gp", "stranger" if self.rare() else "gp")
        for name in LISTS:
            row[name] = self.names()
        row["about"] = self.random.choice(self.shared * 2 + self.definition.steps + [""])
        row["item"] = self.pick("", "minutes", "plan")
        row["recorded"] = self.pick("", self.moment(day + timedelta(days=self.pick(0, 0, 1, 2, 5))))
        row["system"] = self.pick("", "alpha", "beta", "alpha;beta")
        row["risk"] = self.pick("", "red", "amber", "green", "purple" if self.rare() else "red")
        row["seen"] = self.pick("", "yes", "no", "TRUE", "n")
        row["score"] = self.pick("", "1", "2", "3")
        row["ref"] = self.pick("", "x", "x", "y")
        row["target"] = self.pick("", str(base + timedelta(days=self.random.randint(0, 30))))
        row["source"] = self.pick("", "police", "gp", "CSC")
        row["codes"] = self.pick("", "1A", "1A;2B", "3C", "2B;9Z" if self.rare() else "2B")
        row["outcome"] = self.pick("", "go", "stop")
        return row

    def rare(self):
        return self.random.random() < 0.2

    def names(self):
        choice = self.random.random()
        if choice < 0.35:
            return ""
        if choice < 0.42:
            return "none"
        names = ["social-care", "CSC", "police", "health", "gp", "nurse", "SN", "school"]
        if self.random.random() < 0.08:
            names.append("nobody-knows")
        return ";".join(self.random.sample(names, self.random.randint(1, 4)))

    def moment(self, day):
        choice = self.random.random()
        if self.timed is not None:
            choice = 0.1 if not self.timed else 0.5 + choice / 2
        if choice < 0.45:
            return str(day)
        time = self.random.choice(TIMES)
        if self.timed:  # no two at once: see README.md
            self.minutes += 1
            return f"{day}T{self.minutes % 1440 // 60:02}:{self.minutes % 60:02}"
        if choice < 0.5:
            time = "01:30"
        if choice > 0.97:
            time += "+02:00"
        elif choice > 0.94:
            time += "Z"
        return f"{day}T{time}"

    def as_of(self):
        day = self.definition.base + timedelta(days=self.random.choice([5, 12, 20, 31, 45, 90]))
        return f"{day}T12:00" if self.random.random() < 0.15 else str(day)


def csv_text(columns, rows):
    """The file, and for each row its number and its text."""
    header = ["case", "event", "at"] + columns
    lines = [",".join(header)]
    for row in rows:
        out = io.StringIO()
        csv.writer(out, lineterminator="").writerow([row.get(name, "") for name in header])
        lines.append(out.getvalue())
    return "\n".join(lines) + "\n", [(place + 2, row, lines[place + 1]) for place, row in enumerate(rows)]


def json_text(columns, rows):
    lines = []
    for row in rows:
        kept = {}
        for name, value in row.items():
            if value == "":
                continue
            if name.startswith("case."):
                kept.setdefault("facts", {})[name[5:]] = listed(name, value)
            else:
                kept[name] = listed(name, value)
        lines.append(json.dumps(kept))
    return "\n".join(lines) + "\n", [(place + 1, row, lines[place]) for place, row in enumerate(rows)]


def listed(name, value):
    if name in LISTS + ["codes", "case.agencies"]:
        return [] if value == "none" else value.split(";")
    return value


def columns_of(rows, columns, form):
    """What the file can show: in NDJSON an attribute that any line has."""
    if form == "csv":
        return set(columns)
    return {name for row in rows for name, value in row.items() if value != ""}
