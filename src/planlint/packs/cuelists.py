"""The lists of cues that rules and vocabulary bring, each compiled under its own key."""

from __future__ import annotations

from typing import Any

from planlint.datafile import LinedList
from planlint.language import Classes, Cue, compile_cues
from planlint.packs.options import Place
from planlint.reading import Cues
from planlint.vocabulary import Vocabulary


class CueLists:
    """Collects lists of cues; `groups` is what a Matcher is made of."""

    def __init__(self, classes: Classes) -> None:
        self._classes = classes
        self.groups: dict[Cues, tuple[Cue, ...]] = {}

    def collect(self, owner: str, value: Any, place: Place) -> Cues:
        """The handle for the cues in an option: a list, or a text with one cue a line. Raises RuleError."""
        lines = _lines(value, place)
        if not all(isinstance(line, str) for line in lines):
            raise place.wrong(f"'{place.name}' holds something that is not a cue", "put the line in quotes")
        return self._add(Cues(owner, place.name), lines, place.path)

    def collect_part(self, name: str, vocabulary: Vocabulary) -> dict[str, Cues]:
        """The handles for a part of the vocabulary of the form {name: [cues]}."""
        path = vocabulary.paths.get(name, "")
        return {key: self._add(Cues(name, key), lines, path) for key, lines in vocabulary.part(name).items()}

    def _add(self, key: Cues, lines: list[str], path: str) -> Cues:
        self.groups[key] = compile_cues(lines, self._classes, path)
        return key


def _lines(value: Any, place: Place) -> LinedList:
    if isinstance(value, LinedList):
        return value
    if not isinstance(value, str):
        raise place.wrong(f"'{place.name}' is not a list of cues", "write one cue a line")
    written = [(line.strip(), place.line + n) for n, line in enumerate(value.splitlines(), 1 if "\n" in value else 0)]
    found = LinedList(line for line, _ in written if line)
    found.line, found.lines = place.line, [number for line, number in written if line]
    return found
