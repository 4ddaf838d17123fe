"""A plan that does not say which days it is for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planlint.dates import find
from planlint.plan import Kind, Location
from planlint.reading import Reading
from planlint.rule import Remark

_FIRST = 8  # units: what stands on the first page
_LONG = ("year", "range")


def check(
    reading: Reading,
    *,
    kinds: tuple[Kind, ...],
    rolling: tuple[re.Pattern[str], ...] = (),
    shortest: int = 0,
    noted_in: tuple[str, ...] = (),
) -> Iterator[Remark]:
    """One remark on a plan without a period.

    kinds:    the kinds of plan that have one.
    rolling:  what a plan says that has no end on purpose.
    shortest: plans of fewer words and without actions are left alone.
    noted_in: kinds of plan in which it is only a note: a model of how a trust works may have no end.
    """
    plan = reading.plan
    if plan.period or plan.kind not in kinds or (plan.words < shortest and not plan.actions):
        return
    first = [*(block.text for unit in reading.units[:_FIRST] for block in unit.blocks), *(b.text for b in plan.aside)]
    if any(dated.stated and dated.kind in _LONG for text in first for dated in find(text, reading.calendar)):
        return
    texts = (block.text for block in (*plan.meta, *plan.aside, *plan.blocks()))
    if not any(pattern.search(text) for text in texts for pattern in rolling):
        yield Remark(Location(plan.path), severity="note" if plan.kind in noted_in else None)
