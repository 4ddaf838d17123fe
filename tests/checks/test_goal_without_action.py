from checking import found, patterns, remarks, table
from planlint.checks.goal_without_action import check

OPTIONS = {"elsewhere": patterns("appendix"), "named_elsewhere": "elsewhere", "not_doing": ("success",)}
READ = table("Action | Lead", "Read daily | AB", "Lend books | AB")
SING = table("Action | Lead", "Sing daily | CD")


def test_a_section_without_actions_beside_one_with_some():
    text = f"## Priority 1: Reading\n\n{READ}## Priority 2: Music\n\nWe love songs.\n"
    assert [(r.found, r.context, dict(r.values)) for r in remarks(check, text, **OPTIONS)] == [
        ("Priority 2: Music", "Priority 2: Music\nWe love songs.", {"goal": "Priority 2: Music"})
    ]


def test_bullets_under_success_criteria_are_no_actions():
    success = "### Success criteria\n\n- Half of all families come\n- All sing\n"
    text = f"## Priority 1: Reading\n\n{READ}## Priority 2: Music\n\n{success}"
    assert found(check, text, **OPTIONS) == ["Priority 2: Music"]


def test_other_bullets_may_be():
    text = f"## Priority 1: Reading\n\n{READ}## Priority 2: Music\n\n- Hall on Mondays\n- Choir on Fridays\n"
    assert found(check, text, **OPTIONS) == []


def test_a_goal_whose_actions_are_elsewhere_is_a_note():
    text = f"## Priority 1: Reading\n\n{READ}## Priority 2: Music\n\nSee the appendix.\n"
    assert [(r.severity, r.message) for r in remarks(check, text, **OPTIONS)] == [("note", "elsewhere")]


def test_a_goal_of_the_list_that_does_not_come_back():
    listed = "## Our aims\n\n1. Reading\n2. Music\n3. Gardens\n\n"
    text = f"{listed}## Aim 1: Reading\n\n{READ}## Aim 2: Music\n\n{SING}"
    assert found(check, text, **OPTIONS) == ["Gardens"]


def test_a_list_of_which_little_comes_back_is_another_list():
    listed = "## Our aims\n\n1. Gardens\n2. Bees\n3. Ponds\n\n"
    text = f"{listed}## Strand A: Reading\n\n{READ}## Strand B: Music\n\n{SING}"
    assert found(check, text, **OPTIONS) == []


def test_a_goal_that_actions_name_by_number_comes_back():
    listed = "## Our aims\n\n1. Reading\n2. Music\n3. Gardens\n\n"
    rows = table("Priority | Action", "Books (aim 1) | Read daily", "Songs (aim 2) | Sing", "Outdoors (aim 3) | Dig")
    assert found(check, listed + "## Actions\n\n" + rows, **OPTIONS) == []


def test_strategies_are_left_alone():
    text = f"## Priority 1: Reading\n\n{READ}## Priority 2: Music\n\nWe love songs.\n"
    assert found(check, text, kinds=("implementation-plan",), **OPTIONS) == []
