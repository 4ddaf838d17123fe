import pytest

from checking import patterns, remarks
from planlint.checks.counts import check

OPTIONS = {"loose": patterns("(?i)including|no more than|last"), "own": patterns(r"(?i)\bour\s*$")}


def _found(text):
    return [(r.found, r.values["count"]) for r in remarks(check, text, **OPTIONS)]


@pytest.mark.parametrize("lead", ["## Our three aims\n\n", "We have three aims:\n\n"])
def test_a_number_and_the_list_below_it(lead):
    assert _found(lead + "- Read\n- Sing\n") == [("three aims", "2")]
    assert _found(lead + "- Read\n- Sing\n- Dig\n") == []


@pytest.mark.parametrize("lead", ["Three aims, including:", "Last year we had three aims:", "We aim to:"])
def test_loose_numbers_and_other_nouns_are_left_alone(lead):
    assert _found(lead + "\n\n- Read\n- Sing\n") == []


def test_the_number_of_the_plans_goals():
    goals = "## Priority 1: Reading\n\nWe read.\n\n## Priority 2: Music\n\nWe sing.\n"
    assert _found("These are our three priorities.\n\n" + goals) == [("three priorities", "2")]
    assert _found("Schools have no more than three priorities.\n\n" + goals) == []
    assert _found("These are our two priorities.\n\n" + goals) == []
