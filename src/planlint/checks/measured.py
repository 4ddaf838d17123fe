"""Success measures in words by which nobody could tell whether there was success."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from planlint.checks.rows import KINDS, asked, rows
from planlint.language import Hit, Span
from planlint.plan import Action, Block, Kind
from planlint.reading import NO_CUES, Cues, Reading
from planlint.rule import Remark
from planlint.units import Unit

_ROLE = "success_criteria"
_FIGURE = re.compile(r"(?<![\w./-])\d[\d.,]*(?:%|\b)(?<!20\d\d)(?![-/]\d)")
_LIMIT = 60  # words; a longer text is an account, and its one vague word is not what it is about


@dataclass(frozen=True, slots=True)
class _Measure:
    """What is judged as one: the measure's blocks in a row, or one line of what holds for a whole priority."""

    blocks: tuple[Block, ...]
    action: Action | None
    beside: tuple[Block, ...] = ()  # what holds for the priority that the row belongs to, or the other lines of a list

    @property
    def text(self) -> str:
        return "\n".join(b.text for b in self.blocks)


class _Places:
    """Where in the plan's units a measure's blocks stand: whole blocks, or parts cut out behind a label."""

    def __init__(self, reading: Reading) -> None:
        self.whole: dict[int, tuple[Unit, Block]] = {}
        self.near: dict[tuple[str | None, int | None], list[tuple[Unit, Block]]] = {}
        for unit in reading.units:
            for block in unit.blocks:
                self.whole[id(block)] = unit, block
                self.near.setdefault((block.location.part, block.location.line), []).append((unit, block))

    def of(self, block: Block) -> tuple[Unit, Span] | None:
        """The unit and the stretch of its own text; None for what is not in the body."""
        known = self.whole.get(id(block))
        if known:
            return known[0], Span(known[1], 0, len(block.text))
        for unit, whole in self.near.get((block.location.part, block.location.line), ()):
            start = whole.text.rfind(block.text)
            if start >= 0:
                return unit, Span(whole, start, start + len(block.text))
        return None


@dataclass(frozen=True, slots=True)
class _Judge:
    """What a measure that can be checked looks like, by words (never) and by patterns."""

    reading: Reading
    never: Cues
    checkable: tuple[re.Pattern[str], ...]
    ignore: tuple[re.Pattern[str], ...]
    places: _Places

    def spots(self, blocks: tuple[Block, ...]) -> list[tuple[Unit, Span]]:
        return [spot for block in blocks if (spot := self.places.of(block))]

    def can_check(self, text: str, spots: list[tuple[Unit, Span]]) -> bool:
        if len(text.split()) > _LIMIT:
            return True
        for pattern in self.ignore:
            text = pattern.sub(" ", text)
        return any(p.search(text) for p in self.checkable) or any(_hits(self.reading, self.never, spots))


def check(
    reading: Reading,
    *,
    cues: Cues,
    unless: Cues = NO_CUES,
    sure: Cues = NO_CUES,
    never: Cues = NO_CUES,
    checkable: tuple[re.Pattern[str], ...] = (),
    ignore: tuple[re.Pattern[str], ...] = (),
    kinds: tuple[Kind, ...] = KINDS,
    themes: tuple[str, ...] = (),
    not_in: tuple[str, ...] = (),
    beside_goal: bool = True,
    other: tuple[re.Pattern[str], ...] = (),
    standing: Cues = NO_CUES,
) -> Iterator[Remark]:
    """One remark for each measure of a row, or line that measures a priority, that has one of the cues.

    cues:        words that leave it open; unless: words that void them.
    sure:        words that leave it open even beside `unless`.
    never:       words that void both; checkable: patterns that do; ignore: what is cut out before they are looked for.
    kinds:       the kinds of plan in which rows are promised.
    themes:      themes of sections whose lines measure a priority; not_in: those of sections that are left alone.
    beside_goal: False to leave rows alone if what holds for their priority has a figure.
    other:       headings of columns that ask for something else than success: what is written there is left alone.
    standing:    words in an action for work of which it is enough that it was done.
    """
    judge = _Judge(reading, never, checkable, ignore, _Places(reading))
    for measure in _measures(reading, kinds, themes):
        spots = judge.spots(measure.blocks)
        if not spots or spots[0][0].theme in not_in or judge.can_check(measure.text, spots):
            continue
        if not beside_goal and any(_FIGURE.search(b.text) for b in measure.beside):
            continue
        if _is_spared(judge, measure, other, standing):
            continue
        found = [*_hits(reading, sure, spots)]
        if not found and not any(_hits(reading, unless, spots)):
            found = [*_hits(reading, cues, spots)]
        if found:
            yield _remark(measure, found[0])


def _is_spared(judge: _Judge, measure: _Measure, other: tuple[re.Pattern[str], ...], standing: Cues) -> bool:
    """Whether something else was asked for, doing it is enough, or another line of the same list can be checked."""
    if measure.action is None:
        return any(judge.can_check(b.text, judge.spots((b,))) for b in measure.beside)
    done = judge.spots(measure.action.blocks("action", inherit=False))
    return asked(measure.action, _ROLE, other) or any(_hits(judge.reading, standing, done))


def _remark(measure: _Measure, found: tuple[Hit, Span]) -> Remark:
    hit, spot = found
    sentence = hit.analysed.sentence_of(hit.own[0])
    told = Span(spot.block, max(spot.start, sentence.start), min(spot.end, sentence.end))
    context = measure.action.summary if measure.action else " ".join(measure.text.split())
    return Remark(told.location, told.text, context, {"word": hit.quote})


def _measures(reading: Reading, kinds: tuple[str, ...], themes: tuple[str, ...]) -> Iterator[_Measure]:
    """The measures of rows, then the lines that measure priorities, each once."""
    held: dict[int, tuple[Block, tuple[Block, ...]]] = {}
    for action in rows(reading, kinds):
        above = tuple(b for b in action.inherited.get(_ROLE, ()) if b.text.strip())
        own = action.blocks(_ROLE, inherit=False)
        if own:
            yield _Measure(own, action, above)
        held |= {id(b): (b, above) for b in above if b.kind in ("paragraph", "item", "value")}
    if reading.plan.kind in kinds:
        for section in reading.plan.walk():
            if section.theme in themes and not section.actions:
                listed = [b for b in section.content if isinstance(b, Block) and b.kind == "item" and b.text.strip()]
                held |= {id(b): (b, tuple(listed)) for b in listed}
    yield from (_Measure((block,), None, beside) for block, beside in held.values())


def _hits(reading: Reading, cues: Cues, spots: list[tuple[Unit, Span]]) -> Iterator[tuple[Hit, Span]]:
    """The hits of the cues in the measure's own words, each with the stretch it was found in."""
    for unit, spot in spots:
        for hit in reading.hits_in(cues, unit):
            if hit.own and spot.covers(hit.own[0]):
                yield hit, spot
