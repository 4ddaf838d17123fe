"""The whole of shaping: sections, titles, trails, names of places; nothing lost and nothing twice."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as st

from drafting import LEFT, UP, WORDS, block, draft, grid, plan, tables
from planlint.plan import Block, Section
from planlint.readers.draft import Grid
from planlint.readers.shape import shape

HEADS = ["Ref", "Action", "Lead", "By when", "Success criteria"]
ROW = ["2.3", "Train every tutor", "AB", "July 2026", "All 14 trained"]


def outline(section: Section) -> object:
    name = section.heading.text if section.heading else None
    return (name, [outline(s) for s in section.sections]) if section.sections else name


def labels(found: object) -> list[str]:
    return [b.location.label for b in found.blocks()]  # type: ignore[attr-defined]


def test_sections_nest_by_level_under_the_title() -> None:
    found = plan(
        "# Elm Road Trust", "# Trust Improvement Plan", "# 1. Aims", "## 1.1 Reading", "### Actions", "# 2. Money"
    )
    assert [outline(s) for s in found.sections] == [
        ("Elm Road Trust", [("Trust Improvement Plan", [("1. Aims", [("1.1 Reading", ["Actions"])]), "2. Money"])])
    ]
    assert found.title == "Elm Road Trust: Trust Improvement Plan"
    assert [b.location.trail for b in found.blocks()][-2] == ("1. Aims", "1.1 Reading")


def test_text_before_the_first_heading_is_a_section_without_one() -> None:
    found = plan("Dear reader,", "# 1. Aims", "Read more.")
    assert [outline(s) for s in found.sections] == [None, "1. Aims"]
    assert labels(found)[0] == "the beginning, paragraph 1"


def test_the_title_is_that_of_the_front_matter_else_the_file_name() -> None:
    assert plan("# Aims", meta=[block("Reading for all", "value", name="title")]).title == "Reading for all"
    assert plan("Read more.").title == "plan"


def test_places_have_the_names_people_use() -> None:
    found = plan(
        "# Trust Improvement Plan",
        "# 3. Where we are",
        "First.",
        "Second:",
        "- one",
        "# Priority 2 – Reading",
        "## Actions",
        [HEADS, ROW],
        "## Our risks",
        "Books burn.",
        "# Our risks",
        "Staff leave.",
    )
    assert labels(found) == [
        "heading",
        "Section 3, heading",
        "Section 3, paragraph 1",
        "Section 3, paragraph 2",
        "Section 3, bullet 1",
        "Priority 2, heading",
        "Priority 2, heading",
        *["Priority 2, column headings"] * 5,
        "Priority 2, row 2.3, Ref",
        "Priority 2, row 2.3, Action",
        "Priority 2, row 2.3, Lead",
        "Priority 2, row 2.3, By when",
        "Priority 2, row 2.3, Success criteria",
        "Priority 2, under “Our risks”, heading",
        "Priority 2, under “Our risks”, paragraph 1",
        "under “Our risks”, heading",
        "under “Our risks”, paragraph 1",
    ]


def test_rows_without_references_are_counted() -> None:
    found = plan(
        "# Reading",
        [["Action", "Lead"], ["Buy", "AB"], ["A4. Read", "CD"]],
        "Later:",
        [["Task", "Who"], ["Sing", "EF"]],
    )
    assert [a.location.label for a in found.actions] == [
        "under “Reading”, row 1",
        "under “Reading”, row A4",
        "under “Reading”, table 2, row 1",
    ]


def test_themes_come_from_headings_and_hold_below() -> None:
    found = plan(
        "# Estates", "## Roofs", "# Priority 1: Finance", "# Priority 2: Our vision", "# Glossary", "# The harbour"
    )
    assert [s.theme for s in found.walk()] == ["estates", "estates", "finance", None, "glossary", None]


def test_a_list_of_contents_is_a_section_by_itself() -> None:
    found = plan(
        "# School Improvement Plan",
        "Our plan.",
        "Aims 2",
        "Reading 3",
        "Money 7",
        "Read on.",
        "# Aims",
        "# Reading",
        "# Money",
    )
    front = found.sections[0]
    assert [(s.theme, [b.text for b in s.blocks()]) for s in front.sections[:2]] == [
        ("contents", ["Aims 2", "Reading 3", "Money 7"]),
        (None, ["Read on."]),
    ]


def test_a_list_of_priorities_is_no_list_of_contents() -> None:
    found = plan("# Plan", "- Reading", "- Number", "# Reading", "# Number", "# Music", "# Sums")
    assert [s.theme for s in found.walk()] == [None, None, None, "community", None]


def test_aside_and_meta_have_places_too() -> None:
    found = plan("Text.", aside=[block("Elm Road", "header")], meta=[block("1.2", "value", name="version")])
    assert [b.location.label for b in (*found.aside, *found.meta)] == ["page header", "document details, version"]


def texts(elements: list[Block | Grid]) -> Iterator[str]:
    for e in elements:
        if isinstance(e, Block):
            yield e.text
        else:
            yield from (b.text for row in e.rows for cell in row.cells for b in cell.blocks)


WORD = st.sampled_from(
    ["Lead", "Action", "By when", "JS", "July 2026", "1.1", "Priority 1: Reading", "Buy books", "", "RAG", "42%"]
)
LINE = st.one_of(
    WORD,
    WORD.map("# {}".format),
    WORD.map("## {}".format),
    WORD.map("- {}".format),
    WORD.map("  - {}".format),
    st.just("- Buy books. Lead: JS. By: May"),
)
CELL = st.one_of(WORD, st.just(UP), st.tuples(WORD, WORD))
TABLE = st.integers(1, 4).flatmap(
    lambda width: st.lists(
        st.one_of(
            st.lists(CELL, min_size=width, max_size=width), WORD.map(lambda w: [w, *[LEFT] * (width - 1)])
        ),
        min_size=1,
        max_size=6,
    )
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(LINE, TABLE.map(grid)), max_size=9))
def test_every_text_stands_in_the_plan_once_and_in_its_order(elements: list[str | Grid]) -> None:
    made = draft(*elements)
    found = shape(made, WORDS)
    assert [b.text for b in found.blocks()] == list(texts(made.elements))
    assert len({id(b) for b in found.blocks()}) == len(list(found.blocks()))
    assert all(label for label in labels(found))


@settings(max_examples=60, deadline=None)
@given(st.lists(TABLE.map(grid), max_size=3))
def test_rows_and_actions_fit_their_tables(grids: list[Grid]) -> None:
    found = plan(*grids)
    for table in tables(found):
        assert {len(row.cells) for row in table.rows} <= {len(table.columns)}
    held = {id(b) for b in found.blocks()}
    assert all(id(b) in held for a in found.actions for bs in a.fields.values() for b in bs if b.text in ("Lead", "JS"))
