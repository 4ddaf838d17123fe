import pytest

from ruled import row_findings

RULE = "actions/long-action-without-milestone"


def _found(when, start="", **more):
    row = {"Action": "Rewrite the units", "Lead": "AHT", "Start": start, "By when": when, **more}
    return row_findings(RULE, row, {**row, "Start": "May 2027", "By when": "June 2027"})


@pytest.mark.parametrize(
    ("when", "start", "found"),
    [("July 2027", "September 2026", ["July 2027"]), ("July 2027", "", []), ("July 2027", "January 2027", []),
     ("September 2026 to July 2027", "", ["September 2026 to July 2027"]), ("Weekly, September to July", "", [])],
)  # fmt: skip
def test_most_of_a_year_from_a_stated_beginning(when, start, found):
    assert _found(when, start) == found


@pytest.mark.parametrize(
    "more", [{"Milestone": "Half by March"}, {"Monitoring": "Head reads each"}, {"Resources": "Cover on 3 March 2027"}]
)
def test_anything_to_look_at_on_the_way_will_do(more):
    assert _found("July 2027", "September 2026", **more) == []
