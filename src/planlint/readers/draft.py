"""What a format's reader hands to the shaping that all formats share: text in reading order, tables as grids."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from planlint.plan import Block, Change, Format, Location, Unread


@dataclass(slots=True)
class GridCell:
    """A cell as the format has it.

    column:    its first grid column, from 0; it fills `span` columns.
    continues: True for the lower part of a cell merged downwards (its blocks, if any, belong to the cell above).
    tables:    the nested tables, whose text stands after the blocks (or where the format puts it).
    """

    column: int
    blocks: list[Block] = field(default_factory=list)
    span: int = 1
    continues: bool = False
    colour: str | None = None
    tables: list[Grid] = field(default_factory=list)


@dataclass(slots=True)
class GridRow:
    """A row of cells; `header` is True where the format itself marks it as a heading row."""

    cells: list[GridCell]
    location: Location
    header: bool = False


@dataclass(slots=True)
class Grid:
    """A table as the format has it, `width` grid columns wide.

    A YAML list of mappings is a grid too: one column a key (the key in words is the header row), one row a mapping.
    """

    rows: list[GridRow]
    width: int
    location: Location


@dataclass(slots=True)
class Draft:
    """A plan before shaping.

    elements: blocks (headings among them, with their level) and grids, in reading order.
    meta:     front matter and document properties ("title", "period") as blocks with a name.
    aside:    headers, footers, comments, each once.
    """

    path: str
    format: Format
    elements: list[Block | Grid] = field(default_factory=list)
    meta: list[Block] = field(default_factory=list)
    aside: list[Block] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)

    def blocks(self) -> list[Block]:
        """Every block once: what stands in front, the body in reading order, what stands aside."""
        return [*self.meta, *flat(self.elements), *self.aside]


def flat(elements: Sequence[Block | Grid]) -> list[Block]:
    """The blocks alone, those in tables too, in reading order."""
    found: list[Block] = []
    for element in elements:
        if isinstance(element, Block):
            found.append(element)
        else:
            for row in element.rows:
                for cell in row.cells:
                    found += cell.blocks
                    found += flat(cell.tables)
    return found
