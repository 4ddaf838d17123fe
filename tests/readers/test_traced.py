"""Text that knows its place: cut, joined and turned into blocks."""

from __future__ import annotations

import re

from planlint.plan import Anchor
from planlint.readers.traced import Run, Source, Traced, join, written

AMPERSAND = Traced("&", [Run(0, 6, 5)])  # "&amp;"


def test_runs_that_go_on_are_one_and_an_entity_stays_its_own() -> None:
    whole = join([written("Maths", 0), written(" ", 5), AMPERSAND, written(" talk", 11)])
    assert (whole.text, whole.runs) == ("Maths & talk", [Run(0, 0, 6), Run(6, 6, 5), Run(7, 11, 5)])
    assert (whole.start, whole.end) == (0, 16)


def test_a_slice_keeps_the_places() -> None:
    whole = join([written("Maths ", 0), AMPERSAND, written(" talk", 11)])
    part = whole.slice(3, 9)
    assert (part.text, part.runs) == ("hs & t", [Run(0, 3, 3), Run(3, 6, 5), Run(4, 11, 2)])
    assert whole.slice(6, 7).end == 11


def test_strip_and_split() -> None:
    whole = written("  one\n\ntwo  ", 10)
    assert [(t.text, t.start) for t in whole.strip().split(re.compile("\n+"))] == [("one", 12), ("two", 17)]
    assert written("   ", 4).strip().runs == []


def test_a_block_has_an_anchor_for_every_run_and_line() -> None:
    source = Source("plan.md", "Maths &amp; talk\r\nfor all")
    text = join([written("Maths ", 0), AMPERSAND, written(source.text[11:], 11)])
    block = source.block(text, "paragraph")
    assert block.text == "Maths & talk\nfor all"
    assert block.anchors == (Anchor(0, 1, 1), Anchor(6, 1, 7), Anchor(7, 1, 12), Anchor(13, 2, 1))
    at = block.place(13, 16)
    assert (at.line, at.column, at.end_line, at.end_column) == (2, 1, 2, 4)
    assert (block.location.end_line, block.location.end_column) == (2, 8)


def test_lines_end_at_lf_cr_and_both_and_at_nothing_else() -> None:
    source = Source("plan.md", "a\rb\r\nc\nd\x0b\x0c\x85\u2028e")
    assert source.text == "a\nb\nc\nd\x0b\x0c\x85\u2028e"
    assert [source.place(i) for i in (0, 2, 4, 6, 11)] == [(1, 1), (2, 1), (3, 1), (4, 1), (4, 6)]
    assert [source.offset(n) for n in (1, 2, 4, 5)] == [0, 2, 6, len(source.text)]
