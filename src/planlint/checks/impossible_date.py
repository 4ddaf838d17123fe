"""Dates that no calendar has, or whose weekday is another, or that are written month first."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planlint.dates import Dated, Doubt, find
from planlint.plan import Action, Block
from planlint.reading import Reading
from planlint.rule import Remark, Severity

# 14/10/2026 can only be the 14th of October; 09/10/2026 could be either.
_DAY_FIRST = re.compile(r"(?:1[3-9]|2\d|3[01])[/.]\d{1,2}[/.]\d{2}")
_TIMES = ("deadline", "start")


def check(reading: Reading, *, weekday: str, month_first: str) -> Iterator[Remark]:
    """One remark for each such date, in reading order.

    weekday:     the message for a day that is another weekday; {day} is the right one. It is a warning.
    month_first: the message for 09/30/2026 in a plan that writes the day first elsewhere. It is a note.
    """
    found = list(_dates(reading))
    first = any(_DAY_FIRST.match(d.text) for _, _, d in found)
    for block, action, dated in found:
        told = _told(dated, weekday, month_first, first)
        if told:
            message, severity = told
            day = f"{dated.start:%A}" if dated.start else ""
            context = action.summary if action else block.text
            place = block.place(dated.offset, dated.until)
            yield Remark(place, dated.text, context, {"day": day}, severity, message)


def _told(dated: Dated, weekday: str, month_first: str, day_first: bool) -> tuple[str | None, Severity | None] | None:
    wrong: dict[Doubt, tuple[str | None, Severity | None]] = {
        "no such day": (None, None),
        "weekday": (weekday, "warning"),
        "month-first": (month_first, "note"),
    }
    if dated.doubt == "month-first" and not day_first:
        return None
    return wrong.get(dated.doubt)


def _dates(reading: Reading) -> Iterator[tuple[Block, Action | None, Dated]]:
    """Every date of the plan's text; short forms such as 15/09 only in columns of dates."""
    for unit in reading.units:
        for block in unit.blocks:
            role = _role(unit.action, block) if unit.action else None
            for dated in find(block.text, reading.calendar, reading.plan.period, role):
                yield block, unit.action, dated


def _role(action: Action, block: Block) -> str | None:
    return next((role for role in _TIMES if any(block is own for own in action.fields.get(role, ()))), None)
