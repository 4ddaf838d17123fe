"""Names of components that stand for the work."""

import pytest

from ruled import findings

RULE = "helix/component-named-not-done"
IMPROVE = "Adopt a cycle: we are committed to improvement in all we do"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("## De-implement\n\nLess is more.\n", ["De-implement"]),
        ("## 4.2 Leverage capacity: who we are\n\nThis matters to us.\n", ["4.2 Leverage capacity: who we are"]),
        ("## De-implement\n\nThe spring data drop stops and gives back four hours.\n", []),
        ("## Connect the boilers\n\nLess is more.\n", []),
        (f"- {IMPROVE}\n", [IMPROVE]),
        ("- Adopt a cycle\n- Connect\n", ["Adopt a cycle"]),
        ("## Contents\n\n- Adopt a cycle\n- Connect\n", []),
    ],
)
def test_a_name_is_told_where_nothing_beside_or_under_it_can_be_seen(text, found):
    assert [f.found for f in findings(RULE, f"# Trust improvement plan 2026-27\n\n{text}")] == found


def test_the_names_in_one_list_are_told_of_together():
    text = "# Trust improvement plan 2026-27\n\n- Adopt a cycle\n- Horizontal improvement\n"
    assert [f.message for f in findings(RULE, text)] == [
        "'Adopt a cycle' is the name of a component and no more: nothing beside or under it says what will be done "
        "(Adopt a cycle, Empower horizontal improvement)."
    ]
