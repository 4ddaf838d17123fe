"""Lists of contents: lines that only repeat the headings, so that nobody takes them for what the plan says."""

from __future__ import annotations

import re
from collections.abc import Sequence

from planlint.plan import Block
from planlint.readers.draft import Grid
from planlint.readers.themes import key

_PAGE = re.compile(r"[\s.…·_]+\d{1,3}\s*\Z")
_NUMBER = re.compile(r"\d+(?: \d+)* ")
_LONGEST = 160
_FEWEST = 3
_UNPAGED = 5
_COVERED = 0.7


def lines(elements: Sequence[Block | Grid]) -> range:
    """Where the list of contents stands in the elements; an empty range if there is none.

    It is a run of lines that repeat headings: with page numbers, or without them if nearly all headings are there.
    """
    headings = {plain(e.text) for e in elements if isinstance(e, Block) and e.kind == "heading"}
    start = None
    for at, element in enumerate([*elements, None]):
        listed = isinstance(element, Block) and element.kind != "heading" and _plain_line(element.text) in headings
        if listed:
            start = at if start is None else start
            continue
        if start is not None and _is_list(elements[start:at], headings):
            return range(start, at)
        start = None
    return range(0)


def plain(heading: str) -> str:
    """A heading as a list of contents repeats it, without its number."""
    return _NUMBER.sub("", key(heading) + " ").strip() or key(heading)


def _plain_line(text: str) -> str:
    return plain(_PAGE.sub("", text)) if len(text) <= _LONGEST and text.strip() else ""


def _is_list(found: Sequence[Block | Grid | None], headings: set[str]) -> bool:
    texts = [e.text for e in found if isinstance(e, Block)]
    paged = sum(bool(_PAGE.search(t)) for t in texts)
    if len(texts) >= _FEWEST and paged * 2 > len(texts):
        return True
    return len(texts) >= _UNPAGED and len({_plain_line(t) for t in texts}) >= _COVERED * len(headings)
