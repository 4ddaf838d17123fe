import pytest

from ruled import findings, row_findings

RULE = "actions/deadline-outside-period"


def _rows(*dates, action="Mend the fence"):
    return [{"Action": action, "Lead": "AHT", "By when": date} for date in dates]


@pytest.mark.parametrize(
    ("date", "found"),
    [("May 2026", ["May 2026"]), ("1 June 2026", []), ("14 September 2027", []),
     ("15 September 2027", ["15 September 2027"]),
     ("October", []), ("2027-28", []), ("Autumn 1, 2027", []), ("Autumn 2, 2027", ["Autumn 2, 2027"])],
)  # fmt: skip
def test_stated_days_well_outside_the_plan_are_told(date, found):
    assert row_findings(RULE, *_rows(date, "March 2027")) == found


def test_results_may_come_after_the_plan():
    assert row_findings(RULE, *_rows("October 2027", action="Enter pupils for the GCSE resits")) == []


def test_a_limit_in_the_action_counts_and_a_date_in_passing_does_not():
    assert row_findings(RULE, *_rows("March 2027", action="Mend the fence by December 2028")) == ["December 2028"]
    assert row_findings(RULE, *_rows("March 2027", action="Mend the fence put up in March 2019")) == []


def test_if_a_third_of_the_dates_is_outside_the_period_is_in_doubt():
    assert row_findings(RULE, *_rows(*["December 2029"] * 5, *["March 2027"] * 9)) == []
    assert row_findings(RULE, *_rows(*["December 2029"] * 5, *["March 2027"] * 12)) == ["December 2029"] * 5


def test_the_message_names_the_day_on_which_the_plan_begins_or_ends():
    plan = "# School improvement plan 2026-27\n\n| Action | Lead | By when |\n|---|---|---|\n"
    [early, late] = findings(RULE, f"{plan}| Walk | AHT | May 2025 |\n| Run | AHT | May 2028 |\n")
    assert early.message == "'May 2025' lies outside the plan, which begins on 1 September 2026."
    assert late.message == "'May 2028' lies outside the plan, which ends on 31 August 2027."
