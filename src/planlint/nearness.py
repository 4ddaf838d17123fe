"""The passage that came nearest to a cue of several parts without having them all."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from math import log

from planlint.language import Cue, Hit, Matcher
from planlint.language.nodes import Choice, Join, Node
from planlint.units import Unit

_PARTED = re.compile(r"\s+[~&>]\s+")


@dataclass(frozen=True, slots=True)
class Near:
    """A near miss: the cue as written, the unit, what was found of it and which of its parts were not."""

    cue: str
    unit: Unit
    found: tuple[str, ...]
    missing: tuple[str, ...]


def nearest_miss(cues: Iterable[Cue], units: tuple[Unit, ...]) -> Near | None:
    """Of all cues that want several things together, the unit that comes nearest to one; None if none has a part.

    That is the one that lacks fewest parts, and of those the one whose parts are rarest in the plan: to have a word
    that stands everywhere says little. Headings alone are passed over.
    """
    wanted = [(cue, join) for cue in cues for join in _joins(cue.node)]
    parts: dict[Hashable, tuple[Cue, ...]] = {
        (at, number): (Cue(cue.text, cue.line, operand, cue.classes),)
        for at, (cue, join) in enumerate(wanted)
        for number, operand in enumerate(join.operands)
    }
    if not parts:
        return None
    hits = Matcher(parts).find(units)
    best: tuple[tuple[float, ...], Near] | None = None
    for at, (cue, join) in enumerate(wanted):
        count = len(join.operands)
        found: dict[int, dict[int, Hit]] = {}
        weights: dict[int, float] = {}
        for number in range(count):
            for hit in hits[(at, number)]:
                found.setdefault(hit.unit.index, {}).setdefault(number, hit)
            weights[number] = log(len(units) / max(1, sum(number in there for there in found.values())))
        for index, there in found.items():
            unit = next(iter(there.values())).unit
            rank = (len(there) - count, sum(weights[number] for number in there), -index)
            if len(there) < count and unit.kind != "heading" and (best is None or rank > best[0]):
                best = rank, _near(cue, join, unit, there)
    return best[1] if best else None


def _joins(node: Node) -> Iterator[Join]:
    if isinstance(node, Join):
        yield node
    elif isinstance(node, Choice):
        for option in node.options:
            yield from _joins(option)


def _near(cue: Cue, join: Join, unit: Unit, there: dict[int, Hit]) -> Near:
    written = _PARTED.split(cue.text)
    if len(written) != len(join.operands):
        written = [f"part {number + 1} of it" for number in range(len(join.operands))]
    found = tuple(there[number].quote for number in sorted(there))
    missing = tuple(text.strip() for number, text in enumerate(written) if number not in there)
    return Near(cue.text, unit, found, missing)
