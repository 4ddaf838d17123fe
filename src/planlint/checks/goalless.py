"""Actions that belong to no goal although their table says which, or to one that the plan does not have."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planlint.checks import goals
from planlint.plan import Action, Kind, Table
from planlint.reading import Reading
from planlint.rule import Remark

_FEWEST = 3  # rows with a goal; with fewer the column is not yet in use


def check(
    reading: Reading,
    *,
    unknown: str,
    kinds: tuple[Kind, ...] = ("action-plan", "implementation-plan"),
    except_for: tuple[re.Pattern[str], ...] = (),
) -> Iterator[Remark]:
    """One remark for each action whose cell for its goal is empty, or names a number that none of the goals has.

    unknown:    the message for a number that does not exist.
    except_for: what a cell may say that names a goal of another paper, or standing work.
    """
    if reading.plan.kind not in kinds:
        return
    found = goals.sections(reading.plan, reading.vocabulary)
    listed = [goal for goals_ in goals.lists(reading.plan, reading.vocabulary) for goal in goals_]
    numbers = {goal.number for goal in (*found, *listed) if goal.number}
    for action in reading.plan.actions:
        text = action.text(goals.PRIORITY)
        if not text and action.table and action.blocks("action") and _kept(reading, action.table):
            yield Remark(action.location, "", action.summary, values=_values(action))
        named = goals.mentioned(text, reading.vocabulary) if len(found) > 1 else ()
        gone = [number for number in named if number not in numbers and _alike(number, numbers)]
        if gone and not any(pattern.search(text) for pattern in except_for):
            block = action.blocks(goals.PRIORITY)[0]
            said = " ".join(text.split())
            yield Remark(block.location, said, action.summary, values=_values(action), message=unknown)


def _values(action: Action) -> dict[str, str]:
    return {"action": " ".join(action.text("action").split())}


def _kept(reading: Reading, table: Table) -> bool:
    """Whether nearly all other rows of the table name their goal in its own column, so that an empty cell is a gap."""
    rows = [a for a in reading.plan.actions if a.table is table and a.blocks("action")]
    filled = [a for a in rows if a.blocks(goals.PRIORITY)]
    return goals.PRIORITY in table.roles() and len(filled) >= max(_FEWEST, 2 * len(rows) / 3)


def _alike(number: str, numbers: set[str]) -> bool:
    """Whether the plan's goals are numbered in this manner at all."""
    return any(number.isdigit() == other.isdigit() for other in numbers)
