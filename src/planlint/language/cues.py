"""Cues: lines in the notation of docs/cues.md, checked and ready to be matched."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from planlint.datafile import nearest
from planlint.errors import RuleError
from planlint.language.lexer import NotationError
from planlint.language.nodes import Choice, Node, is_phrase
from planlint.language.notation import parse


class Classes:
    """The classes of the vocabulary: {NAME: [lines in the cue notation]}; each is read when first used, once.

    lines: as in `rules/vocabulary/classes/` (`vocabulary.part("classes")`).
    path:  the file named in errors (`vocabulary.paths["classes"]`), or one of several in its folder.
    """

    def __init__(self, lines: Mapping[str, Sequence[str]], path: str = "") -> None:
        self.lines, self.path = lines, path
        self._nodes: dict[str, Node] = {}
        self._phrases: dict[str, bool] = {}
        self._open: list[str] = []

    def check(self) -> None:
        """Read them all. Raises RuleError at the first line that is not well formed or class that uses itself."""
        for name in self.lines:
            self.node(name)

    def node(self, name: str) -> Node:
        """The class as alternatives. Raises RuleError if it or a class it uses is not well formed."""
        if name not in self._nodes:
            lines = self.lines[name]
            if not isinstance(lines, list | tuple) or not lines:
                raise RuleError(self.path, f"the class '{name}' holds no list of cues", "give it a list of lines")
            self._open.append(name)
            try:
                nodes = [_read(line, self, self.path, _number(lines, at)) for at, line in enumerate(lines)]
            finally:
                self._open.pop()
            self._nodes[name] = nodes[0] if len(nodes) == 1 else Choice(tuple(nodes))
        return self._nodes[name]

    def is_phrase(self, name: str) -> bool:
        """Whether the class is made of phrases alone, without ~ & > ^."""
        if name not in self._phrases:
            self._phrases[name] = is_phrase(self.node(name), self.is_phrase)
        return self._phrases[name]

    def use(self, name: str, column: int) -> bool:
        """The same, for a name used in a cue. Raises NotationError if there is no such class or it uses itself."""
        if name not in self.lines:
            hint = nearest(name, self.lines)
            guess = f"did you mean {hint}? If not, write" if hint else "write"
            raise NotationError(f"no class '{name}' in the vocabulary", f'{guess} "{name}" for the letters', column)
        if name in self._open:
            circle = " > ".join([*self._open[self._open.index(name) :], name])
            raise NotationError(f"the class {name} uses itself ({circle})", "take it out of one of them", column)
        return self.is_phrase(name)


@dataclass(frozen=True, slots=True)
class Cue:
    """One cue. text: as the author wrote it; line: its line in the file, 0 if not known; node: what it means."""

    text: str
    line: int
    node: Node = field(repr=False)
    classes: Classes = field(repr=False, compare=False)


def compile_cues(
    lines: Sequence[str], classes: Classes | Mapping[str, Sequence[str]], path: str = ""
) -> tuple[Cue, ...]:
    """The cues of these lines, in order. Pass the same Classes for all rules, so that they are read once.

    A list read by `datafile` knows its line numbers; `path` is the file named in errors.
    Raises RuleError with file, line and column for a line that is not well formed.
    """
    known = classes if isinstance(classes, Classes) else Classes(classes)
    return tuple(
        Cue(line, _number(lines, at), _read(line, known, path, _number(lines, at)), known)
        for at, line in enumerate(lines)
    )


def _number(lines: Sequence[str], at: int) -> int:
    numbers = getattr(lines, "lines", ())
    return int(numbers[at]) if at < len(numbers) else 0


def _read(line: object, classes: Classes, path: str, number: int) -> Node:
    if not isinstance(line, str):
        what = "a cue is a line of text, not a list or mapping"
        raise RuleError(path, what, "put it in quotes", f"line {number}" if number else "")
    try:
        return parse(line, classes.use)
    except NotationError as error:
        file, place = _place(path, line, number, error.column)
        raise RuleError(file, f"in the cue '{line}': {error.what}", error.remedy, place) from None


def _place(path: str, cue: str, number: int, column: int) -> tuple[str, str]:
    """The file and the place in it, looked up in the file itself: a cue does not know its indentation."""
    for file in _files(path):
        for at, text in enumerate(_text(file), 1):
            if cue in text and number in (0, at):
                return str(file), f"line {at}, column {text.index(cue) + column}"
    return path, f"line {number}, column {column} of the cue" if number else f"column {column} of the cue"


def _files(path: str) -> list[Path]:
    """The file, and those beside it: a part of the vocabulary may be a folder of files."""
    if not path:
        return []
    file = Path(path)
    return [file, *(f for f in sorted(file.parent.glob("*.yaml")) if f != file)]


@functools.lru_cache(maxsize=8)
def _text(file: Path) -> tuple[str, ...]:
    try:
        return tuple(file.read_text(encoding="utf-8").splitlines())
    except (OSError, UnicodeDecodeError):
        return ()
