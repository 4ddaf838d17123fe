"""Dates told apart from what looks like one, joined into ranges, and given their years."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planlint import dates, vocabulary
from planlint.plan import Period
from timing import seconds

CALENDAR = dates.calendar(vocabulary.load())
YEAR = Period(date(2025, 9, 1), date(2026, 8, 31))
THREE = Period(date(2025, 9, 1), date(2028, 7, 31))


def iso(found: dates.Dated) -> str:
    return f"{found.kind} {found.start or '-'}/{found.end or '-'}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Year 2", "year 2026-09-01/2027-08-31"),
        ("Y1/Y2", "year 2025-09-01/2027-08-31"),
        ("Year 3", "year 2027-09-01/2028-07-31"),
        ("end of Year 2", "relative -/-"),
        ("July", "month 2026-07-01/2026-07-31"),
        ("July 2028", "month 2028-07-01/2028-07-31"),
        ("Autumn 1, 2026", "half-term 2026-09-01/2026-10-23"),
        ("Spring 2, 2027", "half-term 2027-02-22/2027-03-25"),
        ("2026-27", "year 2026-09-01/2027-08-31"),
    ],
)
def test_forms_in_a_plan_of_three_years(text: str, expected: str) -> None:
    assert [iso(d) for d in dates.find(text, CALENDAR, THREE, "deadline")] == [expected]


@pytest.mark.parametrize("text", ["Year 4", "Year 1 cohort", "Y7", "Year 11 pupils"])
def test_year_groups_are_no_years_of_the_plan(text: str) -> None:
    assert dates.find(text, CALENDAR, THREE, "deadline") == ()
    assert dates.find("Year 2", CALENDAR, YEAR, "deadline") == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sept 25 – July 26", ["range 2025-09-01/2026-07-31"]),
        ("Sept to end of Dec", ["range 2025-09-01/2025-12-31"]),
        ("w/c 3 Nov – w/c 17 Nov", ["range 2025-11-03/2025-11-21"]),
        ("Nov 2025 – Mar", ["range 2025-11-01/2026-03-31"]),
        ("8 Sept – 24 April 2026", ["range 2025-09-08/2026-04-24"]),
        ("between Oct and Dec 2025", ["month 2025-10-01/2025-10-31", "month 2025-12-01/2025-12-31"]),
        ("Aut 2 each year", ["recurrence -/-", "recurrence -/-"]),
        ("Nov 2025 then termly", ["month 2025-11-01/2025-11-30", "recurrence -/-"]),
        ("Termly: 19 Nov, 25 Feb", ["recurrence -/-", "day 2025-11-19/2025-11-19", "day 2026-02-25/2026-02-25"]),
        ("4 Nov, 6 Jan 2026", ["day 2025-11-04/2025-11-04", "day 2026-01-06/2026-01-06"]),
        ("12 Sept 25 staff meeting", ["day 2025-09-12/2025-09-12"]),
        ("Fri 12th Dec 3.30pm", ["day 2025-12-12/2025-12-12"]),
        ("immediately and ongoing", ["vague -/-", "vague -/-"]),
        ("Ongoing throughout Autumn term", ["vague -/-", "vague -/-", "term 2025-09-01/2025-12-19"]),
    ],
)
def test_several_dates_in_one_cell(text: str, expected: list[str]) -> None:
    assert [iso(d) for d in dates.find(text, CALENDAR, YEAR, "deadline")] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Year 5 pupils", "Y1 phonics", "KS2 outcomes", "Autumn leaves on display", "the T4 classroom",
        "We may review this", "Pupils march to the hall", "March on to the next unit", "see section 2.3",
        "call 01234 567890", "1:1 tuition", "a score of 3/4", "2.3.1", "version 1.2", "9.30am to 3.15pm",
        "60% to 65%", "Spring into action", "summer school for 24", "the HT and DHT", "HT 2 days", "AP places",
        "A1 poster", "2025 pupils", "£2026", "Room 12/14", "a ratio of 1/30", "11-16 school",
        "24-25 pupils in a class", "May Johnson", "June Smith leads", "an August body", "Sum of money",
        "Lent books to families", "Trinity Road School", "Easter Road Primary", "Christmas concert", "in year 6",
        "Ongoing coaching", "mar the work", "second half of the lesson", "Week 5 of the course", "Q3 of the survey",
        "TBC", "Sat in on lessons",
    ],
)  # fmt: skip
def test_what_is_no_date_in_prose(text: str) -> None:
    assert dates.find(text, CALENDAR, YEAR) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a review in May and again by Easter", ["month 2026-05-01/2026-05-31", "day 2026-03-27/2026-03-27"]),
        ("by the end of March 2026 at the latest", ["month 2026-03-21/2026-03-31"]),
        ("two visits a term, the first on 14 October", ["recurrence -/-", "day 2025-10-14/2025-10-14"]),
        ("during Spring 2 in all schools", ["half-term 2026-02-23/2026-03-27"]),
        ("results for 2024-25", ["year 2024-09-01/2025-08-31"]),
        ("from HT3 onwards", ["half-term 2026-01-05/2026-02-13"]),
        ("before the SATs", ["day 2026-05-10/2026-05-10"]),
        ("end of Year 6", []),
    ],
)
def test_dates_in_prose(text: str, expected: list[str]) -> None:
    assert [iso(d) for d in dates.find(text, CALENDAR, YEAR)] == expected


def test_head_teacher_and_half_term_are_told_apart_by_the_column() -> None:
    assert dates.find("HT", CALENDAR, YEAR, "lead") == ()
    (found,) = dates.find("by HT", CALENDAR, YEAR, "deadline")
    assert (found.kind, found.bound, found.text) == ("half-term", "by", "HT")


def test_six_terms() -> None:
    six = dates.calendar(vocabulary.load(), texts=["T5"])
    assert [iso(d) for d in dates.find("T2", six, YEAR, "deadline")] == ["half-term 2025-11-03/2025-12-19"]
    assert [iso(d) for d in dates.find("T2", CALENDAR, YEAR, "deadline")] == ["term 2026-01-05/2026-03-27"]


@pytest.mark.parametrize(
    ("text", "bound"),
    [("from Sept", "from"), ("Sept onwards", "from"), ("by Sept", "by"), ("until 24 April", "until"), ("Sept", "")],
)
def test_bounds(text: str, bound: str) -> None:
    assert [d.bound for d in dates.find(text, CALENDAR, YEAR, "deadline")] == [bound]


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("Monday 5 January 2026", ""), ("Tuesday 5 January 2026", "weekday"), ("09/30/2025", "month-first"),
        ("31 June", "no such day"), ("30 February 2026", "no such day"), ("31/11/2025", "no such day"),
        ("29 February 2028", ""), ("29 Feb", "no such day"), ("32 March", "no such day"),
    ],
)  # fmt: skip
def test_doubts(text: str, doubt: str) -> None:
    assert [d.doubt for d in dates.find(text, CALENDAR, YEAR, "deadline")] == [doubt]


@pytest.mark.parametrize(
    ("text", "stated"), [("Sept 2026", True), ("2025-26", True), ("Aut 1", False), ("3 Nov", False)]
)
def test_whether_the_year_stands_there(text: str, stated: bool) -> None:
    assert [d.stated for d in dates.find(text, CALENDAR, YEAR, "deadline")] == [stated]


def test_a_missing_year_comes_from_the_nearest_side_of_the_period() -> None:
    short = Period(date(2025, 9, 1), date(2026, 4, 30))
    assert [iso(d) for d in dates.find("June", CALENDAR, short, "deadline")] == ["month 2026-06-01/2026-06-30"]
    assert [iso(d) for d in dates.find("August", CALENDAR, short, "deadline")] == ["month 2025-08-01/2025-08-31"]


def test_without_a_period_a_date_beside_it_gives_the_year_or_nothing_does() -> None:
    assert [iso(d) for d in dates.find("Oct; done by 27 March 2026", CALENDAR, None, "deadline")] == [
        "month 2025-10-01/2025-10-31",
        "day 2026-03-27/2026-03-27",
    ]
    assert [iso(d) for d in dates.find("Oct", CALENDAR, None, "deadline")] == ["month -/-"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("First meeting 25/09/25; monthly to 09/07/26", "day 2026-07-09/2026-07-09"),
        ("Fortnightly, 22/09/25 – 01/05/26", "range 2025-09-22/2026-05-01"),
        ("Marked 12–13/11/25; all six by 22/05/26", "day 2026-05-22/2026-05-22"),
        ("from 15 Sept", "day 2025-09-15/2025-09-15"),
        ("weekly", "recurrence -/-"),
        ("Week 4 of each half-term", "recurrence -/-"),
        ("ongoing", "vague -/-"),
        ("TBC (Spring)", "term 2026-01-05/2026-03-27"),
    ],
)
def test_the_deadline_is_the_last_end(text: str, expected: str) -> None:
    found = dates.deadline(text, CALENDAR, YEAR)
    assert found is not None and iso(found) == expected


@pytest.mark.parametrize("text", ["", "-", "Headteacher", "2.3", "Lead: JS"])
def test_no_deadline(text: str) -> None:
    assert dates.deadline(text, CALENDAR, YEAR) is None


def test_offsets_are_those_of_the_text_as_written() -> None:
    text = "INSET on 3\u00a0Nov – 5\u00a0Nov, then “weekly”"
    found = dates.find(text, CALENDAR, YEAR)
    assert [(text[d.offset : d.until], d.text) for d in found] == [
        ("3\u00a0Nov – 5\u00a0Nov", "3\u00a0Nov – 5\u00a0Nov"),
        ("weekly", "weekly"),
    ]


def test_a_plan_of_150_rows_costs_little() -> None:
    cells = ["Autumn 1", "By Easter 2026", "12/12/25", "Ongoing", "Termly from Sept"] * 30
    dates.find("Sept", CALENDAR, YEAR, "deadline")
    assert seconds(lambda: [dates.deadline(cell, CALENDAR, YEAR) for cell in cells]) < 0.5


@given(st.text(alphabet="0123456789/.-–() ,abMayOctSprHT'wcby", max_size=40), st.sampled_from(["deadline", None]))
def test_any_text_gives_its_own_words_and_days_in_order(text: str, role: str | None) -> None:
    for found in dates.find(text, CALENDAR, YEAR, role):
        assert text[found.offset : found.until] == found.text
        assert found.start is None or found.end is None or found.start <= found.end
