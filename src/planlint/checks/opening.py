"""How an action begins: with a word that commits nobody to anything."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planlint.checks.rows import KINDS, rows
from planlint.plan import Action, Kind
from planlint.reading import Reading
from planlint.rule import Remark

_FIGURE = re.compile(r"(?<![\w./-])\d[\d.,]*(?:%|\b)(?<!20\d\d)(?![-/]\d)")


def check(
    reading: Reading,
    *,
    patterns: tuple[re.Pattern[str], ...],
    unless: tuple[re.Pattern[str], ...] = (),
    kinds: tuple[Kind, ...] = KINDS,
    of: str = "action",
    measured_by: tuple[str, ...] = (),
) -> Iterator[Remark]:
    """One remark for each row whose action begins with one of the patterns; found is its group "said", else all of it.

    unless:      patterns anywhere in the action that make it concrete.
    kinds:       the kinds of plan in which rows are promised; of: the role that makes a row an action.
    measured_by: roles of which a figure, in the row or over it, makes the row concrete.
    """
    for action in rows(reading, kinds):
        blocks = action.blocks(of, inherit=False)
        if not blocks or _is_measured(action, measured_by) or any(p.search(action.text(of)) for p in unless):
            continue
        match = next((m for p in patterns if (m := p.match(blocks[0].text))), None)
        if match:
            start, end = match.span("said") if "said" in match.groupdict() else match.span()
            yield Remark(blocks[0].place(start, end), match.string[start:end], action.summary)


def _is_measured(action: Action, roles: tuple[str, ...]) -> bool:
    return any(_FIGURE.search(block.text) for role in roles for block in action.blocks(role))
