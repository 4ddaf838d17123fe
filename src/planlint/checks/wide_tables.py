"""Tables that are hard to read: too many columns, cells that are essays, no headings over the columns."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planlint.plan import Kind, Table
from planlint.reading import Reading
from planlint.rule import Remark


def check(
    reading: Reading,
    *,
    most_columns: int,
    most_words: int,
    long_cell: str,
    except_for: tuple[re.Pattern[str], ...] = (),
    kinds: tuple[Kind, ...] = ("action-plan", "implementation-plan", "strategy", "funding-statement"),
) -> Iterator[Remark]:
    """One remark for each action table with more columns than that, and one for the longest cell of each table.

    long_cell:  the message for a cell of more words than most_words.
    except_for: headings of columns that do not count: of terms, years, schools.
    kinds:      the kinds of plan that are looked at.
    """
    if reading.plan.kind not in kinds:
        return
    for section in reading.plan.walk():
        for table in (item for item in section.content if isinstance(item, Table)):
            named = [c.heading for c in table.columns if c.heading.strip()]
            counted = [name for name in named if not any(pattern.search(name) for pattern in except_for)]
            if "action" in table.roles() and len(counted) > most_columns:
                yield Remark(table.location, values={"count": str(len(named))})
            yield from _longest(table, most_words, long_cell)


def _longest(table: Table, most: int, message: str) -> Iterator[Remark]:
    cells = [cell for row in table.rows if not row.heading for cell in row.cells if not cell.carried and cell.blocks]
    long = [cell for cell in cells if len(cell.text.split()) > most]
    if long and len(table.columns) > 2:
        worst = max(long, key=lambda cell: len(cell.text.split()))
        values = {"count": str(len(worst.text.split())), "cells": str(len(long))}
        yield Remark(worst.blocks[0].location, "", worst.text, values=values, message=message)
