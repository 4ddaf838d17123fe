from checking import remarks, table
from planlint.checks.copied import check


def _found(*rows):
    text = table("Action | Success measure", *rows)
    return [(r.found, r.values["count"]) for r in remarks(check, text, role="success_criteria")]


def test_one_measure_for_three_unlike_actions():
    measure = "Results rise by four points"
    rows = [f"{action} | {measure}" for action in ("Buy new books", "Open the library", "Train six listeners")]
    assert _found(*rows) == [(measure, "3")]
    assert _found(*rows[:2]) == []


def test_like_actions_and_short_measures_are_left_alone():
    assert _found(*[f"Visit the nursery in {m} | A note to governors each time" for m in ("May", "June", "July")]) == []
    assert _found("Buy books | As above", "Sing songs | As above", "Dig beds | As above") == []
