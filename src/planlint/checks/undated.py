"""A target in figures with no time by which it is to be reached."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planlint.checks.aims import Aim, aims
from planlint.dates import find
from planlint.plan import Kind
from planlint.reading import Reading
from planlint.rule import Remark

_DAYS_OF_A_YEAR = 380


def check(
    reading: Reading,
    *,
    themes: tuple[str, ...],
    kinds: tuple[Kind, ...],
    years: re.Pattern[str],
    least: int = 3,
    complete: tuple[int, ...] = (0, 100),
) -> Iterator[Remark]:
    """One remark for each target without a date in its words, row, column heading or the headings above it.

    In a plan for one year or less every target is for its end, and in one that dates none of its targets this is said
    elsewhere: at least `least` of them must have a date. themes, kinds: as for baselines. years: what counts as a year.
    complete: percentages that mean all or none, at all times.
    """
    period = reading.plan.period
    if reading.plan.kind not in kinds or (period and (period.end - period.start).days <= _DAYS_OF_A_YEAR):
        return
    found = [(aim, _dated(reading, aim, years)) for aim in aims(reading, themes)]
    if sum(dated for _, dated in found) < least:
        return
    for aim, dated in found:
        if dated or aim.goal is None or aim.goal.value in complete:
            continue
        if aim.goal.unit == "percent" and aim.target.kind == "outcome":
            yield aim.remark()


def _dated(reading: Reading, aim: Aim, years: re.Pattern[str]) -> bool:
    action = aim.action
    if action and (action.blocks("deadline") or action.blocks("milestone")):
        return True
    headings = [*aim.block.location.trail, aim.section.heading.text if aim.section.heading else ""]
    parent = [aim.block.parent.text] if aim.block.parent else []
    columns = [c.heading for c in action.table.columns] if action and action.table else []
    texts = [aim.block.text, aim.block.name, *headings, *parent, *columns, *(b.text for b in aim.beside)]
    if action:
        texts.append(action.summary)
    return any(years.search(text) or find(text, reading.calendar, reading.plan.period) for text in texts)
