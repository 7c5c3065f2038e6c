# SPDX-License-Identifier: MIT
"""Reads edges, sentences and conditions by plain recursive descent. What comes out are small dicts, named after the
words of the language: {"form": "happen", "way": "of", "limit": {...}, "anchor": {...}, "when": {...}}."""
import re

UNITS = {"hour": "hours", "day": "days", "week": "weeks", "month": "months", "year": "years"}
TOKEN = re.compile(r'\s*(?:"([^"]*)"|(<=|>=|[<>(),])|([^\s"<>(),]+))')
DATE = re.compile(r"\d{4}-\d{2}-\d{2}$")


class Reader:
    """The words of one sentence, and how far they were read."""

    def __init__(self, text):
        self.words, self.quoted, self.at = [], [], 0
        text = text.strip()
        end = 0
        while end < len(text):
            found = TOKEN.match(text, end)
            if not found:
                raise ValueError(f"cannot read {text[end:]!r}")
            self.quoted.append(found.group(1) is not None)
            self.words.append(next(group for group in found.groups() if group is not None))
            end = found.end()

    def sees(self, *words):
        ahead = self.words[self.at:self.at + len(words)]
        return ahead == list(words) and not any(self.quoted[self.at:self.at + len(words)])

    def takes(self, *words):
        if self.sees(*words):
            self.at += len(words)
            return True
        return False

    def needs(self, *words):
        if not self.takes(*words):
            raise ValueError(f"expected {' '.join(words)} at {self.words[self.at:]} of {' '.join(self.words)}")

    def word(self):
        self.at += 1
        return self.words[self.at - 1]

    def done(self):
        return self.at == len(self.words)


def read_edge(text):
    words = Reader(text)
    if words.takes("may"):
        edge = {"form": "may"}
    elif words.takes("otherwise"):
        edge = {"form": "otherwise", "limit": limit_of(words)}
    else:
        words.needs("must")
        edge = {"form": "must", "limit": limit_of(words), "matching": matching_of(words)}
    return ended(words, edge)


def read_sentence(text):
    words = Reader(text)
    if words.takes("happen"):
        sentence = happen(words)
    elif words.takes("follow"):
        sentence = {"form": "follow", "steps": steps_of(words),
                    "within": duration_of(words) if words.takes("within") else None}
    elif words.takes("lead", "to"):
        sentence = {"form": "lead", "steps": steps_of(words), "limit": limit_of(words), "matching": matching_of(words)}
    elif words.takes("repeat", "every"):
        sentence = repeat(words)
    elif words.takes("be", "shared"):
        item = words.word() if words.takes("as") else None
        words.needs("with")
        sentence = {"form": "share", "item": item, "parties": everyone_or_parties(words), "limit": limit_of(words)}
    elif words.takes("inform"):
        sentence = {"form": "share", "item": None, "parties": parties_of(words), "limit": None}
    elif words.takes("be", "recorded", "in"):
        sentence = {"form": "recorded in", "systems": list_of_words(words)}
    elif words.takes("be", "recorded"):
        sentence = {"form": "recorded", "limit": limit_of(words)}
    elif words.takes("record"):
        sentence = {"form": "record", "attributes": list_of_words(words)}
    elif words.takes("ensure"):
        sentence = {"form": "ensure", "condition": either(words)}
    elif words.takes("never", "happen"):
        sentence = never(words)
    else:
        sentence = involve(words)
    return ended(words, sentence)


def ended(words, sentence):
    sentence["when"] = either(words) if words.takes("when") else None
    sentence["unless"] = either(words) if words.takes("unless") else None
    if not words.done():
        raise ValueError(f"more than was expected: {words.words[words.at:]} of {' '.join(words.words)}")
    return sentence


def happen(words):
    if words.takes("by"):
        return {"form": "happen by", "path": words.word()}
    if words.takes("once"):
        return {"form": "times", "sort": "exactly", "number": 1}
    if words.sees("at", "least") and not words.words[words.at + 3].startswith("time"):
        words.needs("at", "least")
        ahead = duration_of(words)
        words.needs("before")
        return {"form": "before", "ahead": ahead, "anchor": steps_of(words)}
    for sort in ("exactly", "at least", "at most"):
        if words.takes(*sort.split()):
            number = int(words.word())
            words.word()
            return {"form": "times", "sort": sort, "number": number}
    if words.takes("on", "the", "same", "day", "as"):
        limit = {"sort": "same day"}
    else:
        words.needs("within")
        limit = {"sort": "within", "duration": duration_of(words)}
        words.needs("of")
    which = "each"
    for sort in ("each", "the first", "the latest"):
        if words.takes(*sort.split()):
            which = sort
    anchor = steps_of(words)
    limit["pausing"] = pausing_of(words)
    return {"form": "happen of", "limit": limit, "which": which, "anchor": anchor, "matching": matching_of(words)}


def repeat(words):
    every = duration_of(words)
    words.needs("from")
    start = steps_of(words)
    words.needs("until")
    end = steps_of(words)
    return {"form": "repeat", "every": every, "from": start, "until": end,
            "where": either(words) if words.takes("where") else None}


def involve(words):
    for form in ("include", "invite", "hear from"):
        if words.takes(*form.split()):
            return {"form": form, "parties": parties_of(words)}
    raise ValueError(f"no such sentence: {' '.join(words.words)}")


def never(words):
    if words.takes("before"):
        return {"form": "never before", "steps": steps_of(words)}
    if words.takes("after"):
        return {"form": "never after", "steps": steps_of(words)}
    if words.takes("between"):
        start = words.word()
        words.needs("and")
        return {"form": "never between", "from": [start], "until": [words.word()]}
    return {"form": "never"}


def everyone_or_parties(words):
    for sort in ("everyone invited", "everyone involved", "everyone absent"):
        if words.takes(*sort.split()):
            return {"sort": sort}
    return parties_of(words)


def parties_of(words):
    if words.takes("at", "least"):
        number = int(words.word())
        if words.takes("agencies"):
            return {"sort": "any", "number": number}
        words.needs("of")
        return {"sort": "some", "number": number, "agencies": bracketed(words)}
    return {"sort": "all", "agencies": list_of_words(words)}


def bracketed(words):
    words.needs("(")
    found = [value_word(words)]
    while words.takes(","):
        found.append(value_word(words))
    words.needs(")")
    return found


def list_of_words(words):
    found = [words.word()]
    while words.takes(","):
        words.takes("and")
        found.append(words.word())
    if words.takes("and"):
        found.append(words.word())
    return found


def steps_of(words):
    found = [words.word()]
    while words.takes("or"):
        found.append(words.word())
    return found


def limit_of(words):
    if words.takes("by"):
        return {"sort": "by", "path": words.word()}
    if words.takes("within"):
        limit = {"sort": "within", "duration": duration_of(words)}
    elif words.takes("on", "the", "same", "day"):
        limit = {"sort": "same day"}
    else:
        return None
    limit["pausing"] = pausing_of(words)
    return limit


def pausing_of(words):
    if not words.takes("pausing", "from"):
        return None
    start = words.word()
    words.needs("to")
    return {"from": [start], "to": [words.word()]}


def matching_of(words):
    return words.word() if words.takes("matching") else None


def duration_of(words):
    number = int(words.word())
    if words.takes("working"):
        words.word()
        return {"number": number, "unit": "working days"}
    unit = words.word()
    return {"number": number, "unit": UNITS[unit.rstrip("s")]}


# ---------------------------------------------------------------------------------------------------------- conditions
def either(words):
    parts = [both(words)]
    while words.takes("or"):
        parts.append(both(words))
    return parts[0] if len(parts) == 1 else {"test": "or", "parts": parts}


def both(words):
    parts = [negated(words)]
    while words.takes("and"):
        parts.append(negated(words))
    return parts[0] if len(parts) == 1 else {"test": "and", "parts": parts}


def negated(words):
    if words.takes("not"):
        return {"test": "not", "part": negated(words)}
    if words.takes("("):
        inside = either(words)
        words.needs(")")
        return inside
    return test(words)


def test(words):
    if words.takes("between"):
        start = words.word()
        words.needs("and")
        return {"test": "between", "from": start, "until": words.word()}
    if words.takes("count", "of"):
        return compared(words, {"what": "count", "of": words.word()})
    if words.takes("time", "since"):
        return compared(words, {"what": "time since", "of": words.word()})
    if words.takes("age"):
        return compared(words, {"what": "age"})
    name = words.word()
    if words.takes("ever", "happened"):
        return {"test": "happened", "step": name, "ever": True, "within": within_of(words)}
    if words.takes("happened"):
        return {"test": "happened", "step": name, "ever": False, "within": within_of(words)}
    for order in ("before", "after"):
        if words.takes(order):
            return {"test": order, "left": name, "right": words.word()}
    if words.takes("includes"):
        every = words.takes("all", "of")
        if not every:
            words.takes("any", "of")
        if words.sees("("):
            return {"test": "includes", "path": name, "every": every, "values": bracketed(words)}
        return {"test": "includes", "path": name, "every": every, "of": words.word()}
    if words.takes("in"):
        return {"test": "in", "path": name, "values": bracketed(words)}
    return compared(words, {"what": "path", "path": name})


def within_of(words):
    return duration_of(words) if words.takes("within") else None


def compared(words, quantity):
    for sign in ("<=", ">=", "<", ">"):
        if words.takes(sign):
            return {"test": sign, "quantity": quantity, "value": value(words)}
    words.needs("is")
    opposite = words.takes("not")
    for state in ("recorded", "missing"):
        if words.takes(state):
            return {"test": "recorded", "path": quantity["path"], "opposite": opposite != (state == "missing")}
    found = {"test": "is", "quantity": quantity, "value": value(words)}
    return {"test": "not", "part": found} if opposite else found


def value(words):
    quoted = words.quoted[words.at]
    ahead = words.words[words.at + 1:words.at + 2]
    if not quoted and words.words[words.at].isdigit() and ahead and ahead[0].rstrip("s") in (*UNITS, "working"):
        return {"sort": "duration", "duration": duration_of(words)}
    word = value_word(words)
    if not quoted and DATE.match(word):
        return {"sort": "date", "text": word}
    return {"sort": "word", "text": word}


def value_word(words):
    return words.word()
