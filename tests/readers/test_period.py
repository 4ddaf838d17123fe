"""Where a plan says what time it is for, and which years in it are not its own."""

from datetime import date

import pytest

from planlint import vocabulary
from planlint.plan import Block, BlockKind, Location
from planlint.readers import period

WORDS = vocabulary.load()
SCHOOL_YEAR = (date(2025, 9, 1), date(2026, 8, 31))


def block(text: str, kind: BlockKind = "paragraph", name: str = "") -> Block:
    return Block(text, Location("plan.md"), kind, name=name)


def find(
    title: str = "",
    meta: tuple[Block, ...] = (),
    aside: tuple[Block, ...] = (),
    opening: tuple[Block, ...] = (),
    file_name: str = "plan.docx",
) -> tuple[date, date] | None:
    found = period.find(title, meta, aside, opening, file_name, WORDS)
    return (found.start, found.end) if found else None


@pytest.mark.parametrize(
    ("title", "start", "end"),
    [
        ("School Improvement Plan 2025-26", "2025-09-01", "2026-08-31"),
        ("School Improvement Plan 2025/26", "2025-09-01", "2026-08-31"),
        ("School Improvement Plan 2025-2026", "2025-09-01", "2026-08-31"),
        ("SDP 25-26", "2025-09-01", "2026-08-31"),
        ("AY25-26 Improvement Plan", "2025-09-01", "2026-08-31"),
        ("Improvement plan for the academic year 2025 to 2026", "2025-09-01", "2026-08-31"),
        ("Our Strategy 2025–2028", "2025-09-01", "2028-08-31"),
        ("STRATEGIC PLAN 2023 – 2026", "2023-09-01", "2026-08-31"),
        ("Improvement Plan, September 2025 to July 2028", "2025-09-01", "2028-07-31"),
        ("Recovery plan: 1 September 2025 to 30 April 2026", "2025-09-01", "2026-04-30"),
        ("Development plan January 2026 – December 2026", "2026-01-01", "2026-12-31"),
        ("Autumn Term 2025 plan", "2025-09-01", "2025-12-19"),
        ("Autumn 2025 to Summer 2026", "2025-09-01", "2026-07-21"),
        ("Improvement Plan 2026", "2026-01-01", "2026-12-31"),
    ],
)
def test_titles(title: str, start: str, end: str) -> None:
    assert find(title) == (date.fromisoformat(start), date.fromisoformat(end))


def test_the_title_is_believed_before_everything_else() -> None:
    opening = (block("Trust plan 2023-24"), block("Strategic plan 2020-2023"))
    assert find("Trust plan 2025-26", aside=(block("Plan 2024-25", "footer"),), opening=opening) == SCHOOL_YEAR


def test_exact_days_elsewhere_make_the_years_of_the_title_exact() -> None:
    meta = (block("1 September 2025 to 31 July 2026", "value", "period"),)
    assert find("Trust plan 2025-26", meta) == (date(2025, 9, 1), date(2026, 7, 31))


@pytest.mark.parametrize("name", ["period", "Plan period", "academic year", "valid", "period covered"])
def test_a_labelled_value(name: str) -> None:
    assert find(meta=(block("2025-26", "value", name),)) == SCHOOL_YEAR


@pytest.mark.parametrize(
    ("first", "last"),
    [("runs from", "runs to"), ("start date", "end date"), ("valid from", "valid until"), ("from", "to")],
)
def test_a_first_and_a_last_day(first: str, last: str) -> None:
    meta = (block("2025-09-01", "value", first), block("2026-08-31", "value", last))
    assert find(meta=meta) == SCHOOL_YEAR


def test_a_label_in_one_cell_and_its_value_in_the_next() -> None:
    opening = (block("Plan period", "cell"), block("1 September 2025 – 31 August 2026", "cell"))
    assert find("Improvement plan", opening=opening) == SCHOOL_YEAR
    assert find("Improvement plan", opening=(block("Period covered: Sept 2025 to Aug 2026"),)) == SCHOOL_YEAR


@pytest.mark.parametrize("kind", ["header", "footer"])
def test_headers_and_footers(kind: BlockKind) -> None:
    assert find("Improvement plan", aside=(block("Larkmoor Trust | TIP 2025–26 | page 2", kind),)) == SCHOOL_YEAR


def test_comments_are_not_believed() -> None:
    assert find("Improvement plan", aside=(block("Plan 2025-26", "comment"),)) is None


def test_the_first_page() -> None:
    opening = (block("Larkmoor Trust. September 2025 to August 2026."),)
    assert find("Trust Improvement Plan", opening=opening) == SCHOOL_YEAR


@pytest.mark.parametrize("name", ["SDP_2025-26.docx", "plans/sip-2025-2026-final.md", "TIP 25-26 v3.docx"])
def test_file_names(name: str) -> None:
    assert find("Improvement plan", file_name=name) == SCHOOL_YEAR


@pytest.mark.parametrize(
    "text",
    [
        "Approved by trustees on 10 July 2025",
        "Read with: Strategy 2024–27",
        "Year 2 of Strategy 2024–27",
        "Attendance 2024-25",
        "Ofsted inspected in March 2025",
        "Pupils on roll October 2025",
        "Version 3, 11 September 2025",
        "Joined the trust in 2013",
        "Over the past few years the gap has grown: 61% in 2023-24, 58% in 2024-25",
        "Ages 11-16, 25 classes",
    ],
)
def test_other_years_on_the_first_page(text: str) -> None:
    assert find("Improvement plan", opening=(block(text),)) is None


def test_the_passage_that_says_so_comes_with_it() -> None:
    heading = block("Trust Improvement Plan 2025–26", "heading")
    found = period.find(heading.text, (), (), (heading,), "plan.docx", WORDS)
    assert found is not None and found.source is heading


def test_nothing_says_so() -> None:
    assert find("Improvement plan", opening=(block("Welcome to our plan."),)) is None
