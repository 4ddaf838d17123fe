"""What a reader of the page would see otherwise than planlint: tracked changes, comments, what is no text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Literal

from planlint.language import Span
from planlint.plan import Location
from planlint.reading import Reading
from planlint.rule import Remark


def check(
    reading: Reading,
    *,
    of: Literal["changes", "unread"],
    comments: str | None = None,
    marks: tuple[re.Pattern[str], ...] = (),
    marked: str | None = None,
) -> Iterator[Remark]:
    """For "changes" one remark on the whole plan, for "unread" one for each thing, equal ones side by side once.

    comments: the message for a plan with comments and without tracked changes.
    marks:    how changes are marked in plain text, each a remark of its own with the message `marked`.
    """
    if of == "unread":
        yield from _unread(reading)
        return
    yield from _changes(reading, comments)
    for block in reading.plan.blocks():
        for found in (match for pattern in marks for match in pattern.finditer(block.text)):
            span = Span(block, found.start(), found.end())
            yield Remark(span.location, span.text, block.text, message=marked)


def _unread(reading: Reading) -> Iterator[Remark]:
    for what, group in groupby(reading.plan.unread, key=lambda unread: unread.what):
        things = list(group)
        more = f" and {len(things) - 1} more like it" if len(things) > 1 else ""
        yield Remark(things[0].location, values={"what": what + more})


def _changes(reading: Reading, comments: str | None) -> Iterator[Remark]:
    plan = reading.plan
    kinds = dict.fromkeys(change.what for change in plan.changes)
    counts = (f"{sum(change.what == kind for change in plan.changes)} {kind}" for kind in kinds)
    notes = [block for block in plan.aside if block.kind == "comment" and block.text.strip()]
    values = {"changes": ", ".join(counts), "count": str(len(notes))}
    if plan.changes:
        text = next((change.text for change in plan.changes if change.text.strip()), "")
        yield Remark(plan.changes[0].location, text, text or None, values=values)
    elif notes and comments and plan.format == "docx":
        yield Remark(Location(plan.path), values=values, message=comments)
