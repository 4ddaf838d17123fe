"""HTML blocks in Markdown: their text as blocks, their tables as grids, their comments kept apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planlint.plan import Block, BlockKind
from planlint.readers.draft import Grid, GridCell, GridRow
from planlint.readers.html_text import Piece, attribute, is_break, pieces
from planlint.readers.traced import Traced, join

if TYPE_CHECKING:
    from planlint.readers.markdown_blocks import Body


class HtmlReading:
    """Reads HTML blocks. A table may stay open from one to the next: what stands between goes into its cell."""

    def __init__(self, body: Body) -> None:
        self.body = body
        self.parts: list[Traced] = []
        self.heading = 0
        self.item = False
        self.grids: list[Grid] = []

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
        while self.grids:
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
        if name == "table":
            self._open_table(piece)
        elif self.grids and name in ("tr", "td", "th", "/table"):
            self._table_tag(piece)

    def _flush(self) -> None:
        text = join(self.parts).strip()
        self.parts = []
        if not text:
            return
        if self.grids and len(self.body.sinks) > 1:
            kind: BlockKind = "item" if self.item else "cell"
            self.body.emit(self.body.source.block(text, kind, marker="•" if self.item else ""))
        elif self.heading:
            self.body.level = self.heading
            self.body.emit(self.body.source.block(text, "heading", level=self.heading))
        elif self.item:
            self.body.emit(self.body.source.block(text, "item", level=1, marker="•"))
        else:
            self.body.emit(self.body.source.block(text, "paragraph"))

    def _open_table(self, piece: Piece) -> None:
        location = self.body.source.location(piece.text.start, piece.text.end)
        self.grids.append(Grid([], 0, location))

    def _close_table(self) -> None:
        grid = self.grids.pop()
        if len(self.body.sinks) > 1:
            self.body.sinks.pop()
        if grid.rows:
            self.body.emit(grid)

    def _table_tag(self, piece: Piece) -> None:
        if piece.name == "/table":
            self._close_table()
            return
        grid = self.grids[-1]
        location = self.body.source.location(piece.text.start, piece.text.end)
        if piece.name == "tr" or not grid.rows:
            grid.rows.append(GridRow([], location, header=True))
        if piece.name != "tr":
            self._open_cell(grid, piece)

    def _open_cell(self, grid: Grid, piece: Piece) -> None:
        row = grid.rows[-1]
        row.header = row.header and piece.name == "th"
        cell = GridCell(len(row.cells))
        row.cells.append(cell)
        grid.width = max(grid.width, len(row.cells))
        if len(self.body.sinks) > 1:
            self.body.sinks.pop()
        blocks: list[Block | Grid] = cell.blocks  # type: ignore[assignment]
        self.body.sinks.append(blocks)
