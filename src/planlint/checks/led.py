"""Lead cells in which nobody stands but a crowd, or a post that nobody holds."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planlint.checks.missing import shorten
from planlint.checks.rows import KINDS, rows, says
from planlint.plan import Kind
from planlint.reading import Reading
from planlint.rule import Remark


def check(
    reading: Reading,
    *,
    patterns: tuple[re.Pattern[str], ...],
    between: re.Pattern[str],
    kinds: tuple[Kind, ...] = KINDS,
    of: str = "action",
    spared: tuple[re.Pattern[str], ...] = (),
) -> Iterator[Remark]:
    """One remark for each row whose own lead cell holds only people in these words.

    patterns: what the name of each of them has to match; between: what parts two names.
    kinds:    the kinds of plan in which rows are promised.
    of:       the role that makes a row an action.
    spared:   rows whose action has one of these are left alone.
    """
    for action in rows(reading, kinds):
        blocks = [b for b in action.blocks("lead", inherit=False) if says(b.text)]
        text = action.text(of)
        if not blocks or not text or any(p.search(text) for p in spared):
            continue
        names = [name for block in blocks for name in between.split(block.text) if says(name)]
        if all(any(pattern.search(name) for pattern in patterns) for name in names):
            yield Remark(blocks[0].location, blocks[0].text.strip(), action.summary, {"action": shorten(text)})
