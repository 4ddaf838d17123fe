from checking import patterns, remarks, table
from planlint.checks.years import check


def _found(*dates, heading="Actions"):
    rows = [f"Read book {n} | {date}" for n, date in enumerate(dates)]
    text = f"## {heading}\n\n" + table("Action | By when", *rows)
    back = patterns("(?i)review")
    return [(r.found, r.values["count"], r.values["of"]) for r in remarks(check, text, looking_back=back)]


def test_years_that_are_over_before_the_plan_begins():
    assert _found("May 2025", "June 2025", "July 2025", "May 2027") == [("May 2025", "3", "4")]


def test_a_few_slips_are_for_another_rule_and_reviews_look_back():
    assert _found("May 2025", "June 2025", "May 2027", "June 2027") == []
    assert _found("May 2025", "June 2025", "July 2025", heading="Review") == []
