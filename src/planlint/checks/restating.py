"""A measure of success, or a milestone, that says no more than the action itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planlint.checks.rows import KINDS, asked, rows
from planlint.checks.sameness import content, said
from planlint.dates import find
from planlint.plan import Action, Block, Kind
from planlint.reading import NO_CUES, Cues, Reading
from planlint.rule import Remark
from planlint.units import Unit

_TIME = "deadline"  # as in a column of dates, where every short form of a date counts


def check(
    reading: Reading,
    *,
    role: str,
    small: frozenset[str],
    share: float = 0.75,
    at_least: int = 2,
    back: float = 0.0,
    empty: str = "",
    kinds: tuple[Kind, ...] = KINDS,
    of: str = "action",
    unless: Cues = NO_CUES,
    other: tuple[re.Pattern[str], ...] = (),
) -> Iterator[Remark]:
    """One remark for each row whose field is the action over again.

    role:     the field; of: what it is compared with.
    small:    words that do not count.
    share:    the part of its words, 0 to 1, that stand in the action too; at_least: how many words it has to have.
    back:     the part of the action's own words that the field has to have for it to be the action over again.
    empty:    if given, the message for a field that says nothing but a date or a tick.
    unless:   cues that leave a field alone (because another rule speaks of it, or because they say something).
    other:    headings of columns that ask for something else, in which the action may well be named again.
    """
    units = {id(block): unit for unit in reading.units for block in unit.blocks}
    for action in rows(reading, kinds):
        blocks = action.blocks(role, inherit=False)
        if not blocks or not action.text(of) or asked(action, role, other):
            continue
        undated = [_undated(reading, b) if empty else b.text for b in blocks]
        words = content(" ".join(undated), small)
        if not words and empty:
            yield _remark(blocks[0], action, empty)
        elif any(text != block.text for text, block in zip(undated, blocks, strict=True)):
            continue  # a state with a day of its own can be checked on that day
        elif any(_hits(reading, unless, block, units.get(id(block))) for block in blocks):
            continue
        elif len(words) >= at_least and _same(words, content(action.text(of), small), share, back):
            yield _remark(blocks[0], action, None)


def _same(words: list[str], action: list[str], share: float, back: float) -> bool:
    return said(words, action) >= share and said(action, words) >= back


def _remark(block: Block, action: Action, message: str | None) -> Remark:
    return Remark(block.location, block.text.strip(), action.summary, message=message)


def _undated(reading: Reading, block: Block) -> str:
    text = block.text
    for dated in reversed(find(text, reading.calendar, reading.plan.period, _TIME)):
        text = text[: dated.offset] + " " + text[dated.until :]
    return text


def _hits(reading: Reading, cues: Cues, block: Block, unit: Unit | None) -> bool:
    return unit is not None and any(hit.own and hit.own[0].block is block for hit in reading.hits_in(cues, unit))
