from checking import remarks
from planlint.checks.too_many import check


def _goals(*names):
    return "".join(f"## Priority {n}: {name}\n\nWe try.\n\n" for n, name in enumerate(names, 1))


def _found(text, **options):
    return [(r.found, r.values["count"], r.severity) for r in remarks(check, text, **options)]


def test_more_goals_than_are_wanted():
    assert _found(_goals("Reading", "Music", "Art"), most=2) == [("", "3", None)]
    assert _found(_goals("Reading", "Music"), most=2) == []


def test_standing_work_is_counted_apart_unless_there_is_far_too_much():
    text = _goals("Reading", "Music", "Finance")
    assert _found(text, most=2, standing=("finance",)) == []
    assert _found(text, most=2, standing=("finance",), far_too_many=3) == [("", "3", "error")]


def test_a_list_of_the_same_goals_may_be_longer_than_the_sections():
    listed = "## Our priorities\n\n1. Reading\n2. Music\n3. Art\n\n"
    assert _found(listed + _goals("Reading", "Music"), most=2) == [("", "3", None)]
    other = "## Our aims\n\n1. Kind\n2. Brave\n3. Fair\n\n"
    assert _found(other + _goals("Reading", "Music"), most=2) == []


def test_actions_of_a_goal_without_their_sub_steps():
    head = "## Priority 1: Reading\n\n| Ref | Action |\n|---|---|\n"
    assert _found(head + "| 1.1 | Read |\n| 1.2 | Lend |\n", of="actions", most=1) == [
        ("Priority 1: Reading", "2", None)
    ]
    assert _found(head + "| 1.1a | Read |\n| 1.1b | Lend |\n", of="actions", most=1) == []
