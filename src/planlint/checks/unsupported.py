"""A claim whose support stands neither in its passage nor in the ones beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planlint.language import Hit
from planlint.reading import NO_CUES, Cues, Reading
from planlint.rule import Remark
from planlint.units import Unit


def check(
    reading: Reading,
    *,
    cues: Cues,
    support: Cues = NO_CUES,
    patterns: tuple[re.Pattern[str], ...] = (),
    except_for: Cues = NO_CUES,
    not_in: tuple[str, ...] = (),
    near: int = 1,
) -> Iterator[Remark]:
    """One remark for each passage with a claim and no support.

    cues:       the claim. support: what supports one, as cues; patterns: as regular expressions.
    except_for: cues that void a claim with which they share a word.
    not_in:     themes of sections that are left alone.
    near:       how many units before and after, in the same section, may hold the support.
    """
    told: set[int] = set()
    for hit in reading.hits(cues):
        unit = hit.unit
        if not hit.own or unit.index in told or unit.kind == "heading" or unit.theme in not_in:
            continue
        if any(hit.overlaps(other) for other in reading.hits_in(except_for, unit)):
            continue
        if not any(_supports(reading, other, support, patterns) for other in _around(reading, hit, near)):
            told.add(unit.index)
            sentence = hit.sentences[0]
            text = " ".join(b.text for b in unit.blocks)
            yield Remark(sentence.location, sentence.text, " ".join(text.split()), {"claim": hit.quote})


def _around(reading: Reading, hit: Hit, near: int) -> tuple[Unit, ...]:
    index = hit.unit.index
    beside = reading.units[max(0, index - near) : index + near + 1]
    return tuple(unit for unit in beside if unit.section is hit.unit.section)


def _supports(reading: Reading, unit: Unit, support: Cues, patterns: tuple[re.Pattern[str], ...]) -> bool:
    if reading.hits_in(support, unit):
        return True
    return any(pattern.search(block.text) for pattern in patterns for block in (*unit.blocks, *unit.above))
