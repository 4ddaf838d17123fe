"""Bold lines that stand as headings where an author used bold instead of heading styles."""

from __future__ import annotations

import re
from dataclasses import replace

from planlint.plan import Block
from planlint.readers.docx_story import Book
from planlint.readers.draft import Grid

_CAPTION = re.compile(r"(?:table|figure|fig\.?|chart|diagram) \d", re.IGNORECASE)
_PAIR = re.compile(r" {4}|\t\t|:[^a-zA-Z]*$")
"""Two things set side by side ("J. Smith      A. Jones"), or a label with a bare figure ("Total: £2,600")."""
HEADING_CHARACTERS, HEADING_WORDS = 100, 14
"""A longer bold paragraph is an emphasised sentence, not a heading."""
SIZES = 3
"""Sizes of bold headings told apart, the largest outermost; smaller ones count as the third."""


def promote(book: Book) -> None:
    """Turn bold-only paragraphs of the body that stand as headings into headings, below the nearest real heading."""
    elements = book.draft.elements
    chosen = [n for n in sorted(book.bold) if _stands(elements, n)]
    sizes = sorted({book.bold[n] for n in chosen}, reverse=True)
    rank = {size: min(n, SIZES - 1) for n, size in enumerate(sizes)}
    real, promoted = 0, set(chosen)
    for n, element in enumerate(elements):
        if not isinstance(element, Block):
            continue
        if n in promoted:
            elements[n] = replace(element, kind="heading", level=real + 1 + rank[book.bold[n]])
        elif element.kind == "heading":
            real = element.level


def _stands(elements: list[Block | Grid], n: int) -> bool:
    """Whether this bold line reads as a heading: short, no sentence, with something under it, no item among others."""
    block = elements[n]
    if not isinstance(block, Block) or n + 1 == len(elements):
        return False
    text = " ".join(block.text.split())
    if len(text) > HEADING_CHARACTERS or len(text.split()) > HEADING_WORDS or text.endswith((".", ":", ";", ",", "!")):
        return False
    if sum(c.isalpha() for c in text) < 3 or _CAPTION.match(text) or _PAIR.search(block.text.strip()):
        return False
    if block.kind != "item":
        return True
    if not any(c.isalnum() for c in block.marker):
        return False
    neighbours = (elements[n - 1] if n else None, elements[n + 1])
    return not any(isinstance(e, Block) and e.kind == "item" and e.level == block.level for e in neighbours)
