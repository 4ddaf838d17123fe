"""The targets with figures that a plan sets: in rows, in lists of measures, in what is said of its goals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from planlint.figures import Figure, Target, targets
from planlint.plan import Action, Block, Section, Table
from planlint.reading import Reading
from planlint.rule import Remark

MEASURE, TARGET, ACTION, BASELINE = "success_criteria", "target", "action", "baseline"
_WORD = re.compile(r"[^\W\d_]{4,}")
_LONGEST = 60  # words; a longer text is an account of something, not a measure


@dataclass(frozen=True, slots=True)
class Aim:
    """One target with where it stands: its block, the row (if it is in one), the section, and what holds beside it."""

    target: Target
    block: Block
    section: Section
    action: Action | None = None
    beside: tuple[Block, ...] = ()

    @property
    def goal(self) -> Figure | None:
        """The figure aimed at."""
        return self.target.goal

    @property
    def text(self) -> str:
        """The clause that sets it, on one line."""
        return " ".join(self.target.text.split())

    def remark(self, **values: str) -> Remark:
        """A remark on this target."""
        context = self.action.summary if self.action else " ".join(self.block.text.split())
        place = self.block.place(self.target.offset, self.target.until)
        return Remark(place, self.text, context, values)


def aims(reading: Reading, themes: tuple[str, ...]) -> tuple[Aim, ...]:
    """Every target once, in reading order. `themes`: those of sections whose lines set targets."""
    found: list[Aim] = []
    seen: set[tuple[int | None, str | None, str]] = set()
    for section in reading.plan.walk():
        for aim in (*_rows(reading, section), *_tables(reading, section), *_lines(reading, section, themes)):
            key = (aim.block.location.line, aim.block.location.part, aim.text)
            if key not in seen:
                seen.add(key)
                found.append(aim)
    return tuple(found)


def content_words(text: str) -> frozenset[str]:
    """The longer words of a text in lower case."""
    return frozenset(word.lower() for word in _WORD.findall(text))


def _rows(reading: Reading, section: Section) -> Iterator[Aim]:
    for action in section.actions:
        context = action.text(ACTION)
        for role in (MEASURE, TARGET):
            for block in action.blocks(role):
                yield from _of(reading, block, section, context, action)
        for block in action.blocks(ACTION, inherit=False):
            yield from (aim for aim in _of(reading, block, section, "", action) if aim.target.way in ("up", "down"))


def _tables(reading: Reading, section: Section) -> Iterator[Aim]:
    """Tables of measures that hold no actions: one row a measure, with a column for what is aimed at."""
    for table in section.content:
        if isinstance(table, Table) and ACTION not in table.roles() and {MEASURE, TARGET} & table.roles():
            for row in table.rows:
                blocks = tuple(b for cell in row.cells for b in cell.blocks)
                for column, cell in zip(table.columns, row.cells, strict=False):
                    if column.role in (MEASURE, TARGET) and not cell.carried:
                        for block in cell.blocks:
                            context = " ".join(b.text for b in blocks if b is not block)
                            yield from _of(reading, block, section, context, None, blocks)


def _lines(reading: Reading, section: Section, themes: tuple[str, ...]) -> Iterator[Aim]:
    if section.theme not in themes:
        return
    for block in section.content:
        if isinstance(block, Block) and block.kind in ("item", "value") and block.name != BASELINE:
            yield from _of(reading, block, section, block.parent.text if block.parent else "")


def _of(
    reading: Reading,
    block: Block,
    section: Section,
    context: str,
    action: Action | None = None,
    beside: tuple[Block, ...] = (),
) -> Iterator[Aim]:
    if len(block.text.split()) <= _LONGEST:
        for target in targets(block.text, reading.vocabulary, context):
            if target.goal:
                yield Aim(target, block, section, action, beside)
