"""HTML blocks in Markdown: their text as blocks, their tables as grids, their comments kept apart."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from planlint.plan import BlockKind
from planlint.readers.draft import Grid, GridCell, GridRow
from planlint.readers.html_text import Piece, attribute, is_break, pieces
from planlint.readers.traced import Traced, join

if TYPE_CHECKING:
    from planlint.readers.markdown_blocks import Body

_DEEPEST = 5  # tables inside tables
_MOST_SPAN = 100  # columns or rows: what asks for more is not a table


@dataclass(slots=True)
class _Table:
    """A table being read: whether a cell of it is open, and for how many rows a column is still filled from above."""

    grid: Grid
    open: bool = False
    filled: dict[int, int] = field(default_factory=dict)


class HtmlReading:
    """Reads HTML blocks. A table may stay open from one to the next: what stands between goes into its cell."""

    def __init__(self, body: Body) -> None:
        self.body = body
        self.parts: list[Traced] = []
        self.heading = 0
        self.item = False
        self.tables: list[_Table] = []

    def read(self, content: Traced) -> None:
        """Reads one HTML block."""
        for piece in pieces(content):
            if piece.kind == "text":
                self.parts.append(piece.text)
            elif piece.kind == "comment":
                self.body.comment(piece.text)
            else:
                self._tag(piece)
        self._flush()

    def close(self) -> None:
        """Ends the tables that are still open."""
        while self.tables:
            self._close_table()

    def _tag(self, piece: Piece) -> None:
        name = piece.name
        if name == "img":
            self.body.picture(piece.text, attribute(piece.text.text, "alt"))
        if not is_break(piece.text.text):
            return
        self._flush()
        self.item = name == "li"
        self.heading = int(name[1]) if len(name) == 2 and name[0] == "h" and name[1] in "123456" else 0
        if name == "table" and len(self.tables) < _DEEPEST:
            location = self.body.source.location(piece.text.start, piece.text.end)
            self.tables.append(_Table(Grid([], 0, location)))
        elif self.tables:
            self._table_tag(piece)

    def _flush(self) -> None:
        text = join(self.parts).strip()
        self.parts = []
        if not text:
            return
        kind: BlockKind = "cell" if self.body.cells else "paragraph"
        level, marker = 0, ""
        if self.item:
            kind, level, marker = "item", 1, "•"
        elif self.heading and not self.body.cells:
            kind, level = "heading", self.heading
            self.body.level = level
        self.body.emit(self.body.source.block(text, kind, level=level, marker=marker))

    def _table_tag(self, piece: Piece) -> None:
        table, name = self.tables[-1], piece.name
        if name == "/table":
            self._close_table()
        elif name in ("tr", "td", "th"):
            self._close_cell(table)
            if name == "tr" or not table.grid.rows:
                location = self.body.source.location(piece.text.start, piece.text.end)
                table.grid.rows.append(GridRow([], location, header=True))
                self._fill(table)
            if name != "tr":
                self._open_cell(table, piece)

    def _close_table(self) -> None:
        table = self.tables.pop()
        self._close_cell(table)
        for row in table.grid.rows:
            row.header = row.header and bool(row.cells)
        if table.grid.width:
            self.body.emit(table.grid)

    def _close_cell(self, table: _Table) -> None:
        if table.open:
            self.body.cells.pop()
            table.open = False

    def _open_cell(self, table: _Table, piece: Piece) -> None:
        row = table.grid.rows[-1]
        row.header = row.header and piece.name == "th"
        cell = GridCell(_next_column(row), span=_span(piece, "colspan"))
        rows = _span(piece, "rowspan")
        for column in range(cell.column, cell.column + cell.span if rows > 1 else 0):
            table.filled[column] = rows - 1
        row.cells.append(cell)
        self._fill(table, skip=cell)
        table.grid.width = max(table.grid.width, _next_column(row))
        self.body.cells.append(cell)
        table.open = True

    def _fill(self, table: _Table, skip: GridCell | None = None) -> None:
        """Adds to the row what reaches down into its next columns from the rows above."""
        row = table.grid.rows[-1]
        while True:
            column = _next_column(row)
            new = skip is not None and skip.column <= column < skip.column + skip.span
            if new or not table.filled.get(column):
                return
            table.filled[column] -= 1
            row.cells.append(GridCell(column, continues=True))


def _next_column(row: GridRow) -> int:
    return row.cells[-1].column + row.cells[-1].span if row.cells else 0


def _span(piece: Piece, name: str) -> int:
    value = attribute(piece.text.text, name)
    return min(_MOST_SPAN, max(1, int(value))) if value.isascii() and value.isdigit() and len(value) < 5 else 1
