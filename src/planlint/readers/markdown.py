"""The Markdown reader: CommonMark with GitHub's tables, task lists and footnotes, front matter and HTML, to a Draft."""

from __future__ import annotations

from planlint.errors import ReadError
from planlint.readers.decode import decode
from planlint.readers.draft import Draft
from planlint.readers.markdown_blocks import Body
from planlint.readers.markdown_parse import TooMuch, parse
from planlint.readers.traced import Source


def draft(path: str, data: bytes) -> Draft:
    """The Draft of a Markdown file, every block with its line and column.

    Raises ReadError for bytes that are no text and for a text past the limits in `limits`.
    """
    source = Source(path, decode(path, data))
    found = Draft(path, "markdown")
    try:
        tokens, env = parse(source.text)
    except TooMuch as problem:
        raise ReadError(path, problem.what, "split it or make it plainer", f"line {problem.line}") from problem
    Body(found, source, env).read(tokens)
    return found
