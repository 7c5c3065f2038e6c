#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Judges many made-up cases twice, by the program and by this evaluator, and shows the first difference, made small.

    tests/reference/compare.py --pairs 2000 --seed 1 [--program build/csapath]
"""
import argparse
import collections
import json
import os
import random
import subprocess
import sys
import tempfile
from datetime import datetime
from zoneinfo import ZoneInfo

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import yaml

import generate
import generate_cases
import reached
from days import Calendar
from definition import Definition
from evaluate import cases_of, judgements_of_case
from folding import folded

LISTED = ("excused", "undetermined", "not visible")
FINDINGS = ("late", "overdue", "missed", "failed")
CASES = 20


class Trial:
    """One definition, its calendar, the rows of its cases and the as-of."""

    def __init__(self, tree, calendars, columns, rows, form, as_of):
        self.tree, self.calendars, self.columns, self.rows = tree, calendars, columns, rows
        self.form, self.as_of = form, as_of

    def text(self):
        return yaml.safe_dump(self.tree, sort_keys=False, width=10000)

    def data(self):
        write = generate_cases.csv_text if self.form == "csv" else generate_cases.json_text
        return write(self.columns, self.rows)

    def shown(self):
        return generate_cases.columns_of(self.rows, self.columns, self.form)

    def with_rows(self, rows):
        return Trial(self.tree, self.calendars, self.columns, rows, self.form, self.as_of)

    def with_tree(self, tree):
        return Trial(tree, self.calendars, self.columns, self.rows, self.form, self.as_of)


def made(seed):
    chosen = random.Random(seed)
    definition = generate.Definition(chosen)
    cases = generate_cases.Cases(chosen, definition, CASES)
    return Trial(definition.tree, generate.calendar_texts(definition.base), cases.columns, cases.rows, cases.form,
                 cases.as_of())


# ------------------------------------------------------------------------------------------------------ the program
def run_program(trial, program, folder):
    os.makedirs(f"{folder}/calendars", exist_ok=True)
    with open(f"{folder}/pathway.yaml", "w", encoding="utf-8") as file:
        file.write(trial.text())
    for name, text in trial.calendars.items():
        if name == trial.tree["calendar"]:
            with open(f"{folder}/calendars/{name}.yaml", "w", encoding="utf-8") as file:
                file.write(text)
    data = f"{folder}/events.{trial.form}"
    with open(data, "w", encoding="utf-8") as file:
        file.write(trial.data()[0])
    ran = subprocess.run([program, "check", data, "-p", f"{folder}/pathway.yaml", "--as-of", trial.as_of, "--format",
                          "json", "--fail-on", "none", "-q"], capture_output=True, text=True)
    if ran.returncode == 3:
        return None, ran.stderr
    if ran.returncode not in (0, 4):
        raise SystemExit(f"the program ended with {ran.returncode}\n{ran.stderr}")
    return json.loads(ran.stdout), ran.stderr


def told(result):
    found = collections.Counter()
    for one in result["findings"] + result["listed"]:
        found[shape(one["case"], one["episode"], one["rule"], one["verdict"], one["kind"], one["severity"], one["basis"],
                    row(one["activated"]), one["due"], row(one["fulfilled"]),
                    one["late_by"] and (one["late_by"]["value"], one["late_by"]["unit"]), tuple(sorted(one["agencies"])),
                    tuple(sorted(one["also"])), one["times"])] += 1
    return found


def row(event):
    return event["row"] if event else None


def shape(case, episode, rule, verdict, kind, severity, basis, activated, due, fulfilled, late_by, agencies, also, times):
    """What is compared. Of what is only listed, no more than which activation it was."""
    if verdict in LISTED:
        return case, episode, rule, verdict, severity, basis, activated
    return case, episode, rule, verdict, kind, severity, basis, activated, due, fulfilled, late_by, agencies, also, times


def without_events_of_dates(found, dated):
    """Which event a date belongs to that stands for X is told, and not compared."""
    kept = collections.Counter()
    for one, count in found.items():
        place = 6 if one[3] in LISTED else 7
        kept[one[:place] + (None,) + one[place + 1:] if one[2] in dated else one] += count
    return kept


def dated_rules(definition):
    return {rule.id for step in definition.steps.values() for rule in step.rules
            if rule.sentence["form"] == "happen of" and rule.sentence["anchor"][0] not in definition.steps}


def program_counts(result):
    found = collections.Counter()
    for rule in result["rules"]:
        for verdict in FINDINGS + LISTED + ("met", "pending", "not applicable"):
            if rule[verdict]:
                found[rule["rule"], verdict] = rule[verdict]
    return found


# ----------------------------------------------------------------------------------------------------- this evaluator
def calendar_of(text):
    tree = yaml.safe_load(text)
    holidays = {day for kind in ("holidays", "closures") for days in (tree.get(kind) or {}).values() for day in days}
    return Calendar(tree["years"]["from"], tree["years"]["until"], holidays, tree.get("count", "exclusive"),
                    tree.get("cut-off"))


def judged_here(trial):
    definition = Definition(yaml.safe_load(trial.text()))
    calendar = calendar_of(trial.calendars[trial.tree["calendar"]])
    _, rows = trial.data()
    cases = cases_of(rows, trial.shown(), definition, calendar, trial.as_of)
    return [one for case in cases for one in judgements_of_case(case)], definition


def told_here(judgements, zone):
    found = collections.Counter()
    for one in folded(judgements):
        if one.verdict in FINDINGS + LISTED:
            found[shape(one.case, one.episode, one.rule.id, one.verdict, one.kind, one.rule.severity, one.rule.basis,
                        one.activation.row if one.activation else None, due_text(one.due, zone),
                        one.fulfilled.row if one.fulfilled else None, one.late_by, tuple(sorted(one.agencies)),
                        tuple(sorted(one.also)), one.times)] += 1
    return found


def due_text(due, zone):
    if isinstance(due, datetime):
        return due.astimezone(ZoneInfo(zone)).strftime("%Y-%m-%dT%H:%M")
    return str(due) if due else None


def counts_here(judgements):
    return collections.Counter((one.rule.id, one.verdict) for one in judgements)


# ---------------------------------------------------------------------------------------------------------- comparing
def difference(trial, program, folder):
    """None, 'refused' or the lines that differ; and the judgements."""
    result, errors = run_program(trial, program, folder)
    if result is None:
        return "refused", errors, []
    judgements, definition = judged_here(trial)
    lines = []
    dated = dated_rules(definition)
    theirs = without_events_of_dates(told(result), dated)
    ours = without_events_of_dates(told_here(judgements, definition.zone), dated)
    lines += [f"  program   {one}" for one in sorted((theirs - ours).elements(), key=str)]
    lines += [f"  reference {one}" for one in sorted((ours - theirs).elements(), key=str)]
    theirs, ours = program_counts(result), counts_here(judgements)
    for key in sorted(set(theirs) | set(ours)):
        if theirs[key] != ours[key]:
            lines.append(f"  count of {key}: program {theirs[key]}, reference {ours[key]}")
    return lines or None, errors, judgements


def shrunk(trial, program, folder):
    """As few cases, events, rules and cells as still differ."""
    def differs(other):
        try:
            found = difference(other, program, folder)[0]
        except Exception:  # what cannot be judged here is no smaller example
            return False
        return bool(found) and found != "refused"

    for case in sorted({row["case"] for row in trial.rows}):
        alone = trial.with_rows([row for row in trial.rows if row["case"] == case])
        if differs(alone):
            trial = alone
            break
    changed = True
    while changed:
        changed = False
        for smaller in list(smaller_trials(trial)):
            if differs(smaller):
                trial, changed = smaller, True
                break
    return trial


def smaller_trials(trial):
    for place in range(len(trial.rows)):
        yield trial.with_rows(trial.rows[:place] + trial.rows[place + 1:])
    for step, made_of in trial.tree["steps"].items():
        for part in ("next", "must"):
            for key in made_of.get(part, {}):
                yield trial.with_tree(without(trial.tree, step, part, key))
        for part in ("where", "track", "ends"):
            if part in made_of:
                yield trial.with_tree(without(trial.tree, step, part))
    if "in-force" in trial.tree:
        yield trial.with_tree({key: value for key, value in trial.tree.items() if key != "in-force"})
    for place, row in enumerate(trial.rows):
        for key in row:
            if key not in ("case", "event", "at") and row[key] != "":
                yield trial.with_rows(trial.rows[:place] + [{**row, key: ""}] + trial.rows[place + 1:])


def without(tree, step, part, key=None):
    steps = {id: dict(made_of) for id, made_of in tree["steps"].items()}
    if key is None:
        del steps[step][part]
    else:
        steps[step][part] = {one: rule for one, rule in steps[step][part].items() if one != key}
        if not steps[step][part]:
            del steps[step][part]
    return {**tree, "steps": steps}


def shown(trial, program, folder):
    lines, errors, _ = difference(trial, program, folder)
    head = {key: trial.tree[key] for key in ("time-zone", "in-force") if key in trial.tree}
    print(", ".join(f"{key} {value}" for key, value in head.items()))
    for step, made_of in trial.tree["steps"].items():
        told = [f"{key} {value}" for key, value in made_of.items() if key not in ("title", "next", "must")]
        print(f"  {step}:", ", ".join(told))
        for part in ("next", "must"):
            for key, rule in made_of.get(part, {}).items():
                print(f"    {part} {key}: {rule}")
    print(" ".join(trial.calendars[trial.tree["calendar"]].split()))
    print(f"as of {trial.as_of}, {trial.form}")
    print("columns not there:", sorted(set(generate_cases.COLUMNS) - trial.shown()))
    for number, cells, _ in trial.data()[1]:
        print(f"  {number:3} {cells['event']:20} {cells['at']:20}",
              {key: value for key, value in cells.items() if value and key not in ("case", "event", "at")})
    print("\n".join(lines or []))
    case = trial.rows[0]["case"]
    ran = subprocess.run([program, "explain", case, f"{folder}/events.{trial.form}", "-p", f"{folder}/pathway.yaml",
                          "--as-of", trial.as_of, "-q"], capture_output=True, text=True)
    print(ran.stdout[ran.stdout.find("Episode"):] + "-" * 100)


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--pairs", type=int, default=2000)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--program", default="build/csapath")
    options.add_argument("--keep", metavar="FOLDER", help="leave the files of the difference here")
    options.add_argument("--go-on", type=int, default=0, help="show this many differences before stopping")
    chosen = options.parse_args()
    table, refused, pairs, seed, differences = collections.Counter(), 0, 0, chosen.seed * 1_000_000, 0
    with tempfile.TemporaryDirectory() as folder:
        folder = chosen.keep or folder
        while pairs < chosen.pairs:
            seed += 1
            trial = made(seed)
            lines, errors, judgements = difference(trial, chosen.program, folder)
            if lines == "refused":
                refused += 1
                if os.environ.get("SHOW_REFUSED"):
                    print(errors)
                continue
            if lines:
                print(f"seed {seed}:")
                shown(shrunk(trial, chosen.program, folder), chosen.program, folder)
                differences += 1
                if differences > chosen.go_on:
                    return 1
            pairs += CASES
            for one in judgements:
                for feature in reached.features(one.rule.sentence):
                    table[feature, one.verdict] += 1
    print(f"{pairs} pairs, {refused} definitions refused")
    never = reached.told(table)
    if never and pairs >= 10_000:  # fewer may miss what is rare
        print("never reached:", "; ".join(never))
        return 1
    return 1 if differences else 0


if __name__ == "__main__":
    sys.exit(main())
