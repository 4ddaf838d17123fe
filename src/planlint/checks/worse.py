"""A target that lies where the plan starts from, or on the wrong side of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planlint.checks.aims import Aim, aims
from planlint.figures import figures, measured
from planlint.reading import Reading
from planlint.rule import Remark

_FRONT = 6  # words before the figure


def check(
    reading: Reading, *, themes: tuple[str, ...], unless: tuple[re.Pattern[str], ...], same: str
) -> Iterator[Remark]:
    """One remark for each target whose figure is no better than the one it starts from.

    The measure has to be what the passage begins with: in "Visits made in 90% of absences" absence does not rise.
    themes: themes of sections whose lines set targets. unless: patterns that say it is meant so.
    same:   the message for a target that is what it starts from.
    """
    for aim in aims(reading, themes):
        target = aim.target
        if not target.baseline or not aim.goal or not target.polarity or not _comparable(aim):
            continue
        if not _begins(reading, aim):
            continue
        if target.way in ("", target.polarity) or any(p.search(text) for p in unless for text in _texts(aim)):
            continue
        values = {"baseline": target.baseline.text, "goal": aim.goal.text, "measure": target.measure}
        remark = aim.remark(**values)
        yield remark if target.way != "same" else Remark(
            remark.location, remark.found, remark.context, values, None, same
        )


def _begins(reading: Reading, aim: Aim) -> bool:
    """Whether the target's words before its first figure name the measure and little else."""
    found = figures(aim.target.text, reading.vocabulary)
    front = aim.target.text[: found[0].offset] if found else ""
    named = measured(front, reading.vocabulary)
    return named is not None and named.name == aim.target.measure and len(front.split()) <= _FRONT


def _comparable(aim: Aim) -> bool:
    first, last = aim.target.baseline, aim.goal
    if not first or not last or last.change or first.change:
        return False
    if first.share is not None and last.share is not None:
        return True
    return first.unit == last.unit and not first.of and not last.of and aim.target.kind == "outcome"


def _texts(aim: Aim) -> tuple[str, ...]:
    return (aim.block.text, aim.action.summary if aim.action else "")
