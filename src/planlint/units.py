"""A plan as its reader takes it in: rows with their headings, bullets with what they hang from, paragraphs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain, repeat
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
    """The plan's units in reading order.

    Every block of the body that holds text is the own text of one unit; only column headings just stand above.
    """
    found: list[Unit] = []
    actions = _Actions(plan)
    for section, headings, theme in _sections(plan.sections, (), None):
        for draft in _drafts(section):
            outer = headings if draft.blocks == (section.heading,) else _with(headings, section)
            above = _once((*outer, *draft.above))
            action = actions.of(draft)
            if action and action.origin == "mapping" and found and found[-1].action is action:
                found[-1] = _joined(found[-1], draft, above)
            else:
                unit = Unit(len(found), draft.kind, draft.blocks, above, draft.labels, section, action, theme)
                found.append(unit)
    return tuple(found)


def _joined(unit: Unit, draft: _Draft, above: tuple[Block, ...]) -> Unit:
    """A mapping is read as a row is: its values are one unit."""
    return replace(
        unit,
        kind="row",
        blocks=(*unit.blocks, *draft.blocks),
        above=_once((*unit.above, *above)),
        labels=(*unit.labels, *draft.labels),
    )


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
            yield _block(item, before, section)
            if item.kind != "item":
                before = item if item.text.rstrip().endswith(":") else None


def _block(block: Block, before: Block | None, section: Section) -> _Draft:
    above = tuple(_parents(block))
    if not above and before and block.kind == "item":
        above = (before,)
    name = _name(block, (section.heading,) if section.heading else ())
    kind: UnitKind = "heading" if block.kind == "heading" else "item" if block.kind == "item" else "prose"
    return _Draft(kind, (block,), (*above, *name), (name,))


def _parents(block: Block) -> Iterator[Block]:
    if block.parent:
        yield from _parents(block.parent)
        yield block.parent


def _name(block: Block, over: tuple[Block, ...]) -> tuple[Block, ...]:
    """A value's name as a block of its own, so that cues find it as they find a heading; none if one says the same."""
    if not block.name or any(_plain(block.name) == _plain(b.text) for b in over):
        return ()
    return (Block(block.name, block.location, "heading"),)


def _plain(text: str) -> str:
    return " ".join(text.lower().split()).rstrip(" :")


def _rows(table: Table, lead_in: tuple[Block, ...]) -> Iterator[_Draft]:
    headings = [_heading(column, table.location) for column in table.columns]
    over = lead_in
    for row in table.rows:
        if row.heading:
            own = tuple(b for cell in row.cells if not cell.carried for b in cell.blocks if b.text.strip())
            if own:
                over = (*lead_in, *own)
                yield _Draft("heading", own, lead_in, tuple(() for _ in own), row)
            continue
        draft = _row(row, headings)
        if draft.blocks:
            draft.above = (*over, *draft.above)
            yield draft


def _row(row: Row, headings: list[tuple[Block, ...]]) -> _Draft:
    own: list[Block] = []
    labels: list[tuple[Block, ...]] = []
    carried: list[Block] = []
    named: list[Block] = []
    for cell, heading in zip(row.cells, chain(headings, repeat(())), strict=False):
        blocks = [b for b in cell.blocks if b.text.strip()]
        over = [(*heading, *_name(b, heading)) for b in blocks]
        named.extend(chain.from_iterable(over))
        if cell.carried:
            carried.extend(blocks)
        else:
            own.extend(blocks)
            labels.extend(over)
    return _Draft("row", tuple(own), (*carried, *named), tuple(labels), row)


def _heading(column: Column, location: Location) -> tuple[Block, ...]:
    if column.blocks or not column.heading.strip():
        return tuple(b for b in column.blocks if b.text.strip())
    return (Block(column.heading, location, "cell"),)


def _once(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Each block once (a heading that spans two columns stands over both)."""
    return tuple({id(b): b for b in blocks}.values())


class _Actions:
    """Which action a unit is or belongs to: by its row, its place, or a block that is one of the action's fields."""

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
