"""One person who leads so many of a plan's actions that none of them is likely to get what it needs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from planlint.checks.rows import KINDS, headed, leads, rows
from planlint.people import Person
from planlint.plan import Action, Kind, Location
from planlint.reading import Reading
from planlint.rule import Remark

_SOMEBODY = ("person", "role")


@dataclass(slots=True)
class _Load:
    name: str
    actions: list[Action] = field(default_factory=list)


def check(
    reading: Reading,
    *,
    kinds: tuple[Kind, ...] = KINDS,
    at_least: int = 9,
    share: int = 30,
    half_from: int = 7,
    leaders: int = 4,
    oversight: tuple[re.Pattern[str], ...] = (),
) -> Iterator[Remark]:
    """One remark for each person or post that leads too much; {name}, {count}, {all} and {others} tell how much.

    kinds:     the kinds of plan in which rows are promised.
    at_least:  so many actions are too many if they are also this share (per cent) of all that have a lead.
    half_from: so many are too many already if they are half of all.
    leaders:   a plan with fewer leads, groups among them, is a small school's, where one person leads much of all.
    oversight: headings of columns for those who stand behind the lead in the next one.
    """
    loads, led, known = _loads(reading, kinds, oversight)
    if known < leaders:
        return
    for load in loads.values():
        count = len(load.actions)
        many = count >= at_least and count * 100 >= share * led
        if many or (count >= half_from and count * 2 >= led):
            values = {"name": load.name, "count": str(count), "all": str(led), "others": str(known - 1)}
            yield Remark(Location(reading.plan.path), found=load.name, values=values)


def _loads(
    reading: Reading, kinds: tuple[str, ...], oversight: tuple[re.Pattern[str], ...]
) -> tuple[dict[str, _Load], int, int]:
    """What each person leads or shares, by their key; how many actions have a lead at all; how many leads there are,
    groups and boards among them."""
    loads: dict[str, _Load] = {}
    known: set[str] = set()
    led = 0
    for action in rows(reading, kinds):
        every = list(leads(reading, action))
        doing = [p for block, p in every if not any(o.search(headed(action, block)) for o in oversight)]
        persons = doing or [p for _, p in every]
        known.update(p.key for p in persons)
        first = [p for p in persons if p.leading] or persons
        led += bool(persons)
        for person in first:
            if _is_one(person):
                load = loads.setdefault(person.key, _Load(person.text))
                if not any(action is seen for seen in load.actions):
                    load.actions.append(action)
    return loads, led, len(known)


def _is_one(person: Person) -> bool:
    return person.kind in _SOMEBODY and not person.several
