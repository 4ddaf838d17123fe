import pytest

from ruled import findings, row_findings

RULE = "actions/vague-deadline"


def _row(when, **more):
    return {"Action": "Coach new tutors", "Lead": "AHT", "By when": when, **more}


@pytest.mark.parametrize(
    "when", ["Ongoing", "tbc", "Throughout", "When the new head is in post", "As needed", "£5,000"]
)
def test_words_that_are_no_date_are_told(when):
    assert row_findings(RULE, _row(when), _row("July 2027")) == [when]


@pytest.mark.parametrize("when", ["", "-", "Spring 2", "From 14 September", "SATs week", "[insert date]", "15/01/27"])
def test_dates_beginnings_events_and_empty_cells_are_left_alone(when):
    assert row_findings(RULE, _row(when), _row("July 2027")) == []


def test_a_rhythm_is_only_a_note_and_needs_no_end_if_a_check_is_dated():
    plan = "# School improvement plan 2026-27\n\n| Action | Lead | By when | Monitoring |\n|---|---|---|---|\n{}"
    bare = findings(RULE, plan.format("| Hear readers | AHT | Weekly | Head |\n"))
    assert [(f.severity, f.message) for f in bare] == [
        ("note", "'Weekly' says how often, but not from when or until when.")
    ]
    assert findings(RULE, plan.format("| Hear readers | AHT | Weekly | Head, 11 December 2026 |\n")) == []


def test_a_long_sentence_in_the_column_is_another_matter():
    assert row_findings(RULE, _row("To be done whenever it can be done " * 4), _row("July 2027")) == []
