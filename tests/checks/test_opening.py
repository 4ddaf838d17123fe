import pytest

from ruled import row_findings


def _found(rule, action, measure=""):
    return row_findings(f"actions/{rule}", {"Action": action, "Lead": "AHT", "Success criteria": measure})


@pytest.mark.parametrize(
    ("action", "found"),
    [("Improve feedback", ["Improve"]), ("2.1 To further develop leaders", ["further develop"]),
     ("Improve feedback by reading it aloud", []), ("Improvement partner visits", []), ("Supporters' club", []),
     ("Monitor the log every week", []), ("Embed the phonics scheme: two listeners in each class", [])],
)  # fmt: skip
def test_weak_verbs(action, found):
    assert _found("weak-verb", action) == found


def test_a_figure_in_the_measure_makes_a_weak_verb_concrete_and_a_year_does_not():
    assert _found("weak-verb", "Improve feedback", "80% answered (45%)") == []
    assert _found("weak-verb", "Improve feedback", "Better by 2027") == ["Improve"]


@pytest.mark.parametrize(
    ("action", "found"),
    [("We strive to be kind", ["We strive to"]), ("All children feel safe", ["All children feel"]),
     ("All children are tested in May", []), ("Hopes and fears wall in the hall", [])],
)  # fmt: skip
def test_hopes(action, found):
    assert _found("aspiration-as-action", action) == found
