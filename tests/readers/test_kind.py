"""What kind of document a plan is, and whose."""

from __future__ import annotations

import pytest

from drafting import WORDS, plan
from planlint.readers.kind import kind, scope


@pytest.mark.parametrize(
    ("title", "rows", "expected"),
    [
        ("Elm Road Trust Improvement Plan 2026-27", 0, "action-plan"),
        ("Academy Development Plan", 30, "action-plan"),
        ("Raising Attainment Plan", 12, "action-plan"),
        ("Trust Strategy 2025-30", 0, "strategy"),
        ("Our strategic plan", 2, "strategy"),
        ("Curriculum strategy", 18, "action-plan"),
        ("Pupil premium strategy statement", 9, "funding-statement"),
        ("Implementation plan: reading fluency", 6, "implementation-plan"),
        ("Our plan on a page", 0, "summary"),
        ("Elm Road", 6, "action-plan"),
        ("Leadership agenda, 3 November", 6, "other"),
        ("Minutes of the standards committee", 12, "other"),
        ("Attendance policy", 0, "other"),
        ("Wellbeing charter", 0, "other"),
        ("Behaviour policy improvement plan", 0, "action-plan"),
        ("Project charter: reading", 0, "implementation-plan"),
        ("School improvement handbook", 0, "strategy"),
        ("Elm Road", 0, "other"),
    ],
)
def test_the_name_or_else_the_rows_tell_the_kind(title: str, rows: int, expected: str) -> None:
    assert kind(title, (), "elm.docx", "", rows, 2000, WORDS) == expected


def test_what_is_no_plan_is_told_by_the_title_alone() -> None:
    opening = "This plan goes with our attendance policy."
    assert kind("Elm Road", (), "elm.docx", opening, 6, 2000, WORDS) == "action-plan"


def test_the_file_name_tells_it_where_the_title_does_not() -> None:
    assert kind("Elm Road", (), "folder/elm-road-strategic-plan.md", "", 0, 2000, WORDS) == "strategy"


@pytest.mark.parametrize(
    ("title", "body", "expected"),
    [
        ("Harbour Learning Trust: Improvement Plan", "All our schools read.", "trust"),
        ("Elm Road Primary School Improvement Plan", "Our school reads. Governors visit.", "school"),
        ("Improvement plan", "Each of our schools reads; headteachers meet. The trust will pay.", "trust"),
        ("Improvement plan", "The headteacher and governors of our school read with Year 11.", "school"),
        ("Improvement plan", "Reading matters.", None),
    ],
)
def test_whose_plan_it_is(title: str, body: str, expected: str | None) -> None:
    assert scope(title, [body], WORDS) == expected


def test_a_plan_is_told_by_what_stands_in_it() -> None:
    found = plan("# Elm Road Primary School", "## School Improvement Plan 2026-27", "## 1. Aims", "Our school reads.")
    assert (found.kind, found.scope) == ("action-plan", "school")
