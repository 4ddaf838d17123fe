"""The comments of a YAML file: what stands behind a "#" outside of every scalar."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planlint.plan import Block
from planlint.readers.traced import Source, written
from planlint.readers.yaml_nodes import Node

_COMMENT = re.compile(r"(?:(?<=[\s])|(?<![\s\S]))#+(?P<text>[^\n]*)")


def comments(source: Source, scalars: list[Node]) -> Iterator[Block]:
    """Each comment that says something, in order, as a Block of kind "comment"."""
    for start, end in _gaps(source.text, scalars):
        for match in _COMMENT.finditer(source.text, start, end):
            text = written(match.group("text"), match.start("text")).strip()
            if any(c.isalnum() for c in text.text):
                yield source.block(text, "comment")


def _gaps(text: str, scalars: list[Node]) -> Iterator[tuple[int, int]]:
    """The stretches outside of scalars; behind a block scalar's "|" or ">" the rest of that line is outside too."""
    at = 0
    for node in scalars:
        yield at, node.start
        if node.style in ("|", ">"):
            line_end = text.find("\n", node.start, node.end)
            yield node.start, line_end if line_end >= 0 else node.end
        at = node.end
    yield at, len(text)
