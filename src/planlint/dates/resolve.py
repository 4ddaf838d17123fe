"""Gives found dates their years, joins two into a range, and turns them into days."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from itertools import pairwise

from planlint.dates.calendar import Calendar, Span
from planlint.dates.dated import Bound, Dated
from planlint.dates.forms import Mark
from planlint.dates.frame import part
from planlint.plan import Period

_APART = 14  # characters that may stand between two dates of one range or list
_YEAR = 370  # days
_BEFORE = 3  # a day before the plan's beginning is as far as three after its end: plans look forward
_FAR = 2  # years from the plan's own: "June 30" in a plan of 2025-26 is a day
_RANGES = frozenset({"day", "month", "term", "half-term", "year"})


def resolve(
    marks: Sequence[Mark], text: str, plain: str, calendar: Calendar, period: Period | None
) -> tuple[Dated, ...]:
    """The marks as dates, ranges joined; marks that are a date only beside another one fall away if there is none."""
    joins = [_join(a, b, plain, calendar) for a, b in pairwise(marks)]
    kept = _kept(marks, joins)
    spans = _spans(marks, joins, calendar, _anchor(marks, calendar, period))
    found: list[Dated] = []
    index = 0
    while index < len(marks):
        mark, span = marks[index], spans[index]
        if index + 1 < len(marks) and joins[index] == "range" and _joinable(mark, marks[index + 1]):
            found.append(_range(mark, marks[index + 1], span, spans[index + 1], text))
            index += 1
        elif kept[index] and not (mark.count and span is None):
            found.append(_dated(mark, span, text))
        index += 1
    return tuple(found)


def _join(first: Mark, second: Mark, plain: str, calendar: Calendar) -> str:
    """What stands between two marks: "range", "list", or "" if they have nothing to do with one another."""
    if second.head - first.end > _APART:
        return ""
    join = calendar.words.join
    match = join.fullmatch(plain, first.end, second.start) or join.fullmatch(plain, first.end, second.head)
    if not match:
        return ""
    if second.bound == "until" and first.kind in _RANGES:
        return "range"
    return "range" if match["range"] or (first.kind != "day" and "/" in match[0]) else "list"


def _kept(marks: Sequence[Mark], joins: Sequence[str]) -> list[bool]:
    kept = [not mark.bare for mark in marks]
    for order in (range(1, len(marks)), range(len(marks) - 2, -1, -1)):
        for index in order:
            neighbour = index - 1 if order.step > 0 else index + 1
            if kept[neighbour] and joins[min(index, neighbour)]:
                kept[index] = True
    return kept


def _joinable(first: Mark, second: Mark) -> bool:
    return first.kind in _RANGES and second.kind in _RANGES and first.span is not None and second.span is not None


def _anchor(marks: Iterable[Mark], calendar: Calendar, period: Period | None) -> Span | None:
    """The days near which a date without a year is sought: the plan's, else the school year of a date beside it."""
    if period:
        return period.start, period.end
    for mark in marks:
        span = mark.span(mark.year) if mark.span and mark.year and mark.kind != "impossible" else None
        if span:
            return calendar.year(calendar.year_of(span[0]))
    return None


def _spans(marks: Sequence[Mark], joins: Sequence[str], calendar: Calendar, anchor: Span | None) -> list[Span | None]:
    spans: list[Span | None] = []
    for index, mark in enumerate(marks):
        if mark.either and mark.year and anchor and not _near(mark.year, anchor):
            mark.kind, mark.span, mark.year = "day", mark.either, None
        if mark.count:
            spans.append(_plan_years(mark.count, anchor))
        elif mark.year and mark.span:
            spans.append(_part(mark.span(mark.year), mark))
        else:
            before = spans[index - 1] if index and joins[index - 1] else None
            spans.append(_undated(mark, before, _stated_after(marks, joins, index), anchor))
    return spans


def _near(year: int, anchor: Span) -> bool:
    return anchor[0].year - _FAR <= year <= anchor[1].year + _FAR


def _stated_after(marks: Sequence[Mark], joins: Sequence[str], index: int) -> Span | None:
    """The first date with a year further on in the same range or list."""
    while index < len(joins) and joins[index]:
        index += 1
        mark = marks[index]
        if mark.year and mark.span:
            return mark.span(mark.year)
    return None


def _undated(mark: Mark, before: Span | None, after: Span | None, anchor: Span | None) -> Span | None:
    near = after or before or anchor
    if mark.span is None or near is None or mark.kind in ("impossible", "recurrence"):
        return None
    years = range(near[0].year - 2, near[1].year + 3)
    spans = [s for s in (mark.span(year) for year in years) if s]
    if after:
        return _part(max((s for s in spans if s[0] <= after[0]), default=None), mark)
    if before:
        return _part(min((s for s in spans if s[1] >= before[0]), default=None), mark)
    nearest = min(spans, key=lambda s: _distance(s, near), default=None)
    if nearest and _distance(nearest, near)[0] > _YEAR:  # 29 February in a plan without a leap year
        mark.kind, mark.doubt = "impossible", "no such day"
        return None
    return _part(nearest, mark)


def _distance(span: Span, anchor: Span) -> tuple[int, datetime.date]:
    """How far a span stands from the anchor, in days; of two equally near, the earlier."""
    if span[1] < anchor[0]:
        return _BEFORE * (anchor[0] - span[1]).days, span[0]
    return max(0, (span[0] - anchor[1]).days), span[0]


def _part(span: Span | None, mark: Mark) -> Span | None:
    effect = "before" if mark.holiday and mark.bound == "by" else mark.effect
    if mark.eve and effect == "before":
        return span
    return part(span, effect) if span else None


def _plan_years(count: tuple[int, int], anchor: Span | None) -> Span | None:
    """Years of a plan of several, counted from its beginning; None if it has not so many: "Year 2" is pupils then."""
    if not anchor or (anchor[1] - anchor[0]).days < 400:
        return None
    start, end = anchor
    first = start.replace(year=start.year + count[0] - 1)
    last = start.replace(year=start.year + count[1]) - datetime.timedelta(days=1)
    return (first, min(last, end)) if first < end else None


def _dated(mark: Mark, span: Span | None, text: str) -> Dated:
    start, end = span or (None, None)
    stated = mark.year is not None
    return Dated(
        text[mark.start : mark.end], mark.start, mark.end, mark.kind, start, end, mark.bound, stated, mark.doubt
    )


def _range(first: Mark, second: Mark, opening: Span | None, closing: Span | None, text: str) -> Dated:
    start, end = opening and opening[0], closing and closing[1]
    bound: Bound = "from" if second.bound == "from" else ""
    stated = first.year is not None or second.year is not None
    doubt = first.doubt or second.doubt
    return Dated(text[first.start : second.end], first.start, second.end, "range", start, end, bound, stated, doubt)
