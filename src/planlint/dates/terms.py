"""What each form of term, half-term, holiday and part of a year means."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Mapping
from typing import Any

from planlint.dates.calendar import HALVES, Calendar, Span, nth_weekday
from planlint.dates.forms import WORD_NEXT, Mark, full_year, mark_of, month_in
from planlint.dates.names import key

_DAY = datetime.timedelta(days=1)
_PAIR = re.compile(r"\d\s*[-/]\s*\d")


def season(match: re.Match[str], calendar: Calendar, column: bool) -> Mark | None:
    """Autumn 2025, Aut 1, Spring term, Summer 1/2, first half of the autumn term, Autumn A."""
    words = calendar.words
    number, parts = words.seasons[key(match["sea"])], _parts(match, words.ordinals)
    alone = not (parts or match["sea_t"] or match["sea_t2"] or match["sea_y"])
    if alone and key(match["sea"]) in words.brief and not (column and match["sea"][0].isupper()):
        return None
    first, last = (min(parts), max(parts)) if parts else (1, 2)
    mark = _halves(match, 2 * number - 2 + first, 2 * number - 2 + last, match["sea_y"], calendar)
    mark.bare = alone and not column
    return mark


def _parts(match: re.Match[str], ordinals: Mapping[str, int]) -> list[int]:
    found = [int(match[g]) for g in ("half_a", "half_b") if match[g]]
    found += [ord(match[g].lower()) - ord("a") + 1 for g in ("half_l", "half_m") if match[g]]
    found += [ordinals[key(match[g])] for g in ("ord", "ord_2") if match[g]]
    return [part for part in found if part <= 2]


def _halves(match: re.Match[str], first: int, last: int, year: str | None, calendar: Calendar) -> Mark:
    mark = mark_of(match, "half-term" if first == last else "term")
    mark.span = lambda y: (calendar.half(y, first)[0], calendar.half(y, last)[1])
    return _in_school_year(mark, first, year)


def _in_school_year(mark: Mark, half: int, year: str | None) -> Mark:
    """The mark with the school year in which this half-term of the year written stands."""
    mark.school = True
    found = full_year(year)
    if found and year:
        mark.year = found if half <= 2 or _PAIR.search(year) else found - 1
    return mark


def half(match: re.Match[str], calendar: Calendar, column: bool) -> Mark | None:
    """HT3, half term 3, HT1–2, Module 3; "HT 2" needs a date column, as HT may be a person."""
    if match["hlf_s"] and not column and not match["half"][3:4].isalpha():
        return None
    numbers = [int(n) for n in re.findall(r"\d", match["hlf_n"])]
    return _halves(match, min(numbers), max(numbers), match["hlf_y"], calendar)


def columnhalf(match: re.Match[str], calendar: Calendar, column: bool) -> Mark | None:
    """A1 and A2, M3: only in a date column."""
    number = int(match["col_a"])
    if match["col_l"]:
        if number > 2:
            return None
        number += 2 * calendar.words.seasons[key(match["col_l"])] - 2
    return _halves(match, number, number, match["col_y"], calendar)


def numbered(match: re.Match[str], calendar: Calendar, column: bool) -> Mark | None:
    """Term 2, Terms 1–3."""
    return _numbered(match, "trm", calendar)


def columnterm(match: re.Match[str], calendar: Calendar, column: bool) -> Mark | None:
    """T4 in a date column."""
    return _numbered(match, "ct", calendar)


def _numbered(match: re.Match[str], name: str, calendar: Calendar) -> Mark:
    numbers = [int(n) for n in re.findall(r"\d", match[f"{name}_n"])]
    first, last = min(numbers), max(numbers)
    if not calendar.six and last <= HALVES / 2:
        first, last = 2 * first - 1, 2 * last
    return _halves(match, first, last, match[f"{name}_y"], calendar)


def holiday(match: re.Match[str], calendar: Calendar, column: bool) -> Mark | None:
    """Feb half term, spring half-term, Whit half term: the break after the first half of a term."""
    words, name = calendar.words, key(match["brk_m"])
    if name in words.seasons:
        number = 2 * words.seasons[name] - 1
    elif name in words.festivals:
        number = words.festivals[name]
    else:
        number = _break_in(words.months[name])
    if not number or number >= HALVES:
        return None
    mark = mark_of(match, "half-term")
    mark.span, mark.holiday = lambda y: calendar.break_after(y, number), True
    return _in_school_year(mark, number if number != 2 else 1, match["brk_y"])


def _break_in(month: int) -> int:
    """The half-term whose following break stands in this month, 0 if none does: the middle of each term."""
    return next((half for half, months in {1: (10, 11), 3: (2,), 5: (5, 6)}.items() if month in months), 0)


def festival(match: re.Match[str], calendar: Calendar, column: bool) -> Mark | None:
    """Easter, Christmas, end of year: the last school day before it; Easter holidays: the holiday."""
    number = calendar.words.festivals[key(match["fest"])]
    mark = mark_of(match, "range" if match["fest_h"] else "day")
    mark.holiday, mark.eve = bool(match["fest_h"]), not match["fest_h"]
    mark.bare = not column and not match["fest_y"]
    mark.span = lambda y: calendar.break_after(y, number) if mark.holiday else (calendar.half(y, number)[1],) * 2
    return _in_school_year(mark, number, match["fest_y"])


def landmark(match: re.Match[str], calendar: Calendar, column: bool) -> Mark | None:
    """SATs, results day, census, winter: by their own rule."""
    data = calendar.words.landmarks[key(match["land"])]
    mark = mark_of(match, "day")
    mark.span = _between(data["from"], data["to"]) if "from" in data else _counted(data)
    mark.year, mark.bare = full_year(match["land_y"]), not column and not match["land_y"]
    return mark


def _between(first: list[int], last: list[int]) -> Callable[[int], Span]:
    return lambda y: (
        datetime.date(y - (first > last), *first),
        datetime.date(y, *last),
    )


def _counted(data: Mapping[str, Any]) -> Callable[[int], Span]:
    def span(year: int) -> Span:
        first = nth_weekday(year, data["month"], data["weekday"], data["nth"])
        return first, first + (data["days"] - 1) * _DAY

    return span


def quarter(match: re.Match[str], calendar: Calendar, column: bool) -> Mark | None:
    """Q2 and H1 of the school year, which is the trust's accounting year too."""
    if not column and not match["qtr_y"]:
        return None
    parts, number = (4, int(match["qtr_n"])) if match["qtr"] else (2, int(match["qtr_n"]))
    if number > parts:
        return None
    length, opening = 12 // parts, calendar.words.school_year[0]
    begins = opening - 1 + length * (number - 1)  # months from January of the year in which the school year begins
    ends = begins + length - 1

    def span(year: int) -> Span:
        return month_in(begins % 12 + 1)(year + begins // 12)[0], month_in(ends % 12 + 1)(year + ends // 12)[1]

    mark = mark_of(match, "term")
    mark.span = span
    return _in_school_year(mark, 1 if begins < 12 else HALVES, match["qtr_y"])


def planyear(match: re.Match[str], calendar: Calendar, column: bool) -> Mark | None:
    """Year 2 or Y2 in a date column: a year of the plan, counted from its beginning when it is resolved."""
    mark = mark_of(match, "year")
    mark.count = (int(match["py"]), int(match["py_b"] or match["py"]))
    mark.bare = bool(WORD_NEXT.match(match.string, match.end()))  # "Year 1 cohort" is about pupils
    return mark
