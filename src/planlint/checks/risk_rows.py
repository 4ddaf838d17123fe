"""Risks in a table without what belongs to one: an answer, somebody who watches, a sign that it is happening."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planlint.plan import Row, Table
from planlint.reading import Reading
from planlint.rule import Remark

_RISK = "risk"


def check(
    reading: Reading,
    *,
    needs: tuple[str, ...] = ("mitigation", "trigger", "lead"),
    answer: tuple[str, ...] = ("mitigation",),
    no_answer: str,
    themes: tuple[str, ...] = ("risks",),
    extracts: tuple[re.Pattern[str], ...] = (),
) -> Iterator[Remark]:
    """One remark for each risk with an empty cell among the roles it needs; one for a table with no answers at all.

    needs:     roles of columns which, if the table has them, are to be filled.
    answer:    roles of which a table of risks has to have one.
    no_answer: the message for a table without.
    themes:    themes of sections in which a table is held to be one of risks although it has no answers.
    extracts:  headings of what is shown in part here and kept elsewhere.
    """
    for section in reading.plan.walk():
        for table in (item for item in section.content if isinstance(item, Table)):
            if _RISK not in table.roles() or any(p.search(h) for p in extracts for h in table.location.trail):
                continue
            if table.roles() & set(answer):
                yield from _gaps(table, needs)
            elif section.theme in themes and len(table.columns) > 1 and table.rows:
                yield Remark(table.location, message=no_answer)


def _gaps(table: Table, needs: tuple[str, ...]) -> Iterator[Remark]:
    risk = next(n for n, column in enumerate(table.columns) if column.role == _RISK)
    for row in table.rows:
        text = _text(row, risk)
        missing = [c.heading for n, c in enumerate(table.columns) if c.role in needs and not _text(row, n)]
        if text and missing and not row.heading:
            whole = " | ".join(t for n in range(len(row.cells)) if (t := _text(row, n)))
            values = {"risk": text, "missing": " and ".join(" ".join(heading.split()) for heading in missing)}
            yield Remark(row.location, "", whole, values=values)


def _text(row: Row, at: int) -> str:
    """The words of a cell on one line; "" if it has none."""
    text = " ".join(row.cells[at].text.split()) if at < len(row.cells) else ""
    return text if any(c.isalnum() for c in text) else ""
