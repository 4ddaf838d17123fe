"""Which rows of a grid are its title, which its column headings, and where new headings begin inside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from planlint.readers.columns import Columns
from planlint.readers.draft import GridCell, GridRow

REFERENCE = re.compile(
    r"\(?[A-Za-z]{0,4}[ .-]?\d{1,3}(?:\.\d{1,3}){0,3}[a-z]?[.):]?\Z|[A-Za-z][.):]\Z|[ivx]{1,4}[.)]\Z"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_FIGURE = re.compile(r"[£$]?[\d.,]+[%km]?\Z")
_SHORT = 70
_TITLE_ROWS = 4


@dataclass(slots=True)
class Segment:
    """Rows that share one set of column headings; `titles` stand above the heading rows."""

    titles: list[GridRow] = field(default_factory=list)
    header: list[GridRow] = field(default_factory=list)
    body: list[GridRow] = field(default_factory=list)


def cell_text(cell: GridCell) -> str:
    """A cell's text as one line."""
    return " ".join(" ".join(b.text.split()) for b in cell.blocks).strip()


def filled(row: GridRow) -> list[GridCell]:
    """The cells of a row that hold text or tables of their own."""
    return [c for c in row.cells if not c.continues and (c.tables or any(b.text.strip() for b in c.blocks))]


def spans_all(row: GridRow, width: int) -> bool:
    """Whether one cell alone fills the row."""
    cells = filled(row)
    return width > 1 and len(cells) == 1 and (cells[0].span >= width or len(row.cells) == 1) and not cells[0].tables


def segments(rows: Sequence[GridRow], width: int, columns: Columns) -> list[Segment]:
    """The rows cut at their heading rows, in order."""
    rows = [row for row in rows if not row.header or filled(row)]
    found: list[Segment] = []
    at = 0
    while at < len(rows):
        segment = _opening(rows, at, width, columns, first=not found)
        at += len(segment.titles) + len(segment.header)
        current = [cell_text(c) for row in segment.header for c in filled(row)]
        while at < len(rows) and not _restarts(rows, at, width, columns, current):
            segment.body.append(rows[at])
            at += 1
        found.append(segment)
    return found


def _opening(rows: Sequence[GridRow], at: int, width: int, columns: Columns, first: bool) -> Segment:
    titles = _titles(rows, at, width)
    top = at + titles
    if top >= len(rows) or not (_heads(rows, top, columns) if first else _strict(rows[top], columns) or titles == 0):
        return Segment()
    segment = Segment(list(rows[at:top]), [rows[top]])
    while top + 1 < len(rows) and _second(rows[top], rows[top + 1], columns):
        top += 1
        segment.header.append(rows[top])
    return segment


def _titles(rows: Sequence[GridRow], at: int, width: int) -> int:
    """How many rows from here on hold one cell only, and so may be the title of what follows."""
    count = 0
    while at + count < len(rows) and count < _TITLE_ROWS and width > 1 and _lone(rows[at + count], width):
        count += 1
    return count


def _lone(row: GridRow, width: int) -> bool:
    cells = filled(row)
    return len(cells) == 1 and cells[0].column == row.cells[0].column and not cells[0].tables


def _heads(rows: Sequence[GridRow], at: int, columns: Columns) -> bool:
    """Whether the row at the top of a grid holds column headings."""
    row, cells = rows[at], filled(rows[at])
    if any(c.tables for c in cells):
        return False
    if row.header:
        return bool(cells)
    texts = [cell_text(c) for c in cells]
    if len(texts) < 2 or any(len(t) > _SHORT * 2 for t in texts) or any(bare(t) for t in texts):
        return False
    known = [columns.match(t) for t in texts]
    real = sum(bool(k) and not columns.point(t) for k, t in zip(known, texts, strict=True))
    if real >= 2 and sum(map(bool, known)) * 2 >= len(texts):
        return True
    return len(rows) > at + 1 and _plain_heads(rows, at, columns)


def _plain_heads(rows: Sequence[GridRow], at: int, columns: Columns) -> bool:
    """Whether a first row of unknown words is headings: all short, no sentence or figure, and no record below."""
    texts = [cell_text(c) for c in filled(rows[at])]
    below = [[cell_text(c) for c in row.cells] for row in rows[at + 1 : at + 6]]
    labels = [cell_text(row.cells[0]) for row in rows[at : at + 6] if row.cells]
    known = sum(bool(columns.match(t)) or columns.detail(t) for t in labels)
    if known >= 2 and (
        len(rows[at].cells) <= 2 or (known * 2 > len(labels) and not any(map(columns.match, texts[1:])))
    ):
        return False
    short = all(len(t) <= _SHORT and not t.endswith(".") for t in texts)
    numeric = any(_FIGURE.match(t) and not _YEAR.match(t) for t in texts)
    rows_of_dates = all(map(columns.dated, texts[1:])) and all(columns.dated(c) for r in below[:2] for c in r[1:] if c)
    times = all(_YEAR.match(t) or columns.point(t) for t in texts)
    longer = (
        times or any(len(cell) > _SHORT or cell[:1].isdigit() for row in below for cell in row[1:]) or len(below) > 1
    )
    return short and not numeric and longer and len(set(texts)) == len(texts) and not rows_of_dates


def bare(text: str) -> bool:
    """Whether a cell holds nothing but a reference or a number ("2.3", "A1")."""
    return bool(REFERENCE.match(text)) and any(c.isdigit() for c in text) and not _YEAR.match(text)


def _strict(row: GridRow, columns: Columns) -> bool:
    """Whether a row further down is headings beyond doubt: every cell a known name, of two roles at least."""
    texts = [cell_text(c) for c in filled(row)]
    if len(texts) < 2 or any(len(t) > _SHORT for t in texts) or any(c.tables for c in row.cells):
        return False
    known = [columns.exact(t) for t in texts if not columns.point(t)]
    hits = [k for k in known if k]
    return len(set(hits)) >= 2 and len(hits) == len(known) and len(hits) * 2 >= len(texts)


def _restarts(rows: Sequence[GridRow], at: int, width: int, columns: Columns, current: Sequence[str]) -> bool:
    below = at + (_titles(rows, at, width) if current else 0)
    if below >= len(rows):
        return False
    if not current:
        return False
    again = [cell_text(c) for c in filled(rows[below])] == list(current) and not any(
        c.tables for c in rows[below].cells
    )
    return again or (_strict(rows[below], columns) and len(rows) > below + 1)


def _second(above: GridRow, below: GridRow, columns: Columns) -> bool:
    """Whether a row completes the headings above it: marked so, or it parts a merged heading."""
    cells = filled(below)
    if not cells or any(c.tables for c in cells):
        return False
    if above.header and below.header:
        return True
    merged = [c for c in above.cells if c.span > 1]
    short = all(len(cell_text(c)) <= _SHORT and not cell_text(c)[:1].isdigit() for c in cells)
    under = [c for c in cells if any(m.column <= c.column < m.column + m.span for m in merged)]
    return short and len(under) >= 2 and (any(c.continues for c in below.cells) or len(under) == len(cells))
