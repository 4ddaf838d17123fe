"""A plan of several schools whose actions each concern one of them alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from planlint.checks.rows import KINDS
from planlint.plan import Action, Kind, Location, Plan, Table
from planlint.reading import Cues, Reading
from planlint.rule import Remark

_NAMES = 3  # schools that a plan has to name before it can be said to take them one by one


def check(
    reading: Reading,
    *,
    names: re.Pattern[str],
    listed: tuple[str, ...],
    together: Cues,
    kinds: tuple[Kind, ...] = KINDS,
    not_in: tuple[str, ...] = (),
    at_least: int = 5,
    single: int = 60,
    joint: int = 10,
) -> Iterator[Remark]:
    """One remark on a trust's plan in which most actions name one school and hardly any is for several.

    names:    a school's name in a text; its first group is the name without the word for its kind.
    listed:   themes of sections whose tables and lists name the schools.
    together: cues that show that an action is for several schools.
    not_in:   themes of sections whose actions do not count. kinds: the kinds of plan that are looked at.
    at_least: actions that the plan has to have; single: the percentage of them that must name one school;
    joint:    the percentage that may be for several.
    """
    plan = reading.plan
    if plan.scope != "trust" or plan.kind not in kinds:
        return
    schools = _schools(plan, names, listed)
    units = {id(unit.action): unit for unit in reading.units if unit.action}
    actions = [a for a in plan.actions if id(a) in units and units[id(a)].theme not in not_in]
    if len(actions) < at_least or len(schools) < _NAMES:
        return
    several = [a for a in actions if reading.hits_in(together, units[id(a)]) or len(_named(a, schools)) > 1]
    alone = [a for a in actions if len(_named(a, schools)) == 1 and not any(a is b for b in several)]
    if 100 * len(alone) >= single * len(actions) and 100 * len(several) <= joint * len(actions):
        yield Remark(Location(plan.path), values={"alone": str(len(alone)), "all": str(len(actions))})


def _schools(plan: Plan, names: re.Pattern[str], listed: Sequence[str]) -> frozenset[str]:
    """The schools' short names: those in headings, actions and the plan's own list, where a kind of school follows."""
    texts = [block.text for block in plan.blocks()]
    for section in plan.walk():
        for item in section.content:
            if section.theme in listed and isinstance(item, Table):
                texts += [row.cells[0].text for row in item.rows if row.cells and row.cells[0].text.strip()]
    found = (match[1].strip() for text in texts for match in names.finditer(text))
    return frozenset(name for name in found if len(name) > 2)


def _named(action: Action, schools: frozenset[str]) -> frozenset[str]:
    """The schools that an action or the headings above it name."""
    cells = [cell.text for cell in action.row.cells] if action.row else []
    text = " | ".join((*action.location.trail, action.text("priority"), action.summary, *cells))
    return frozenset(name for name in schools if re.search(rf"\b{re.escape(name)}\b", text))
