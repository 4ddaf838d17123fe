"""A unit's words, sentences and clauses, each with its place in the source text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from operator import itemgetter

from planlint.language.words import Words, read_words
from planlint.plan import Block, Location
from planlint.units import Unit


@dataclass(frozen=True, slots=True)
class Span:
    """The stretch `block.text[start:end]` (offsets in code points)."""

    block: Block
    start: int
    end: int

    @property
    def text(self) -> str:
        """The stretch as it stands in the source."""
        return self.block.text[self.start : self.end]

    @property
    def location(self) -> Location:
        """Where it stands in the file."""
        return self.block.place(self.start, self.end)

    def covers(self, other: Span) -> bool:
        """Whether the other stretch lies wholly within this one."""
        return self.block is other.block and self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.block is other.block and self.start < other.end and other.start < self.end


class Analysed:
    """A unit read: which words it has, and where its sentences and clauses begin and end.

    A sentence ends at . ! ? ; and with its block. A clause ends at a comma (except in a plain list), colon, dash or
    bracket, and before a word such as "but" or "unless".
    """

    def __init__(self, unit: Unit, words: Sequence[Words]) -> None:
        """`words`: of each block, those above first."""
        self.unit = unit
        self.blocks = (*unit.above, *unit.blocks)
        self.read = tuple(words)
        # Each word has a number in the unit; block b's begin at bases[b], the unit's own at own_start.
        self.bases = [0, *accumulate(len(w.forms) for w in words)]
        self.own_start = self.bases[len(unit.above)]
        self._labels: dict[int, frozenset[int]] | None = None

    def sentences(self, block: Block) -> tuple[Span, ...]:
        """The sentences of one of the unit's blocks (own or above), in order."""
        return tuple(Span(block, start, end) for start, end in self._words_of(block).sentences)

    def clauses(self, block: Block) -> tuple[Span, ...]:
        """The clauses of one of the unit's blocks (own or above), in order."""
        return tuple(Span(block, start, end) for start, end in self._words_of(block).clauses)

    def words(self, span: Span) -> tuple[Span, ...]:
        """The words that begin within this stretch, in order."""
        words = self._words_of(span.block)
        first, last = bisect_left(words.starts, span.start), bisect_left(words.starts, span.end)
        return tuple(Span(span.block, words.starts[i], words.ends[i]) for i in range(first, last))

    def sentence_of(self, span: Span) -> Span:
        """The sentence in which this stretch begins, and on to the end of the one in which it ends."""
        return _enclosing(span, self._words_of(span.block).sentences)

    def clause_of(self, span: Span) -> Span:
        """The clause in which this stretch begins, and on to the end of the one in which it ends."""
        return _enclosing(span, self._words_of(span.block).clauses)

    def around(self, span: Span, before: int, after: int) -> Span:
        """The stretch with so many words before and after it, without leaving its sentence."""
        words, sentence = self._words_of(span.block), self.sentence_of(span)
        first = max(0, bisect_left(words.ends, span.start + 1) - before)
        last = min(len(words.ends), bisect_left(words.starts, span.end) + after) - 1
        if not words.starts:
            return span
        start = max(sentence.start, min(span.start, words.starts[first]))
        return Span(span.block, start, min(sentence.end, max(span.end, words.ends[last])))

    def span(self, start: int, end: int) -> Span:
        """The stretch of the words numbered start to end (exclusive) in the unit; they are of one block."""
        block = bisect_right(self.bases, start) - 1
        words, base = self.read[block], self.bases[block]
        return Span(self.blocks[block], words.starts[start - base], words.ends[end - 1 - base])

    def stands_over(self, label: int, block: int) -> bool:
        """Whether the block `label` of those above stands over the own block `block` (numbers in `blocks`).

        A column's heading and a value's key stand over what they name; all others over everything.
        """
        if self._labels is None:
            numbers = {id(b): n for n, b in enumerate(self.unit.above)}
            self._labels = {}
            for at, labels in enumerate(self.unit.labels, len(self.unit.above)):
                for named in labels:
                    number = numbers[id(named)]
                    self._labels[number] = self._labels.get(number, frozenset()) | {at}
        return label not in self._labels or block in self._labels[label]

    def _words_of(self, block: Block) -> Words:
        for known, words in zip(self.blocks, self.read, strict=True):
            if known is block:
                return words
        raise KeyError("the block is not of this unit")


def _enclosing(span: Span, stretches: Sequence[tuple[int, int]]) -> Span:
    if not stretches:
        return span
    first = max(0, bisect_right(stretches, span.start, key=itemgetter(0)) - 1)
    last = max(first, bisect_left(stretches, span.end, key=itemgetter(0)) - 1)
    return Span(span.block, min(span.start, stretches[first][0]), max(span.end, stretches[last][1]))


def distinct(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Each stretch once, in order of first appearance."""
    found: dict[tuple[int, int, int], Span] = {}
    for span in spans:
        found.setdefault((id(span.block), span.start, span.end), span)
    return tuple(found.values())


def analyse(unit: Unit) -> Analysed:
    """The unit read on its own (a Matcher's hits carry their unit analysed already)."""
    return Analysed(unit, [read_words(b.text) for b in (*unit.above, *unit.blocks)])
