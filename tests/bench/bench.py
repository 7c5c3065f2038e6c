# SPDX-License-Identifier: MIT
"""Times csapath beside a plain reader of the same file, and beside another program if one is named.

    ./dev bench [--cases NUMBER] [--rounds NUMBER] [--against 'PROGRAM ARGS']

The cases are made by generate_cases, always the same, and judged by ten_rules.yaml. Each round runs every program once,
in turn, so that a machine that gets slower or quicker does so for all of them. Told are processor seconds (user and
system together) of the quickest and the middle round, and how often the plain reader's of the same round go into them:
the middle ratio of all rounds. What the programs print is thrown away. The other program gets the file as its last
argument, or where {} stands in its arguments.
"""
import argparse
import os
import pathlib
import shlex
import statistics
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
BUILD = ROOT / "build"
YARDSTICK = "plain reader"


def made(cases):
    """The file of that many cases, made where it is not there yet."""
    path = BUILD / "bench" / f"cases-{cases}.csv"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_suffix(".unfinished")
        with open(unfinished, "wb") as file:
            subprocess.run([BUILD / "tests" / "generate_cases", str(cases)], stdout=file, check=True)
        unfinished.rename(path)
    return path


def timed(arguments, allowed):
    """The processor seconds that a program took."""
    program = subprocess.Popen(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(program.pid, 0)
    code = program.returncode = os.waitstatus_to_exitcode(status)
    if code not in allowed:
        sys.exit(f"bench: {shlex.join(map(str, arguments))} ended with {code}")
    return used.ru_utime + used.ru_stime


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
    judged = [BUILD / "csapath", "check", path, "-p", ROOT / "tests" / "bench" / "ten_rules.yaml",
              "--as-of", "2026-03-31", "--fail-on", "none"]
    programs = {
        YARDSTICK: ([BUILD / "tests" / "plain_reader", path], (0,)),
        "csapath ndjson, one job": ([*judged, "--format", "ndjson", "--jobs", "1"], (0,)),
        "csapath ndjson, two jobs": ([*judged, "--format", "ndjson", "--jobs", "2"], (0,)),
        "csapath json, one job": ([*judged, "--format", "json", "--jobs", "1"], (0,)),
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
    print(f"{'':26}{'quickest':>10}{'middle':>10}{'rows/s':>14}{'to ' + YARDSTICK:>17}")
    for name, taken in times.items():
        ratio = statistics.median(own / other for own, other in zip(taken, times[YARDSTICK]))
        print(f"{name:26}{min(taken):9.3f}s{statistics.median(taken):9.3f}s{rows / min(taken):14,.0f}{ratio:17.2f}")


if __name__ == "__main__":
    main()
