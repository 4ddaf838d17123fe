"""Tables: header rows, roles, merges, what is an action table and what is not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from drafting import LEFT, UP, draft, fields, grid, inherited, plan, roles, tables
from planlint.readers.shape import shape
from planlint.vocabulary import load
from timing import growth

HEADS = ["Ref", "Action", "Lead", "By when", "Success criteria"]
ROLES = ["reference", "action", "lead", "deadline", "success_criteria"]
ONE = ["1.1", "Train every tutor", "AB", "July 2026", "All 14 trained"]
TWO = ["1.2", "Map the units", "CD", "Easter", "Map on the wall"]


def test_first_row_holds_the_headings() -> None:
    found = plan([HEADS, ONE, TWO])
    assert roles(tables(found)[0]) == ROLES
    assert [fields(a) for a in found.actions] == [dict(zip(ROLES, row, strict=True)) for row in (ONE, TWO)]
    assert found.actions[0].offers == set(ROLES) - {"reference"}


def test_a_title_row_stands_before_the_headings_and_is_the_priority() -> None:
    found = plan([["Priority 2: Reading", LEFT, LEFT, LEFT, LEFT], HEADS, ONE])
    assert roles(tables(found)[0]) == ROLES
    assert [b.text for b in found.blocks()][:2] == ["Priority 2: Reading", "Ref"]
    assert inherited(found.actions[0])["priority"] == "Priority 2: Reading"
    assert found.actions[0].location.label == "Priority 2, row 1.1"


def test_headings_may_stand_in_two_rows() -> None:
    found = plan(
        [
            ["Action", "Who", "Review", LEFT, "Cost"],
            [UP, UP, "Monitoring", "Success criteria", UP],
            ["Train every tutor", "AB", "Visits", "All 14 trained", "£200"],
        ]
    )
    table = tables(found)[0]
    assert [c.heading for c in table.columns] == [
        "Action",
        "Who",
        "Review Monitoring",
        "Review Success criteria",
        "Cost",
    ]
    assert fields(found.actions[0])["success_criteria"] == "All 14 trained"


def test_a_table_that_goes_on_belongs_to_the_one_before() -> None:
    found = plan([HEADS, ONE], [TWO])
    assert [len(t.rows) for t in tables(found)] == [2]
    assert [fields(a)["lead"] for a in found.actions] == ["AB", "CD"]


def test_a_table_without_headings_takes_those_of_the_last_action_table() -> None:
    found = plan([HEADS, ONE], "More next year.", [TWO])
    assert [len(t.rows) for t in tables(found)] == [1, 1]
    assert fields(found.actions[1]) == dict(zip(ROLES, TWO, strict=True))
    assert [c.blocks for c in tables(found)[1].columns] == [()] * 5


def test_headings_repeated_on_the_next_page_begin_a_table_with_the_same_roles() -> None:
    found = plan([HEADS, ONE, HEADS, TWO])
    assert [roles(t) for t in tables(found)] == [ROLES, ROLES]
    assert len(found.actions) == 2


def test_merged_cells_carry_down() -> None:
    found = plan([["Priority", "Action", "Lead"], ["Reading", "Buy books", "AB"], [UP, "Read aloud", UP]])
    first, second = found.actions
    assert fields(first) == {"priority": "Reading", "action": "Buy books", "lead": "AB"}
    assert fields(second) == {"action": "Read aloud"}
    assert inherited(second) == {"priority": "Reading", "lead": "AB"}
    assert [c.carried for c in second.row.cells] == [True, False, True]  # type: ignore[union-attr]


def test_an_empty_priority_cell_stands_for_the_one_above() -> None:
    found = plan([["Priority", "Action", "Lead"], ["Reading", "Buy books", "AB"], ["", "Read aloud", "CD"]])
    assert inherited(found.actions[1]) == {"priority": "Reading"}


def test_a_row_that_is_one_cell_heads_the_rows_below() -> None:
    found = plan([HEADS, ["A. Reading", LEFT, LEFT, LEFT, LEFT], ONE, ["B. Number", LEFT, LEFT, LEFT, LEFT], TWO])
    assert [r.heading for r in tables(found)[0].rows] == [True, False, True, False]
    assert [inherited(a)["priority"] for a in found.actions] == ["A. Reading", "B. Number"]


def test_empty_rows_and_sums_are_no_actions_but_rows_with_gaps_are() -> None:
    found = plan(
        [
            HEADS,
            ONE,
            ["1.2", "", "", "", ""],
            ["", "", "", "", ""],
            ["", "Total", "", "", "12"],
            ["1.3", "Map", "", "", ""],
        ]
    )
    assert [fields(a).get("reference") for a in found.actions] == ["1.1", "1.3"]


def test_fields_may_run_along_the_rows() -> None:
    found = plan(
        [["Action", "Train every tutor", "Map the units"], ["Lead", "AB", "CD"], ["Deadline", "July", "Easter"]]
    )
    assert [fields(a) for a in found.actions] == [
        {"action": "Train every tutor", "lead": "AB", "deadline": "July"},
        {"action": "Map the units", "lead": "CD", "deadline": "Easter"},
    ]


def test_one_column_may_name_two_things() -> None:
    found = plan([["Action", "Lead person / by when"], ["Train", "AB / July"], ["Map", ("CD", "Easter")]])
    assert [fields(a) for a in found.actions] == [
        {"action": "Train", "lead": "AB", "deadline": "July"},
        {"action": "Map", "lead": "CD", "deadline": "Easter"},
    ]


def test_a_nested_table_is_a_table_of_its_own_after_its_row() -> None:
    rows = [["Area", "Plan"], ["Reading", [HEADS, ONE]], ["Number", "Later"]]
    found = plan(grid(rows))  # type: ignore[arg-type]
    assert [b.text for b in found.blocks()] == ["Area", "Plan", "Reading", *HEADS, *ONE, "Number", "Later"]
    assert [fields(a)["reference"] for a in found.actions] == ["1.1"]


def test_a_table_of_one_cell_is_a_box_around_text() -> None:
    found = plan(grid([[("Our promise", "We read every day.")]]))
    assert [b.kind for b in found.blocks()] == ["paragraph", "paragraph"]


@pytest.mark.parametrize(
    "rows",
    [
        [["Risk", "Likelihood", "What we will do", "Owner"], ["Staff leave", "M", "Pay more", "AB"]],
        [["Challenge", "Mitigating action"], ["Time", "Cover"]],
        [["Initials", "Name", "Role"], ["AB", "A. Birch", "Head"], ["CD", "C. Dale", "Deputy"]],
        [["Term", "Meaning"], ["HT1", "The first half term"], ["SLT", "Senior leaders"]],
        [["When", "What", "Where"], ["October", "Review of the plan", "Board"], ["May", "Review", "Board"]],
        [["Autumn 1", "Autumn 2", "Spring 1"], ["Audit", "Training", "Visits"]],
        [["Priority", "Cost", "Funded from"], ["Reading", "£4,000", "Reserves"], ["Number", "£2,000", "Grant"]],
        [["Objective last year", "What happened", "RAG"], ["Reading", "Met", "G"], ["Number", "Missed", "R"]],
        [["School", "On roll", "Attendance"], ["Elm Road", "210", "94.1%"], ["Ash Lane", "190", "93.0%"]],
        [["KPI", "Baseline", "Target"], ["Attendance", "92%", "95%"], ["Phonics", "70%", "80%"]],
        [["Item", "Cost"], ["Books", "£400"], ["Cover", "£900"]],
    ],
)
def test_tables_of_other_kinds_hold_no_actions(rows: list[list[str]]) -> None:
    assert plan("# Our work", rows).actions == ()


def test_a_timeline_with_people_holds_actions() -> None:
    found = plan([["When", "Milestone", "Who"], ["July", "Leads in post", "Heads"], ["May", "Units written", "CD"]])
    assert [fields(a) for a in found.actions] == [
        {"deadline": "July", "action": "Leads in post", "lead": "Heads"},
        {"deadline": "May", "action": "Units written", "lead": "CD"},
    ]


def test_what_stands_under_glossary_or_last_year_is_no_action() -> None:
    assert plan("# What went well last year", [HEADS, ONE]).actions == ()
    assert len(plan("# Priority 3: Leadership and governance", [HEADS, ONE]).actions) == 1


def test_reading_a_table_takes_time_in_step_with_its_rows() -> None:
    words = load()

    def work(rows: int) -> Callable[[], object]:
        made = draft([HEADS, *(ONE for _ in range(rows))])
        return lambda: shape(made, words)

    assert growth(work, 500, 8) < 24
