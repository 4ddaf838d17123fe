"""The rows of a plan that promises rows, and when each is due."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planlint.dates import Dated, deadline, find
from planlint.people import Person, people
from planlint.plan import Action, Block, Kind
from planlint.reading import Reading

KINDS: tuple[Kind, ...] = ("action-plan", "implementation-plan")
# Days or terms by which something can be late; whole years are more often the year a figure is from.
_DAYS = ("day", "month", "term", "half-term", "range")


def rows(reading: Reading, kinds: tuple[str, ...]) -> tuple[Action, ...]:
    """The actions, if the plan is of one of the kinds in which rows are promised."""
    return reading.plan.actions if reading.plan.kind in kinds else ()


def says(text: str) -> bool:
    """Whether there is a word or figure in it: "-" and "..." say nothing."""
    return any(c.isalnum() for c in text)


def due(reading: Reading, action: Action) -> tuple[Block, Dated] | None:
    """The latest date in the action's deadline, own or inherited, and the block it stands in; None without one."""
    found = [
        (b, d) for b in action.blocks("deadline") if (d := deadline(b.text, reading.calendar, reading.plan.period))
    ]
    closed = [pair for pair in found if pair[1].closed]
    return max(closed or found[:1], key=lambda pair: pair[1].end.toordinal() if pair[1].end else 0, default=None)


def tells_when(reading: Reading, text: str) -> bool:
    """Whether a sentence says when something will be done: a day, month or term of the plan, or how often."""
    period = reading.plan.period
    for dated in find(text, reading.calendar, period):
        if dated.kind == "recurrence":
            return True
        if dated.kind in _DAYS and not (period and dated.end and dated.end < period.start):
            return True
    return False


def headed_when(reading: Reading, action: Action) -> bool:
    """Whether a heading above the action gives the month or term it falls in, or a day by which it is due.

    The plan's own time, and the day of a meeting, are no such date.
    """
    period = reading.plan.period
    for heading in action.location.trail:
        for dated in find(heading, reading.calendar, period):
            if dated.kind in _DAYS and dated.end and (dated.kind != "day" or dated.bound == "by"):
                whole = period and dated.start and dated.start <= period.start and dated.end >= period.end
                if not whole and not (period and dated.end < period.start):
                    return True
    return False


def leads(reading: Reading, action: Action) -> Iterator[tuple[Block, Person]]:
    """Who leads an action, in the order of the cell, each with the block it stands in."""
    for block in action.blocks("lead"):
        for person in people(block.text, reading.roster, reading.vocabulary):
            yield block, person


def headed(action: Action, block: Block) -> str:
    """The heading of the table's column in which the block stands, or the label in front of it; "" without either."""
    if action.table and action.row:
        for column, cell in zip(action.table.columns, action.row.cells, strict=False):
            if any(b is block for b in cell.blocks):
                return column.heading
    return block.name


def asked(action: Action, role: str, headings: tuple[re.Pattern[str], ...]) -> bool:
    """Whether what the row has in that role stands under one of these headings."""
    blocks = action.blocks(role, inherit=False)
    return any(p.search(headed(action, block)) for block in blocks for p in headings)
