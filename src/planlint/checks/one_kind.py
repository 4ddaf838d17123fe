"""Targets that all measure the same kind of thing."""

from __future__ import annotations

from collections.abc import Iterator

from planlint.checks.aims import MEASURE, aims
from planlint.plan import Kind, Location
from planlint.reading import NO_CUES, Cues, Reading
from planlint.rule import Remark

_MOST = 0.8  # of the targets have to be of a known kind, for all the rest could be of another


def check(
    reading: Reading,
    *,
    themes: tuple[str, ...],
    kinds: tuple[Kind, ...],
    kind: str,
    at_least: int = 4,
    other: Cues = NO_CUES,
    beside: tuple[str, ...] = (),
) -> Iterator[Remark]:
    """One remark on a plan whose targets, `at_least` of them, are all of one kind.

    themes: themes of sections whose lines set targets; kinds: kinds of plan held to it.
    kind:   the kind of measure that must not stand alone.
    other:  cues that show, in a measure with or without figures, that something else is looked at too.
    beside: further roles in which they show it.
    """
    if reading.plan.kind not in kinds:
        return
    every = aims(reading, themes)
    found = [aim for aim in every if aim.target.kind]
    if len(found) < max(at_least, _MOST * len(every)) or any(aim.target.kind != kind for aim in found):
        return
    fields = [b for a in reading.plan.actions for role in (MEASURE, *beside) for b in a.blocks(role)]
    measures = {id(block) for block in fields} | {id(aim.block) for aim in found}
    if any(id(span.block) in measures for hit in reading.hits(other) for span in hit.own):
        return
    rows = [a for a in reading.plan.actions if a.blocks(MEASURE)]
    plain = [a for a in rows if not any(aim.action is a for aim in found)]
    if len(plain) > len(found):
        return
    yield Remark(Location(reading.plan.path), values={"count": str(len(found))})
