from datetime import date

import pytest

from planlint import dates, vocabulary
from planlint.dates.calendar import bank_holidays, nth_weekday

STANDARD = dates.calendar(vocabulary.load())
TOLERANCE = 7  # days, as authorities differ


def test_the_published_year_is_as_published() -> None:
    assert STANDARD.halves(2025)[3] == (date(2026, 2, 23), date(2026, 3, 27))
    assert STANDARD.term(2025, 1) == (date(2025, 9, 1), date(2025, 12, 19))


def test_a_plan_with_a_fourth_term_has_six() -> None:
    six = dates.calendar(vocabulary.load(), texts=["by T5", "Term 1"])
    assert (STANDARD.six, six.six) == (False, True)
    assert six.numbered(2025, 1) == (date(2025, 9, 1), date(2025, 10, 17))
    assert STANDARD.numbered(2025, 1) == (date(2025, 9, 1), date(2025, 12, 19))
    assert STANDARD.numbered(2025, 4) == STANDARD.half(2025, 4)


@pytest.mark.parametrize("text", ["T4 classroom", "KT4", "Term 2", "T40", "T4.1"])
def test_what_is_no_fourth_term(text: str) -> None:
    assert dates.calendar(vocabulary.load(), texts=[text]).six is (text == "T4 classroom")


@pytest.mark.parametrize(
    ("year", "starts_and_ends"),
    [
        (2023, ["2023-09-04", "2023-10-20", "2023-10-30", "2023-12-22", "2024-01-08", "2024-02-09",
                "2024-02-19", "2024-03-28", "2024-04-15", "2024-05-24", "2024-06-03", "2024-07-19"]),
        (2024, ["2024-09-02", "2024-10-25", "2024-11-04", "2024-12-20", "2025-01-06", "2025-02-14",
                "2025-02-24", "2025-04-04", "2025-04-22", "2025-05-23", "2025-06-02", "2025-07-22"]),
        (2026, ["2026-09-01", "2026-10-23", "2026-11-02", "2026-12-18", "2027-01-04", "2027-02-12",
                "2027-02-22", "2027-03-25", "2027-04-12", "2027-05-28", "2027-06-07", "2027-07-21"]),
    ],
)  # fmt: skip
def test_reckoned_years_are_within_a_week_of_the_usual(year: int, starts_and_ends: list[str]) -> None:
    reckoned = [day for span in STANDARD.halves(year) for day in span]
    apart = [abs((a - date.fromisoformat(b)).days) for a, b in zip(reckoned, starts_and_ends, strict=True)]
    assert max(apart) <= TOLERANCE


def test_the_published_year_is_reckoned_within_a_week_too() -> None:
    bare = dates.Calendar(STANDARD.words, STANDARD.rules)
    for known, reckoned in zip(STANDARD.halves(2025), bare.halves(2025), strict=True):
        assert all(abs((a - b).days) <= TOLERANCE for a, b in zip(known, reckoned, strict=True))


@pytest.mark.parametrize("year", range(2015, 2050))
def test_every_year_is_in_order_and_on_school_days(year: int) -> None:
    days = [day for span in dates.Calendar(STANDARD.words, STANDARD.rules).halves(year) for day in span]
    assert days == sorted(days)
    assert all(day.weekday() < 5 and day not in bank_holidays(day.year) for day in days)
    assert days[0] >= date(year, 9, 1) and days[-1] <= date(year + 1, 7, 31)


def test_a_trust_has_its_own_calendar() -> None:
    halves = ["2026-08-26/2026-10-09", "2026-10-26/2026-12-18", "2027-01-04/2027-02-05",
              "2027-02-15/2027-03-25", "2027-04-12/2027-05-28", "2027-06-07/2027-07-13"]  # fmt: skip
    own = dates.calendar(vocabulary.load(), own={"published": {"2026": halves}})
    assert own.half(2026, 1) == (date(2026, 8, 26), date(2026, 10, 9))
    assert own.half(2025, 1) == STANDARD.half(2025, 1)


def test_breaks_lie_between_half_terms() -> None:
    assert STANDARD.break_after(2025, 3) == (date(2026, 2, 14), date(2026, 2, 22))
    assert STANDARD.break_after(2025, 6)[1].year == 2026


def test_school_years_turn_in_september() -> None:
    assert STANDARD.year(2025, 3) == (date(2025, 9, 1), date(2028, 8, 31))
    assert [STANDARD.year_of(d) for d in (date(2026, 8, 31), date(2026, 9, 1))] == [2025, 2026]


def test_bank_holidays_as_kept() -> None:
    assert sorted(bank_holidays(2022)) == [  # 25 December was a Sunday, kept on the 27th
        date(2022, 1, 3), date(2022, 4, 15), date(2022, 4, 18), date(2022, 5, 2), date(2022, 5, 30),
        date(2022, 8, 29), date(2022, 12, 26), date(2022, 12, 27),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("args", "expected"), [((2026, 5, 1, -1), date(2026, 5, 25)), ((2026, 2, 1, 3), date(2026, 2, 16))]
)
def test_nth_weekday(args: tuple[int, int, int, int], expected: date) -> None:
    assert nth_weekday(*args) == expected
