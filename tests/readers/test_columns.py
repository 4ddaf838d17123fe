"""Column headings and labels to roles."""

from __future__ import annotations

import pytest

from drafting import WORDS
from planlint.readers.columns import compile_columns, resolve

COLUMNS = compile_columns(WORDS)


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("Key actions", ["action"]),
        ("Person(s) Responsible", ["lead"]),
        ("SLT lead for this priority", ["lead"]),
        ("byWhen", ["deadline"]),
        ("Lead person / by when", ["lead", "deadline"]),
        ("Start / finish", ["start", "deadline"]),
        ("Success measure (baseline in brackets)", ["success_criteria"]),
        ("How will we know it has worked?", ["success_criteria"]),
        ("How monitored, and by whom", ["monitoring"]),
        ("Baseline 2022/23", ["baseline"]),
        ("RAG Dec 25", ["status"]),
        ("Autumn 1", ["milestone"]),
        ("HT3", ["milestone"]),
        ("By 19 December", ["milestone"]),
        ("#", ["reference"]),
        ("2023/24", []),
        ("Trust PP 2025", []),
        ("On roll Sept 24", []),
        ("What schools receive", []),
        ("", []),
    ],
)
def test_a_heading_has_its_roles(heading: str, expected: list[str]) -> None:
    assert [part[0] for part in COLUMNS.match(heading)] == expected


@pytest.mark.parametrize(
    ("headings", "cells", "expected"),
    [
        (["Action", "Success criteria", "Impact"], ["", "All trained", ""], ["action", "success_criteria", "impact"]),
        (["Action", "Impact"], ["", "Reading will be at least 70%"], ["action", "success_criteria"]),
        (["Action", "Impact"], ["", "Reading was up and tutors have met"], ["action", "impact"]),
        (["Action", "Evidence", "RAG"], ["", "", ""], ["action", "evidence", "status"]),
        (["Action", "Success criteria", "Evidence"], ["", "", ""], ["action", "success_criteria", "evidence"]),
        (["Target", "Action", "Lead"], ["Read more", "Buy books", "AB"], ["priority", "action", "lead"]),
        (["Measure", "Baseline", "Target"], ["Phonics", "70%", "80%"], ["success_criteria", "baseline", "target"]),
        (["Outcome", "Success criteria"], ["Better talk", "80%"], ["priority", "success_criteria"]),
        (["Action", "By"], ["Buy books", "18 Sept 2026"], ["action", "deadline"]),
        (["Action", "By"], ["Buy books", "A. Birch"], ["action", "lead"]),
        (["Initiative", "Actions", "Lead"], ["Reading", "Buy", "AB"], ["priority", "action", "lead"]),
        (["Initiative", "Lead"], ["Buy books", "AB"], ["action", "lead"]),
    ],
)
def test_words_of_two_meanings_are_decided_by_company_and_content(
    headings: list[str], cells: list[str], expected: list[str]
) -> None:
    found = resolve([COLUMNS.match(h) for h in headings], [[c] for c in cells], COLUMNS)
    assert [roles[0] for roles in found] == expected
