"""Several actions under one lead and one date."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planlint.checks.rows import KINDS, rows
from planlint.dates import find
from planlint.plan import Kind
from planlint.reading import Reading
from planlint.rule import Remark

_PARTS = re.compile(r"[.;•\n]\s*|,\s+(?:and\s+|then\s+)?|\s+(?:and|then)\s+")
_FIRST = re.compile(r"\W*(?:(?:then|also|and|to|we will)\s+)*([A-Za-z-]+)", re.IGNORECASE)


def check(
    reading: Reading,
    *,
    verbs: frozenset[str],
    kinds: tuple[Kind, ...] = KINDS,
    of: str = "action",
    at_least: int = 4,
    words: int = 30,
) -> Iterator[Remark]:
    """One remark for each row whose action is a list of things to do: {count} of them, {verbs} as they are named.

    verbs:    what can be asked of somebody, in the plain form.
    kinds:    the kinds of plan in which rows are promised; of: the role that makes a row an action.
    at_least: so many different verbs at the head of a clause; words: in so many words altogether.
    """
    for action in rows(reading, kinds):
        blocks = action.blocks(of, inherit=False)
        if len(blocks) != 1 or len(blocks[0].text.split()) < words:
            continue
        text = blocks[0].text
        if len(find(text, reading.calendar, reading.plan.period)) > 1:
            continue  # steps that have days of their own
        heads = (match[1].lower() for part in _PARTS.split(text) if (match := _FIRST.match(part)))
        found = list(dict.fromkeys(head for head in heads if head in verbs))
        if len(found) >= at_least:
            values = {"count": str(len(found)), "verbs": ", ".join(found)}
            yield Remark(blocks[0].location, text.strip(), action.summary, values)
