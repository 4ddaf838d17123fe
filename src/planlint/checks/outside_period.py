"""A deadline on days that are not the plan's."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from planlint.checks.rows import KINDS, rows
from planlint.dates import Dated, find
from planlint.plan import Action, Block, Kind, Period
from planlint.reading import Reading
from planlint.rule import Remark

_MANY = 5  # dates outside; if they are a third of all, it is the period that was read wrongly or moved on
_LIMITS = ("by", "until")
_ROLE = "deadline"
Found = tuple[Action, Block, Dated]


def check(
    reading: Reading,
    *,
    kinds: tuple[Kind, ...] = KINDS,
    roles: tuple[str, ...] = (_ROLE,),
    before: int = 0,
    after: int = 0,
    late: int = 0,
    results: tuple[re.Pattern[str], ...] = (),
) -> Iterator[Remark]:
    """One remark for each row with a stated date that lies wholly before the plan's first day or after its last.

    kinds:   the kinds of plan in which rows are promised.
    roles:   fields whose dates count; in other fields than the deadline only "by ..." does.
    before:  days before the first day that are let pass: what is made ready for the plan's beginning.
    after:   days after the last day that are let pass; late: the same for a row that speaks of one of `results`.
    """
    period = reading.plan.period
    if not period:
        return
    dates = [(a, b, d) for a in rows(reading, kinds) for b, d in _dates(reading, a, roles)]
    outside = [f for f in dates if _is_outside(f, period, before, late if _awaits(f, results) else after)]
    if len(outside) >= _MANY and len(outside) * 3 > len(dates):
        return
    told: list[Action] = []
    for action, block, dated in outside:
        if any(action is seen for seen in told):
            continue
        told.append(action)
        side = "before" if dated.end and dated.end < period.start else "after"
        values = {"side": side, "start": _day(period.start), "end": _day(period.end), "date": dated.text}
        values["edge"] = f"begins on {values['start']}" if side == "before" else f"ends on {values['end']}"
        yield Remark(block.place(dated.offset, dated.until), dated.text, action.summary, values)


def _dates(reading: Reading, action: Action, roles: tuple[str, ...]) -> Iterator[tuple[Block, Dated]]:
    for role in roles:
        for block in action.blocks(role, inherit=False):
            for dated in find(block.text, reading.calendar, reading.plan.period, role if role == _ROLE else None):
                if dated.start and dated.end and dated.kind != "year" and (role == _ROLE or dated.bound in _LIMITS):
                    yield block, dated


def _is_outside(found: Found, period: Period, before: int, after: int) -> bool:
    _, _, dated = found
    if not dated.stated or dated.start is None or dated.end is None:
        return False
    early = dated.end < period.start - datetime.timedelta(days=before)
    return early or dated.start > period.end + datetime.timedelta(days=after)


def _awaits(found: Found, results: tuple[re.Pattern[str], ...]) -> bool:
    return any(pattern.search(found[0].summary) for pattern in results)


def _day(day: datetime.date) -> str:
    return f"{day.day} {day:%B %Y}"
