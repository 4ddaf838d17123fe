"""A unit's words, sentences and clauses, each with its place in the source text."""

from __future__ import annotations

from dataclasses import dataclass

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
    bracket, and before a word such as "but" or "which".
    """

    unit: Unit

    def sentences(self, block: Block) -> tuple[Span, ...]:
        """The sentences of one of the unit's blocks (own or above), in order."""
        raise NotImplementedError

    def clauses(self, block: Block) -> tuple[Span, ...]:
        """The clauses of one of the unit's blocks (own or above), in order."""
        raise NotImplementedError

    def words(self, span: Span) -> tuple[Span, ...]:
        """The words that begin within this stretch, in order."""
        raise NotImplementedError

    def sentence_of(self, span: Span) -> Span:
        """The sentence in which this stretch begins, and on to the end of the one in which it ends."""
        raise NotImplementedError

    def clause_of(self, span: Span) -> Span:
        """The clause in which this stretch begins, and on to the end of the one in which it ends."""
        raise NotImplementedError

    def around(self, span: Span, before: int, after: int) -> Span:
        """The stretch with so many words before and after it, without leaving its sentence."""
        raise NotImplementedError


def analyse(unit: Unit) -> Analysed:
    """The unit read on its own (a Matcher's hits carry their unit analysed already)."""
    raise NotImplementedError
