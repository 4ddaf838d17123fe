"""All cues of all rules in one machine, and one pass over a plan."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence

from planlint.language.analysed import Analysed
from planlint.language.builder import Builder
from planlint.language.cues import Cue
from planlint.language.hits import Hits, Places
from planlint.language.joins import Either, Over, Part, Scene, settle
from planlint.language.trie import Found
from planlint.language.words import Words, read_words
from planlint.units import Unit

Entry = tuple[Hashable, int, Cue, Part]  # group, place of the cue among all cues, cue, its part


class Matcher:
    """Finds groups of cues: a group is a rule's list of cues, a list of false friends, a frame, anything with a key.

    What it costs to search a plan hangs on the plan's words and on what is found, not on the number of cues: phrases
    are found by one walk through a tree, and a cue of several parts is looked at only where its rarest part stands.
    """

    def __init__(self, groups: Mapping[Hashable, Sequence[Cue]]) -> None:
        builder = Builder()
        self.keys = tuple(groups)
        self._entries: dict[int, list[Entry]] = {}
        self._always: list[Entry] = []
        order = 0
        for key, cues in groups.items():
            for cue in cues:
                part = builder.part(cue.node, cue.classes)
                order += 1
                rarest = builder.rarest(part)
                place = self._always if rarest is None else self._entries.setdefault(rarest, [])
                place.append((key, order, cue, part))
        self._trie, self._wanted = builder.trie, builder.wanted()

    def find(self, units: Sequence[Unit]) -> Hits:
        """Every hit of every group in these units, in one pass."""
        read: dict[str, tuple[Words, Found]] = {}
        analysed: list[Analysed] = []
        scenes: list[Scene] = []
        held: dict[Found, int] = {}  # the units (as bits) that a text stands in
        for at, unit in enumerate(units):
            texts = [self._read(block.text, read) for block in (*unit.above, *unit.blocks)]
            analysed.append(Analysed(unit, [words for words, _ in texts]))
            scenes.append(Scene(analysed[-1], [found for _, found in texts]))
            for _, found in texts:
                held[found] = held.get(found, 0) | 1 << at
        return Hits(analysed, self._settle(scenes, self._masks(held)), self.keys)

    def _masks(self, held: dict[Found, int]) -> dict[int, int]:
        """For each pattern that is part of a cue, the units in which it stands, as bits."""
        masks: dict[int, int] = {}
        for found, units in held.items():
            for pattern in found.present & self._wanted:
                masks[pattern] = masks.get(pattern, 0) | units
        return masks

    def _read(self, text: str, read: dict[str, tuple[Words, Found]]) -> tuple[Words, Found]:
        """A text that stands over many units is read and searched once."""
        if text not in read:
            words = read_words(text)
            read[text] = words, self._trie.search(words)
        return read[text]

    def _settle(self, scenes: list[Scene], masks: dict[int, int]) -> dict[Hashable, list[tuple[int, Cue, Places]]]:
        found: dict[Hashable, list[tuple[int, int, int, Places, Cue]]] = {}
        entries = [entry for pattern in masks for entry in self._entries.get(pattern, ())]
        for key, order, cue, part in [*entries, *self._always]:
            for at in _bits(_mask(part, masks)):
                for places in settle(part, scenes[at]):
                    start = next(iter(scenes[at].own(places)), places[0])[0]
                    found.setdefault(key, []).append((at, start, order, places, cue))
        return {
            key: [(at, cue, places) for at, _, _, places, cue in sorted(hits, key=lambda hit: hit[:4])]
            for key, hits in found.items()
        }


def _mask(part: Part, masks: dict[int, int]) -> int:
    """The units (as bits) in which the part may be found: those where all its patterns stand."""
    if isinstance(part, int):
        return masks.get(part, 0)
    if isinstance(part, Over):
        return _mask(part.part, masks)
    if isinstance(part, Either):
        either = 0
        for option in part.options:
            either |= _mask(option, masks)
        return either
    every = -1
    for operand in part.parts:
        every &= _mask(operand, masks)
    return every


def _bits(mask: int) -> Iterator[int]:
    while mask:
        lowest = mask & -mask
        yield lowest.bit_length() - 1
        mask ^= lowest
