from __future__ import annotations

from planlint.ordering import reading_order
from planlint.plan import Block, Cell, Column, Location, Plan, Row, Section, Table


def at(part: str) -> Location:
    return Location("p.docx", part=part)


TABLE = Table(
    (Column("Action"), Column("Lead")),
    (Row((Cell((Block("x", at("body/tbl[1]/tr[2]/tc[1]/p[1]")),)), Cell()), at("body/tbl[1]/tr[2]")),),
    at("body/tbl[1]"),
)
PLAN = Plan(
    "p.docx",
    "docx",
    sections=(Section(None, 0, (Block("a", at("body/p[1]")), TABLE, Block("b", at("body/p[2]")))),),
    aside=(Block("h", at("header1/p[1]")),),
)


def test_places_of_a_word_document_come_as_they_are_read() -> None:
    parts = ["header1/p[1]", "body/p[2]", "body/tbl[1]/tr[2]/tc[2]", "body/tbl[1]/tr[2]/tc[1]/p[1]", "body/p[1]"]
    places = [*map(at, parts), Location("p.docx"), at("body/tbl[1]/tr[2]")]
    assert [p.part for p in sorted(places, key=reading_order(PLAN))] == [
        None,
        "body/p[1]",
        "body/tbl[1]/tr[2]/tc[2]",
        "body/tbl[1]/tr[2]",
        "body/tbl[1]/tr[2]/tc[1]/p[1]",
        "body/p[2]",
        "header1/p[1]",
    ]


def test_places_with_lines_come_by_line_and_column() -> None:
    spots = [(3, 1), (2, 9), (None, None), (2, 1)]
    places = [Location("p", line=line, column=column) for line, column in spots]
    ordered = sorted(places, key=reading_order(Plan("p", "markdown")))
    assert [(p.line, p.column) for p in ordered] == [(None, None), (2, 1), (2, 9), (3, 1)]
