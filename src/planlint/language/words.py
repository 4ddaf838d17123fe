"""A block as words in order, with the sentences and clauses that they stand in."""

from __future__ import annotations

from dataclasses import dataclass, field

from planlint.language.abbreviations import ABBREVIATED, BEFORE_FIGURE, BEFORE_NAME
from planlint.language.clauses import clauses
from planlint.language.normal import plain
from planlint.language.pieces import CLIPPED, Kind, pieces
from planlint.language.tokens import tokens

_NUMBER_WORDS = """
one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million dozen
"""
_NUMBERS = frozenset(_NUMBER_WORDS.split())


@dataclass(slots=True)
class Words:
    """The words of one text in order; but for the last two, lists of one entry a word.

    forms:     the word in lower case, accents and unseen characters gone; printed: with its capitals.
    starts, ends: its offsets in the source text.
    figures:   "", or "#" for a figure or number word, "#%" for a percentage, "£#" for money.
    joined:    whether nothing but a hyphen stands between the word before and this one.
    breaks:    what stands before it in its sentence that parts clauses: ",", ":", "-", "(" or "".
    sentence, clause: the number of the sentence and of the clause it belongs to, from 0.
    sentences, clauses: by number, the stretches of the source text.
    """

    forms: list[str] = field(default_factory=list)
    printed: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    figures: list[str] = field(default_factory=list)
    joined: list[bool] = field(default_factory=list)
    breaks: list[str] = field(default_factory=list)
    sentence: list[int] = field(default_factory=list)
    clause: list[int] = field(default_factory=list)
    sentences: list[tuple[int, int]] = field(default_factory=list)
    clauses: list[tuple[int, int]] = field(default_factory=list)


def read_words(text: str) -> Words:
    """The words of a text. Sentences end at . ! ? ; bullets and upright bars, but not within "e.g." or "No. 4"."""
    normal, offsets = plain(text)
    reader = _Reader(normal)
    for token, start in tokens(normal):
        if not token.isspace():
            for piece in pieces(token):
                reader.take(piece.kind, start + piece.start, start + piece.end, piece.form)
    reader.finish()
    words = reader.words
    words.starts = [offsets[s] for s in words.starts]
    words.ends = [offsets[e - 1] + 1 for e in words.ends]
    words.sentences = [(offsets[s], offsets[e - 1] + 1) for s, e in words.sentences]
    words.clause, words.clauses = clauses(words.forms, words.breaks, words.sentence, words.starts, words.ends)
    return words


class _Reader:
    """Takes piece after piece; a stop is only judged when the word after it is known."""

    def __init__(self, text: str) -> None:
        self.text, self.words = text, Words()
        self.end, self.stop, self.hyphen, self.pause, self.money = 0, "", False, "", -1

    def take(self, kind: Kind, start: int, end: int, form: str) -> None:
        if kind in ("word", "figure"):
            self._word(kind, start, end, form)
        elif kind == "end":
            self.stop += self.text[start:end]
            self.end = end
        elif kind == "hyphen":
            self._hyphen(start, end)
        elif kind == "break":
            self.pause = self.pause or self.text[start:end]
        elif kind == "money":
            self.money = start
        elif kind == "percent" and self.words.figures and self.words.figures[-1]:
            self.words.figures[-1], self.words.ends[-1], self.end = "#%", end, end
        if kind != "money" and kind not in ("word", "figure"):
            self.money = -1

    def _hyphen(self, start: int, end: int) -> None:
        """Between letters it joins; with a space or mark on either side it is a dash; else it is as good as none."""
        before, after = self.text[start - 1 : start].isalnum(), self.text[end : end + 1].isalnum()
        if before and after:
            self.hyphen = True
        elif not before and not after:
            self.pause = self.pause or "-"

    def _word(self, kind: Kind, start: int, end: int, form: str) -> None:
        words = self.words
        if self._continues(start, end):
            words.forms[-1] += form
            words.printed[-1] += self.text[start:end]
            words.ends[-1] = self.end = end
            return
        if not words.forms or (self.stop and self._ends(start)):
            self._close()
            words.sentences.append((start if self.money < 0 else self.money, end))
            self.pause, self.hyphen = "", False
        if kind == "figure" and self.money >= 0:
            start = self.money
        if form == "not" and words.ends and words.ends[-1] == start:
            words.forms[-1] = CLIPPED.get(words.forms[-1], words.forms[-1])
        figure = "#" if kind == "figure" or form in _NUMBERS else ""
        self._percent(form)
        words.forms.append(form)
        words.printed.append(self.text[start:end])
        words.starts.append(start)
        words.ends.append(end)
        words.figures.append("£#" if figure and self.money >= 0 else figure)
        words.joined.append(self.hyphen)
        words.breaks.append(self.pause)
        words.sentence.append(len(words.sentences) - 1)
        self.end, self.stop, self.hyphen, self.pause, self.money = end, "", False, "", -1

    def _percent(self, form: str) -> None:
        """Mark the figure before "percent" and "per cent"."""
        figures = self.words.figures
        back = 1 if form == "percent" else 2 if form == "cent" and self.words.forms[-1:] == ["per"] else 0
        if 0 < back <= len(figures) and figures[-back] == "#":
            figures[-back] = "#%"

    def _continues(self, start: int, end: int) -> bool:
        """spaCy parts "cannot" and "dont"; here they stay what is printed."""
        words = self.words
        return (
            bool(words.ends)
            and words.ends[-1] == start
            and self.text[start:end].isalpha()
            and words.printed[-1].isalpha()
        )

    def _ends(self, start: int) -> bool:
        """Whether the stop before this word ends a sentence."""
        words, following = self.words, self.text[start]
        if self.stop != ".":
            return not (set(self.stop) <= {".", "…"} and following.islower())
        before = words.forms[-1]
        if self.text[start - 1] == "." and not following.isupper():
            return False
        if following.isdigit():
            return before not in BEFORE_FIGURE and not self._marker()
        if following.isupper():
            return before not in BEFORE_NAME and not self._marker() and not self._initial()
        return before not in ABBREVIATED

    def _marker(self) -> bool:
        """Whether all the sentence has is a number: the "1." of a list."""
        words = self.words
        alone = len(words.sentence) < 2 or words.sentence[-2] != words.sentence[-1]
        return alone and words.figures[-1] == "#" and words.forms[-1][0].isdigit()

    def _initial(self) -> bool:
        return len(self.words.printed[-1]) == 1 and self.words.printed[-1].isupper()

    def _close(self) -> None:
        if self.words.sentences:
            self.words.sentences[-1] = (self.words.sentences[-1][0], self.end)

    def finish(self) -> None:
        self._close()
