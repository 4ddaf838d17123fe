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
