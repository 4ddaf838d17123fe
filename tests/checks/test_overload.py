import pytest

from ruled import row_findings

RULE = "actions/lead-overload"
OTHERS = ["SENDCo", "Site manager", "Office manager", "Librarian"]


def _found(*leads):
    return row_findings(RULE, *({"Action": f"Do thing {n}", "Lead": lead} for n, lead in enumerate(leads)))


@pytest.mark.parametrize(
    ("held", "rest", "found"),
    [(9, 21, ["DHT"]), (9, 22, []), (8, 9, []), (7, 7, ["DHT"]), (7, 8, []), (6, 4, [])],
)
def test_nine_that_are_a_third_of_all_or_seven_that_are_half(held, rest, found):
    assert _found(*["DHT"] * held, *(OTHERS * 6)[:rest]) == found


def test_one_person_in_several_spellings_is_one():
    assert _found(*["DHT", "Deputy head", "Deputy headteacher", "DHT / SENDCo"] * 2, *OTHERS) == ["DHT"]


def test_groups_and_plural_posts_are_nobody():
    assert _found(*["Headteachers"] * 9, *OTHERS) == _found(*["SLT"] * 9, *OTHERS) == []


def test_where_few_lead_anything_one_leads_much():
    assert _found(*["Headteacher"] * 9, *OTHERS[:2]) == []


def test_who_stands_behind_a_lead_carries_nothing_yet():
    same = {"Sponsor": "Headteacher", "By when": "May 2027"}
    rows = [{"Action": f"Do thing {n}", "Lead": lead, **same} for n, lead in enumerate(OTHERS * 3)]
    assert row_findings("actions/lead-overload", *rows) == []
    alone = [{**row, "Lead": ""} for row in rows[:9]] + rows[9:]
    assert row_findings("actions/lead-overload", *alone) == ["Headteacher"]
