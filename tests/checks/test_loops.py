"""Strands that do not hear each other: what silences the remark."""

import pytest

from ruled import findings

RULE = "helix/strands-do-not-talk"
GOALS = "Publish a two-page description of a strong reading lesson for every classroom by October 2026.\n\n"
PEOPLE = "Each new head meets a mentor every fortnight from September 2026.\n\n"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (GOALS + PEOPLE, 1),
        (GOALS, 0),
        (GOALS + PEOPLE + "The results of the December check decide which training comes first.", 0),
        (GOALS + PEOPLE + "The results of the December check do not decide which training comes first.", 1),
        (GOALS + PEOPLE + "## Estates\n\nThe results of the survey decide which action comes first.", 1),
    ],
)
def test_one_return_from_strand_to_strand_is_enough(text, count):
    assert len(findings(RULE, f"# Trust improvement plan 2026-27\n\n{text}\n")) == count
