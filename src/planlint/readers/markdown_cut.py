"""The text of a Markdown block as it was cut from the source, line by line and cell by cell, with its places."""

from __future__ import annotations

from markdown_it.token import Token

from planlint.readers.markdown_parse import LINES
from planlint.readers.traced import Run, Traced, join, written

_SPACE = " \t"


def cut(token: Token, source: str) -> Traced:
    """The content of a paragraph, heading, code or HTML block token with the place of each of its lines."""
    lines: list[tuple[int, int, int]] = token.meta[LINES]
    if token.type == "fence":
        lines = lines[1:]
    runs, offset = [], 0
    for line, (mark, shift, _) in zip(token.content.split("\n"), lines, strict=False):
        text = line.lstrip(_SPACE)
        lead = len(line) - len(text)
        begin = source.find(text, mark + shift)  # only white space can stand before it
        if begin - lead < mark:  # some of these spaces are the rest of a tab
            runs.append(Run(offset, mark, begin - mark))
            runs.append(Run(offset + lead, begin, len(text) + 1))
        else:
            runs.append(Run(offset, begin - lead, len(line) + 1))
        offset += len(line) + 1
    if runs:  # the last line has no line end
        runs[-1] = Run(runs[-1].offset, runs[-1].at, len(token.content) - runs[-1].offset)
    return Traced(token.content, runs)


def cut_heading(token: Token, source: str) -> Traced:
    """The content of a heading that stands on one line behind its "#"."""
    mark, shift, end = token.meta[LINES][0]
    hashes = mark + shift
    while hashes < end and source[hashes] == "#":
        hashes += 1
    return written(token.content, source.index(token.content, hashes))


def cut_row(line: tuple[int, int, int], source: str) -> list[Traced]:
    r"""The cells of a table's row: cut at every pipe that has no backslash before it, the others without theirs.

    The same cut as GitHub's: pipes inside code spans count too, one backslash saves a pipe.
    """
    start, end = line[0] + line[1], line[2]
    text = source[start:end].rstrip(_SPACE)
    cells: list[list[Traced]] = [[]]
    last, position = 0, text.find("|")
    while position >= 0:
        escaped = position > 0 and text[position - 1] == "\\"
        cells[-1].append(written(text[last : position - escaped], start + last))
        if not escaped:
            cells.append([])
        last = position + (not escaped)
        position = text.find("|", position + 1)
    cells[-1].append(written(text[last:], start + last))
    joined = [join(parts).strip(_SPACE) for parts in cells]
    return _without_edges(joined, text)


def _without_edges(cells: list[Traced], text: str) -> list[Traced]:
    """Without the nothing before a first pipe at the line's beginning and after one at its end."""
    if text.startswith("|"):
        cells = cells[1:]
    if len(cells) > 1 and text.endswith("|") and not text.endswith("\\|"):
        cells = cells[:-1]
    return cells
