"""Figures of one plan that cannot both be right: a total that is not the sum, one target with two values."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from planlint.checks.aims import Aim, aims
from planlint.figures import Figure, figures
from planlint.plan import Block, Cell, Column, Row, Table
from planlint.reading import Reading
from planlint.rule import Remark

_LEAST = 2  # figures that make a sum
_WORDS = re.compile(r"\w+")


def check(
    reading: Reading, *, themes: tuple[str, ...], total: re.Pattern[str], not_summed: re.Pattern[str], differs: str
) -> Iterator[Remark]:
    """One remark for each total that is not the sum of what stands above it, and each target with two starts.

    themes:     themes of sections whose lines set targets.
    total:      what the first cell of a row says that sums the rows above it.
    not_summed: headings and labels whose figures do not add up (percentages, years, rates).
    differs:    the message for a target with two values.
    """
    for section in reading.plan.walk():
        for table in section.content:
            if isinstance(table, Table):
                yield from _totals(reading, table, total, not_summed)
    yield from _twice(aims(reading, themes), differs)


def _totals(reading: Reading, table: Table, total: re.Pattern[str], not_summed: re.Pattern[str]) -> Iterator[Remark]:
    above: list[Row] = []
    for row in table.rows:
        label = next((cell.text.strip() for cell in row.cells if cell.text.strip()), "")
        if row.heading:
            above = []
        elif total.search(label) and len(above) >= _LEAST:
            for number, column in enumerate(table.columns):
                if not not_summed.search(column.heading) and number < len(row.cells):
                    yield from _total(reading, row.cells[number], _column(above, number), column, label)
            above = []
        else:
            above.append(row)


def _column(rows: Sequence[Row], number: int) -> list[Cell]:
    return [row.cells[number] for row in rows if number < len(row.cells)]


def _total(reading: Reading, cell: Cell, above: Sequence[Cell], column: Column, label: str) -> Iterator[Remark]:
    said = _only(reading, cell)
    if said is None or not cell.blocks:
        return
    filled = [c for c in above if c.text.strip(" -–—\n")]
    parts = [_only(reading, c) for c in filled]
    known = [part for part in parts if part is not None]
    if len(known) < _LEAST or len(known) != len(parts) or any(p.unit != said.unit for p in known):
        return
    values = [part.value for part in known]
    added = sum(values)
    if said.unit == "percent" or _is_sum(values, said.value) or max(values) > said.value >= 0:
        return
    block: Block = cell.blocks[0]
    told = {"said": said.text.strip(), "sum": f"{added:,.10g}", "label": column.heading or label}
    yield Remark(block.location, said.text.strip(), " ".join(block.text.split()), told)


def _is_sum(values: Sequence[float], said: float) -> bool:
    """Whether they add up, or the last of them do, or all of them with their own sums among them."""
    sums = [sum(values[-count:]) for count in range(_LEAST, len(values) + 1)]
    return any(abs(added - said) <= max(1.0, 0.005 * abs(added)) for added in (*sums, sum(values) / 2))


def _only(reading: Reading, cell: Cell) -> Figure | None:
    """The one figure that is all a cell holds."""
    text = cell.text.strip()
    found = figures(text, reading.vocabulary)
    if len(found) != 1 or len(text) - len(found[0].text.strip()) > 3 or found[0].change:
        return None
    return found[0]


def _twice(found: Sequence[Aim], differs: str) -> Iterator[Remark]:
    """Targets in the same words, but for the figures, whose start of the same year is not the same."""
    first: dict[tuple[str, ...], Aim] = {}
    for aim in found:
        baseline = aim.target.baseline
        if not baseline or not aim.target.measure or not aim.goal:
            continue
        said = aim.target.text.replace(baseline.text, " ").replace(aim.goal.text, " ")
        words = tuple(sorted({word.lower() for word in _WORDS.findall(said)}))
        key = (aim.target.measure, aim.target.group, str(baseline.year), baseline.unit, *words)
        other = first.setdefault(key, aim)
        if other.target.baseline and other.target.baseline.value != baseline.value:
            remark = aim.remark(first=other.text, place=other.block.location.label)
            yield Remark(remark.location, remark.found, remark.context, remark.values, None, differs)
