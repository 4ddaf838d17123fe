"""The plan as read: frozen data that passes from a reader to the rules, whatever file it came from."""

from __future__ import annotations

import datetime
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

Format = Literal["docx", "markdown", "yaml"]
Kind = Literal["action-plan", "strategy", "implementation-plan", "summary", "funding-statement", "other"]
BlockKind = Literal[
    "heading", "paragraph", "item", "cell", "value", "note", "comment", "header", "footer", "code"
]
EMPTY: Mapping[str, tuple[Block, ...]] = {}


@dataclass(frozen=True, slots=True)
class Location:
    """Where something stands. What a format lacks is None.

    path:    the file, as given.
    label:   what a person calls the place: "Priority 2, row 4, Lead".
    trail:   the headings above it, outermost first.
    part:    address inside the file: "body/tbl[2]/tr[3]/tc[4]/p[1]" (Word), JSON Pointer (YAML).
    line, column, end_line, end_column: 1-based, in code points; the end is exclusive.
    page:    1-based printed page, where the file records it.
    """

    path: str
    label: str = ""
    trail: tuple[str, ...] = ()
    part: str | None = None
    line: int | None = None
    column: int | None = None
    end_line: int | None = None
    end_column: int | None = None
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Anchor:
    """From this offset in a block's text onwards, characters stand at this line and column of the source."""

    offset: int
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Block:
    """The atom of text: a heading, paragraph, list item, cell paragraph or YAML scalar.

    text:    what a reader of the page sees, without markup; white space as written.
    level:   a heading's level from 1; a list item's depth from 1; otherwise 0.
    name:    the label in front of a value: a YAML key in words, "Lead" of "Lead: JS"; otherwise "".
    marker:  a list item's number or bullet as printed ("1.2", "•", "[ ]", "[x]"); otherwise "".
    parent:  the bullet this item hangs from, or the paragraph that leads into the list.
    colour:  fill behind the text as RRGGBB, where it is used as data.
    anchors: places in the source for formats with lines, one per stretch without a break.
    """

    text: str
    location: Location
    kind: BlockKind = "paragraph"
    level: int = 0
    name: str = ""
    marker: str = ""
    parent: Block | None = None
    colour: str | None = None
    anchors: tuple[Anchor, ...] = ()

    def place(self, start: int, end: int) -> Location:
        """The Location of text[start:end]; without anchors, the block's own."""
        if not self.anchors or (start <= 0 and end >= len(self.text)):
            return self.location
        line, column = self._source(start)
        end_line, end_column = self._source(max(start, end - 1))
        return replace(
            self.location, line=line, column=column, end_line=end_line, end_column=end_column + 1
        )

    def _source(self, offset: int) -> tuple[int, int]:
        index = max(0, bisect_right([a.offset for a in self.anchors], offset) - 1)
        anchor = self.anchors[index]
        return anchor.line, anchor.column + max(0, offset - anchor.offset)


@dataclass(frozen=True, slots=True)
class Column:
    """A table's column: its heading as printed, and the role the vocabulary gives it ("lead", "deadline", None)."""

    heading: str
    role: str | None = None
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a row: its blocks; `carried` if a merged cell above holds them; fill colour as RRGGBB."""

    blocks: tuple[Block, ...] = ()
    carried: bool = False
    colour: str | None = None

    @property
    def text(self) -> str:
        """The cell's text, one line a block."""
        return "\n".join(b.text for b in self.blocks)


@dataclass(frozen=True, slots=True)
class Row:
    """One body row, its cells aligned with the table's columns.

    label:   what a person calls it: its reference ("2.3") or its number ("row 4").
    heading: True for a row that is a sub-heading inside the table.
    """

    cells: tuple[Cell, ...]
    location: Location
    label: str = ""
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its header row recognised (`columns` have empty headings where there is none)."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    location: Location

    def roles(self) -> frozenset[str]:
        """The roles its columns have."""
        return frozenset(c.role for c in self.columns if c.role)


@dataclass(frozen=True, slots=True)
class Action:
    """One commitment: a table row, an "actions" bullet or a YAML mapping.

    fields:    role ("action", "lead", "deadline", "success_criteria", ...) to the blocks that stand in the row itself.
    inherited: role to blocks that hold for it from a heading, merged cell, parent bullet or the goal's own line.
    offers:    roles its table, list or siblings have a place for, so that an empty one is a gap.
    location:  the whole row or bullet; label as a person says it.
    origin:    where it was found.
    row:       the table row it came from, if any.
    """

    fields: Mapping[str, tuple[Block, ...]]
    location: Location
    origin: Literal["row", "bullet", "mapping"]
    inherited: Mapping[str, tuple[Block, ...]] = field(default_factory=dict)
    offers: frozenset[str] = frozenset()
    table: Table | None = None
    row: Row | None = None

    def blocks(self, role: str, inherit: bool = True) -> tuple[Block, ...]:
        """The blocks in that role that hold any text: the row's own, else (if asked) the inherited ones."""
        own = tuple(b for b in self.fields.get(role, ()) if b.text.strip())
        return own or (self.inherited.get(role, ()) if inherit else ())

    def text(self, role: str, inherit: bool = True) -> str:
        """The text in that role, one line a block; "" if there is none."""
        return "\n".join(b.text for b in self.blocks(role, inherit))

    @property
    def summary(self) -> str:
        """The whole action as one line, its fields in their order in the row."""
        parts = (" ".join(b.text.split()) for blocks in self.fields.values() for b in blocks)
        return " | ".join(p for p in parts if p)


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it, up to the next heading.

    content:  blocks and tables in reading order, without the heading and the subsections.
    sections: the subsections, in order.
    theme:    what the section is about if the vocabulary knows it ("finance", "estates", "risks", "stopping", ...).
    """

    heading: Block | None
    level: int
    content: tuple[Block | Table, ...] = ()
    sections: tuple[Section, ...] = ()
    actions: tuple[Action, ...] = ()
    theme: str | None = None
    location: Location | None = None

    def walk(self) -> Iterator[Section]:
        """This section and all below it, in reading order."""
        yield self
        for section in self.sections:
            yield from section.walk()

    def blocks(self) -> Iterator[Block]:
        """Every block of this section alone, heading and table cells included, in reading order."""
        if self.heading:
            yield self.heading
        for item in self.content:
            if isinstance(item, Block):
                yield item
            else:
                yield from table_blocks(item)


def table_blocks(table: Table) -> Iterator[Block]:
    """Every block of a table once, in reading order: column headings, then cells that are not carried."""
    for column in table.columns:
        yield from column.blocks
    for row in table.rows:
        for cell in row.cells:
            if not cell.carried:
                yield from cell.blocks


@dataclass(frozen=True, slots=True)
class Period:
    """The days a plan is for, both ends included, and the passage that says so."""

    start: datetime.date
    end: datetime.date
    source: Block | None = None


@dataclass(frozen=True, slots=True)
class Unread:
    """Something on the page that could not be read: `what` in plain words ("a picture of a table")."""

    what: str
    location: Location


@dataclass(frozen=True, slots=True)
class Change:
    """An unresolved tracked change: "inserted", "deleted", "moved" or "formatted", its text and place."""

    what: str
    text: str
    location: Location


@dataclass(frozen=True, slots=True)
class Plan:
    """The whole document.

    kind:     "action-plan", "strategy", "implementation-plan", "summary", "funding-statement" or "other".
    scope:    "trust" for a plan of several schools, "school" for one school's, None if it does not show.
    meta:     front matter or top-level YAML keys, as named blocks.
    sections: the body; text before the first heading is a section without one.
    aside:    headers, footers and comments: read, but not part of the body.
    changes:  unresolved tracked changes.
    unread:   what could not be read.
    """

    path: str
    format: Format
    title: str = ""
    kind: str = "other"
    scope: Literal["trust", "school"] | None = None
    period: Period | None = None
    meta: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()
    aside: tuple[Block, ...] = ()
    changes: tuple[Change, ...] = ()
    unread: tuple[Unread, ...] = ()

    def walk(self) -> Iterator[Section]:
        """Every section, in reading order."""
        for section in self.sections:
            yield from section.walk()

    def blocks(self) -> Iterator[Block]:
        """Every block of the body once, in reading order."""
        for section in self.walk():
            yield from section.blocks()

    @property
    def actions(self) -> tuple[Action, ...]:
        """Every action, in reading order."""
        return tuple(a for s in self.walk() for a in s.actions)

    @property
    def words(self) -> int:
        """Words of the body, split at white space."""
        return sum(len(b.text.split()) for b in self.blocks())
