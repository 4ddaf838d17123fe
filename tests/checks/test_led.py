import pytest

from ruled import row_findings


def _found(rule, lead, action="Read aloud"):
    rows = [{"Action": action, "Lead": lead, "By when": "March 2027"}, {"Action": "Walk", "Lead": "RO"}]
    return row_findings(f"actions/{rule}", *rows)


@pytest.mark.parametrize(
    "lead", ["SLT", "All staff", "Everybody", "Leaders and all teachers", "The trust", "Whole school"]
)
def test_a_crowd_is_told(lead):
    assert _found("collective-lead", lead) == [lead]


@pytest.mark.parametrize(
    "lead", ["SLT and RO", "Trust lead", "All staff, led by AHT", "Team leader", "Heads of year", ""]
)
def test_a_crowd_with_somebody_in_it_is_left_alone(lead):
    assert _found("collective-lead", lead) == []


@pytest.mark.parametrize(
    "lead", ["Vacancy", "SENDCo (vacant)", "To be recruited", "Reading lead (from January, when appointed)"]
)
def test_a_post_that_nobody_holds_is_told(lead):
    assert _found("vacant-lead", lead) == [lead]


@pytest.mark.parametrize("lead", ["SENDCo", "TBC", "DHT / SENDCo (vacant)", "Recently promoted AHT"])
def test_who_is_there_or_not_known_is_left_alone(lead):
    assert _found("vacant-lead", lead) == []


def test_the_row_that_fills_the_post_may_be_led_by_it():
    assert _found("vacant-lead", "Vacancy", "Recruit a SENDCo") == []
