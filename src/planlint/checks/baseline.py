"""A target in figures whose starting figure stands nowhere in the plan."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from planlint.checks.aims import BASELINE, MEASURE, TARGET, Aim, aims, content_words
from planlint.figures import data, figures, measured
from planlint.plan import Block, Kind
from planlint.reading import NO_CUES, Cues, Reading
from planlint.rule import Remark

_SHARED = 2  # longer words that two passages about the same thing have in common


def check(
    reading: Reading,
    *,
    themes: tuple[str, ...],
    kinds: tuple[Kind, ...],
    measures: tuple[str, ...],
    rising: tuple[str, ...] = (),
    complete: tuple[int, ...] = (0, 100),
    least: int = 20,
    unless: tuple[re.Pattern[str], ...] = (),
    settled: Cues = NO_CUES,
) -> Iterator[Remark]:
    """One remark for each target that neither says where it starts from nor measures what the plan gives a figure for.

    themes:   themes of sections whose lines set targets.
    kinds:    kinds of plan that are held to it.
    measures: the kinds of measure that have a level before the plan begins.
    rising:   kinds of measure that have one if they are said to rise or fall.
    complete: percentages that mean all or none, and need no start.
    least:    percentages below it are seldom levels to reach.
    unless:   patterns in the target's block or row that say why there is no figure.
    settled:  cues that say the same.
    """
    if reading.plan.kind not in kinds:
        return
    set_here = aims(reading, themes)
    targeted = {id(aim.block) for aim in set_here}
    ledger = _ledger(reading, targeted)
    told: set[tuple[int, float]] = set()
    for aim in set_here:
        level = aim.target.kind in measures or (aim.target.kind in rising and aim.target.way in ("up", "down"))
        if not level or not _asks(aim, complete, least) or _excused(reading, aim, unless, settled):
            continue
        key = (id(aim.action or aim.block), aim.goal.value if aim.goal else 0)
        if key not in told and not ledger.tells(aim):
            told.add(key)
            yield aim.remark()


def _asks(aim: Aim, complete: tuple[int, ...], least: int) -> bool:
    """Whether the target is a level to be reached from another level."""
    target, goal = aim.target, aim.goal
    if goal is None or target.baseline or target.way == "same" or goal.change or goal.unit != "percent":
        return False
    return goal.value not in complete and (goal.value >= least or target.polarity == "down")


def _excused(reading: Reading, aim: Aim, unless: tuple[re.Pattern[str], ...], settled: Cues) -> bool:
    if aim.action and aim.action.blocks(BASELINE):
        return True
    texts = [aim.block.text, *(b.text for b in aim.beside), *([aim.action.summary] if aim.action else [])]
    if any(pattern.search(text) for pattern in unless for text in texts):
        return True
    if any(len(figures(b.text, reading.vocabulary)) > 0 for b in aim.beside if b is not aim.block):
        return True
    blocks = {id(aim.block), *(id(b) for b in aim.beside)}
    return any(id(span.block) in blocks for hit in reading.hits(settled) for span in hit.own)


@dataclass(frozen=True, slots=True)
class _Ledger:
    """The figures that the plan gives: measures of its tables of results, and passages that set no target."""

    measures: frozenset[str]
    passages: tuple[tuple[Block, str, frozenset[str]], ...]  # the block, its measure, its longer words

    def tells(self, aim: Aim) -> bool:
        """Whether it has a figure of what the target measures."""
        target = aim.target
        if target.measure in self.measures:
            return True
        about = content_words(target.text)
        fields = aim.action.fields if aim.action else {}
        own = {id(b) for role in (MEASURE, TARGET) for b in fields.get(role, ())}
        for block, measure, said in self.passages:
            if id(block) in own:
                continue
            if measure == target.measure if target.measure else len(about & said) >= _SHARED:
                return True
        return False


def _ledger(reading: Reading, targeted: set[int]) -> _Ledger:
    words = reading.vocabulary
    passages = []
    for block in (*reading.plan.blocks(), *reading.plan.meta):
        if id(block) in targeted or not any(f.share is not None for f in figures(block.text, words)):
            continue
        named = measured(block.text, words)
        passages.append((block, named.name if named else "", content_words(block.text)))
    results = frozenset(d.measure for d in data(reading.plan, words) if d.measure)
    return _Ledger(results, tuple(passages))
