"""Lines of text for a terminal or a file: wrapped, in colour if asked, in ASCII if need be."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from itertools import groupby

from planlint.reporters.plain import ascii_only, one_line, width

Span = str | tuple[str, str]


@dataclass(slots=True)
class Page:
    """A page that is written from top to bottom.

    columns: the width to wrap at.
    ascii:   True to write nothing but ASCII.
    """

    columns: int = 80
    ascii: bool = False
    _lines: list[list[tuple[str, str]]] = field(default_factory=list)

    def add(self, *spans: Span, indent: int = 0, hang: int = 0) -> None:
        """Adds a paragraph of spans, each a text or (text, style); further lines stand `hang` columns further in.

        A space that begins or ends a span parts it from its neighbour; two or more are kept as they are.
        """
        line: list[tuple[str, str]] = [(" " * indent, "")]
        used = start = indent
        for text, style, gap in self._words(spans):
            pieces = list(_split(text, max(10, self.columns - indent - hang)))
            for piece in pieces:
                if used > start and used + gap + width(piece) > self.columns:
                    self._lines.append(line)
                    start = used = indent + hang
                    line, gap = [(" " * used, "")], 0
                gap = gap if used > start else 0
                line.append((" " * gap + piece, style))
                used += gap + width(piece)
                gap = 0
        self._lines.append(line)

    def _words(self, spans: tuple[Span, ...]) -> list[tuple[str, str, int]]:
        found: list[tuple[str, str, int]] = []
        gap = 0
        for span in spans:
            text, style = (span, "") if isinstance(span, str) else span
            text = ascii_only(text) if self.ascii else text
            gap += len(text) - len(text.lstrip(" "))
            for word in text.split():
                found.append((word, style, gap))
                gap = 1
            gap = len(text) - len(text.rstrip(" ")) if text.strip() else gap
        return found

    def blank(self) -> None:
        """Adds an empty line, unless the page ends with one or is empty."""
        if self._lines and self._lines[-1]:
            self._lines.append([])

    def text(self, colour: bool = False) -> str:
        """The page as text ending in a line break; "" if nothing stands on it."""
        if colour:
            return _painted(self._lines)
        return "".join("".join(text for text, _ in line).rstrip() + "\n" for line in self._lines)


def _split(word: str, room: int) -> list[str]:
    if width(word) <= room:
        return [word]
    half = max(1, room // 2) if width(word) > len(word) else room
    return [word[i : i + half] for i in range(0, len(word), half)]


def _painted(lines: list[list[tuple[str, str]]]) -> str:
    from rich.console import Console  # 40 ms, and only a terminal needs it
    from rich.text import Text

    file = io.StringIO()
    console = Console(file=file, force_terminal=True, color_system="standard", legacy_windows=False, width=1000)
    for line in lines:
        runs = ((style, "".join(text for text, _ in run)) for style, run in groupby(line, key=lambda span: span[1]))
        painted = Text.assemble(*((text, style) for style, text in runs), end="\n")
        painted.rstrip()
        console.print(painted, soft_wrap=True)
    return file.getvalue()


def quoted(text: str) -> str:
    """The text on one line in quotation marks."""
    return f"“{one_line(text)}”"
