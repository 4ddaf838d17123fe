"""Bullets and labelled lines: which are actions, their fields, and where exactly those stand."""

from __future__ import annotations

import pytest

from drafting import WORDS, block, element, fields, inherited, plan
from planlint.plan import Anchor, Location
from planlint.readers import read
from planlint.readers.bullets import bracketed, cut
from planlint.readers.columns import compile_columns

COLUMNS = compile_columns(WORDS)


WHOLE = {"action": "Train tutors", "lead": "JS", "deadline": "July"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Train tutors. Lead: JS. By: Easter 2027", {**WHOLE, "deadline": "Easter 2027"}),
        ("Train tutors (Lead: JS; By when: July)", WHOLE),
        ("Train tutors (JS, by Easter)", {**WHOLE, "deadline": "by Easter"}),
        ("Train tutors (Head of Maths, July)", {**WHOLE, "lead": "Head of Maths"}),
        ("Train tutors. Owner - JS; Deadline - July", WHOLE),
        ("Train tutors - Lead: JS", {"action": "Train tutors", "lead": "JS"}),
        ("Train tutors. Who: JS. When: July. Cost: £400", {**WHOLE, "resources": "£400"}),
        ("Train tutors. Success measure: all 14", {"action": "Train tutors", "success_criteria": "all 14"}),
        ("Train tutors (see the EEF report)", {"action": "Train tutors (see the EEF report)"}),
        ("Reading: buy books for the hall", {"action": "Reading: buy books for the hall"}),
    ],
)
def test_fields_are_taken_out_of_a_bullet(text: str, expected: dict[str, str]) -> None:
    found = plan("# Actions", f"- {text}")
    assert [fields(a) for a in found.actions] == [expected]


def test_lower_bullets_give_fields_and_more_of_the_action() -> None:
    found = plan(
        "# What we will do",
        "- Train tutors",
        "  - Lead: JS",
        "  - in groups of four",
        "- Map the units",
        "  - Lead: CD",
    )
    assert [fields(a) for a in found.actions] == [
        {"action": "Train tutors / in groups of four", "lead": "JS"},
        {"action": "Map the units", "lead": "CD"},
    ]
    assert found.actions[0].offers == {"action", "lead"}


def test_a_line_that_leads_in_makes_actions_of_the_bullets_below_it() -> None:
    found = plan(
        "# Reading", "In 2026/27 we will:", "- buy books", "- read aloud", "Our children say:", "- more stories"
    )
    assert [a.text("action") for a in found.actions] == ["buy books", "read aloud"]
    assert found.sections[0].content[1].parent is found.sections[0].content[0]  # type: ignore[union-attr]


def test_bullets_elsewhere_are_actions_only_with_a_lead_or_a_day() -> None:
    found = plan("# Reading", "- Books are old", "- Buy books. Lead: JS", "# Glossary", "- SLT. Lead: JS")
    assert [fields(a) for a in found.actions] == [{"action": "Buy books", "lead": "JS"}]


def test_labelled_lines_of_a_goal_hold_for_its_rows() -> None:
    found = plan(
        "# Priority 1: Reading",
        "Lead: JS",
        [["Action", "By when"], ["Buy books", "July"]],
        "Success will look like: children read more.",
    )
    assert inherited(found.actions[0]) == {
        "lead": "JS",
        "success_criteria": "children read more.",
        "priority": "Priority 1: Reading",
    }


def test_a_list_under_a_line_that_is_but_a_label_holds_for_the_rows() -> None:
    rows = [["Action", "Lead"], ["Buy books", "AB"]]
    found = plan("# Priority 1: Reading", "Success criteria:", "- 80% read daily", "- More loans", rows)
    assert inherited(found.actions[0])["success_criteria"] == "80% read daily / More loans"


def test_a_part_named_for_a_role_holds_for_the_goal_and_no_other() -> None:
    rows = [["Action", "Lead"], ["Buy books", "AB"]]
    found = plan(
        "# Priority 1: Reading",
        "## Actions",
        rows,
        "## Success criteria",
        "- 80% read daily",
        "# Priority 2: Number",
        rows,
    )
    assert [inherited(a).get("success_criteria") for a in found.actions] == ["80% read daily", None]


def test_a_list_of_goals_with_leads_holds_for_their_sections() -> None:
    found = plan(
        "# Our priorities",
        [["Priority", "Executive lead"], ["1. Reading", "AB"], ["2. Number", "CD"]],
        "# Priority 2: Number",
        "## What we will do",
        "- Count every day",
    )
    assert [inherited(a)["lead"] for a in found.actions] == ["CD"]


def test_named_values_with_an_action_among_them_are_an_action() -> None:
    found = plan("# Reading", "what:: Buy books", "who:: JS", "by when:: July", format="yaml")
    assert [(a.origin, fields(a)) for a in found.actions] == [
        ("mapping", {"action": "Buy books", "lead": "JS", "deadline": "July"})
    ]


def test_a_part_of_a_block_knows_its_place() -> None:
    whole = block("Buy books. Lead: JS", "item", anchors=(Anchor(0, 7, 3), Anchor(11, 8, 5)))
    part = cut(whole, 17, 19, "Lead")
    assert (part.text, part.name, part.anchors) == ("JS", "Lead", (Anchor(0, 8, 11),))
    assert part.location == Location("plan.docx", "Lead", (), None, 8, 11, 8, 13)


def test_fields_of_markdown_bullets_stand_where_they_say() -> None:
    source = "# Actions\n\n- Buy **new** books. Lead: JS.\n  By: July 2027\n"
    found = read("p.md", source.encode(), WORDS)
    lines = source.split("\n")
    for blocks in found.actions[0].fields.values():
        for b in blocks:
            at = b.location
            assert at.line and at.column and at.end_line and at.end_column
            assert lines[at.line - 1][at.column - 1 :].startswith(b.text[:3])
            assert lines[at.end_line - 1][: at.end_column - 1].endswith(b.text[-3:])


def test_a_bracket_without_a_day_stays_in_the_text() -> None:
    item = element("- Train tutors (JS, AB)")
    assert bracketed(item, COLUMNS) == (item, [])
