"""Grids to tables: columns with their roles, merged cells carried down, sub-headings, what kind of table it is."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from planlint.plan import Block, Cell, Location
from planlint.readers import headers
from planlint.readers.columns import Candidates, Columns, resolve
from planlint.readers.draft import Grid, GridCell, GridRow
from planlint.readers.headers import Segment, bare, cell_text, filled

Kind = Literal["actions", "risks", "record", "calendar", "other"]
_SAMPLE = 40


@dataclass(slots=True)
class Line:
    """A body row before it has labels: its cells aligned with the columns."""

    cells: list[Cell]
    location: Location
    heading: bool = False
    number: int = 0
    nested: list[Grid] = field(default_factory=list)


@dataclass(slots=True)
class Layout:
    """A table understood but not yet labelled.

    starts: the first grid column of each column; roles: per column; offset: body rows counted before this table.
    """

    headings: list[str]
    blocks: list[tuple[Block, ...]]
    starts: list[int]
    location: Location
    roles: list[Candidates] = field(default_factory=list)
    kind: Kind = "other"
    title: Block | None = None
    lines: list[Line] = field(default_factory=list)
    offset: int = 0

    def has(self, role: str) -> bool:
        """Whether a column has this role."""
        return any(role in r for r in self.roles)

    def column(self, role: str) -> int:
        """The first column with this role, -1 if there is none."""
        return next((i for i, r in enumerate(self.roles) if role in r), -1)


def recognise(grid: Grid, columns: Columns, before: Layout | None, adjacent: bool, loose: bool) -> list[Block | Layout]:
    """What a grid holds, in order: title rows as blocks, tables, nested tables after the row they stand in.

    before: the table before this one in the document; adjacent: nothing stands between them.
    loose: a row whose first cell alone is filled may be a sub-heading though nothing is merged.
    """
    if _box(grid):
        return _unwrap(grid.rows[0].cells[0], columns, loose)
    found: list[Block | Layout] = []
    for segment in headers.segments(grid.rows, grid.width, columns):
        titles = [_as_paragraph(b) for row in segment.titles for c in row.cells for b in c.blocks]
        found.extend(titles)
        layout = _layout(segment, grid, columns, before if not found else None, adjacent)
        layout.title = titles[0] if titles else None
        joined = adjacent and not found and before is not None and layout.headings is before.headings
        last = _fill(layout, segment.body, columns, loose, before if joined else None, found)
        before, adjacent = last, True
    return found


def _box(grid: Grid) -> bool:
    return len(grid.rows) == 1 and len(grid.rows[0].cells) == 1


def _unwrap(cell: GridCell, columns: Columns, loose: bool) -> list[Block | Layout]:
    """A table of one cell is a box around text."""
    found: list[Block | Layout] = [_as_paragraph(b) for b in cell.blocks]
    for nested in cell.tables:
        found += recognise(nested, columns, None, False, loose)
    return found


def _as_paragraph(block: Block) -> Block:
    return replace(block, kind="item" if block.marker else "paragraph") if block.kind == "cell" else block


def _layout(segment: Segment, grid: Grid, columns: Columns, before: Layout | None, adjacent: bool) -> Layout:
    starts = _starts(segment, grid)
    if not segment.header and before and _continues(segment, starts, before, adjacent):
        taken = Layout(before.headings, [()] * len(starts), starts, grid.location, before.roles, before.kind)
        taken.title = before.title if adjacent else None
        return taken
    blocks: list[list[Block]] = [[] for _ in starts]
    parts: list[list[str]] = [[] for _ in starts]
    for row in segment.header:
        for cell in row.cells:
            first, last = _columns_of(cell, starts)
            blocks[first].extend(cell.blocks)
            for index in range(first, last):
                parts[index].append("" if cell.continues else cell_text(cell))
    headings = [" ".join(p for p in part if p) for part in parts]
    layout = Layout(headings, [tuple(b) for b in blocks], starts, grid.location)
    _give_roles(layout, segment.body, columns)
    return layout


def _starts(segment: Segment, grid: Grid) -> list[int]:
    """The grid columns where columns begin: as the headings have them, else as the row with most cells."""
    if segment.header:
        return sorted({c.column for row in segment.header for c in row.cells})
    widest = max(segment.body, key=lambda row: len(row.cells), default=None)
    return sorted({c.column for c in widest.cells}) if widest else [0]


def _columns_of(cell: GridCell, starts: Sequence[int]) -> tuple[int, int]:
    first = max(0, bisect_right(starts, cell.column) - 1)
    last = bisect_right(starts, cell.column + max(1, cell.span) - 1)
    return first, max(first + 1, last)


def _continues(segment: Segment, starts: Sequence[int], before: Layout, adjacent: bool) -> bool:
    """Whether rows without headings go on under the headings of the table before them."""
    if len(starts) != len(before.starts) or not any(before.headings) or before.kind == "record":
        return False
    if adjacent:
        return True
    at = before.column("reference")
    return (
        before.kind == "actions"
        and at >= 0
        and all(bare(cell_text(row.cells[at])) for row in segment.body if len(row.cells) == len(starts))
    )


def _give_roles(layout: Layout, body: Sequence[GridRow], columns: Columns) -> None:
    samples: list[list[str]] = [[] for _ in layout.starts]
    for row in body[:_SAMPLE]:
        if len(filled(row)) > 1:
            for cell in row.cells:
                samples[_columns_of(cell, layout.starts)[0]].append(cell_text(cell))
    matched = [columns.match(h) for h in layout.headings]
    if _transposed(layout, samples, matched, columns):
        layout.kind, layout.roles = "record", [()] * len(layout.starts)
        return
    layout.roles = resolve(matched, samples, columns)
    _see_references(layout, samples)
    layout.kind = _kind(layout, columns)
    if layout.kind == "risks":
        layout.roles = [_risk_role(r) for r in layout.roles]
    elif layout.kind == "other":
        figures = not {"success_criteria", "baseline", "target", "priority"} & {r for rs in layout.roles for r in rs}
        layout.roles = [_sure(h, r, columns, figures) for h, r in zip(layout.headings, layout.roles, strict=True)]


def _transposed(layout: Layout, samples: list[list[str]], matched: Sequence[object], columns: Columns) -> bool:
    """Whether the first column holds field names and the fields run along the rows."""
    labels = [t for t in samples[0] if t] if len(samples) > 1 else []
    known = {k for k in map(columns.match, labels) if k}
    hits = sum(bool(columns.match(t)) for t in labels)
    return len({m for m in matched if m}) <= 1 and len(known) >= 2 and hits * 2 > len(labels)


def _see_references(layout: Layout, samples: list[list[str]]) -> None:
    """A first column of references is one, whatever stands over it."""
    cells = [t for t in samples[0] if t]
    weak = not layout.headings[0].strip() or layout.roles[0] in ((), ("action",))
    acts = layout.has("action") or layout.has("priority") or layout.has("risk")
    if len(layout.roles) > 1 and weak and acts and cells and sum(map(bare, cells)) * 3 > len(cells) * 2:
        layout.roles[0] = ("reference",)
    for index, roles in enumerate(layout.roles):
        if index and roles == ("reference",) and not all(map(bare, filter(None, samples[index]))):
            layout.roles[index] = ()


def _kind(layout: Layout, columns: Columns) -> Kind:
    roles = [r for r in layout.roles if r != ("reference",)]
    present = {role for r in roles for role in r}
    points = sum(columns.point(h) for h in layout.headings)
    commitments = present & set(columns.parts.get("commitments", ()))
    at, risk = layout.column("action"), layout.column("risk")
    if risk >= 0 and (at < 0 or risk < at or not commitments & {"lead", "deadline", "success_criteria"}):
        return "risks"
    first = roles[0] if roles else ()
    if at < 0 and {"milestone", "lead", "deadline"} <= present and not points:
        layout.roles = [tuple("action" if role == "milestone" else role for role in r) for r in layout.roles]
        return "actions"
    if (
        first
        and first[0] in ("deadline", "milestone", "start")
        and not (_strong(layout, columns) and "lead" in present)
    ):
        return "calendar"
    if at >= 0:
        return "actions" if commitments or _strong(layout, columns) else "other"
    if points >= 2 and points * 2 >= len(roles):
        return "calendar"
    return "actions" if {"priority", "lead", "deadline"} <= present else "other"


def _strong(layout: Layout, columns: Columns) -> bool:
    """Whether the action column's heading can mean nothing else."""
    heading = layout.headings[layout.column("action")] if layout.has("action") else ""
    return bool(heading) and columns.key(heading) not in columns.whole and len(columns.match(heading)[0]) == 1


def _sure(heading: str, roles: Candidates, columns: Columns, points: bool) -> Candidates:
    """A table without actions: words of many meanings ("Name") tell nothing there, nor do mere `points` in time."""
    unsure = columns.key(heading) in columns.whole and roles and roles[0] in columns.parts.get("loose", ())
    return () if unsure or (points and roles == ("milestone",)) else roles


def _risk_role(roles: Candidates) -> Candidates:
    swapped = {"action": "mitigation", "impact": "", "success_criteria": "", "priority": "", "progress": ""}
    return tuple(r for r in (swapped.get(role, role) for role in roles) if r)


def _fill(
    layout: Layout,
    body: Sequence[GridRow],
    columns: Columns,
    loose: bool,
    joined: Layout | None,
    found: list[Block | Layout],
) -> Layout:
    """Puts the rows into the table, or into `joined` if it goes on; cuts it after a row that holds tables."""
    current = joined or layout
    if not joined:
        found.append(current)
    number = current.lines[-1].number if current.lines else 0
    above: list[Cell] = [Cell() for _ in layout.starts]
    for row in body:
        line = _line(row, current, above, loose)
        number += not line.heading
        line.number = number
        current.lines.append(line)
        above = line.cells if not line.heading else [Cell() for _ in layout.starts]
        if line.nested:
            for grid in line.nested:
                found += recognise(grid, columns, None, False, loose)
            current = replace(current, blocks=[()] * len(current.starts), lines=[], offset=number)
            found.append(current)
    if not current.lines and current.offset:
        found.pop()
    return current


def _line(row: GridRow, layout: Layout, above: Sequence[Cell], loose: bool) -> Line:
    cells = [Cell() for _ in layout.starts]
    nested: list[Grid] = []
    heading = layout.kind != "record" and _sub_heading(row, layout, loose)
    for cell in row.cells:
        first, last = _columns_of(cell, layout.starts)
        there = Cell() if cells[first].carried else cells[first]
        own = Cell((*there.blocks, *cell.blocks), False, cell.colour or there.colour)
        if cell.continues and not own.blocks:
            own = replace(above[first], carried=True)
        cells[first] = own
        for index in range(first + 1, 0 if heading else last):
            cells[index] = replace(own, carried=True)
        nested += cell.tables
    return Line(cells, row.location, heading, nested=nested)


def _sub_heading(row: GridRow, layout: Layout, loose: bool) -> bool:
    cells = filled(row)
    if (
        len(layout.starts) < 2
        or len(cells) != 1
        or cells[0].tables
        or any(c.continues and c.column == 0 for c in row.cells)
    ):
        return False
    first, last = _columns_of(cells[0], layout.starts)
    if first == 0 and last == len(layout.starts):
        return True
    role = layout.roles[0][0] if layout.roles and layout.roles[0] else ""
    return loose and first == 0 and role in ("", "priority", "reference") and not bare(cell_text(cells[0]))
