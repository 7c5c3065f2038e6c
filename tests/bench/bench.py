# SPDX-License-Identifier: MIT
"""Times csapath beside a plain reader of the same file, and beside another program if one is named.

    ./dev bench [--cases NUMBER] [--rounds NUMBER] [--against 'PROGRAM ARGS']

The cases are made here, always the same. Each round runs every program once, so that a machine that gets slower or
quicker does so for all of them; what is told is the quickest and the middle round. The other program gets the file as
its last argument, or where {} stands in its arguments.
"""
import argparse
import datetime
import pathlib
import random
import shlex
import statistics
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
BUILD = ROOT / "build"
HEADER = ("case,event,at,agency,attended,invited,shared_with,recorded,about,item,risk,outcome,concern,decided-by,"
          "icpc-required,category,child-seen,case.date-of-birth,case.area")
COLUMNS = HEADER.split(",")


def row(case, event, at, **values):
    """A line of the file; a value is named after its column, with _ for - and without the case. before it."""
    columns = {"case": case, "event": event, "at": at.isoformat()}
    for name, value in values.items():
        written = next(column for column in COLUMNS
                       if column.removeprefix("case.").replace("-", "_") == name)
        columns[written] = value
    return ",".join(columns.get(column, "") for column in COLUMNS)


def one_case(number, chance):
    """The rows of a case: most go as they should, some late, some with a step or an agency missing."""
    case = f"C{number:07d}"
    day = datetime.date(2023, 1, 2) + datetime.timedelta(days=chance.randrange(800))

    def later(most):
        nonlocal day
        day += datetime.timedelta(days=chance.randrange(most + 1))
        return day

    def some(*agencies):
        return ";".join(agency for agency in agencies if chance.random() < 0.9)

    born = day - datetime.timedelta(days=chance.randrange(200, 6000))
    yield row(case, "referral", day, agency="school", recorded=later(1).isoformat(), concern="sexual-abuse",
              date_of_birth=born.isoformat(), area=chance.choice(["North", "South", "East"]))
    risk = chance.choice(["red", "amber", "green"])
    outcome = "nfa" if risk == "green" else "strategy-discussion"
    yield row(case, "screening", later(2), agency="social-care", risk=risk, outcome=outcome, decided_by="manager")
    if outcome == "nfa":
        yield row(case, "case-closed", later(5), agency="social-care")
        return
    everyone = ("social-care", "police", "health", "school", "paediatrics", "health-visitor")
    yield row(case, "strategy-discussion", later(7), agency="social-care", attended=some(*everyone),
              invited=";".join(everyone), outcome="s47")
    yield row(case, "information-shared", later(2), agency="social-care", about="strategy-discussion",
              shared_with=some(*everyone))
    yield row(case, "s47-started", day, agency="social-care", icpc_required="yes")
    if chance.random() < 0.8:
        yield row(case, "medical-considered", later(6), agency="paediatrics", outcome="needed")
    yield row(case, "s47-ended", later(14), agency="social-care", outcome="conference", decided_by="manager")
    yield row(case, "conference-held", later(14), agency="social-care", attended=some(*everyone, "gp"),
              invited=";".join((*everyone, "gp")), outcome="plan")
    yield row(case, "plan-started", day, agency="social-care", category=chance.choice(["SAB", "MUL", "NEG"]))
    for _ in range(chance.randrange(1, 6)):
        yield row(case, "core-group", later(42), agency="social-care", attended=some(*everyone))
        yield row(case, "visit", later(14), agency="social-care", child_seen=chance.choice(["yes", "no"]))
    if chance.random() < 0.6:
        yield row(case, "plan-ended", later(90), agency="social-care")
        yield row(case, "case-closed", later(10), agency="social-care")


def made(cases):
    """The file of that many cases, made where it is not there yet."""
    path = BUILD / "bench" / f"cases-{cases}.csv"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        chance = random.Random(20260331)
        unfinished = path.with_suffix(".unfinished")
        with open(unfinished, "w", encoding="utf-8", newline="\n") as file:
            file.write(HEADER + "\n")
            for number in range(cases):
                file.writelines(line + "\n" for line in one_case(number, chance))
        unfinished.rename(path)
    return path


def timed(arguments, allowed):
    start = time.perf_counter()
    done = subprocess.run(arguments, stdout=subprocess.DEVNULL, check=False)
    if done.returncode not in allowed:
        sys.exit(f"bench: {shlex.join(map(str, arguments))} ended with {done.returncode}")
    return time.perf_counter() - start


def main():
    options = argparse.ArgumentParser(prog="./dev bench", allow_abbrev=False)
    options.add_argument("--cases", type=int, default=100000)
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--against", metavar="'PROGRAM ARGS'")
    wanted = options.parse_args()

    path = made(wanted.cases)
    with open(path, "rb") as file:
        rows = sum(1 for _ in file) - 1
    size = path.stat().st_size / 1e6
    judged = [BUILD / "csapath", "check", path, "-p", "national/csa-response", "--as-of", "2026-03-31", "--fail-on", "none"]
    programs = {
        "plain reader": ([BUILD / "tests" / "plain_reader", path], (0,)),
        "csapath ndjson": ([*judged, "--format", "ndjson"], (0,)),
        "csapath json": ([*judged, "--format", "json"], (0,)),
        "csapath ndjson, one job": ([*judged, "--format", "ndjson", "--jobs", "1"], (0,)),
    }
    if wanted.against:
        other = shlex.split(wanted.against)
        other = [str(path) if word == "{}" else word for word in other] if "{}" in other else [*other, str(path)]
        programs[pathlib.Path(other[0]).name] = (other, range(256))

    print(f"{wanted.cases} cases, {rows} rows, {size:.1f} MB; {wanted.rounds} rounds")
    times = {name: [] for name in programs}
    for _ in range(wanted.rounds):
        for name, (arguments, allowed) in programs.items():
            times[name].append(timed(arguments, allowed))
    print(f"{'':26}{'quickest':>10}{'middle':>10}{'rows/s':>14}{'MB/s':>8}")
    for name, taken in times.items():
        best = min(taken)
        print(f"{name:26}{best:9.3f}s{statistics.median(taken):9.3f}s{rows / best:14,.0f}{size / best:8.0f}")


if __name__ == "__main__":
    main()
