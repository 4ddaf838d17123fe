import pytest

from ruled import findings, row_findings

RULE = "actions/impossible-date"


@pytest.mark.parametrize(
    ("text", "told"),
    [("We meet on 31 April 2027.", [("31 April 2027", "error", "There is no such day as '31 April 2027'.")]),
     ("On Monday 5 January 2027.", [("Monday 5 January 2027", "warning", "'Monday 5 January 2027' is a Tuesday.")]),
     ("We meet on Tuesday 5 January 2027.", []), ("Item 31.4 of the report.", [])],
)  # fmt: skip
def test_days_in_sentences(text, told):
    found = findings(RULE, f"# School improvement plan 2026-27\n\n{text}\n")
    assert [(f.found, f.severity, f.message) for f in found] == told


def _found(*dates):
    return row_findings(RULE, *({"Action": "Walk", "Lead": "AHT", "By when": date} for date in dates))


def test_month_first_is_told_only_where_others_are_surely_day_first():
    assert _found("09/30/2026", "14/10/2026") == ["09/30/2026"]
    assert _found("09/30/2026", "09/10/2026") == []
