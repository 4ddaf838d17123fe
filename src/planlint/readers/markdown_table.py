"""GitHub's pipe tables to grids: every cell with its place, a cell's lines and typed bullets as blocks of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markdown_it.token import Token

from planlint.plan import Block
from planlint.readers.bullets_typed import bullet
from planlint.readers.draft import Grid, GridCell, GridRow
from planlint.readers.markdown_cut import cut_row
from planlint.readers.markdown_inline import read_inline
from planlint.readers.markdown_parse import LINES, TOLD
from planlint.readers.traced import Traced

if TYPE_CHECKING:
    from planlint.readers.markdown_blocks import Body


def read_table(body: Body, tokens: list[Token], index: int) -> int:
    """Reads the table that opens at that token; gives the index after its end.

    Cells that a row has beyond the header's are kept: they come from a pipe somebody forgot to escape, and hold words.
    """
    rows: list[GridRow] = []
    end = index
    while tokens[end].type != "table_close":
        token = tokens[end]
        if token.type == "tr_open":
            header = tokens[end - 1].type == "thead_open"
            row = _row(body, tokens, end, header)
            if not TOLD.match(tokens[end + 2].content):  # a line between rows that only speaks to planlint is none
                rows.append(row)
        end += 1
    width = max(len(row.cells) for row in rows)
    first = rows[0].location
    grid = Grid(rows, width, first)
    body.emit(grid)
    return end + 1


def _row(body: Body, tokens: list[Token], index: int, header: bool) -> GridRow:
    inline = tokens[index + 2]  # behind the row's and the first cell's opening
    line = inline.meta[LINES][0]
    cells = [
        GridCell(column, _blocks(body, cell, inline)) for column, cell in enumerate(cut_row(line, body.source.text))
    ]
    location = body.source.location(line[0] + line[1], line[2])
    return GridRow(cells, location, header)


def _blocks(body: Body, cell: Traced, inline: Token) -> list[Block]:
    found = read_inline(cell, body.env)
    body.keep(found)
    blocks = []
    for line in found.lines:
        line = line if line.marker else bullet(line.text)
        if line.marker:
            blocks.append(body.source.block(line.text, "item", level=1, marker=line.marker))
        else:
            blocks.append(body.source.block(line.text, "cell"))
    return blocks
