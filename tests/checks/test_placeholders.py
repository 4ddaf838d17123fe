import re

import pytest

from planlint.checks.placeholders import check
from planlint.plan import Action, Block, Location, Plan, Section
from planlint.reading import Reading
from planlint.vocabulary import load

HERE = Location("plan.md", "row 1")
MARK, GUESS, OWED = re.compile(r"\[\w+\]"), re.compile("eg"), re.compile("TBC")


def _remarks(text, kind="paragraph", role="", aside=()):
    block = Block(text, HERE, kind)
    row = Action({role: (block,)}, HERE, "bullet") if role else None
    section = Section(None, 0, (block,), actions=(row,) if row else ())
    plan = Plan("plan.md", "markdown", sections=(section,), aside=aside)
    found = check(
        Reading(plan, load()), patterns=(MARK,), alone=(GUESS,), owed=(OWED,), except_roles=("status",), knowing="open"
    )
    return [(r.found, r.severity, r.message) for r in found]


def test_a_mark_counts_wherever_it_stands():
    assert _remarks("Led by [name] and [name]; see [date]") == [
        ("[name]", None, None), ("[name]", None, None), ("[date]", None, None)
    ]  # fmt: skip


def test_the_same_mark_is_told_once_in_a_row():
    assert _remarks("[name], then [name], by [date]", role="lead") == [("[name]", None, None), ("[date]", None, None)]


@pytest.mark.parametrize(("text", "found"), [(" eg ", [("eg", None, None)]), ("eg two", []), ("egg", [])])
def test_some_marks_count_only_alone(text, found):
    assert _remarks(text) == found


def test_a_heading_is_not_taken_for_a_cell_that_says_nothing():
    assert _remarks("eg", "heading") == []


def test_what_is_owed_by_a_day_is_a_note():
    assert _remarks("TBC by 30 September 2026 (RO)") == [("TBC", "note", "open")]
    assert _remarks("TBC. By 30 September 2026 all is ready.") == [("TBC", None, None)]


def test_fields_for_later_are_left_alone():
    assert _remarks("TBC", role="status") == []
    assert _remarks("TBC", role="lead") == [("TBC", None, None)]


def test_page_headers_are_looked_at_and_comments_are_not():
    aside = (Block("[school]", HERE, "header"), Block("[check]", HERE, "comment"))
    assert _remarks("Done", aside=aside) == [("[school]", None, None)]
