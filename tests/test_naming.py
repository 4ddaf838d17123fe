"""What a plan calls by name: its trust, schools and people; and what is no name."""

from __future__ import annotations

import pytest

from planlint import readers, vocabulary
from planlint.naming import Names, names, places

WORDS = vocabulary.load()


def found(text: str) -> Names:
    return names(readers.read("plan.md", f"# Plan 2026-27\n\n{text}\n".encode(), WORDS), WORDS)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ask Mrs Tindall for the key.", "Mrs Tindall"),
        ("Dr P. Oyelaran chairs it.", "Dr P. Oyelaran"),
        ("Minutes by T. Wexley go to all.", "T. Wexley"),
        ("Minutes by T.Wexley go to all.", "T.Wexley"),
        ("Then Priya Wexley visits each class.", "Priya Wexley"),
        ("Headteacher Zephan Wexley opens it.", "Zephan Wexley"),
        ("Zephan Wexley, our head of mathematics, opens it.", "Zephan Wexley"),
        ("Zephan Wexley (deputy headteacher) opens it.", "Zephan Wexley"),
    ],
)
def test_people_are_known_by_title_initial_first_name_or_post(text: str, name: str) -> None:
    assert [person for person, _ in found(text).people] == [name]


def test_people_and_initials_of_a_table_are_known() -> None:
    told = found("| Action | Lead |\n|---|---|\n| Read | Zephan Wexley (ZW) |\n| Write | ZW |")
    assert [person for person, _ in told.people] == ["Zephan Wexley"]
    assert told.initials == (("ZW", "zephan wexley"),)


@pytest.mark.parametrize(
    "text",
    ["## IV. Strengthening Our School", "- A. Every teacher reads aloud.", "Then Guided Reading begins.",
     "Quality Teaching is what we want.", "Mark Making begins in Nursery."],
)  # fmt: skip
def test_headings_and_subjects_are_no_people(text: str) -> None:
    assert found(text).people == ()


def test_schools_and_trusts_are_known_by_what_they_are_called() -> None:
    text = "THE CAREW SCHOOL STRATEGY\n\nAt Saint Osyth Primary School and in the Wharfside Learning Trust we read."
    plan = readers.read("plan.md", text.encode(), WORDS)
    assert set(places(plan, WORDS)) == {
        ("School", "CAREW SCHOOL", "CAREW"), ("School", "Saint Osyth Primary School", "Saint Osyth"),
        ("Trust", "Wharfside Learning Trust", "Wharfside"),
    }  # fmt: skip
    assert found("Our School and Every Primary School read.").places == ()


def test_a_school_is_known_by_the_known_one_that_it_stands_beside() -> None:
    told = found("Oakfield Primary School is ours. Visits to Kelling, Heron Lane and Oakfield; in Maths and Oakfield.")
    assert {own for _, _, own in told.places} == {"Oakfield", "Kelling", "Heron Lane"}
