# SPDX-License-Identifier: MIT
"""One function a form of sentence: it finds the activations and judges each."""
from clock_forms import before, happen_by, happen_of, must, otherwise, times
from repeating import repeat
from sharing import share, share_visible
from step_forms import each, ensure, follow, involve, involve_visible, never, never_after, never_before, never_between, \
    record, record_visible, recorded, recorded_in

FORMS = {
    "must": must, "otherwise": otherwise, "lead": must, "happen of": happen_of, "happen by": happen_by, "times": times,
    "before": before, "repeat": repeat, "follow": each(follow),
    "never": each(never), "never before": each(never_before), "never after": each(never_after),
    "never between": each(never_between), "ensure": ensure, "record": each(record, record_visible),
    "recorded": each(recorded, lambda case, rule: case.has_column("recorded")),
    "recorded in": each(recorded_in, lambda case, rule: case.has_column("system")),
    "include": each(involve, involve_visible), "invite": each(involve, involve_visible),
    "hear from": each(involve, involve_visible), "share": each(share, share_visible),
}
