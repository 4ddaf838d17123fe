"""A plan as its reader takes it in: rows with their headings, bullets with what they hang from, paragraphs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from planlint.plan import Action, Block, Plan, Section

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


def units(plan: Plan) -> tuple[Unit, ...]:
    """The plan's units in reading order; every block of the body that holds text is the own text of one unit."""
    raise NotImplementedError
