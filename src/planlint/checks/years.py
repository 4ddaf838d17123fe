"""School years in headings and deadlines that are not the plan's own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planlint.dates import Dated, find
from planlint.language import Span
from planlint.plan import Block, Kind, Section, Table
from planlint.reading import Reading
from planlint.rule import Remark


def check(
    reading: Reading,
    *,
    roles: tuple[str, ...] = ("deadline",),
    fewest: int = 3,
    share: float = 0.3,
    not_in: tuple[str, ...] = (),
    looking_back: tuple[re.Pattern[str], ...] = (),
    kinds: tuple[Kind, ...] = ("action-plan", "implementation-plan"),
) -> Iterator[Remark]:
    """One remark, at the first of them, for a plan in which that many and that share of the years are over already.

    roles:        roles of cells in which years are compared, beside headings and headings of columns.
    fewest:       so many places name such a year.
    share:        of all places that name a year, 0 to 1.
    not_in:       themes of sections that look back.
    looking_back: headings that do.
    kinds:        the kinds of plan that are looked at.
    """
    plan = reading.plan
    if plan.kind not in kinds or plan.period is None:
        return
    start = plan.period.start
    named = list(_named(reading, roles, not_in, looking_back))
    old = [(block, dated) for block, dated in named if dated.end and dated.end < start]
    if len(old) >= max(fewest, share * len(named)):
        block, dated = old[0]
        span = Span(block, dated.offset, dated.until)
        values = {"count": str(len(old)), "of": str(len(named)), "begin": f"{start.day} {start:%B} {start.year}"}
        yield Remark(span.location, span.text, block.text, values=values)


def _named(
    reading: Reading, roles: tuple[str, ...], not_in: tuple[str, ...], looking_back: tuple[re.Pattern[str], ...]
) -> Iterator[tuple[Block, Dated]]:
    """Every stated year, with its block, once a block."""
    cells = {id(b): role for a in reading.plan.actions for role in roles for b in a.fields.get(role, ())}
    for section in reading.plan.walk():
        heading = section.heading.text if section.heading else ""
        backwards = section.theme in not_in or any(pattern.search(heading) for pattern in looking_back)
        if backwards or not section.actions:
            continue
        for block in _blocks(section, set(cells)):
            if not any(pattern.search(block.text) for pattern in looking_back):
                stated = [d for d in find(block.text, reading.calendar, reading.plan.period) if d.stated and d.end]
                yield from ((block, dated) for dated in stated[:1])


def _blocks(section: Section, cells: set[int]) -> Iterator[Block]:
    if section.heading:
        yield section.heading
    for table in (item for item in section.content if isinstance(item, Table)):
        yield from (b for column in table.columns if column.role not in ("baseline", "progress") for b in column.blocks)
        yield from (b for row in table.rows for cell in row.cells for b in cell.blocks if id(b) in cells)
