"""The school year: its six half-terms, its breaks and the days it hangs on, for any year."""

from __future__ import annotations

import datetime
import functools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from dateutil.easter import easter
from dateutil.relativedelta import relativedelta
from dateutil.rrule import weekdays

from planlint.dates.lexicon import Lexicon, lexicon
from planlint.vocabulary import Vocabulary

Span = tuple[datetime.date, datetime.date]
HALVES = 6
PARTS = {True: "six terms", False: "standard"}
_DAY = datetime.timedelta(days=1)


@dataclass(frozen=True, eq=False)
class Calendar:
    """The days of school years, and the words in which they are written.

    words:     the compiled vocabulary.
    rules:     the general rules for term dates (`rules` in the vocabulary's calendar).
    published: school year (by the calendar year in which it begins) to its six half-terms, where they are known.
    six:       True if "Term 1" to "Term 6" are the half-terms, False if "Term 1" to "Term 3" are the terms.
    """

    words: Lexicon
    rules: Mapping[str, Any]
    published: Mapping[int, Sequence[Span]] = field(default_factory=dict)
    six: bool = False

    def halves(self, year: int) -> Sequence[Span]:
        """The six half-terms of the school year that begins in `year`, first and last school day each."""
        return self.published.get(year) or _reckon(year, self._rules_key)

    def half(self, year: int, number: int) -> Span:
        """Half-term 1 to 6."""
        return self.halves(year)[number - 1]

    def term(self, year: int, number: int) -> Span:
        """Term 1 to 3 of the usual three."""
        halves = self.halves(year)
        return halves[2 * number - 2][0], halves[2 * number - 1][1]

    def numbered(self, year: int, number: int) -> Span:
        """What "Term n" is here: a half-term in a year of six terms (or from 4 on), otherwise a term."""
        return self.half(year, number) if self.six or number > HALVES / 2 else self.term(year, number)

    def break_after(self, year: int, number: int) -> Span:
        """The holiday after half-term 1 to 6."""
        following = self.half(year, number + 1) if number < HALVES else self.half(year + 1, 1)
        return self.half(year, number)[1] + _DAY, following[0] - _DAY

    def year(self, year: int, years: int = 1) -> Span:
        """Whole school years: 1 September to 31 August in England, as trusts' accounting years run."""
        opening = self.words.school_year
        return datetime.date(year, *opening), datetime.date(year + years, *opening) - _DAY

    def year_of(self, day: datetime.date) -> int:
        """The school year a day belongs to, by the calendar year in which it begins."""
        return day.year if (day.month, day.day) >= self.words.school_year else day.year - 1

    @property
    def _rules_key(self) -> _Rules:
        return _Rules(self.rules)


class _Rules:
    """Term rules as a cache key: two are the same if their data is the same object."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.data = data

    def __hash__(self) -> int:
        return id(self.data)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Rules) and other.data is self.data


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> datetime.date:
    """The nth (from 1; -1 is the last) weekday (1 is Monday) of a month."""
    first = datetime.date(year, month, 1)
    shift = relativedelta(day=31 if nth < 0 else 1, weekday=weekdays[weekday - 1](nth))
    return first + shift


def bank_holidays(year: int) -> frozenset[datetime.date]:
    """The bank holidays of England and Wales in a calendar year, with the days kept instead of a weekend.

    Banking and Financial Dealings Act 1971, schedule 1; single occasions (a coronation) are not known.
    """
    sunday = easter(year)
    kept = {sunday - 2 * _DAY, sunday + _DAY, nth_weekday(year, 5, 1, 1), nth_weekday(year, 5, 1, -1)}
    kept.add(nth_weekday(year, 8, 1, -1))
    for day in (datetime.date(year, 1, 1), datetime.date(year, 12, 25), datetime.date(year, 12, 26)):
        while day.weekday() > 4 or day in kept:
            day += _DAY
        kept.add(day)
    return frozenset(kept)


@functools.lru_cache(maxsize=256)
def _reckon(year: int, rules: _Rules) -> tuple[Span, ...]:
    rule = rules.data
    following = year + 1
    autumn = _school_day(datetime.date(year, *_month_day(rule["autumn_starts"])))
    autumn_break = nth_weekday(year, **rule["autumn_break"])
    spring = _school_day(_on_or_after(following, rule["spring_starts"]))
    spring_break = nth_weekday(following, **rule["spring_break"])
    summer_break = nth_weekday(following, **rule["summer_break"])
    spring_end, summer = _around_easter(following, rule["easter"])
    return (
        (autumn, autumn_break - 3 * _DAY),
        (autumn_break + 7 * _DAY, _on_or_before(year, rule["autumn_ends"])),
        (spring, spring_break - 3 * _DAY),
        (spring_break + 7 * _DAY, spring_end),
        (summer, summer_break - 3 * _DAY),
        (summer_break + 7 * _DAY, _on_or_before(following, rule["summer_ends"])),
    )


def _around_easter(year: int, rules: Sequence[Mapping[str, Any]]) -> Span:
    sunday = easter(year)
    for rule in rules:
        if (sunday.month, sunday.day) <= tuple(rule["until"]):
            break
    return sunday + rule["spring_ends"] * _DAY, sunday + rule["summer_starts"] * _DAY


def _month_day(rule: Mapping[str, int]) -> tuple[int, int]:
    return rule["month"], rule["day"]


def _school_day(day: datetime.date) -> datetime.date:
    while day.weekday() > 4 or day in bank_holidays(day.year):
        day += _DAY
    return day


def _on_or_after(year: int, rule: Mapping[str, int]) -> datetime.date:
    return datetime.date(year, *_month_day(rule)) + relativedelta(weekday=weekdays[rule["weekday"] - 1](+1))


def _on_or_before(year: int, rule: Mapping[str, int]) -> datetime.date:
    return datetime.date(year, *_month_day(rule)) + relativedelta(weekday=weekdays[rule["weekday"] - 1](-1))


def calendar(vocabulary: Vocabulary, texts: Iterable[str] = (), own: Mapping[str, Any] | None = None) -> Calendar:
    """The calendar that a plan's dates are read with.

    texts: the plan's own date cells; a fourth, fifth or sixth term in any of them makes it a year of six terms.
    own:   a trust's calendar (the vocabulary's `own`, if None): {"six terms": bool, "published": {"2026": [six
           half-terms, each as "2026-09-02/2026-10-23"]}}; years it does not give are reckoned.
    """
    data = vocabulary.part("calendar")
    own = own or data.get("own", {})
    words = lexicon(vocabulary)
    six = bool(own.get(PARTS[True])) or any(words.late_term.search(text) for text in texts)
    tables = {**data["published"][PARTS[six]], **own.get("published", {})}
    published = {int(year): tuple(_span(item) for item in spans) for year, spans in tables.items()}
    return Calendar(words, data["rules"], published, six)


def _span(text: str) -> Span:
    start, end = text.split("/")
    return datetime.date.fromisoformat(start), datetime.date.fromisoformat(end)
