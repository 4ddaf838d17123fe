"""Text that knows where each of its characters stands in the source, from the first cut to the finished Block."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from typing import Any, NamedTuple

from planlint.plan import Anchor, Block, BlockKind, Location

_LINE_END = re.compile(r"\r\n?")


class Run(NamedTuple):
    """From `offset` in the text on, characters stand at `at` in the source and take `width` characters there."""

    offset: int
    at: int
    width: int


class Traced:
    """A text and its runs. A run is as wide as its text, but for an entity or escape that stands for something else."""

    __slots__ = ("runs", "text")

    def __init__(self, text: str, runs: Iterable[Run]) -> None:
        self.text = text
        self.runs = list(runs)
        while self.runs and self.runs[-1].offset >= len(text):
            self.runs.pop()

    def __bool__(self) -> bool:
        return bool(self.text)

    def slice(self, start: int, end: int) -> Traced:
        """The characters from start to end with their places."""
        end = min(end, len(self.text))
        if start == 0 and end == len(self.text):
            return self
        runs = []
        index = max(0, bisect_right(self.runs, start, key=lambda r: r.offset) - 1)
        while index < len(self.runs) and self.runs[index].offset < end:
            runs.append(_cut(self.runs[index], self.stop(index), start, end))
            index += 1
        return Traced(self.text[start:end], runs)

    def stop(self, index: int) -> int:
        """Where that run ends in the text."""
        return self.runs[index + 1].offset if index + 1 < len(self.runs) else len(self.text)

    def strip(self, characters: str | None = None) -> Traced:
        """Without white space (or these characters) at either end."""
        start = len(self.text) - len(self.text.lstrip(characters))
        return self.slice(start, max(start, len(self.text.rstrip(characters))))

    def split(self, pattern: re.Pattern[str]) -> list[Traced]:
        """The stretches between the matches of the pattern."""
        parts, start = [], 0
        for match in pattern.finditer(self.text):
            parts.append(self.slice(start, match.start()))
            start = match.end()
        return [*parts, self.slice(start, len(self.text))]

    @property
    def start(self) -> int:
        """Where the first character stands in the source."""
        return self.runs[0].at if self.runs else 0

    @property
    def end(self) -> int:
        """Where the last character ends in the source."""
        if not self.runs:
            return 0
        return self.runs[-1].at + self.runs[-1].width


def _cut(run: Run, stop: int, start: int, end: int) -> Run:
    if run.width != stop - run.offset:
        return Run(max(0, run.offset - start), run.at, run.width)
    skipped = max(0, start - run.offset)
    return Run(run.offset + skipped - start, run.at + skipped, min(stop, end) - run.offset - skipped)


def written(text: str, at: int) -> Traced:
    """Text that stands in the source as it is, from that offset on."""
    return Traced(text, [Run(0, at, len(text))])


def join(parts: Iterable[Traced]) -> Traced:
    """The parts as one, runs that go on without a break made one."""
    texts: list[str] = []
    runs: list[Run] = []
    length = 0
    for part in parts:
        for index, run in enumerate(part.runs):
            exact = run.width == part.stop(index) - run.offset
            last = runs[-1] if runs else None
            if last and exact and last.at + last.width == run.at and last.width == length + run.offset - last.offset:
                runs[-1] = Run(last.offset, last.at, last.width + run.width)
            else:
                runs.append(Run(length + run.offset, run.at, run.width))
        texts.append(part.text)
        length += len(part.text)
    return Traced("".join(texts), runs)


class Source:
    """The text of a file and its lines, which end at LF, CR or both, as editors count them.

    text: with every line end made LF, by which no line or column changes; offsets are in this.
    """

    def __init__(self, path: str, text: str) -> None:
        self.path, self.text = path, _LINE_END.sub("\n", text)
        self._starts = [0, *(i + 1 for i, c in enumerate(self.text) if c == "\n")]

    def place(self, offset: int) -> tuple[int, int]:
        """The line and column of a character, both from 1."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def offset(self, line: int) -> int:
        """Where a line, counted from 1, begins; the text's end for one past the last."""
        return self._starts[line - 1] if line <= len(self._starts) else len(self.text)

    def location(self, start: int, end: int, part: str | None = None) -> Location:
        """The Location of a stretch of the source."""
        line, column = self.place(start)
        end_line, end_column = self.place(max(start, end - 1))
        end_column += 1 if end > start else 0
        return Location(self.path, part=part, line=line, column=column, end_line=end_line, end_column=end_column)

    def block(self, traced: Traced, kind: BlockKind, part: str | None = None, **fields: Any) -> Block:
        """A Block of that text, with its Location and an anchor for every run."""
        anchors = [Anchor(offset, *self.place(at)) for offset, at, _ in self._by_line(traced)]
        location = self.location(traced.start, traced.end, part)
        return Block(traced.text, location, kind, anchors=tuple(anchors), **fields)

    def _by_line(self, traced: Traced) -> Iterable[Run]:
        """The runs, cut where the source begins a new line, since an anchor knows one line."""
        for index, run in enumerate(traced.runs):
            yield run
            if run.width == traced.stop(index) - run.offset:
                step = self.text.find("\n", run.at, run.at + run.width - 1) + 1 - run.at
                while step > 0:
                    yield Run(run.offset + step, run.at + step, run.width - step)
                    step = self.text.find("\n", run.at + step, run.at + run.width - 1) + 1 - run.at
