import pytest

from ruled import findings

LEAD, WHEN = "actions/missing-lead", "actions/missing-deadline"


def _plan(heading, columns, row):
    rule = "|".join("---" for _ in columns.split("|"))
    return f"# School improvement plan 2026-27\n\n## {heading}\n\n| {columns} |\n|{rule}|\n| {row} |\n"


@pytest.mark.parametrize(
    ("heading", "found"),
    [
        ("Autumn term 2026", 0),
        ("To be done by Easter 2027", 0),
        ("Spring 2", 0),
        ("By 11 December 2026", 0),
        ("Agreed on 3 September 2026", 1),  # the day of a meeting
        ("Actions 2026-27", 1),  # the plan's own time
        ("September 2026 to July 2027", 1),
        ("What we promised for Summer 2025", 1),
        ("Reading", 1),
    ],
)
def test_a_heading_gives_the_time_of_the_rows_below_it(heading, found):
    assert len(findings(WHEN, _plan(heading, "Action | Lead", "Buy books | AB"))) == found


@pytest.mark.parametrize(
    ("heading", "found"),
    [
        ("Priority 1: Reading (Lead: Mrs Tallow)", 0),
        ("Reading (led by: AHT)", 0),
        ("Reading – lead: SENDCo", 0),
        ("Priority 1: Reading", 1),
        ("Priority 1: Leading readers", 1),
    ],
)
def test_a_heading_names_who_leads_the_rows_below_it(heading, found):
    assert len(findings(LEAD, _plan(heading, "Action | Lead | By when", "Buy books | | May 2027"))) == found


def test_the_cell_goes_before_the_heading():
    plan = _plan("Reading (Lead: SLT)", "Action | Lead | By when", "Buy books | AB | May 2027")
    assert findings("actions/collective-lead", plan) == []
