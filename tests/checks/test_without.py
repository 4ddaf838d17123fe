from checking import found
from planlint.checks.without import check

CUES = {"cues": "review & termly", "then": "change", "headings": "what happens then"}


def test_the_one_without_the_other():
    assert found(check, "We review it termly.\n", CUES) == ["review it termly"]


def test_the_other_answers_near_by_only():
    far = "We review it termly.\n\n## Music\n\nSongs change.\n"
    assert found(check, "We review it termly and change it.\n", CUES) == []
    assert found(check, far, CUES) == ["review it termly"]
    assert found(check, far.replace("Music", "Monitoring"), CUES, near=("monitoring",)) == []


def test_a_heading_can_answer():
    assert found(check, "We review it termly.\n\n## What happens then\n\nHeads meet.\n", CUES) == []


def test_what_is_denied_or_stands_elsewhere_asks_for_nothing():
    assert found(check, "We do not review it termly.\n", CUES) == []
    assert found(check, "## Safeguarding\n\nWe review it termly.\n", CUES, not_in=("safeguarding",)) == []
