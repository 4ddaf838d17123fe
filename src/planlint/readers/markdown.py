"""The Markdown reader: CommonMark with GitHub's tables, task lists and footnotes, front matter and HTML, to a Draft."""

from __future__ import annotations

import re

from planlint.errors import ReadError
from planlint.readers.decode import decode
from planlint.readers.draft import Draft
from planlint.readers.markdown_blocks import Body
from planlint.readers.markdown_parse import TooMuch, parse
from planlint.readers.traced import Source

_LINE_END = re.compile(r"\r\n?")


def draft(path: str, data: bytes) -> Draft:
    """The Draft of a Markdown file, every block with its line and column.

    Raises ReadError for bytes that are no text and for a text past the limits in `limits`.
    """
    text = _LINE_END.sub("\n", decode(path, data))  # lines and columns stay what they are
    found = Draft(path, "markdown")
    try:
        tokens, env = parse(text)
    except TooMuch as problem:
        raise ReadError(path, problem.what, "split it or make it plainer", f"line {problem.line}") from problem
    Body(found, Source(path, text), env).read(tokens)
    return found
