import pytest

from planlint import packs, readers
from ruled import row_findings

PLAN = """# School improvement plan 2026-27

## Priority 1: Reading

{goal}

| Action | Lead | By when | Success criteria |
|---|---|---|---|
| Train tutors | AHT | 16 October 2026 | {measure} |
"""


def _found(measure, goal="", rule="activity-as-success"):
    loaded = packs.load()
    prepared = packs.prepare(loaded, [loaded.rule(f"actions/{rule}")])
    plan = readers.read("plan.md", PLAN.format(measure=measure, goal=goal).encode(), loaded.vocabulary)
    return [(f.found, f.location.line, f.location.column, f.context) for f in prepared.run(plan).findings]


def test_the_sentence_with_the_words_is_told_where_it_stands():
    [(found, line, column, context)] = _found("In June. Tutors trained.")
    assert (found, line, column) == ("Tutors trained.", 9, 51)
    assert context == "Train tutors | AHT | 16 October 2026 | In June. Tutors trained."


def test_a_part_behind_a_label_is_told_where_it_stands():
    found = _found(
        "Loans 400 (2026: 310)", "Lead: AHT. Success criteria: Children are confident", "vague-success-measure"
    )
    assert found == [("Children are confident", 5, 30, "Children are confident")]


def test_a_row_may_count_what_is_done_if_its_priority_has_a_figure():
    assert len(_found("All tutors trained", "Success criteria: children read more.")) == 1
    assert _found("All tutors trained", "Success criteria: 74% at the expected standard (2026: 66%)") == []


def test_one_line_that_can_be_checked_speaks_for_its_list_as_one_part_does_for_its_cell():
    goal = "Success criteria:\n\n- Better readers\n- {}\n"
    assert [f[0] for f in _found("", goal.format("Calmer rooms"), "vague-success-measure")] == [
        "Better readers",
        "Calmer rooms",
    ]
    assert _found("", goal.format("74% at the expected standard (2026: 66%)"), "vague-success-measure") == []
    assert _found("", goal.format("Drop-ins find the routine in each class"), "vague-success-measure") == []
    assert _found("Better readers; 74% at the expected standard", rule="vague-success-measure") == []


@pytest.mark.parametrize("heading", ["Measure of fidelity", "Measure of implementation", "Fidelity measure"])
def test_a_column_that_asks_whether_it_is_done_is_left_alone(heading):
    row = {"Action": "Train tutors", "Lead": "AHT", "By when": "16 October 2026"}
    assert row_findings("actions/activity-as-success", {**row, "Success criteria": "Tutors trained"}) != []
    assert row_findings("actions/activity-as-success", {**row, heading: "Tutors trained"}) == []
    assert row_findings("actions/vague-success-measure", {**row, heading: "Better tutors"}) == []


def test_of_work_that_keeps_a_school_running_it_is_enough_that_it_was_done():
    row = {"Lead": "SBM", "By when": "16 October 2026", "Success criteria": "Contract signed"}
    assert row_findings("actions/activity-as-success", {"Action": "Tender the cleaning contract", **row}) == []
    assert row_findings("actions/activity-as-success", {"Action": "Bring in a reading tutor", **row}) != []


def test_years_and_dates_are_no_figures():
    vague = ["Better reading in Years 5 and 6", "Better reading by July 2027", "Stronger teams in KS2 in 2026-27"]
    assert [len(_found(text, rule="vague-success-measure")) for text in vague] == [1, 1, 1]
