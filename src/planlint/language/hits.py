"""What matching gives: for each group of cues its hits in reading order."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import dataclass

from planlint.language.analysed import Analysed, Span
from planlint.language.cues import Cue
from planlint.units import Unit


@dataclass(frozen=True, slots=True)
class Hit:
    """One cue found once in one unit.

    spans:    the stretches that its parts matched, in reading order (what stands above first); never overlapping.
    analysed: the unit's words, sentences and clauses.
    """

    cue: Cue
    analysed: Analysed
    spans: tuple[Span, ...]

    @property
    def unit(self) -> Unit:
        """The unit it was found in."""
        raise NotImplementedError

    @property
    def own(self) -> tuple[Span, ...]:
        """The spans in the unit's own text."""
        raise NotImplementedError

    @property
    def label_only(self) -> bool:
        """True if nothing of it stands in own text: all spans lie above, or the unit is itself a heading."""
        raise NotImplementedError

    @property
    def quote(self) -> str:
        """The words it rests on, from first to last within a block; blocks separated by " … "."""
        raise NotImplementedError

    @property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences its own spans stand in (those above if there are no own), each once."""
        raise NotImplementedError

    @property
    def clauses(self) -> tuple[Span, ...]:
        """The clauses its own spans stand in (those above if there are no own), each once."""
        raise NotImplementedError

    def covers(self, other: Hit) -> bool:
        """Whether each stretch of the other hit shares a word with one of these: for false friends."""
        raise NotImplementedError


class Hits:
    """The hits of each group, by the group's key."""

    def __getitem__(self, key: Hashable) -> tuple[Hit, ...]:
        """The group's hits in reading order; () if it has none. Raises KeyError for a group the matcher lacks."""
        raise NotImplementedError

    def of(self, key: Hashable, unit: Unit) -> tuple[Hit, ...]:
        """The group's hits in this unit."""
        raise NotImplementedError

    def within(self, key: Hashable, unit: Unit, *stretches: Span) -> Iterator[Hit]:
        """The group's hits in this unit of which a span lies in one of these stretches (clauses, sentences)."""
        raise NotImplementedError

    def analysed(self, unit: Unit) -> Analysed:
        """The unit's words, sentences and clauses."""
        raise NotImplementedError
