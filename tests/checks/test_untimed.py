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
    plan = "# School improvement plan\n\n| Action | Lead | By when | Monitoring |\n|---|---|---|---|\n{}"
    bare = findings(RULE, plan.format("| Hear readers | AHT | Weekly | Head |\n"))
    assert [(f.severity, f.message) for f in bare] == [
        ("note", "'Weekly' says how often, but not from when or until when.")
    ]
    assert findings(RULE, plan.format("| Hear readers | AHT | Weekly | Head, 11 December 2026 |\n")) == []


def test_what_waits_for_an_occasion_that_the_row_names_needs_no_day():
    row = {**_row("As needed"), "Action": "Meet both families after each falling-out"}
    assert row_findings(RULE, row, _row("July 2027")) == []


@pytest.mark.parametrize(
    "when", ["Mon/Wed/Fri", "Tues", "x4", "6 weeks", "Done", "Now", "Same day", "Every lesson", "wkly"]
)
def test_weekdays_lengths_and_what_is_done_or_begins_at_once_are_left_alone(when):
    assert row_findings(RULE, _row(when), _row("July 2027")) == []


def test_what_comes_round_begins_and_ends_with_a_plan_that_says_its_own_time():
    assert row_findings(RULE, _row("Weekly"), _row("July 2027")) == []
    assert row_findings(RULE, _row("Ongoing", Monitoring="Head, half-termly"), _row("July 2027")) == []
    assert row_findings(RULE, _row("Ongoing", Monitoring="Head"), _row("July 2027")) == ["Ongoing"]
    assert row_findings(RULE, _row("Regularly", Monitoring="Head, regularly"), _row("July 2027")) == ["Regularly"]


def test_a_span_is_a_date_if_the_cell_says_what_falls_in_it():
    assert row_findings(RULE, _row("The two infant schools this year"), _row("July 2027")) == []
    assert row_findings(RULE, _row("This year"), _row("July 2027")) == ["This year"]


def test_standing_duties_need_no_end():
    row = "| Action | Lead | By when |\n|---|---|---|\n| Keep the log of visitors | Office | Ongoing |\n"
    assert findings(RULE, f"# School improvement plan 2026-27\n\n## Business as usual\n\n{row}") == []
    assert len(findings(RULE, f"# School improvement plan 2026-27\n\n## Reading\n\n{row}")) == 1


def test_a_long_sentence_in_the_column_is_another_matter():
    assert row_findings(RULE, _row("To be done whenever it can be done " * 4), _row("July 2027")) == []
