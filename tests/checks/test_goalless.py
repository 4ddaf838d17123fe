from checking import patterns, remarks, table
from planlint.checks.goalless import check

OPTIONS = {"unknown": "unknown", "except_for": patterns("trust")}


def _found(text):
    return [(r.values["action"], r.found, r.message) for r in remarks(check, text, **OPTIONS)]


def test_an_empty_cell_where_the_others_are_filled():
    rows = ("Order chairs |  ", "Buy books | Reading", "Lend books | Reading", "Set a practice | Tables")
    assert _found(table("Action | Priority", *rows)) == [("Order chairs", "", None)]
    assert _found(table("Action | Priority", *rows[:2])) == []


def test_a_goal_that_does_not_exist():
    goals = "## Goal 1: Reading\n\nWe read.\n\n## Goal 2: Music\n\nWe sing.\n\n## Actions\n\n"
    rows = ("Buy books | Goal 1", "Order chairs | Goal 4", "Buy drums | trust goal 7")
    assert _found(goals + table("Action | Goal", *rows)) == [("Order chairs", "Goal 4", "unknown")]
