"""What each form of date means: from a match to the days it stands for in any given year."""

from __future__ import annotations

import calendar as months
import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass

from planlint.dates.calendar import Calendar, Span
from planlint.dates.dated import Bound, Doubt, Kind
from planlint.dates.names import key

WORD_NEXT = re.compile(r"\s+[a-z]")  # a noun follows that the number or name may belong to
_LAST = 31  # day of a month
_CENTURY = 2000
_RECENT = 20  # 10/25 is a month of a year from 2020 on
_LONGEST = 12  # years; a longer "2013-2040" is no plan's period


@dataclass(slots=True)
class Mark:
    """A date as found, before its year is known.

    span:   its days in a given year: a calendar year, or the school year beginning in it if `school`.
    year:   that year, where it is stated.
    count:  the first and last of the plan's own years it means ("Year 2").
    bare:   it is a date only with a word like "by" in front or another date beside it.
    holiday: it is a break, so that "by" it means the last school day before it.
    eve:    it is already the last day before something, so that "before" takes nothing off.
    head:   where the words in front of it that belong to it begin.
    either: the day of a month that it may be as well ("June 30"), if the year it names is far from the plan's.
    effect: which part of the span is meant ("end", "begin", "middle", "week", "week_end", "before").
    """

    start: int
    end: int
    kind: Kind
    span: Callable[[int], Span | None] | None = None
    year: int | None = None
    doubt: Doubt = ""
    school: bool = False
    count: tuple[int, int] | None = None
    bare: bool = False
    holiday: bool = False
    eve: bool = False
    head: int = 0
    either: Callable[[int], Span | None] | None = None
    bound: Bound = ""
    effect: str = ""


Form = Callable[[re.Match[str], Calendar, bool], Mark | None]


def mark_of(match: re.Match[str], kind: Kind) -> Mark:
    """A mark where the match stands."""
    return Mark(match.start(), match.end(), kind)


def full_year(year: str | None) -> int | None:
    """A year as written ("2025", "25", "'25", "2025-26") in full; of a school year, the one it begins in."""
    if not year:
        return None
    digits = re.findall(r"\d+", year)[0]
    return int(digits) if len(digits) == 4 else _CENTURY + int(digits)


def day_in(month: int, day: int, until: int | None = None) -> Callable[[int], Span | None]:
    """A day of a month, or a run of days, in a given year; None if the month has no such day in that year."""

    def span(year: int) -> Span | None:
        last = months.monthrange(year, month)[1]
        if not 1 <= day <= last or (until is not None and not day <= until <= last):
            return None
        return datetime.date(year, month, day), datetime.date(year, month, until or day)

    return span


def month_in(month: int) -> Callable[[int], Span]:
    """The days of a month in a given year."""
    return lambda year: (
        datetime.date(year, month, 1),
        datetime.date(year, month, months.monthrange(year, month)[1]),
    )


def _impossible(mark: Mark) -> Mark:
    """The mark, called impossible if no year (or not the one stated) has that day."""
    years = (mark.year,) if mark.year else (2023, 2024)  # one common year and one leap year
    if mark.span and all(mark.span(year) is None for year in years):
        mark.kind, mark.doubt = "impossible", "no such day"
    return mark


def iso(match: re.Match[str], calendar: Calendar, column: bool) -> Mark | None:
    """2026-03-31."""
    year, month, day = (int(match[g]) for g in ("iso_y", "iso_m", "iso_d"))
    return _numbered_day(mark_of(match, "day"), day, month, year)


def numeric(match: re.Match[str], calendar: Calendar, column: bool) -> Mark | None:
    """31/03/26, 31.3.26, 12–13/11/25."""
    day, month = int(match["num_d"]), int(match["num_m"])
    year = full_year(match["num_y"])
    if not column and match["sep"] != "/" and len(match["num_y"]) == 2 and (month > 12 or day > 31):
        return None  # a version or a section number
    return _numbered_day(mark_of(match, "day"), day, month, year, match["more"])


def shortday(match: re.Match[str], calendar: Calendar, column: bool) -> Mark | None:
    """15/09 in a date column; 25/26 there is a school year, and 10/25 a month."""
    first, second = int(match["sd_d"]), int(match["sd_m"])
    if second > 12 and 1 <= first <= 12 and second >= _RECENT:
        mark = mark_of(match, "month")
        mark.span, mark.year = month_in(first), _CENTURY + second
        return mark
    if second > 12:
        return school_years(match, _CENTURY + first, second, calendar)
    return _numbered_day(mark_of(match, "day"), first, second, None)


def _numbered_day(mark: Mark, day: int, month: int, year: int | None, more: str | None = None) -> Mark | None:
    if month > 12 and 1 <= day <= 12:
        day, month, mark.doubt = month, day, "month-first"
    first = int(re.findall(r"\d+", more)[0]) if more else day
    mark.year = year
    if not 1 <= month <= 12:
        mark.kind, mark.doubt = "impossible", "no such day"
        return mark
    mark.span = day_in(month, min(first, day), max(first, day))
    return _impossible(mark)


def daymonth(match: re.Match[str], calendar: Calendar, column: bool) -> Mark | None:
    """3 Nov, Monday 5 January 2026, 2–3 Sept, 9 & 16 Oct 25."""
    words = calendar.words
    month = words.months[key(match["dm_m"])]
    days = [int(d) for d in re.findall(r"\d+", match["days"])]
    days = [d for d in days[:-1] if d <= _LAST] + days[-1:]  # "44 to 7 November" counts to the day, not from one
    if not column and key(match["dm_m"]) in words.lookalikes and match["dm_m"].islower() and not match["dm_y"]:
        return None
    mark = mark_of(match, "day")
    mark.year = full_year(match["dm_y"] or match["dm_y2"])
    mark.span = day_in(month, min(days), max(days))
    if len(days) == 1 and match["weekday"] and mark.year:
        found = mark.span(mark.year)
        if found and found[0].isoweekday() != words.weekdays[key(match["weekday"])]:
            mark.doubt = "weekday"
    return _impossible(mark)


def monthday(match: re.Match[str], calendar: Calendar, column: bool) -> Mark | None:
    """September 15, 2025; March 3rd."""
    mark = mark_of(match, "day")
    day = int(match["md_d"] or match["md_d2"] or match["md_d3"])
    mark.year = full_year(match["md_y"] or match["md_y2"])
    mark.span = day_in(calendar.words.months[key(match["md_m"])], day)
    return _impossible(mark)


def monthyear(match: re.Match[str], calendar: Calendar, column: bool) -> Mark | None:
    """March 2026, Mar-26, Sept 25."""
    mark = mark_of(match, "month")
    mark.span = month_in(calendar.words.months[key(match["my_m"])])
    mark.year = full_year(match["my_y"] or match["my_y2"])
    if match["my_y2"] and not match["my_s"] and match["my_y2"].isdigit():
        mark.either = day_in(calendar.words.months[key(match["my_m"])], int(match["my_y2"]))
    return mark


def month(match: re.Match[str], calendar: Calendar, column: bool) -> Mark | None:
    """October; what is also an everyday word needs a capital letter."""
    words = calendar.words
    alike = key(match["month"]) in words.lookalikes
    if alike and not column and match["month"].islower():
        return None
    mark = mark_of(match, "month")
    mark.span = month_in(words.months[key(match["month"])])
    mark.bare = alike and (
        not column or (match["month"].islower() and bool(WORD_NEXT.match(match.string, match.end())))
    )
    return mark


def year(match: re.Match[str], calendar: Calendar, column: bool) -> Mark | None:
    """2026: the calendar year."""
    mark = mark_of(match, "year")
    mark.year, mark.bare = int(match["year"]), not column
    mark.span = lambda y: (datetime.date(y, 1, 1), datetime.date(y, 12, 31))
    return mark


def academic(match: re.Match[str], calendar: Calendar, column: bool) -> Mark | None:
    """2025-26, 2025/26, 2025–2028, AY25-26; 2026-03 is a month."""
    first, second = match["ay_a"] or match["aw_a"], match["ay_b"] or match["aw_b"]
    start = full_year(first) or 0
    if len(second) == 2 and not match["ay_w"] and 1 <= int(second) <= 12:
        mark = mark_of(match, "month")
        mark.span, mark.year = month_in(int(second)), start
        return mark
    return school_years(match, start, int(second), calendar)


def shortacademic(match: re.Match[str], calendar: Calendar, column: bool) -> Mark | None:
    """25-26 in a date column."""
    first, second = int(match["sa_a"]), int(match["sa_b"])
    return school_years(match, _CENTURY + first, second, calendar) if second == first + 1 else None


def school_years(match: re.Match[str], start: int, second: int, calendar: Calendar) -> Mark | None:
    """School years from the one that begins in `start` to the one that ends in `second` (2027 or 27)."""
    end = second if second > _CENTURY else _CENTURY + second
    if second < 10:  # 2025-6
        end = start - start % 10 + second
    if not 0 < end - start <= _LONGEST:
        return None
    mark = mark_of(match, "year")
    mark.year, mark.school = start, True
    mark.span = lambda y: calendar.year(y, end - start)
    return mark
