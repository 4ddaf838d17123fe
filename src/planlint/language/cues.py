"""Cues: lines in the notation of docs/cues.md, checked and ready to be matched."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


class Classes:
    """The classes of the vocabulary: {NAME: [lines in the cue notation]}; read when first used, once.

    lines: as in `rules/vocabulary/classes.yaml` (`vocabulary.part("classes")`).
    path:  the file named in errors (`vocabulary.paths["classes"]`).
    """

    def __init__(self, lines: Mapping[str, Sequence[str]], path: str = "") -> None:
        self.lines, self.path = lines, path

    def check(self) -> None:
        """Read them all. Raises RuleError at the first line that is not well formed or class that uses itself."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class Cue:
    """One cue. text: as the author wrote it; line: its line in the file, 0 if not known."""

    text: str
    line: int = 0


def compile_cues(
    lines: Sequence[str], classes: Classes | Mapping[str, Sequence[str]], path: str = ""
) -> tuple[Cue, ...]:
    """The cues of these lines, in order. Pass the same Classes for all rules, so that they are read once.

    A list read by `datafile` knows its line numbers; `path` is the file named in errors.
    Raises RuleError with file, line and column for a line that is not well formed.
    """
    raise NotImplementedError
