"""A plan as its reader takes it in: rows with their headings, bullets with what they hang from, paragraphs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from planlint.plan import Action, Block, Column, Location, Plan, Row, Section, Table

UnitKind = Literal["row", "item", "prose", "heading"]


@dataclass(frozen=True, slots=True, eq=False)
class Unit:
    """What a person reads as one thing, with what stands over it. Two units are the same only if they are one object.

    index:   its place in reading order, from 0.
    kind:    "row" of a table, list "item", "prose" (a paragraph or a single value), "heading" (a label and no more).
    blocks:  its own text, in reading order.
    above:   what stands over it, outermost first: section headings, the lead-in or parent bullets, sub-heading rows,
             cells merged down from a row above, headings of the columns whose cells hold text, YAML keys.
    labels:  for each own block, the blocks of `above` that stand over that one alone: its column's heading, its key.
    section: the section it stands in.
    action:  the action it is or belongs to, if any.
    theme:   what its section, or the nearest section around it, is about.
    """

    index: int
    kind: UnitKind
    blocks: tuple[Block, ...]
    above: tuple[Block, ...]
    labels: tuple[tuple[Block, ...], ...]
    section: Section
    action: Action | None = None
    theme: str | None = None

    @property
    def text(self) -> str:
        """Its own text on one line, blocks separated by " | "."""
        return " | ".join(" ".join(b.text.split()) for b in self.blocks)


@dataclass(slots=True)
class _Draft:
    """A unit before its place, section and action are known."""

    kind: UnitKind
    blocks: tuple[Block, ...]
    above: tuple[Block, ...] = ()
    labels: tuple[tuple[Block, ...], ...] = ()
    row: Row | None = None


def units(plan: Plan) -> tuple[Unit, ...]:
    """The plan's units in reading order; every block of the body that holds text is the own text of one unit."""
    found: list[Unit] = []
    actions = _Actions(plan)
    for section, headings, theme in _sections(plan.sections, (), None):
        for draft in _drafts(section):
            outer = (
                headings if draft.kind == "heading" and draft.blocks == (section.heading,) else _with(headings, section)
            )
            found.append(
                Unit(
                    len(found), draft.kind, draft.blocks, _once((*outer, *draft.above)), draft.labels,
                    section, actions.of(draft), theme,
                )
            )  # fmt: skip
    return tuple(found)


def _sections(
    sections: tuple[Section, ...], headings: tuple[Block, ...], theme: str | None
) -> Iterator[tuple[Section, tuple[Block, ...], str | None]]:
    """Every section in reading order with the headings around it and the theme that holds for it."""
    for section in sections:
        holds = section.theme or theme
        yield section, headings, holds
        yield from _sections(section.sections, _with(headings, section), holds)


def _with(headings: tuple[Block, ...], section: Section) -> tuple[Block, ...]:
    return (*headings, section.heading) if section.heading else headings


def _drafts(section: Section) -> Iterator[_Draft]:
    if section.heading and section.heading.text.strip():
        yield _Draft("heading", (section.heading,), labels=((),))
    before: Block | None = None  # the paragraph, if it leads into what comes next
    for item in section.content:
        if isinstance(item, Table):
            yield from _rows(item, (before,) if before else ())
            before = None
        elif item.text.strip():
            yield _block(item, before)
            if item.kind != "item":
                before = item if item.text.rstrip().endswith(":") else None


def _block(block: Block, before: Block | None) -> _Draft:
    above = list(_parents(block))
    if not above and before and block.kind == "item":
        above = [before]
    name = (_label(block),) if block.name else ()
    kind: UnitKind = "heading" if block.kind == "heading" else "item" if block.kind == "item" else "prose"
    return _Draft(kind, (block,), (*above, *name), (name,))


def _parents(block: Block) -> Iterator[Block]:
    if block.parent:
        yield from _parents(block.parent)
        yield block.parent


def _label(block: Block) -> Block:
    """A value's name as a block of its own, so that cues can look for it as for a heading."""
    return Block(block.name, block.location, "heading")


def _rows(table: Table, lead_in: tuple[Block, ...]) -> Iterator[_Draft]:
    headings = [_heading(column, table.location) for column in table.columns]
    over = lead_in
    for row in table.rows:
        own: list[Block] = []
        labels: list[tuple[Block, ...]] = []
        carried: list[Block] = []
        columns: list[Block] = []
        for cell, heading in zip(row.cells, [*headings, *[()] * len(row.cells)], strict=False):
            blocks = [b for b in cell.blocks if b.text.strip()]
            (carried if cell.carried else own).extend(blocks)
            columns.extend(heading if blocks and not row.heading else ())
            if not cell.carried:
                names = [(_label(b),) if b.name else () for b in blocks]
                labels.extend((*heading, *name) if not row.heading else name for name in names)
                columns.extend(block for name in names for block in name)
        if row.heading:
            over = (*lead_in, *own)
        if own:
            above = lead_in if row.heading else (*over, *carried, *columns)
            yield _Draft("heading" if row.heading else "row", tuple(own), above, tuple(labels), row)


def _heading(column: Column, location: Location) -> tuple[Block, ...]:
    if column.blocks or not column.heading.strip():
        return tuple(b for b in column.blocks if b.text.strip())
    return (Block(column.heading, location, "cell"),)


def _once(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Each block once (a heading that spans two columns stands over both)."""
    return tuple({id(b): b for b in blocks}.values())


class _Actions:
    """Which action a unit is or belongs to: by its row, by its place, or by a block that is one of the action's fields."""

    def __init__(self, plan: Plan) -> None:
        self.by_place: dict[tuple[str | None, int | None, int | None], Action] = {}
        self.by_block: dict[int, Action] = {}
        for action in plan.actions:
            self.by_place.setdefault(_place(action.row.location if action.row else action.location), action)
            for blocks in action.fields.values():
                for block in blocks:
                    self.by_block.setdefault(id(block), action)

    def of(self, draft: _Draft) -> Action | None:
        if draft.kind == "heading":
            return None
        block: Block | None = draft.blocks[0]
        found = self.by_place.get(_place(draft.row.location)) if draft.row else None
        while found is None and block is not None:
            found = self.by_block.get(id(block)) or (None if draft.row else self.by_place.get(_place(block.location)))
            block = block.parent
        return found


def _place(location: Location) -> tuple[str | None, int | None, int | None]:
    return location.part, location.line, location.column
