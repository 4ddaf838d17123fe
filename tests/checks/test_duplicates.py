import pytest

from checking import remarks, table
from planlint.checks.duplicates import check
from ruled import findings

OPTIONS = {"kinds": ("action-plan",), "same_figures": "same figures"}
HEAD = "Action | Lead | By when | Success measure"


def _found(*rows):
    text = "## Actions\n\n" + table(HEAD, *rows)
    return [(r.values["action"], r.values["other"], r.message) for r in remarks(check, text, **OPTIONS)]


def test_the_same_action_twice_whoever_leads_it():
    first, again = "Lend every family a box of books for Christmas", "Lend each family a box of books for Christmas."
    rows = (f"{first} | AB | May 2027 | Loans up", "Sing | AB | May 2027 | Joy", f"{again} | CD | June 2027 | Joy")
    assert _found(*rows) == [(again, first, None)]


def test_short_actions_count_only_with_the_same_lead_and_date():
    assert _found("Governor visit | AB | May 2027 | A", "Governor visit | AB | June 2027 | B") == []
    assert _found("Governor visit | AB | May 2027 | A", "Governor visit | AB | May 2027 | B") == [
        ("Governor visit", "Governor visit", None)
    ]


def test_another_figure_is_another_action():
    one, two = "Run the spelling test for every class in Year 3", "Run the spelling test for every class in Year 4"
    assert _found(f"{one} | AB | May 2027 | A", f"{two} | AB | May 2027 | B") == []


def test_the_same_figures_in_other_words():
    one, two = "Home visits to late pupils with a plan", "Doorstep visits for pupils; a written plan"
    assert _found(f"{one} | AB | May 2027 | Lates 84 to 50", f"{two} | CD | May 2027 | From 84 (July 26) to 50") == [
        (two, one, "same figures")
    ]


@pytest.mark.parametrize("measure", ["Lates 84 to 50", "From 84 to 60"])
def test_one_measure_for_two_actions_or_other_figures_make_no_duplicate(measure):
    one, two = "Home visits to late pupils with a plan", "Doorstep visits for pupils; a written plan"
    assert _found(f"{one} | AB | May 2027 | Lates 84 to 50", f"{two} | CD | May 2027 | {measure}") == []


def _meant(*rows, columns="Action | Lead | By when", heading=""):
    lines = [columns, "---|" * columns.count("|") + "---", *rows]
    table = "\n".join(f"| {line} |" for line in lines)
    return len(findings("plan/duplicate-action", f"# Trust improvement plan 2026-27\n\n{heading}{table}\n"))


def test_what_is_done_for_another_school_or_again_on_another_day_is_meant():
    deed = "Hold a reading evening for the families of new pupils"
    assert _meant(f"{deed} | AB | May 2027", f"{deed} | AB | November 2026") == 0
    assert _meant(f"{deed} | AB | May 2027", f"{deed} | CD | November 2026") == 1
    assert _meant(f"{deed} | AB | May 2027", f"{deed} | AB | May 2027") == 1
    assert _meant(f"{deed} | | May 2027", f"{deed} | | November 2026") == 1
    assert _meant(f"Elm | {deed} | May 2027", f"Moss | {deed} | May 2027", columns="School | Action | By when") == 0
    assert _meant(f"Elm | {deed} | May 2027", f"Elm | {deed} | May 2027", columns="School | Action | By when") == 1


def test_each_school_may_have_it_under_its_own_heading():
    row = "| Hold a reading evening for the families of new pupils | HT | May 2027 |\n"
    table = "| Action | Lead | By when |\n|---|---|---|\n" + row
    plan = "# Trust improvement plan 2026-27\n\n## {}\n\n" + table + "\n## {}\n\n" + table
    assert findings("plan/duplicate-action", plan.format("Elm Primary School", "Moss Bank Academy")) == []
    assert len(findings("plan/duplicate-action", plan.format("Reading", "Families"))) == 1
