"""A goal of a trust's plan that stands in none of its schools' plans."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from planlint.checks import goals
from planlint.checks.goals import Goal
from planlint.checks.likeness import content, stem
from planlint.cohort import Cohort, Member
from planlint.naming import places
from planlint.plan import Location, Plan
from planlint.reading import Reading
from planlint.rule import Remark

ACROSS = True
_CODE = re.compile(r"[A-Z]{2,4}\d{1,2}")
_LINES, _WORDS = 3000, 80  # of a plan that are looked at, and of a line


def gather(reading: Reading, *, general: tuple[str, ...] = (), themes: tuple[str, ...] = ()) -> dict[str, Any]:
    """The trusts it names; of a trust's plan the goals, of a school's the words of each passage and codes of goals."""
    plan = reading.plan
    found: dict[str, Any] = {"trusts": _trusts(reading)}
    if plan.scope == "trust":
        found["goals"] = list(_goals(reading, frozenset(map(stem, map(str.lower, general))), themes))
    elif plan.scope == "school":
        lines = (content(unit.text, reading.vocabulary)[:_WORDS] for unit in reading.units[:_LINES])
        found["lines"] = list(dict.fromkeys(" ".join(line) for line in lines if line))
        found["codes"] = sorted({code for block in plan.blocks() for code in _CODE.findall(block.text)})
    return found


def _trusts(reading: Reading) -> list[str]:
    named = places(reading.plan, reading.vocabulary)
    return sorted({own.lower() for sort, _, own in named if sort == "Trust"})


def _goals(reading: Reading, general: frozenset[str], themes: tuple[str, ...]) -> Iterator[dict[str, Any]]:
    for goal in _named(reading.plan, reading):
        words = [word for word in content(goal.text, reading.vocabulary) if word not in general and not word.isdigit()]
        if words and not (goal.section and goal.section.theme in themes):
            place = asdict(goal.block.location)
            yield {"name": goal.name, "text": goal.text, "number": goal.number, "words": words, "place": place}


def _named(plan: Plan, reading: Reading) -> Sequence[Goal]:
    """The plan's goals: those with sections, else the longest list of them, else those its tables name."""
    vocabulary = reading.vocabulary
    listed = goals.lists(plan, vocabulary)
    return goals.sections(plan, vocabulary) or max(listed, key=len, default=()) or goals.of_actions(plan, vocabulary)


def check(
    cohort: Cohort, *, general: tuple[str, ...] = (), themes: tuple[str, ...] = (), alike: float = 0.5, schools: int = 2
) -> Iterator[Remark]:
    """One remark for each such goal, in the trust's plan; {goal}, {schools} (how many plans were looked at).

    general: words that any goal could have.
    themes:  themes of sections whose goals are the trust's alone.
    alike:   a passage takes up a goal if it has this share of the goal's words.
    schools: so many schools' plans have to be there.
    """
    trusts = [m for m in cohort.members if m.gathered and m.gathered.get("goals")]
    for trust in trusts:
        of_it = _schools(trust, cohort.members, alone=len(trusts) == 1)
        if len(of_it) < schools:
            continue
        for goal in trust.gathered["goals"]:
            if not any(_takes_up(goal, school.gathered, alike) for school in of_it):
                place = Location(**{**goal["place"], "trail": tuple(goal["place"]["trail"])})
                values = {"goal": goal["name"], "schools": str(len(of_it))}
                yield Remark(place, found=goal["text"], context=goal["text"], values=values)


def _schools(trust: Member, members: Sequence[Member], alone: bool) -> list[Member]:
    """The schools' plans that name the trust; all of them, if none names any and it is the only trust there."""
    plans = [m for m in members if m.gathered and m.gathered.get("lines")]
    own = set(trust.gathered["trusts"])
    named = [m for m in plans if own & set(m.gathered["trusts"])]
    return named or (plans if alone and not any(m.gathered["trusts"] for m in plans) else [])


def _takes_up(goal: Mapping[str, Any], school: Mapping[str, Any], alike: float) -> bool:
    if _CODE.fullmatch(goal["number"]) and goal["number"] in school["codes"]:
        return True
    wanted = set(goal["words"])
    needed = max(min(2, len(wanted)), alike * len(wanted))
    return any(len(wanted.intersection(line.split())) >= needed for line in school["lines"])
