"""Who leads how much of a plan and when it falls due, by the same roster and calendar as the rules read it."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from planlint.checks.rows import KINDS, due, leads, rows, says
from planlint.dates.calendar import HALVES, PARTS, Calendar
from planlint.people import Person
from planlint.plan import Action, Period
from planlint.reading import Reading
from planlint.report import HalfTerm, Lead, Load

NOBODY = "vacant"
_ONE = ("person", "role")
_DAY = datetime.timedelta(days=1)
_LONGEST = 12  # half-terms of a plan without a period that are all shown, whether anything is due in them or not
Numbered = tuple[int, Action]


def weigh(reading: Reading) -> Load:
    """The Load of a plan.

    In a plan that promises rows every action counts; in another only what names a lead or a day at all.
    """
    promised = bool(rows(reading, KINDS))
    numbered = [(n, action) for n, action in enumerate(reading.plan.actions) if promised or _tells(action)]
    led = {n: _leaders(reading, action) for n, action in numbered}
    ends = {n: end for n, action in numbered if (end := _end(reading, action))}
    return Load(
        counted=len(numbered),
        leads=_leads(led),
        half_terms=tuple(_half_terms(ends, reading.calendar, reading.vocabulary.part("calendar"), reading.plan.period)),
        unled=tuple(n for n, found in led.items() if promised and not found),
        undated=tuple(n for n, _ in numbered if promised and n not in ends),
    )


def _tells(action: Action) -> bool:
    return any(says(block.text) for role in ("lead", "deadline") for block in action.blocks(role))


def _leaders(reading: Reading, action: Action) -> list[Person]:
    """Those who lead: if the cell says that one leads and others help, that one alone."""
    persons = [person for _, person in leads(reading, action) if person.kind != NOBODY and says(person.text)]
    return [person for person in persons if person.leading] or persons


def _leads(led: Mapping[int, Iterable[Person]]) -> tuple[Lead, ...]:
    known: dict[str, tuple[Person, dict[int, None]]] = {}
    for number, persons in led.items():
        for person in persons:
            known.setdefault(person.key, (person, {}))[1][number] = None
    found = [Lead(p.text, tuple(numbers), p.kind in _ONE and not p.several) for p, numbers in known.values()]
    return tuple(sorted(found, key=lambda lead: -len(lead.actions)))


def _end(reading: Reading, action: Action) -> datetime.date | None:
    """The last day that the action's deadline leaves it; None if there is no day that could be missed."""
    found = due(reading, action)
    return found[1].end if found and found[1].closed else None


def _half_terms(
    ends: Mapping[int, datetime.date], calendar: Calendar, data: Mapping[str, object], period: Period | None
) -> Iterator[HalfTerm]:
    """The half-terms of the plan's period, and others in which something is due."""
    if not ends:
        return
    first, last = min(ends.values()), max(ends.values())
    if period:
        first, last = min(first, period.start), max(last, period.end)
    stretches = list(_stretches(first, last, calendar, data))
    for found in stretches:
        actions = tuple(n for n, end in ends.items() if found.start <= end <= found.end)
        within = period and found.start <= period.end and period.start <= found.end
        if actions or within or (not period and len(stretches) <= _LONGEST):
            yield HalfTerm(found.name, found.year, found.start, found.end, actions)


def _stretches(
    first: datetime.date, last: datetime.date, calendar: Calendar, data: Mapping[str, object]
) -> Iterator[HalfTerm]:
    """Half-terms without gaps: the holidays belong to the one before them, the first days of September to autumn."""
    called = data["called"]
    assert isinstance(called, Mapping)
    names = called[PARTS[calendar.six]]
    for year in range(calendar.year_of(first), calendar.year_of(last) + 1):
        opens, closes = calendar.year(year)
        starts = [opens, *(calendar.half(year, number)[0] for number in range(2, HALVES + 1)), closes + _DAY]
        for name, (start, following) in zip(names, pairwise(starts), strict=True):
            if start <= last and following > first:
                yield HalfTerm(name, f"{year}-{(year + 1) % 100:02}", start, following - _DAY, ())
