"""A field of an action that its table or list has a place for, and that is empty; or a table without that place."""

from __future__ import annotations

from collections.abc import Iterator

from planlint.plan import Table
from planlint.reading import Reading
from planlint.rule import Remark

_SHORT = 60


def check(
    reading: Reading,
    *,
    role: str,
    no_column: str,
    kinds: tuple[str, ...] = ("action-plan", "implementation-plan"),
    of: str = "action",
    beside: tuple[str, ...] = (),
    instead: tuple[str, ...] = (),
    themes: tuple[str, ...] = (),
) -> Iterator[Remark]:
    """One remark for each action that has nothing in `role`, own or inherited; one for a table without such a column.

    no_column: the message for a whole table; {table} names it.
    kinds:     the kinds of plan in which rows are promised.
    of:        the role that makes a row an action.
    beside:    a table is held to need the column if it has one of these.
    instead:   roles that will do as well.
    themes:    themes of sections that say it for all tables of the priority they stand under.
    """
    if reading.plan.kind not in kinds:
        return
    told = list(_covered(reading, themes))
    for action in reading.plan.actions:
        if not action.blocks(of) or any(action.blocks(r) for r in (role, *instead)):
            continue
        table = action.table
        if role in action.offers:
            yield Remark(action.location, context=action.summary, values={"action": shorten(action.text(of))})
        elif table and not any(table is seen for seen in told) and _promises(reading, table, role, beside):
            told.append(table)
            yield Remark(table.location, values={"table": _name(table)}, message=no_column)


def _covered(reading: Reading, themes: tuple[str, ...]) -> Iterator[Table]:
    """The tables under a heading, below the top one, that has a section of one of these themes under it too."""
    tops = reading.plan.sections
    for section in reading.plan.walk():
        if any(s.theme in themes for s in section.sections) and not any(section is top for top in tops):
            for inner in section.walk():
                yield from (item for item in inner.content if isinstance(item, Table))


def _promises(reading: Reading, table: Table, role: str, beside: tuple[str, ...]) -> bool:
    """Whether it is an action table by its other columns, and no row of it has the role from elsewhere."""
    rows = [action for action in reading.plan.actions if action.table is table]
    return bool(table.roles() & set(beside)) and not any(row.blocks(role) for row in rows)


def _name(table: Table) -> str:
    trail = table.location.trail
    return table.location.label or (trail[-1] if trail else "this table")


def shorten(text: str) -> str:
    """The text on one line, cut at a word after about 60 characters."""
    line = " ".join(text.split())
    if len(line) <= _SHORT:
        return line
    return line[:_SHORT].rsplit(" ", 1)[0].rstrip(" ,;:–-") + "…"
