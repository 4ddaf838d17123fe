import pytest

from planlint.checks import goals
from planlint.plan import Block, Location
from planlint.readers import read
from planlint.vocabulary import load

HERE = Location("plan.md")


def _plan(text):
    return read("plan.md", f"# Larkhill improvement plan 2026-27\n\n{text}".encode(), load())


def test_sections_of_goals_are_known_by_word_and_number_or_by_what_stands_over_them():
    plan = _plan(
        "## Priority 1: Reading\n\n### Actions\n\nWe read.\n\n## Our aims\n\n### Music\n\nA.\n\n### Art\n\nB.\n"
    )
    assert [(g.name, g.number, g.text) for g in goals.sections(plan, load())] == [
        ("Priority 1", "1", "Reading"), ("Music", "", "Music"), ("Art", "", "Art"),
    ]  # fmt: skip


@pytest.mark.parametrize("lead", ["## Our three priorities\n\n", "We have three aims:\n\n"])
def test_a_list_names_goals_if_what_stands_over_it_says_so(lead):
    found = goals.lists(_plan(lead + "1. Reading\n2. Music\n"), load())
    assert [[(g.number, g.text) for g in listed] for listed in found] == [[("1", "Reading"), ("2", "Music")]]


@pytest.mark.parametrize("heading", ["Why these priorities", "Last year's priorities", "What we like"])
def test_other_lists_name_none(heading):
    assert goals.lists(_plan(f"## {heading}\n\n1. Reading\n2. Music\n"), load()) == ()


@pytest.mark.parametrize(
    ("text", "number", "rest"),
    [
        ("A. Every child reads", "A", "Every child reads"),
        ("A school that reads", "", "A school that reads"),
        ("2 Music", "2", "Music"),
        ("Year 6 reading", "", "Year 6 reading"),
        ("WS3: People", "WS3", "People"),
        ("C", "C", "C"),
    ],
)
def test_the_number_of_a_goal_is_told_from_its_words(text, number, rest):
    goal = goals.named(Block(text, HERE))
    assert (goal.number, goal.text) == (number, rest)


def test_goals_that_are_mentioned_are_named_by_number():
    assert goals.mentioned("Attendance (Goal 2), supports priority B", load()) == ("2", "B")
    assert goals.mentioned("Goals for all 3 schools", load()) == ()


@pytest.mark.parametrize(
    ("noun", "many"), [("priority", "priorities"), ("area of focus", "areas of focus"), ("aim", "aims")]
)
def test_plurals(noun, many):
    assert goals.plural(noun) == many


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Priority 2: Reading. Every child reads.", "Priority 2: Reading"),
        ("Families. By July half of them come.", "Families"),
        ("3. Calm lunchtimes", "3. Calm lunchtimes"),
        ("a b c d e f g h i j k", "a b c d e f g h i j…"),
    ],
)
def test_a_goal_is_named_by_its_first_words(text, name):
    assert goals.short(text) == name
