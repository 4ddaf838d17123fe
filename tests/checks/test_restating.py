import pytest

from ruled import findings, row_findings


def _found(rule, column, text):
    return row_findings(f"actions/{rule}", {"Action": "Paint the hall doors green", "Lead": "AHT", column: text})


@pytest.mark.parametrize(
    ("measure", "found"),
    [("Hall doors painted", ["Hall doors painted"]), ("Doors", []), ("Pupils paint doors at home", []),
     ("Hall doors painted and reviewed", []), ("", [])],
)  # fmt: skip
def test_a_measure_that_is_the_action_over_again(measure, found):
    assert _found("measure-restates-action", "Success criteria", measure) == found


@pytest.mark.parametrize(
    ("milestone", "found"),
    [("Doors painted green", ["Doors painted green"]), ("Doors painted by March 2027", []), ("Spring 2", ["Spring 2"]),
     ("HT3", ["HT3"]), ("Primer on", []), ("", [])],
)  # fmt: skip
def test_a_milestone_that_says_nothing(milestone, found):
    assert _found("milestone-says-nothing", "Milestone", milestone) == found


def test_a_bare_time_has_a_message_of_its_own():
    plan = "# School improvement plan 2026-27\n\n| Action | Lead | Milestone |\n|---|---|---|\n| Paint | AHT | May |\n"
    [found] = findings("actions/milestone-says-nothing", plan)
    assert found.message == "'May' gives a time and nothing that will have been reached by then."
