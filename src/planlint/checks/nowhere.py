"""Something that a plan should say somewhere, and does not; or says in some rows of a column only."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from planlint.checks.framing import framed
from planlint.language import Hit
from planlint.plan import Action, Kind, Location, Table
from planlint.reading import NO_CUES, Cues, Reading
from planlint.rule import Remark, Severity

_FEWEST = 3  # actions: fewer make no table that could be half empty


def check(
    reading: Reading,
    *,
    cues: Cues,
    except_for: Cues = NO_CUES,
    headings: Cues = NO_CUES,
    not_in: tuple[str, ...] = (),
    immune_to: tuple[str, ...] = ("past", "long past", "hoped", "supposed"),
    themes: tuple[str, ...] = (),
    roles: tuple[str, ...] = (),
    kinds: tuple[Kind, ...] = ("action-plan", "implementation-plan"),
    columns: tuple[re.Pattern[str], ...] = (),
    elsewhere: Cues = NO_CUES,
    named_elsewhere: str | None = None,
    row: str | None = None,
    half: str | None = None,
    shortest: int = 0,
    small: int = 0,
    promised_by: tuple[str, ...] = (),
    noted_in: tuple[str, ...] = (),
    closed_by: tuple[str, ...] = (),
) -> Iterator[Remark]:
    """One remark for a plan that nowhere says it; else one for each row with an empty cell in its column.

    cues:       ways of saying it; except_for: cues that void those with which they share a word.
    headings:   headings under which whatever is written says it.
    not_in:     themes of sections that do not count: there it is said of something else.
    immune_to:  frames in which it still counts; one that is denied never does.
    themes:     themes of sections which, if they hold more than their heading, say it by themselves.
    roles:      roles of columns that say it where at least half of the cells are filled.
    columns:    headings of columns that say it, even if their cells are still empty.
    kinds:      the kinds of plan that are to say it.
    elsewhere:  cues that name another paper where it is said; then the remark is a note, with the message
                named_elsewhere.
    row, half:  the messages for an empty cell, and for a column of which more than half is empty; without `row`,
                cells are not looked at.
    shortest:   plans of fewer words and without actions are left alone.
    small:      in plans of fewer words it is only a note.
    closed_by:  components of a model which, where they are addressed, say it too.
    noted_in:   kinds of plan in which it is only a note.
    promised_by: roles of columns; a plan whose tables of actions have none of them is on a form that asks for neither
                people nor days, of which other rules speak; it is left alone.
    """
    if reading.plan.kind not in kinds or (reading.plan.words < shortest and not reading.plan.actions):
        return
    if promised_by and not _promised(reading, promised_by):
        return
    offering = [a for a in reading.plan.actions if a.blocks("action") and any(r in a.offers for r in roles)]
    filled = [a for a in offering if any(a.blocks(r) for r in roles)]
    if offering and 2 * len(filled) >= len(offering):
        yield from _rows(offering, filled, row)
        return
    if any(_counts(reading, hit, except_for, not_in, immune_to) for hit in reading.hits(cues)):
        return
    if _has_section(reading, headings, themes) or _has_column(reading, columns) or _addressed(reading, closed_by):
        return
    named = next((h for h in reading.hits(elsewhere) if not _denied(reading, h)), None)
    if named:
        at = named.own[0].location if named.own else named.spans[0].location
        yield Remark(at, named.quote, named.sentences[0].text, severity="note", message=named_elsewhere)
    else:
        message = half if filled and len(offering) >= _FEWEST else None
        severity: Severity | None = "note" if reading.plan.words < small or reading.plan.kind in noted_in else None
        yield Remark(Location(reading.plan.path), severity=severity, message=message)


def _promised(reading: Reading, roles: Sequence[str]) -> bool:
    """Whether any action has a place for one of these roles, or the plan has no tables of actions at all."""
    actions = reading.plan.actions
    return not any(a.table for a in actions) or any(r in a.offers or a.blocks(r) for a in actions for r in roles)


def _rows(offering: Sequence[Action], filled: Sequence[Action], row: str | None) -> Iterator[Remark]:
    if row is None or len(offering) < _FEWEST:
        return
    done = {id(action) for action in filled}
    for action in offering:
        if id(action) not in done:
            text = " ".join(action.text("action").split())
            yield Remark(action.location, "", action.summary, values={"action": text}, message=row)


def _counts(reading: Reading, hit: Hit, except_for: Cues, not_in: tuple[str, ...], immune: tuple[str, ...]) -> bool:
    if not _is_said(hit) or (hit.unit.theme is not None and hit.unit.theme in not_in):
        return False
    friends = reading.hits_in(except_for, hit.unit)
    return not any(friend.overlaps(hit) for friend in friends) and not framed(reading, hit, immune)


def _is_said(hit: Hit) -> bool:
    """Whether it stands in a text, or in the label of one ("Next review: 7 July"); a heading alone says nothing yet."""
    labels = (label for labels in hit.unit.labels for label in labels)
    return hit.unit.kind != "heading" and (bool(hit.own) or any(s.block is b for b in labels for s in hit.spans))


def _denied(reading: Reading, hit: Hit) -> bool:
    return framed(reading, hit, ("past", "long past", "hoped", "supposed", "ended")) != ""


def _addressed(reading: Reading, components: Sequence[str]) -> bool:
    """Whether the plan addresses one of these components."""
    if not components:
        return False
    found = (c for coverage in reading.coverage for c in coverage.components)
    return any(c.id in components and c.level == "addressed" for c in found)


def _has_section(reading: Reading, headings: Cues, themes: tuple[str, ...]) -> bool:
    """Whether a section with such a theme or heading holds text of its own."""
    headed = {id(hit.unit.section) for hit in reading.hits(headings) if hit.unit.kind == "heading"}
    for unit in reading.units:
        if unit.kind != "heading" and (unit.theme in themes or id(unit.section) in headed):
            return True
    return False


def _has_column(reading: Reading, columns: Sequence[re.Pattern[str]]) -> bool:
    tables = (item for section in reading.plan.walk() for item in section.content if isinstance(item, Table))
    return any(pattern.search(c.heading) for table in tables for c in table.columns for pattern in columns)
