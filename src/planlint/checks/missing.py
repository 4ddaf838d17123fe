"""A field of an action that its table or list has a place for, and that is empty; or a table without that place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from planlint.checks.rows import KINDS, headed_when, rows, says, tells_when
from planlint.people import people
from planlint.plan import Action, Block, Kind, Table
from planlint.reading import Reading
from planlint.rule import Remark

_SHORT = 60
_MANY = 3  # people; a line above the table that names more is a key to initials and leads nothing
Sentence = Literal["", "when", "who"]


def check(
    reading: Reading,
    *,
    role: str,
    no_column: str,
    kinds: tuple[Kind, ...] = KINDS,
    column_kinds: tuple[Kind, ...] = KINDS,
    of: str = "action",
    beside: tuple[str, ...] = (),
    instead: tuple[str, ...] = (),
    columns: tuple[str, ...] = (),
    themes: tuple[str, ...] = (),
    blank: tuple[re.Pattern[str], ...] = (),
    sentence: Sentence = "",
    no_columns: str = "",
) -> Iterator[Remark]:
    """One remark for each action that has nothing in `role`, own or inherited; one for a table without such a column.

    no_column: the message for a whole table; {table} names it.
    kinds:     the kinds of plan in which rows are promised; column_kinds: those in which the column is.
    of:        the role that makes a row an action.
    beside:    a table is held to need the column if it has one of these.
    instead:   roles that will do as well; columns: roles whose column will do, filled or not.
    themes:    themes of sections that say it for all tables of the priority they stand under.
    blank:     what counts as nothing if a cell holds no more than that.
    no_columns: the message for all {count} tables of a plan in which no table has the column; without it, each is told.
    sentence:  "when" or "who" if the words of the action itself may say it.
    """
    told = list(_covered(reading, themes))
    lacking: list[Remark] = []
    for action in rows(reading, kinds):
        if not action.blocks(of) or any(_filled(reading, action, r, blank) for r in (role, *instead)):
            continue
        table = action.table
        if role in action.offers:
            if not _said(reading, action, of, sentence):
                yield _empty(action, role, of)
        elif table and not any(table is seen for seen in told):
            told.append(table)
            needed = _promises(reading, table, role, beside) and not table.roles() & set(columns)
            if needed and reading.plan.kind in column_kinds and not _mostly_said(reading, table, of, sentence):
                lacking.append(Remark(table.location, values={"table": _name(table)}, message=no_column))
    anywhere = any(role in action.offers for action in rows(reading, kinds))
    if no_columns and len(lacking) > 1 and not anywhere:
        yield replace(lacking[0], values={"count": str(len(lacking))}, message=no_columns)
    else:
        yield from lacking


def _filled(reading: Reading, action: Action, role: str, blank: tuple[re.Pattern[str], ...]) -> bool:
    own = action.blocks(role, inherit=False)
    found = own or action.blocks(role)
    if not own and role == "lead":
        found = tuple(b for b in found if len(people(b.text, reading.roster, reading.vocabulary)) <= _MANY)
    return any(says(b.text) and not any(p.fullmatch(b.text.strip()) for p in blank) for b in found)


def _empty(action: Action, role: str, of: str) -> Remark:
    held: tuple[Block, ...] = action.blocks(role, inherit=False)
    place = held[0].location if held else action.location
    values = {"action": shorten(action.text(of))}
    return Remark(place, found=held[0].text.strip() if held else "", context=action.summary, values=values)


def _said(reading: Reading, action: Action, of: str, sentence: Sentence) -> bool:
    """Whether the action's own words say it. A bullet is one sentence; in a table an empty cell is a gap even so,
    unless the date it asks for stands in the action's cell."""
    if sentence == "when":
        return tells_when(reading, action.text(of) if action.table else action.summary) or headed_when(reading, action)
    if sentence == "who" and not action.table:
        return any(p.kind != "unknown" for p in people(action.text(of), reading.roster, reading.vocabulary))
    return False


def _mostly_said(reading: Reading, table: Table, of: str, sentence: Sentence) -> bool:
    found = [_said(reading, action, of, sentence) for action in reading.plan.actions if action.table is table]
    return sum(found) * 2 >= len(found)


def _covered(reading: Reading, themes: tuple[str, ...]) -> Iterator[Table]:
    """The tables under a heading, below the top one, that has a section of one of these themes under it too."""
    tops = reading.plan.sections
    for section in reading.plan.walk():
        if any(s.theme in themes for s in section.sections) and not any(section is top for top in tops):
            for inner in section.walk():
                yield from (item for item in inner.content if isinstance(item, Table))


def _promises(reading: Reading, table: Table, role: str, beside: tuple[str, ...]) -> bool:
    """Whether it is an action table by its other columns, and no row of it has the role from elsewhere."""
    found = [action for action in reading.plan.actions if action.table is table]
    return bool(table.roles() & set(beside)) and not any(action.blocks(role) for action in found)


def _name(table: Table) -> str:
    trail = table.location.trail
    return table.location.label or (trail[-1] if trail else "this table")


def shorten(text: str) -> str:
    """The text on one line, cut at a word after about 60 characters."""
    line = " ".join(text.split())
    if len(line) <= _SHORT:
        return line
    return line[:_SHORT].rsplit(" ", 1)[0].rstrip(" ,;:–-") + "…"
