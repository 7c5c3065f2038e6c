# SPDX-License-Identifier: MIT
"""Which forms and options reached which verdicts, so that none that can be reached is left out unseen."""
VERDICTS = ("met", "late", "overdue", "missed", "failed", "pending", "excused", "undetermined", "not visible",
            "not applicable")
LISTED = ("excused", "undetermined", "not applicable")
CLOCK = ("met", "late", "overdue", "missed", "pending") + LISTED
STEP = ("met", "failed", "not visible") + LISTED
# What each form can come to; `not visible` is there for all that have a `when`, and left out where it is very rare.
POSSIBLE = {
    "must": CLOCK, "otherwise": CLOCK, "lead": CLOCK, "happen of": CLOCK, "happen by": CLOCK, "repeat": CLOCK,
    "times": ("met", "missed", "failed", "pending") + LISTED, "before": ("met", "late", "missed") + LISTED,
    "follow": ("met", "failed") + LISTED, "never": ("failed",) + LISTED, "never before": ("met", "failed") + LISTED,
    "never after": ("met", "failed") + LISTED, "never between": ("met", "failed") + LISTED, "ensure": STEP,
    "record": STEP, "recorded": ("met", "late", "overdue", "missed", "pending", "not visible") + LISTED,
    "recorded in": STEP, "include": STEP, "invite": STEP, "hear from": STEP, "share": VERDICTS,
    "way": ("met", "missed", "failed", "undetermined", "not applicable"),
}
OPTIONS = ("pausing", "matching", "same day", "by a date", "within hours", "within days", "within working days",
           "within weeks", "within months", "within years", "each", "the first", "the latest", "of a date", "exactly",
           "at least", "at most", "where", "all", "some", "any", "everyone invited", "everyone involved",
           "everyone absent", "as", "follow within")


def features(sentence):
    """The form, and every option of it that is used."""
    yield sentence["form"]
    limit = sentence.get("limit") or {}
    if limit.get("pausing"):
        yield "pausing"
    if limit.get("sort") == "same day":
        yield "same day"
    if limit.get("sort") == "by" or sentence["form"] == "happen by":
        yield "by a date"
    length = limit.get("duration") or sentence.get("every") or sentence.get("ahead") or sentence.get("within")
    if length:
        yield f"within {length['unit']}"
    if sentence.get("within"):
        yield "follow within"
    for key in ("matching", "where"):
        if sentence.get(key):
            yield key
    if sentence.get("item"):
        yield "as"
    if "which" in sentence:
        yield sentence["which"]
        if "." in sentence["anchor"][0] or sentence["anchor"][0] == "target":
            yield "of a date"
    if "number" in sentence:
        yield sentence["sort"]
    if "parties" in sentence:
        yield sentence["parties"]["sort"]


def told(table):
    """Prints the counts, and gives back what should have been reached and was not."""
    width = max(len(feature) for feature, _ in table)
    print(" " * width, *(f"{verdict[:9]:>9}" for verdict in VERDICTS))
    for feature in list(POSSIBLE) + list(OPTIONS):
        print(f"{feature:{width}}", *(f"{table[feature, verdict]:9}" for verdict in VERDICTS))
    never = [f"{form}: {verdict}" for form, verdicts in POSSIBLE.items() for verdict in verdicts if not table[form, verdict]]
    return never + [option for option in OPTIONS if not any(table[option, verdict] for verdict in VERDICTS)]
