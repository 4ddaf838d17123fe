"""Tables as grids: cells at their columns, merged cells known, everything inside them in order."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lxml import etree

from planlint.plan import Block, Change
from planlint.readers.docx_colour import fill
from planlint.readers.docx_story import Story
from planlint.readers.docx_xml import MC, VAL, W, on, value, whole
from planlint.readers.draft import Grid, GridCell, GridRow

Flow = Callable[[Story, etree._Element, str, list[Block | Grid]], None]
SPAN = 63
"""Columns that one cell may span: the most columns that Word allows in a table."""
_ROW, _CELL, _LOOK, _SPAN, _DOWN = W + "tr", W + "tc", W + "tcPr", W + "gridSpan", W + "vMerge"
_SIDEWAYS, _FILL = W + "hMerge", W + "shd"
_SKIPPED = frozenset(W + n for n in (
    "tblPr", "tblGrid", "trPr", "tblPrEx", "sdtPr", "sdtEndPr", "customXmlPr", "bookmarkStart", "bookmarkEnd",
    "proofErr", "commentRangeEnd", "permStart", "permEnd", "del", "moveFrom",
))  # fmt: skip


def grid(story: Story, table: etree._Element, address: str, flow: Flow) -> Grid:
    """Read a w:tbl. Rows and cells may stand inside content controls; time is linear in the cells."""
    place = story.place(address)
    found = Grid([], 0, place)
    live: frozenset[int] = frozenset()
    for row, here in _below(story, table, _ROW, address):
        grid_row, live = _row(story, row, here, live, flow)
        if grid_row is not None and grid_row.cells:
            found.rows.append(grid_row)
    _close_up(found)
    return found


def _below(story: Story, parent: etree._Element, wanted: str, address: str) -> Iterator[tuple[etree._Element, str]]:
    """The rows of a table or cells of a row with their addresses, also those inside content controls and the like."""
    counts: dict[str, int] = {}
    for child in parent:
        tag = child.tag
        if not isinstance(tag, str) or tag in _SKIPPED:
            continue
        name = tag[tag.rfind("}") + 1 :]
        counts[name] = counts.get(name, 0) + 1
        here = f"{address}/{name}[{counts[name]}]"
        if tag == wanted:
            yield child, here
        elif tag == W + "commentRangeStart":
            story.book.waiting.append(child.get(W + "id") or "")
        elif tag == MC + "AlternateContent":
            form = child.find(MC + "Choice")
            yield from _below(story, form if form is not None else child, wanted, here)
        else:
            yield from _below(story, child, wanted, here)


def _row(
    story: Story, row: etree._Element, address: str, live: frozenset[int], flow: Flow
) -> tuple[GridRow | None, frozenset[int]]:
    """One row, and the columns whose cells may go on in the next; None for a row that is hidden or deleted."""
    properties = row.find(W + "trPr")
    column, header = 0, False
    if properties is not None:
        if _gone(story, row, properties, address):
            return None, live
        before, heads = properties.find(W + "gridBefore"), properties.find(W + "tblHeader")
        column = max(0, min(whole(value(before)), SPAN))
        header = heads is not None and on(heads)
    found, merged = GridRow([], story.place(address), header), set[int]()
    pages, first = story.book.pages, story.book.pages.current
    last = first
    for element, here in _below(story, row, _CELL, address):
        pages.current = first
        cell, down, sideways = _cell(story, element, here, column, flow)
        last = max(last, pages.current)
        if sideways and found.cells:
            left = found.cells[-1]
            left.span += cell.span
            left.blocks += cell.blocks
            left.tables += cell.tables
        else:
            cell.continues = down == "continue" and column in live
            found.cells.append(cell)
        if down:
            merged.add(column)
        column += cell.span
    pages.current = last
    return found, frozenset(merged)


def _gone(story: Story, row: etree._Element, properties: etree._Element, address: str) -> bool:
    """Whether the row is not on the page: hidden, or deleted under tracking (then the change is kept)."""
    hidden = properties.find(W + "hidden")
    if properties.find(W + "del") is not None:
        text = "".join(e.text or "" for e in row.iter(W + "t", W + "delText"))
        story.book.draft.changes.append(Change("deleted", text, story.place(address)))
        return True
    return hidden is not None and on(hidden)


def _cell(
    story: Story, element: etree._Element, address: str, column: int, flow: Flow
) -> tuple[GridCell, str, bool]:
    """A cell, its vertical merge ("restart", "continue" or ""), and whether it only widens the cell on its left."""
    cell, down, sideways = GridCell(column), "", False
    first = element[0] if len(element) else None
    for child in first if first is not None and first.tag == _LOOK else ():
        tag = child.tag
        if tag == _SPAN:
            cell.span = max(1, min(whole(child.get(VAL), 1), SPAN))
        elif tag == _DOWN:
            down = "restart" if child.get(VAL) == "restart" else "continue"
        elif tag == _SIDEWAYS:
            sideways = child.get(VAL) != "restart"
        elif tag == _FILL:
            cell.colour = fill(child)
    kept, sink = story.kind, list[Block | Grid]()
    story.kind = "cell" if kept == "paragraph" else kept
    flow(story, element, address, sink)
    if story.carry.strip():
        sink.append(Block(story.carry, story.place(address), story.kind))
    story.kind, story.carry = kept, ""
    for thing in sink:
        if isinstance(thing, Block):
            cell.blocks.append(thing)
        else:
            cell.tables.append(thing)
    return cell, down, sideways


def _close_up(table: Grid) -> None:
    """Number the grid columns anew so that each is the edge of some cell: odd spans and gaps take no room."""
    edges = sorted({edge for row in table.rows for c in row.cells for edge in (c.column, c.column + c.span)} | {0})
    number = {edge: n for n, edge in enumerate(edges)}
    for row in table.rows:
        for cell in row.cells:
            end = number[cell.column + cell.span]
            cell.column = number[cell.column]
            cell.span = end - cell.column
    table.width = len(edges) - 1
