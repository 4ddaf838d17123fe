"""Actions that run for most of a year with nothing to look at on the way."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from planlint.checks.missing import shorten
from planlint.checks.rows import KINDS, due, rows, says, tells_when
from planlint.dates import Dated, find
from planlint.plan import Action, Kind
from planlint.reading import Reading
from planlint.rule import Remark

_TIMES = ("deadline", "start")


def check(
    reading: Reading,
    *,
    days: int = 250,
    kinds: tuple[Kind, ...] = KINDS,
    of: str = "action",
    instead: tuple[str, ...] = (),
) -> Iterator[Remark]:
    """One remark for each row that says when it begins and ends, with more than so many days between, and no more.

    kinds:   the kinds of plan in which rows are promised; of: the role that makes a row an action.
    instead: roles of which any text, in the row or over it, is something to look at on the way.
    """
    for action in rows(reading, kinds):
        found = due(reading, action)
        if not found or not action.blocks(of) or not action.blocks("deadline", inherit=False):
            continue
        begins, (block, dated) = _begins(reading, action), found
        if not begins or not dated.end or not dated.closed or (dated.end - begins).days <= days:
            continue
        if not _looked_at(reading, action, instead):
            months = round((dated.end - begins).days / 30.4)
            values = {"action": shorten(action.text(of)), "months": str(months)}
            yield Remark(block.location, block.text.strip(), action.summary, values)


def _begins(reading: Reading, action: Action) -> datetime.date | None:
    """The first day that its start or deadline gives; None if nothing says when it begins."""
    found = [(role, d) for role in _TIMES for d in _dates(reading, action, role)]
    days = [d.start for role, d in found if d.start and (role == _TIMES[1] or d.kind == "range" or d.bound == "from")]
    return min(days, default=None)


def _dates(reading: Reading, action: Action, role: str) -> Iterator[Dated]:
    for block in action.blocks(role, inherit=False):
        yield from find(block.text, reading.calendar, reading.plan.period, role)


def _looked_at(reading: Reading, action: Action, instead: tuple[str, ...]) -> bool:
    """Whether something on the way is named: a field of its own, a rhythm, or more than two days in the deadline."""
    if any(says(b.text) for role in instead for b in action.blocks(role)):
        return True
    times = [d for role in _TIMES for d in _dates(reading, action, role)]
    if len(times) > len(_TIMES) or any(d.kind == "recurrence" for d in times):
        return True
    others = (b.text for role, blocks in action.fields.items() if role not in _TIMES for b in blocks)
    return any(tells_when(reading, text) for text in others)
