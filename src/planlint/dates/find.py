"""Finds every expression of time in a text and says which days it means."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planlint.dates import forms, terms
from planlint.dates.calendar import Calendar
from planlint.dates.dated import Dated, Kind
from planlint.dates.forms import Form, Mark, mark_of
from planlint.dates.frame import framed
from planlint.dates.names import normal
from planlint.dates.resolve import resolve
from planlint.plan import Period

# In these columns everything is a time, so that "T4", "A1", "HT" or "12/10" is read as one.
TIME_ROLES = frozenset({"deadline", "start"})


def _plain_kind(kind: Kind) -> Form:
    return lambda match, calendar, column: mark_of(match, kind)


_FORMS: dict[str, Form] = {
    "iso": forms.iso,
    "numeric": forms.numeric,
    "shortday": forms.shortday,
    "daymonth": forms.daymonth,
    "monthday": forms.monthday,
    "monthyear": forms.monthyear,
    "month": forms.month,
    "year": forms.year,
    "academic": forms.academic,
    "shortacademic": forms.shortacademic,
    "season": terms.season,
    "half": terms.half,
    "columnhalf": terms.columnhalf,
    "numbered": terms.numbered,
    "columnterm": terms.columnterm,
    "break": terms.holiday,
    "festival": terms.festival,
    "landmark": terms.landmark,
    "quarter": terms.quarter,
    "planyear": terms.planyear,
    "bare": _plain_kind("half-term"),
    "week": _plain_kind("relative"),
    "event": _plain_kind("relative"),
    "phrase": _plain_kind("relative"),
    "within": _plain_kind("relative"),
    "length": _plain_kind("relative"),
    "vague": _plain_kind("vague"),
    "frequency": _plain_kind("recurrence"),
    "count": _plain_kind("recurrence"),
    "plurals": _plain_kind("recurrence"),
}


def find(text: str, calendar: Calendar, period: Period | None = None, role: str | None = None) -> tuple[Dated, ...]:
    """Every expression of time in the text, in its order.

    period: the plan's; a missing year is the one that brings the date into it, else the one nearest to it.
    role:   the column's; in a "deadline" or "start" column short forms and vague words count too, in any other place
            only what is plainly a date does.
    """
    plain = normal(text)
    column = role in TIME_ROLES
    marks = [framed(mark, plain, calendar.words) for mark in _marks(plain, calendar, column)]
    return resolve(marks, text, plain, calendar, period)


def _marks(plain: str, calendar: Calendar, column: bool) -> Iterator[Mark]:
    pattern = calendar.words.column if column else calendar.words.prose
    position = 0
    while match := pattern.search(plain, position):
        mark = _FORMS[match.lastgroup or ""](match, calendar, column)
        if mark:
            yield mark
        position = match.end() if mark else match.start() + 1


def deadline(
    text: str, calendar: Calendar, period: Period | None = None, role: str | None = "deadline"
) -> Dated | None:
    """When it is due: the last closed date in the text, the end of a range being its deadline.

    Without one, what else there is, so that a check can say what is wrong with it: an impossible date, a beginning
    without an end, a date counted from something else, a recurrence, a vague word; None if nothing speaks of time.
    """
    found = find(text, calendar, period, role)
    closed = [d for d in found if d.closed]
    if closed:
        return max(closed, key=lambda d: (d.end is not None and d.end.toordinal(), d.offset))
    return next(iter(sorted(found, key=_rank)), None)


def _rank(dated: Dated) -> int:
    """An impossible date first, then any that could be a date, then what is counted from something, or is none."""
    last: Sequence[Kind] = ("recurrence", "relative", "vague")
    return last.index(dated.kind) + 2 if dated.kind in last else int(dated.kind != "impossible")
