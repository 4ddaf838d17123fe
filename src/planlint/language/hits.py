"""What matching gives: for each group of cues its hits in reading order."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from planlint.language.analysed import Analysed, Span, distinct
from planlint.language.cues import Cue
from planlint.units import Unit

# Word numbers in the unit (start, and end exclusive), one pair a stretch, in reading order.
Places = tuple[tuple[int, int], ...]


@dataclass(frozen=True)
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
        return self.analysed.unit

    @cached_property
    def own(self) -> tuple[Span, ...]:
        """The spans in the unit's own text."""
        return tuple(s for s in self.spans if any(s.block is b for b in self.unit.blocks))

    @property
    def label_only(self) -> bool:
        """True if nothing of it stands in own text: all spans lie above, or the unit is itself a heading."""
        return self.unit.kind == "heading" or not self.own

    @property
    def quote(self) -> str:
        """The words it rests on, from first to last within a block; blocks separated by " … "."""
        parts: list[Span] = []
        for span in self.spans:
            if parts and parts[-1].block is span.block:
                parts[-1] = Span(span.block, parts[-1].start, span.end)
            else:
                parts.append(span)
        return " … ".join(" ".join(p.text.split()) for p in parts)

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences its own spans stand in (those above if there are no own), each once."""
        return distinct(self.analysed.sentence_of(s) for s in self.own or self.spans)

    @cached_property
    def clauses(self) -> tuple[Span, ...]:
        """The clauses its own spans stand in (those above if there are no own), each once."""
        return distinct(self.analysed.clause_of(s) for s in self.own or self.spans)

    def overlaps(self, other: Hit) -> bool:
        """Whether a stretch of the one shares a character with a stretch of the other."""
        return any(mine.overlaps(theirs) for mine in self.spans for theirs in other.spans)

    def covers(self, other: Hit) -> bool:
        """Whether each stretch of the other lies wholly in one of these."""
        return all(any(mine.covers(theirs) for mine in self.spans) for theirs in other.spans)


class Hits:
    """The hits of each group, by the group's key; made into Hit objects when asked for."""

    def __init__(
        self,
        analysed: Sequence[Analysed],
        found: Mapping[Hashable, Sequence[tuple[int, Cue, Places]]],
        keys: Sequence[Hashable],
    ) -> None:
        """`found`: by group, place of the unit in `analysed`, cue and places, in reading order; `keys`: all groups."""
        self._analysed, self._found = analysed, {key: found.get(key, ()) for key in keys}
        self._by_unit = {id(a.unit): a for a in analysed}
        self._hits: dict[Hashable, tuple[Hit, ...]] = {}
        self._per_unit: dict[Hashable, dict[int, tuple[Hit, ...]]] = {}

    def __getitem__(self, key: Hashable) -> tuple[Hit, ...]:
        """The group's hits in reading order; () if it has none. Raises KeyError for a group the matcher lacks."""
        if key not in self._hits:
            self._hits[key] = tuple(self._hit(*found) for found in self._found[key])
        return self._hits[key]

    def of(self, key: Hashable, unit: Unit) -> tuple[Hit, ...]:
        """The group's hits in this unit."""
        if key not in self._per_unit:
            per_unit: dict[int, list[Hit]] = {}
            for hit in self[key]:
                per_unit.setdefault(id(hit.unit), []).append(hit)
            self._per_unit[key] = {unit_id: tuple(hits) for unit_id, hits in per_unit.items()}
        return self._per_unit[key].get(id(unit), ())

    def within(self, key: Hashable, unit: Unit, *stretches: Span) -> Iterator[Hit]:
        """The group's hits in this unit of which a span lies in one of these stretches (clauses, sentences)."""
        for hit in self.of(key, unit):
            if any(stretch.covers(span) for stretch in stretches for span in hit.spans):
                yield hit

    def analysed(self, unit: Unit) -> Analysed:
        """The unit's words, sentences and clauses. Raises KeyError for a unit that was not searched."""
        return self._by_unit[id(unit)]

    def _hit(self, at: int, cue: Cue, places: Places) -> Hit:
        analysed = self._analysed[at]
        return Hit(cue, analysed, tuple(analysed.span(start, end) for start, end in places))
