"""The words of all cues by number, and for each word of a plan the numbers of those it satisfies."""

from __future__ import annotations

import re

from planlint.language.forms import forms
from planlint.language.nodes import Figure, Word
from planlint.language.spelling import beginnings

_NUMBERED = re.compile(r"([^\W\d_]+)\d+[^\W\d_]?")
_FIGURES = {"#": ("#",), "#%": ("#", "#%"), "£#": ("#", "£#")}


class Atoms:
    """An atom is a cue's word with the manner it is to be found in, or a kind of figure."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[str, str], int] = {}
        self._by_form: dict[str, list[int]] = {}
        self._by_print: dict[str, list[int]] = {}
        self._by_beginning: dict[str, list[int]] = {}
        self._longest = 0  # letters of the longest beginning
        self._by_numbered: dict[str, list[int]] = {}
        self._known: dict[tuple[str, str, str], tuple[int, ...]] = {}

    def number(self, word: Word | Figure) -> int:
        """The atom's number, new if it was not known. All are to be numbered before any word is looked up."""
        key = (word.kind, "figure") if isinstance(word, Figure) else (word.text, word.manner)
        if key not in self._numbers:
            self._numbers[key] = len(self._numbers)
            if isinstance(word, Word):
                self._index(word, self._numbers[key])
        return self._numbers[key]

    def _index(self, word: Word, number: int) -> None:
        if word.manner == "cased":
            self._by_print.setdefault(word.text, []).append(number)
        elif word.manner == "prefix":
            for beginning in beginnings(word.text):
                self._longest = max(self._longest, len(beginning))
                self._by_beginning.setdefault(beginning, []).append(number)
        elif word.manner == "numbered":
            self._by_numbered.setdefault(word.text, []).append(number)
        else:
            for form in forms(word.text) if word.manner == "forms" else (word.text,):
                self._by_form.setdefault(form, []).append(number)

    def of(self, form: str, printed: str, figure: str) -> tuple[int, ...]:
        """The atoms that a plan's word satisfies: given in lower case, as printed, and the kind of figure it is."""
        key = (form, printed, figure)
        if key not in self._known:
            self._known[key] = tuple(self._look_up(*key))
        return self._known[key]

    def _look_up(self, form: str, printed: str, figure: str) -> list[int]:
        found = [*self._by_form.get(form, ()), *self._by_print.get(printed, ())]
        if self._by_beginning:
            for length in range(1, min(len(form), self._longest) + 1):
                found.extend(self._by_beginning.get(form[:length], ()))
        numbered = _NUMBERED.fullmatch(form)
        if numbered:
            found.extend(self._by_numbered.get(numbered[1], ()))
        kinds = ((kind, "figure") for kind in _FIGURES.get(figure, ()))
        found.extend(self._numbers[kind] for kind in kinds if kind in self._numbers)
        return found
