"""The triple helix as a drawing: three strands that cross, a component at each turn of a strand."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import cos, pi, sin

from planlint.report import Component
from planlint.reporters.passages import shown_level
from planlint.reporters.plain import one_line

STRANDS = 3
SMOOTH = 3  # curves in half a wave
_LETTERS = 17  # of a component's name on one line
_LINES = 3
_LINE = 17
_CAP = 4  # half a strand's width, and a little


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a strand from turn to turn, as the path of an SVG; strands count from 1."""

    strand: int
    path: str


@dataclass(frozen=True, slots=True)
class Node:
    """A component on its strand: where its shape stands, and its name in lines with the first line's place.

    number: the component's place in the model, from 1; anchor: how lines stand to their place ("start", "middle",
    "end").
    """

    number: int
    component: Component
    level: str
    x: float
    y: float
    lines: tuple[str, ...]
    text_x: float
    text_y: float
    anchor: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """What is to be drawn: the strands behind, those in front, then the nodes. Sizes in CSS pixels at full width."""

    width: int
    height: int
    behind: tuple[Piece, ...]
    front: tuple[Piece, ...]
    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where along and across a drawing things are: `step` from node to node along, the strands `reach` to each side
    of `middle`; `upright` if along means down."""

    width: int
    height: int
    begin: float
    step: float
    middle: float
    reach: float
    upright: bool

    @property
    def over(self) -> float:
        """How many steps the strands go on beyond the first and the last node."""
        return min(0.5, (self.begin - _CAP) / self.step)

    def point(self, along: float, across: float) -> tuple[float, float]:
        place, side = self.begin + along * self.step, self.middle + across * self.reach
        return (side, place) if self.upright else (place, side)


def draw(components: Sequence[Component], upright: bool = False) -> Drawing | None:
    """The drawing, lying for wide pages or upright for narrow ones; None for a model that is no triple helix."""
    ordered = _interwoven(components)
    if not ordered:
        return None
    count = len(ordered)
    lying = _Frame(900, 268, 62, (900 - 124) / (count - 1), 146, 56, False)
    frame = _Frame(358, 60 * count, 30, 60, 179, 34, True) if upright else lying
    pieces = [piece for strand in range(STRANDS) for piece in _pieces(strand, count, frame)]
    return Drawing(
        frame.width, frame.height,
        behind=tuple(piece for front, piece in pieces if not front),
        front=tuple(piece for front, piece in pieces if front),
        nodes=tuple(_node(turn, number, part, frame) for turn, (number, part) in enumerate(ordered)),
    )  # fmt: skip


def _interwoven(components: Sequence[Component]) -> list[tuple[int, Component]]:
    """The components with their numbers, one of each strand in turn; none if the strands are not three alike."""
    numbered = enumerate(components, 1)
    strands = [list(members) for _, members in groupby(numbered, key=lambda pair: pair[1].strand)]
    if len(strands) != STRANDS or len({len(members) for members in strands}) != 1:
        return []
    return [pair for turn in zip(*strands, strict=True) for pair in turn]


def _side(turn: int) -> int:
    """-1 for a turn at the top (or left), 1 for one at the bottom (or right): they alternate."""
    return -1 if turn % 2 == 0 else 1


def _pieces(strand: int, count: int, frame: _Frame) -> Iterator[tuple[bool, Piece]]:
    """The strand from a little before the first node to a little behind the last, and whether each piece is in front:
    of two strands that cross one comes and the other goes, and what goes is in front."""
    turns = range(strand - STRANDS, count + STRANDS, STRANDS)
    for turn in turns:
        if turn + STRANDS >= 0 and turn < count:
            begin, end = max(-frame.over, turn), min(count - 1 + frame.over, turn + STRANDS)
            yield _side(turn) < 0, Piece(strand + 1, _curve(turn, begin, end, frame))


def _curve(turn: int, begin: float, end: float, frame: _Frame) -> str:
    """From one turn to the next as half a wave, cut off at `begin` and `end`, in cubic curves that share its slopes."""

    def point(along: float, ahead: float = 0) -> str:
        phase = pi * (along - turn) / STRANDS
        across = _side(turn) * (cos(phase) - sin(phase) * pi / STRANDS * ahead)
        return "{:.1f} {:.1f}".format(*frame.point(along + ahead, across))

    step = (end - begin) / SMOOTH
    path = "M" + point(begin)
    for at in (begin + step * part for part in range(SMOOTH)):
        path += f"C{point(at, step / 3)} {point(at + step, -step / 3)} {point(at + step)}"
    return path


def _node(turn: int, number: int, component: Component, frame: _Frame) -> Node:
    side = _side(turn)
    x, y = frame.point(turn, side)
    lines = tuple(textwrap.wrap(one_line(component.name), _LETTERS, max_lines=_LINES, placeholder="…"))
    if frame.upright:
        text_x, text_y = x + side * 20, y - (len(lines) - 1) * _LINE / 2 - 2
        anchor = "start" if side > 0 else "end"
    else:
        text_x, anchor = x, "middle"
        text_y = y + 34 if side > 0 else y - 38 - (len(lines) - 1) * _LINE
    return Node(number, component, shown_level(component), x, y, lines, text_x, text_y, anchor)
