"""Finds the numbers of a text that are amounts: not dates, clock times, references, year groups or grades."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from planlint.figures.figure import Comparator, Figure
from planlint.figures.words import Words, key, normal, words
from planlint.vocabulary import Vocabulary

_BACK = 24  # characters: as far as the words in front of a number reach
_CENTURY = 2000
_LIST = re.compile(r"\s*(?:,|-|&|/|and|to|or|,\s*and)\s*$")
_ARROW_WORD = re.compile(r"(?:→|->|=>|⇒)\s*$|:\s*$|\b(?:to|from|now)\s+$")
_BEFORE_ARROW = re.compile(r"\s*(?:\([^)]*\)\s*)?(?:→|->|=>|⇒)|\s*\)|\s+(?:now|so far|yet)\b|\s+to\s+\w")
_FIRST = re.compile(r"(?:^|\n)\s*$")
_REFERENCE = re.compile(r"\b(?:see|section|action|row|point|para|paragraph|in|as)\s+$", re.IGNORECASE)
_GLUED = re.compile(r"[A-Za-z]+\d+\s*(?:[-/&,]|to|and)\s*$")
_LONGEST = 5  # digits; a longer number without commas is a telephone number or a code
_YEAR_BEFORE = re.compile(r"\s*[:=]\s*|\s+")
_YEAR_BRACKET = re.compile(r"(?:\s+[\w'-]+){0,3}\s*\(\s*(?:\w+\s+){0,2}")
_YEAR_BEHIND = re.compile(r"\s+(?:in|by|for|from)\s+(?:\w+\s+){0,2}|\s+")
_CLOSES = re.compile(r"[^()\d]{0,12}\)")
_CLOCK = re.compile(r"(?:[6-9]|1\d|2[0-2])\.[0-5][05]")  # hours of a school day, to five minutes
_HOURS = re.compile(r"(?:[01]?\d|2[0-3])\.[0-5]\d")
_TIME_WORD = re.compile(r"\b(?:by|at|before|until|from|to|after)\s+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _When:
    """A date or clock time: its place, and the calendar year it names."""

    start: int
    end: int
    year: int | None


def figures(text: str, vocabulary: Vocabulary) -> tuple[Figure, ...]:
    """The amounts in a text, in its order, with unit, comparator and the year that stands beside them."""
    known = words(vocabulary)
    if not known.quick.search(text):
        return ()
    plain = normal(text)
    dates = [_When(m.start(), m.end(), _year(m)) for m in known.dates.finditer(plain) if _is_date(m)]
    return tuple(_found(text, plain, dates, known))


def _is_date(match: re.Match[str]) -> bool:
    """Whether two short numbers are the years of a school year: 24-25, and not 27/80."""
    return match["y6"] is None or (int(match["y6"]) + 1) % 100 == int(match["y6b"])


def _year(match: re.Match[str]) -> int | None:
    """The calendar year a date names; of a school year, the one it ends in."""
    for name in ("y5b", "y6b", "y1", "y2", "y3", "y4", "y7"):
        if match[name]:
            digits = int(match[name].strip("'"))
            return digits if digits > _CENTURY else _CENTURY + digits
    return None


def year_in(plain: str, known: Words) -> int | None:
    """The last year that a heading or label names."""
    years = [_year(m) for m in known.dates.finditer(plain) if _is_date(m)]
    return next((year for year in reversed(years) if year), None)


def _found(text: str, plain: str, dates: list[_When], known: Words) -> Iterator[Figure]:
    starts = [d.start for d in dates]
    named = -1  # where the last number that is a name ends: "Years 2, | 4 and 6"
    for match in known.number.finditer(plain):
        index = bisect_right(starts, match.start()) - 1
        if index >= 0 and match.start() < dates[index].end and not match["unit"]:
            continue
        if _is_name(plain, match, named, known):
            named = match.end()
            continue
        if match["word"] and not _counts(plain, match):
            continue
        yield _figure(text, plain, match, dates, known)


def _is_name(plain: str, match: re.Match[str], named: int, known: Words) -> bool:
    """Whether the number is a name: of a year group, a grade, a section, a clock time."""
    if match["word"] or match["halves"] or match["money"]:
        return False
    front, behind = plain[max(0, match.start() - _BACK) : match.start()], plain[match.end() :]
    if named >= 0 and _LIST.fullmatch(plain, named, match.start()):
        return True
    if front[-1:].isalpha() or behind[:1].isalpha() or known.quantile.search(front):
        return True
    if match["unit"] or match["of"] or match["scale"]:
        return False
    labelled = known.label.search(front) and not known.no_label.search(front)
    return bool(labelled or _GLUED.search(front)) or _looks_like_a_name(match["value"], front, behind)


def _looks_like_a_name(value: str, front: str, behind: str) -> bool:
    """A clock time, the number of a section, a telephone number, a grade with a plus sign."""
    if _CLOCK.fullmatch(value) or (_HOURS.fullmatch(value) and _TIME_WORD.search(front)):
        return True
    if behind.startswith("+") and len(value) == 1:
        return True
    if value.isdigit() and (len(value) > _LONGEST or (len(value) > 2 and value.startswith("0"))):
        return True
    return (
        "." in value
        and len(value) <= 4
        and bool(_REFERENCE.search(front) or (_FIRST.search(front) and re.match(r"\s+[A-Z]", behind)))
    )


def _counts(plain: str, match: re.Match[str]) -> bool:
    """Whether a number in words is an amount here: beside an arrow, or behind a colon in brackets."""
    front, behind = plain[: match.start()], plain[match.end() :]
    return bool(match["of_word"] or _BEFORE_ARROW.match(behind) or _ARROW_WORD.search(front[-6:]))


def _figure(text: str, plain: str, match: re.Match[str], dates: list[_When], known: Words) -> Figure:
    start, end = match.span()
    front = plain[max(0, start - _BACK) : start]
    before = known.before.search(front)
    behind = known.behind.match(plain, end)
    sign = before[0] if before else behind[0] if behind else ""
    comparator = cast(Comparator, known.comparators.get(key(sign.strip()), ""))
    if behind and not before:
        end = behind.end()
    if match["halves"]:
        return Figure(text[start:end], start, end, float(known.halves[key(match["halves"])]), "percent", change=True)
    value, of = _value(match, known)
    unit = "money" if match["money"] else known.units.get(key(match["unit"] or "").strip(), "")
    signed = match["sign"] and (unit or value == int(value))  # "+7pp", "+5"; "+0.2" is a level
    change = bool(signed) or _is_change(plain, start, known)
    return Figure(text[start:end], start, end, value, unit, of, _beside(plain, start, end, dates), comparator, change)


def _value(match: re.Match[str], known: Words) -> tuple[float, float | None]:
    if match["word"]:
        whole = match["of_word"]
        return known.numbers[key(match["word"])], known.numbers[key(whole)] if whole else None
    value = float(match["value"].replace(",", ""))
    value *= known.scales.get(match["scale"] or "", 1)
    if match["sign"] == "-":
        value = -value
    return value, float(match["of"].replace(",", "")) if match["of"] else None


def _is_change(plain: str, start: int, known: Words) -> bool:
    """Whether the number says how much more or less: "increase attendance by 5%", "up 3 points"."""
    front = plain[max(0, start - 80) : start]
    ways = list(known.way.finditer(front))
    if not ways or known.ways[key(ways[-1][0])] == "hold":
        return False
    return bool(known.by.search(front)) or ways[-1].end() >= len(front.rstrip())


def _beside(plain: str, start: int, end: int, dates: list[_When]) -> int | None:
    """The year that stands beside a number: in brackets behind it, with "in" or "by", or with a colon in front."""
    for date in dates:
        if date.year is None:
            continue
        if date.end <= start and _YEAR_BEFORE.fullmatch(plain, date.end, start):
            return date.year
        if date.start >= end:
            closed = _YEAR_BRACKET.fullmatch(plain, end, date.start) and _CLOSES.match(plain, date.end)
            if closed or _YEAR_BEHIND.fullmatch(plain, end, date.start):
                return date.year
    return None
