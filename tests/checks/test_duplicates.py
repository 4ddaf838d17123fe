import pytest

from checking import remarks, table
from planlint.checks.duplicates import check

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
