"""A deadline that gives no day, month or term."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planlint.checks.missing import shorten
from planlint.checks.rows import KINDS, due, rows, says
from planlint.dates import deadline, find
from planlint.plan import Action, Block, Kind
from planlint.reading import Reading
from planlint.rule import Remark, Severity

_ROLE = "deadline"
_LONG = 80  # characters; what is longer is a sentence that stands in the wrong column
_RHYTHMS = ("recurrence",)
_RHYTHMIC = ("action", "monitoring", "milestone")
_MORE = 4  # words beside a span of time that say which part of the work falls in it


def check(
    reading: Reading,
    *,
    recurring: str,
    kinds: tuple[Kind, ...] = KINDS,
    instead: tuple[str, ...] = (),
    spared: tuple[re.Pattern[str], ...] = (),
    asked: tuple[re.Pattern[str], ...] = (),
    standing: tuple[re.Pattern[str], ...] = (),
    within: tuple[re.Pattern[str], ...] = (),
    occasions: tuple[re.Pattern[str], ...] = (),
) -> Iterator[Remark]:
    """One remark for each row whose own deadline says nothing by which it could be late.

    recurring: the message where there is a rhythm without an end; it is only a note. A plan with a period of its
               own, or with dates in other rows, begins and ends what comes round in it.
    kinds:     the kinds of plan in which rows are promised.
    instead:   roles in which a date will do as well.
    asked:     headings of columns that ask for a rhythm.
    spared:    what counts as a date here, though the calendar does not know it ("before the census").
    standing:  headings under which stands what never ends.
    within:    spans of time that are a date where the cell says what falls in them ("two of the schools this year").
    occasions: what in a row's own words tells the occasion on which it is done each time.
    """
    bounded = reading.plan.period is not None or any(_is_due(reading, action) for action in rows(reading, kinds))
    for action in rows(reading, kinds):
        blocks = [b for b in action.blocks(_ROLE, inherit=False) if says(b.text)]
        if not blocks or len(blocks[0].text) > _LONG or not action.blocks("action"):
            continue
        if any(p.search(b.text) for p in spared for b in blocks) or _dated(reading, action, instead):
            continue
        if any(p.search(heading) for p in standing for heading in blocks[0].location.trail):
            continue
        kind = _kind(reading, blocks)
        if kind == "dated" or (kind == "recurrence" and (bounded or _is_asked(action, asked))):
            continue
        told = _says_more(blocks, within) or _comes_round(reading, action) or _has_occasion(action, occasions)
        if kind != "vague" or not told:
            yield _remark(action, blocks, recurring if kind == "recurrence" else None)


def _remark(action: Action, blocks: list[Block], recurring: str | None) -> Remark:
    severity: Severity | None = "note" if recurring else None
    values = {"words": shorten(" ".join(" ".join(b.text.split()) for b in blocks))}
    return Remark(blocks[0].location, blocks[0].text.strip(), action.summary, values, severity, recurring)


def _is_due(reading: Reading, action: Action) -> bool:
    found = due(reading, action)
    return found is not None and found[1].closed


def _says_more(blocks: list[Block], named: tuple[re.Pattern[str], ...]) -> bool:
    """Whether the cell says beside a span of time which part of the work falls in it."""
    texts = [b.text for b in blocks]
    return any(len(p.sub(" ", text).split()) >= _MORE for text in texts for p in named if p.search(text))


def _has_occasion(action: Action, occasions: tuple[re.Pattern[str], ...]) -> bool:
    return any(p.search(b.text) for p in occasions for b in action.blocks("action", inherit=False))


def _comes_round(reading: Reading, action: Action) -> bool:
    """Whether the row says in another field how often it is done or looked at, in a plan with a period of its own."""
    texts = [b.text for role in _RHYTHMIC for b in action.blocks(role, inherit=False)]
    dates = (d for text in texts for d in find(text, reading.calendar, reading.plan.period))
    return reading.plan.period is not None and any(d.kind in _RHYTHMS for d in dates)


def _is_asked(action: Action, headings: tuple[re.Pattern[str], ...]) -> bool:
    """Whether the column's own heading asks how often."""
    columns = action.table.columns if action.table else ()
    return any(p.search(c.heading) for c in columns if c.role == _ROLE for p in headings)


def _kind(reading: Reading, blocks: list[Block]) -> str:
    """ "recurrence", "vague", "none", or "dated" if any of the cell's lines says a date, a beginning or an event."""
    kinds = []
    for block in blocks:
        found = deadline(block.text, reading.calendar, reading.plan.period)
        kinds.append(found.kind if found else "none")
    if any(kind not in ("recurrence", "vague", "none") for kind in kinds):
        return "dated"
    return next((kind for kind in ("recurrence", "vague") if kind in kinds), "none")


def _dated(reading: Reading, action: Action, roles: tuple[str, ...]) -> bool:
    """Whether one of these fields gives a day, month or term."""
    texts = [b.text for role in roles for b in action.blocks(role)]
    dates = (d for text in texts for d in find(text, reading.calendar, reading.plan.period, None))
    return any(d.end is not None and d.kind not in _RHYTHMS for d in dates)
