"""Front matter of a Markdown file to the blocks of a Draft's meta."""

from __future__ import annotations

import re

from markdown_it.token import Token

from planlint.plan import Block
from planlint.readers.traced import Source, written
from planlint.vocabulary import words

_LINE = re.compile(r"^(?P<key>[^\s:#-][^:\n]*?)[ \t]*:(?:[ \t]+(?P<value>.*?))?[ \t]*$", re.M)


def read_front_matter(token: Token, source: Source) -> list[Block]:
    """The front matter's values as named blocks."""
    begin = source.text.index("\n") + 1
    found = []
    for match in _LINE.finditer(source.text, begin, begin + len(token.content)):
        if match.group("value"):
            value = written(match.group("value"), match.start("value"))
            found.append(source.block(value, "value", name=words(match.group("key"))))
    return found
