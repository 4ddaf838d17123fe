"""A field of an action that holds more entries than it should."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planlint.reading import Reading
from planlint.rule import Remark


def check(reading: Reading, *, role: str, most: int, between: tuple[str, ...]) -> Iterator[Remark]:
    """One remark for each action with more than `most` entries in `role`; {count} says how many, {action} which.

    between: what stands between two entries.
    """
    parted = re.compile("|".join(map(re.escape, between)))
    for action in reading.plan.actions:
        entries = [entry for entry in parted.split(action.text(role)) if entry.strip()]
        if len(entries) > most:
            values = {"count": str(len(entries)), "action": action.text("action")}
            yield Remark(action.location, context=action.summary, values=values)
