from ruled import row_findings

RULE = "actions/everything-due-at-the-end"


def _count(*dates, **more):
    rows = ({"Action": f"Do thing {n}", "Lead": "AHT", "By when": date, **more} for n, date in enumerate(dates))
    return len(row_findings(RULE, *rows))


def test_more_than_three_in_five_in_the_last_half_term():
    assert _count(*["July 2027"] * 6, *["March 2027"] * 4) == 0
    assert _count(*["July 2027"] * 7, *["March 2027"] * 4) == 1


def test_few_dates_show_nothing():
    assert _count(*["July 2027"] * 7) == 0


def test_what_runs_to_the_end_or_has_milestones_does_not_count():
    assert _count(*["September to July"] * 9) == 0
    assert _count(*["July 2027"] * 9, Milestone="Half by March") == 0
