"""Names for places that hold no block of their own (a picture, a deleted line): those of the text before them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import replace

from planlint.plan import Block, Location

_STEP = re.compile(r"(.*?)\[(\d+)\]\Z")


def namer(blocks: Iterable[Block]) -> Callable[[Location], Location]:
    """What gives a Location the label and trail of the block that stands there or was the last before it.

    Beside itself a part knows only its equals: "body/p[7]" comes after "body/p[5]". Without any, it stays as it is.
    """
    tracks: dict[str, list[tuple[int, Block]]] = {}
    for block in blocks:
        for track, number in _steps(block.location):
            tracks.setdefault(track, []).append((number, block))
    for listed in tracks.values():
        listed.sort(key=lambda pair: pair[0])

    def name(place: Location) -> Location:
        for track, number in _steps(place):
            found = tracks.get(track, [])
            at = bisect_right(found, number, key=lambda pair: pair[0])
            if at:
                near = found[at - 1][1].location
                return replace(place, label=near.label, trail=near.trail)
        return place

    return name


def _steps(place: Location) -> list[tuple[str, int]]:
    """The tracks a place lies on with its number there, from the innermost: its line, or each step of its part."""
    if place.line is not None:
        return [("", place.line)]
    steps = (place.part or "").split("/")
    found = []
    for size in range(len(steps), 0, -1):
        match = _STEP.match("/".join(steps[:size]))
        if match:
            found.append((match[1], int(match[2])))
    return found
