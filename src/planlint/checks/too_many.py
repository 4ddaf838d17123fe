"""More goals in a plan, or more actions for one goal, than people can carry."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from planlint.checks import goals
from planlint.checks.goals import Goal
from planlint.checks.likeness import contained, content
from planlint.plan import Action, Kind, Location, Section
from planlint.reading import Reading
from planlint.rule import Remark

_ALIKE = 0.5


def check(
    reading: Reading,
    *,
    most: int,
    far_too_many: int = 0,
    of: str = "goals",
    standing: tuple[str, ...] = (),
    far: str | None = None,
    kinds: tuple[Kind, ...] = ("action-plan", "implementation-plan", "strategy", "summary"),
) -> Iterator[Remark]:
    """One remark for a plan with more than `most` goals; or, with of="actions", for each goal with more actions.

    far_too_many: so many goals are an error, with the message `far`; standing ones count too; 0 for no such number.
    standing:     themes of sections for the standing work of a trust, counted apart.
    kinds:        the kinds of plan that are looked at.
    """
    if reading.plan.kind not in kinds:
        return
    if of == "actions":
        yield from _crowded(reading, most)
        return
    sections = goals.sections(reading.plan, reading.vocabulary)
    found = _own(reading, sections)
    apart = {id(g) for g in sections if g.section and g.section.theme in standing}
    numbers = {g.number for g in sections if id(g) in apart and g.number}
    improving = [goal for goal in found if id(goal) not in apart and goal.number not in numbers]
    count = len(found) if far_too_many and len(found) >= far_too_many else len(improving)
    if count > most:
        many = bool(far_too_many) and count >= far_too_many
        names = "; ".join(_short(goal.text) for goal in found)
        values = {"count": str(count), "goals": names}
        severity = "error" if many else None
        where = Location(reading.plan.path)
        yield Remark(where, values=values, severity=severity, message=far if many else None)  # type: ignore[arg-type]


def _short(text: str) -> str:
    return re.split(r"[.:;(]", text, maxsplit=1)[0].strip()


def _own(reading: Reading, sections: Sequence[Goal]) -> Sequence[Goal]:
    """The plan's goals: those with sections, else the longest list of them, else those its tables name."""
    plan, vocabulary = reading.plan, reading.vocabulary
    lists = goals.lists(plan, vocabulary)
    same = [found for found in lists if not sections or _meet(found, sections, reading)]
    named = goals.of_actions(plan, vocabulary)
    numbered = [goal for goal in named if goal.number]
    # Rows that name a goal and no action are goals themselves: a table of priorities, each with a lead and a date.
    alone = {id(block) for a in plan.actions if not a.blocks("action") for block in a.blocks("priority", inherit=False)}
    rows = [goal for goal in named if id(goal.block) in alone]
    return max((sections, *same, numbered, rows), key=len)


def _meet(found: Sequence[Goal], sections: Sequence[Goal], reading: Reading) -> bool:
    """Whether a list is of the goals that have sections, and not of something else."""
    words = [content(goal.text, reading.vocabulary) for goal in sections]
    both = sum(any(contained(content(g.text, reading.vocabulary), w) >= _ALIKE for w in words) for g in found)
    return 2 * both >= len(sections)


def _crowded(reading: Reading, most: int) -> Iterator[Remark]:
    for goal in goals.sections(reading.plan, reading.vocabulary):
        acts = tuple(_main(goal.section)) if goal.section else ()
        if len(acts) > most:
            named = goal.name if goal.name == goal.text else f"{goal.name}: {goal.text}"
            values = {"count": str(len(acts)), "goal": named}
            yield Remark(goal.block.location, goal.block.text, goal.block.text, values=values)


def _main(section: Section) -> Iterator[Action]:
    """Its actions, each with its sub-steps ("2.1a", "2.1.1") once; what is the same for several schools once."""
    seen: set[str] = set()
    for action in goals.acts(section):
        reference = action.text("reference").strip().rstrip("abcdefgh)")
        main = ".".join(reference.split(".")[:2])
        text = " ".join(action.text("action").lower().split())
        if not text or text in seen or (main and main in seen):
            continue
        seen |= {main, text}
        yield action
