"""Places without a block of their own have the name of the text before them."""

from __future__ import annotations

from planlint.plan import Block, Location
from planlint.readers.places import namer

BLOCKS = [
    Block("One", Location("p", "Section 1, paragraph 1", ("1. Aims",), "body/p[2]")),
    Block("Two", Location("p", "Section 1, paragraph 2", ("1. Aims",), "body/p[4]")),
    Block("Cell", Location("p", "Section 1, row 2, Lead", ("1. Aims",), "body/tbl[1]/tr[3]/tc[2]/p[1]")),
]


def test_a_part_takes_the_name_of_the_block_there_or_before_it() -> None:
    name = namer(BLOCKS)
    parts = ["body/p[4]", "body/p[3]", "body/p[9]", "body/tbl[1]/tr[3]/tc[3]", "body/tbl[2]", "body/p[1]", "footnotes"]
    assert [name(Location("p", part=part)).label for part in parts] == [
        "Section 1, paragraph 2",
        "Section 1, paragraph 1",
        "Section 1, paragraph 2",
        "Section 1, row 2, Lead",
        "Section 1, row 2, Lead",
        "",
        "",
    ]
    assert name(Location("p", part="body/p[3]")).trail == ("1. Aims",)


def test_a_line_takes_the_name_of_the_line_before_it() -> None:
    lines = [Block(str(n), Location("p", f"line {n}", line=n)) for n in (2, 5)]
    name = namer(lines)
    assert [name(Location("p", line=n)).label for n in (1, 4, 5, 9)] == ["", "line 2", "line 5", "line 5"]
