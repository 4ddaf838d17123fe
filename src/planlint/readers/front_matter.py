"""Front matter of a Markdown file to the blocks of a Draft's meta."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planlint.errors import ReadError
from planlint.plan import Block
from planlint.readers.traced import Source, written
from planlint.readers.yaml_comments import comments
from planlint.readers.yaml_elements import DIRECTIVES
from planlint.readers.yaml_keys import name, pairs
from planlint.readers.yaml_nodes import Node, compose
from planlint.readers.yaml_scalars import lines
from planlint.vocabulary import words

_LINE = re.compile(r"^(?:(?P<key>[^\s:#-][^:\n]*?)[ \t]*:[ \t]+)?(?P<value>[^\n]*?)[ \t]*$", re.M)


def read_front_matter(source: Source, end: int) -> tuple[list[Block], list[Block]]:
    """The values of the front matter, which ends before that line (from 1), as named blocks, and its comments.

    Front matter is a help and not the plan: where it is not YAML, as with "title: Reading: a plan", it is read line
    by line.
    """
    begin, stop = source.text.index("\n") + 1, source.offset(end)
    blank = re.sub(r"[^\n]", " ", source.text[:begin])
    yaml = Source(source.path, blank + source.text[begin:stop])  # every place stays what it is in the file
    try:
        roots, scalars = compose(yaml)
    except ReadError:
        return list(_by_line(yaml, begin)), []
    found = [block for root in roots for block in _values(root, "", yaml)]
    return found, list(comments(yaml, scalars))


def _values(node: Node, called: str, source: Source) -> Iterator[Block]:
    """Every scalar, named by the key it stands under."""
    if node.kind == "mapping":
        for key, value in pairs(node):
            inner = name(key, source.text)
            yield from _values(value, f"{called} {inner}" if called == DIRECTIVES else inner, source)
    elif node.kind == "sequence":
        for item in node.items:
            yield from _values(item, called, source)
    elif not node.empty:
        for line in lines(node, source.text):
            yield source.block(line.text, "value", name=called)


def _by_line(source: Source, begin: int) -> Iterator[Block]:
    for match in _LINE.finditer(source.text, begin):
        value = written(match.group("value"), match.start("value")).strip()
        if value:
            yield source.block(value, "value", name=words(match.group("key") or ""))
