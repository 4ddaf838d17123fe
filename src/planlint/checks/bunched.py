"""Nearly everything due in the last weeks of a plan."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from planlint.checks.rows import KINDS, due, rows, says
from planlint.plan import Kind, Location, Period
from planlint.reading import Reading
from planlint.rule import Remark

_HALVES = 6


def check(
    reading: Reading,
    *,
    kinds: tuple[Kind, ...] = KINDS,
    at_least: int = 8,
    share: int = 60,
    instead: tuple[str, ...] = (),
) -> Iterator[Remark]:
    """One remark on the plan if more than `share` per cent of its deadlines lie in its last half-term.

    {count} of {all} rows are due from {from} on. Rows that run over a time, or have one of the fields `instead`, are
    not counted, nor plans with fewer than `at_least` rows left.
    """
    period = reading.plan.period
    if not period:
        return
    last = _last_half(reading, period)
    ends = []
    for action in rows(reading, kinds):
        found = due(reading, action)
        dated = found[1] if found else None
        told = any(says(b.text) for role in instead for b in action.blocks(role))
        if dated and dated.end and dated.closed and dated.kind != "range" and not told:
            ends.append(dated.end)
    late = sum(end >= last for end in ends)
    if len(ends) >= at_least and late * 100 > share * len(ends):
        values = {"count": str(late), "all": str(len(ends)), "from": f"{last.day} {last:%B %Y}"}
        yield Remark(Location(reading.plan.path), values=values)


def _last_half(reading: Reading, period: Period) -> datetime.date:
    """The first day of the last half-term that begins within the plan."""
    calendar = reading.calendar
    years = range(calendar.year_of(period.start), calendar.year_of(period.end) + 1)
    starts = [calendar.half(year, number)[0] for year in years for number in range(1, _HALVES + 1)]
    return max((day for day in starts if day <= period.end), default=period.end)
