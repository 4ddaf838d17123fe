"""The drawing of the triple helix."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from planlint.report import Component
from planlint.reporters.html_helix import Drawing, draw

LEVELS = ("absent", "mentioned", "addressed")


def parts(*strands: int) -> list[Component]:
    return [
        Component(f"{strand}{n}", f"Component {n} of strand {strand}", strand, LEVELS[n % 3])
        for strand, size in zip("abc", strands, strict=False)
        for n in range(size)
    ]


def points(path: str) -> Iterator[tuple[float, float]]:
    for x, y in re.findall(r"(-?[\d.]+) (-?[\d.]+)", path):
        yield float(x), float(y)


@pytest.mark.parametrize("upright", [False, True])
def test_each_component_once_in_turn_from_each_strand(upright: bool) -> None:
    found = draw(parts(4, 4, 4), upright)
    assert found
    assert [node.component.id for node in found.nodes] == [f"{s}{n}" for n in range(4) for s in "abc"]
    assert [node.number for node in found.nodes] == [1, 5, 9, 2, 6, 10, 3, 7, 11, 4, 8, 12]
    assert [node.level for node in found.nodes] == [LEVELS[n % 3] for n in range(4) for _ in "abc"]


@pytest.mark.parametrize("upright", [False, True])
def test_each_component_stands_on_its_own_strand(upright: bool) -> None:
    found = draw(parts(4, 4, 4), upright)
    assert found
    for turn, node in enumerate(found.nodes):
        ends = {p for piece in _all(found) if piece.strand == turn % 3 + 1 for p in points(piece.path)}
        assert (round(node.x, 1), round(node.y, 1)) in ends


@pytest.mark.parametrize("upright", [False, True])
def test_everything_lies_within_the_drawing_and_names_do_not_meet(upright: bool) -> None:
    found = draw(parts(4, 4, 4), upright)
    assert found
    places = [p for piece in _all(found) for p in points(piece.path)] + [(n.text_x, n.text_y) for n in found.nodes]
    assert all(0 <= x <= found.width for x, _ in places)
    assert all(0 <= y <= found.height for _, y in places)
    sides = [[n for n in found.nodes if n.y < found.height / 2], [n for n in found.nodes if n.y > found.height / 2]]
    if not upright:
        assert [len(side) for side in sides] == [6, 6]


def test_of_two_strands_that_cross_one_is_in_front() -> None:
    found = draw(parts(4, 4, 4))
    assert found
    falling = [(p, list(points(p.path))) for p in found.front]
    rising = [(p, list(points(p.path))) for p in found.behind]
    assert all(path[0][1] < path[-1][1] for _, path in falling)
    assert all(path[0][1] > path[-1][1] for _, path in rising)


@pytest.mark.parametrize("sizes", [(), (4, 4), (4, 4, 3)])
def test_another_model_is_not_drawn_as_a_triple_helix(sizes: tuple[int, ...]) -> None:
    assert draw(parts(*sizes)) is None


def _all(found: Drawing):
    return (*found.behind, *found.front)


def test_a_name_that_is_too_long_is_cut() -> None:
    long = [
        Component(str(n), "A component whose name nobody could ever fit beside it " * 9, s, "absent")
        for n, s in enumerate("abc")
    ]
    found = draw(long)
    assert found
    assert [len(node.lines) for node in found.nodes] == [3, 3, 3]
    assert all(node.lines[-1].endswith("…") for node in found.nodes)
