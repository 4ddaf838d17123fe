"""Drafts by hand, for the tests of shaping: "# Heading", "- bullet", "  - deeper", text, a list of rows as a table."""

from __future__ import annotations

from collections.abc import Sequence

from planlint import vocabulary
from planlint.plan import Action, Block, BlockKind, Format, Location, Plan, Table
from planlint.readers.draft import Draft, Grid, GridCell, GridRow
from planlint.readers.shape import shape

WORDS = vocabulary.load()
PLACE = Location("plan.docx")
UP = "^"  # the lower part of a cell merged downwards
LEFT = "<"  # covered by the cell to the left
Cell = str | tuple[str, ...] | list[object]


def block(text: str, kind: BlockKind = "paragraph", **more: object) -> Block:
    return Block(text, PLACE, kind, **more)  # type: ignore[arg-type]


def element(line: str) -> Block:
    """A heading, a list item or a paragraph, as the line's beginning says; "name:: text" is a named value."""
    bare = line.lstrip(" ")
    if bare.startswith("#"):
        return block(bare.lstrip("# "), "heading", level=len(bare) - len(bare.lstrip("#")))
    if bare.startswith("- "):
        return block(bare[2:], "item", level=1 + (len(line) - len(bare)) // 2, marker="•")
    name, mark, text = bare.partition(":: ")
    return block(text, "value", name=name) if mark else block(line)


def grid(rows: Sequence[Sequence[Cell]], header: bool = False) -> Grid:
    """A table; a tuple is a cell of several paragraphs, a list of rows in a cell a nested table."""
    made = [GridRow(_cells(row), PLACE, header and i == 0) for i, row in enumerate(rows)]
    return Grid(made, max(len(row) for row in rows), PLACE)


def _cells(row: Sequence[Cell]) -> list[GridCell]:
    cells: list[GridCell] = []
    for column, text in enumerate(row):
        if text == LEFT:
            cells[-1].span += 1
        elif text == UP:
            cells.append(GridCell(column, continues=True))
        elif isinstance(text, list):
            cells.append(GridCell(column, tables=[grid(text)]))  # type: ignore[arg-type]
        else:
            texts = (text,) if isinstance(text, str) else text
            cells.append(GridCell(column, [block(t, "cell") for t in texts if t]))
    return cells


def draft(*elements: str | list[list[str]] | Grid | Block, format: Format = "docx", **more: object) -> Draft:
    made: list[Block | Grid] = []
    for e in elements:
        made.append(element(e) if isinstance(e, str) else grid(e) if isinstance(e, list) else e)
    return Draft("plan.docx", format, made, **more)  # type: ignore[arg-type]


def plan(*elements: str | list[list[str]] | Grid | Block, **more: object) -> Plan:
    return shape(draft(*elements, **more), WORDS)  # type: ignore[arg-type]


def tables(found: Plan) -> list[Table]:
    return [item for section in found.walk() for item in section.content if isinstance(item, Table)]


def roles(table: Table) -> list[str | None]:
    return [column.role for column in table.columns]


def fields(action: Action) -> dict[str, str]:
    """The fields of an action that hold text."""
    texts = {role: " / ".join(b.text for b in blocks if b.text.strip()) for role, blocks in action.fields.items()}
    return {role: text for role, text in texts.items() if text}


def inherited(action: Action) -> dict[str, str]:
    return {role: " / ".join(b.text for b in blocks) for role, blocks in action.inherited.items()}
