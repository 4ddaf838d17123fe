"""One person who leads actions in so many plans that they cannot all get what they need."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from planlint.checks.likeness import content
from planlint.checks.rows import KINDS, due, leads, rows
from planlint.cohort import Cohort
from planlint.dates.calendar import HALVES
from planlint.naming import places
from planlint.people import Person
from planlint.plan import Action, Kind, Location
from planlint.reading import Reading
from planlint.rule import Remark

ACROSS = True


def gather(reading: Reading, *, posts: tuple[str, ...] = (), kinds: tuple[Kind, ...] = KINDS) -> dict[str, Any]:
    """The trusts it names; and by key each person, or post that a trust has once: name, and actions with half-terms."""
    found: dict[str, dict[str, Any]] = {}
    for action in rows(reading, kinds):
        led = [person for _, person in leads(reading, action)]
        for person in [p for p in led if p.leading] or led:
            if _is_one(person, posts):
                deed = " ".join(content(action.text("action") or action.summary, reading.vocabulary))
                name = hashlib.sha256(deed.encode()).hexdigest()[:12]
                one = found.setdefault(person.key, {"name": person.text, "deeds": []})
                one["deeds"].append([name, _half(reading, action)])
    named = places(reading.plan, reading.vocabulary)
    return {"people": found, "trusts": sorted({own.lower() for sort, _, own in named if sort == "Trust"})}


def _is_one(person: Person, posts: tuple[str, ...]) -> bool:
    """Whether it is somebody who is the same in every plan: somebody with a name, or in a post of the trust itself."""
    named = person.kind == "person" and " " in person.key
    return not person.several and (named or (person.kind == "role" and person.key in posts))


def _half(reading: Reading, action: Action) -> str:
    """The last day of the half-term in which the action is due, in ISO form; "" if it has no day."""
    found = due(reading, action)
    end = found[1].end if found and found[1].closed else None
    if end is None:
        return ""
    year = reading.calendar.year_of(end)
    last = [reading.calendar.half(year, number)[1] for number in range(1, HALVES + 1)]
    return next((day.isoformat() for day in last if end <= day), last[-1].isoformat())


@dataclass(slots=True)
class _Load:
    name: str = ""
    plans: set[int] = field(default_factory=set)
    deeds: dict[str, str] = field(default_factory=dict)


def check(
    cohort: Cohort,
    *,
    posts: tuple[str, ...] = (),
    kinds: tuple[Kind, ...] = KINDS,
    plans: int = 3,
    actions: int = 12,
    at_once: int = 8,
) -> Iterator[Remark]:
    """One remark for each such person; {name}, {count}, {plans}, and {at_once} in the busiest half-term.

    posts:   posts that a trust has once; looked at only where all plans are one trust's.
    kinds:   the kinds of plan whose rows are looked at.
    plans:   in so many plans, with
    actions: so many actions in all, or
    at_once: so many in one half-term. What stands in several plans in the same words counts once.
    """
    one_trust = len({trust for m in cohort.members if m.gathered for trust in m.gathered["trusts"]}) <= 1
    loads: defaultdict[str, _Load] = defaultdict(_Load)
    for at, member in enumerate(cohort.members):
        for key, one in (member.gathered or {}).get("people", {}).items():
            if one_trust or key not in posts:
                _add(loads[key], at, one)
    for key in sorted(loads):
        load = loads[key]
        halves = Counter(half for half in load.deeds.values() if half)
        busiest = max(halves.values(), default=0)
        if len(load.plans) >= plans and (len(load.deeds) >= actions or busiest >= at_once):
            values = {"name": load.name, "count": str(len(load.deeds)), "plans": str(len(load.plans))}
            yield Remark(Location(cohort.folder), load.name, key, values | {"at_once": str(busiest)})


def _add(load: _Load, at: int, one: dict[str, Any]) -> None:
    load.name = load.name or one["name"]
    for deed, half in one["deeds"]:
        if deed not in load.deeds:
            load.deeds[deed] = half
            load.plans.add(at)
