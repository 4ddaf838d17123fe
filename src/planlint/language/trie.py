"""All phrases of all cues in one tree of words, walked once over a text."""

from __future__ import annotations

from collections.abc import Sequence as Listing
from dataclasses import dataclass, field
from itertools import groupby

from planlint.language.atoms import Atoms
from planlint.language.nodes import Choice, Figure, Name, Node, Sequence, Word
from planlint.language.words import Words

Place = tuple[int, int]  # numbers of its first word, and of the word after its last


@dataclass(slots=True, eq=False)
class Twig:
    """A place in the tree: where a word leads, where a whole pattern (a class) leads, what is complete here.

    words: an atom's number doubled leads on if nothing parts it from the word before, plus one if a comma does;
    patterns: likewise, with the pattern's number; inner: of what is complete, that which other phrases are made of.
    """

    words: dict[int, Twig] = field(default_factory=dict)
    patterns: dict[int, Twig] = field(default_factory=dict)
    complete: set[int] = field(default_factory=set)
    inner: tuple[int, ...] | None = None


class Found:
    """Which patterns stand in a text. Where one stands is worked out when it is asked for: few ever are."""

    def __init__(self, ends: dict[Twig, list[Place]]) -> None:
        """`ends`: for each twig at which something is complete, the places."""
        self._ends = ends
        self._places: dict[int, list[Place]] = {}
        self.present: set[int] = set().union(*(twig.complete for twig in ends))

    def get(self, pattern: int) -> Listing[Place]:
        """The pattern's places in order: the longest at each word, none within another."""
        if pattern not in self.present:
            return ()
        if pattern not in self._places:
            kept = self._places.setdefault(pattern, [])
            every = [place for twig, places in self._ends.items() if pattern in twig.complete for place in places]
            for start, end in sorted(every, key=lambda place: (place[0], -place[1])):
                if not kept or kept[-1][1] < end:
                    kept.append((start, end))
        return self._places[pattern]


class Trie:
    """Patterns, each a set of phrases. A phrase is made of words, figures and other patterns."""

    def __init__(self) -> None:
        self.root, self.atoms = Twig(), Atoms()
        self._inner: set[int] = set()

    def add(self, pattern: int, node: Node, class_pattern: dict[str, int]) -> None:
        """Add the node's phrases; `class_pattern` says which pattern a class is."""
        for twig in self._grow([self.root], node, class_pattern):
            twig.complete.add(pattern)

    def _grow(self, twigs: list[Twig], node: Node, classes: dict[str, int]) -> list[Twig]:
        if isinstance(node, Word) or (isinstance(node, Figure) and node.kind not in classes):
            key = 2 * self.atoms.number(node)
            ends = [_onward(twig.words, key) for twig in twigs]
            return ends + [_onward(twig.words, key + 1) for twig in twigs] if node.comma else ends
        if isinstance(node, Sequence):
            for part in node.parts:
                twigs = self._grow(twigs, part, classes)
            return twigs
        if isinstance(node, Choice):
            return [end for option in node.options for end in self._grow(twigs, option, classes)]
        if isinstance(node, (Name, Figure)):
            pattern = classes[node.name if isinstance(node, Name) else node.kind]
            self._inner.add(pattern)
            ends = [_onward(twig.patterns, 2 * pattern) for twig in twigs]
            return ends + [_onward(twig.patterns, 2 * pattern + 1) for twig in twigs] if node.comma else ends
        raise TypeError(f"{type(node).__name__} is no part of a phrase")

    def search(self, words: Words) -> Found:
        """Where patterns stand in a text. All patterns are to be added before the first search."""
        ends: dict[Twig, list[Place]] = {}
        for _, members in groupby(range(len(words.forms)), key=words.sentence.__getitem__):
            numbers = list(members)
            self._chart(words, numbers[0], numbers[-1] + 1, ends)
        return Found(ends)

    def _chart(self, words: Words, first: int, last: int, ends: dict[Twig, list[Place]]) -> None:
        """Add to `ends` what is complete in a sentence, and where.

        From the last word back, so that where a phrase goes on with a class, the class's places are known.
        """
        atoms = [self.atoms.of(words.forms[i], words.printed[i], words.figures[i]) for i in range(first, last)]
        pairs = {
            i: self.atoms.of(words.forms[i] + words.forms[i + 1], words.printed[i] + words.printed[i + 1], "")
            for i in range(first, last - 1)
            if words.joined[i + 1]
        }
        chart: list[dict[int, list[int]]] = [{} for _ in range(last - first)]  # where inner patterns begin, their ends
        for start in range(last - 1, first - 1, -1):
            here = chart[start - first]
            agenda = [(self.root, start)]
            while agenda:
                twig, at = agenda.pop()
                if twig.complete:
                    ends.setdefault(twig, []).append((start, at))
                    for pattern in self._inner_of(twig):
                        known = here.setdefault(pattern, [])
                        if at not in known:
                            known.append(at)
                            if 2 * pattern in self.root.patterns:
                                agenda.append((self.root.patterns[2 * pattern], at))
                if at == last:
                    continue
                comma = 1 if at > start and words.breaks[at] else 0
                for atom in atoms[at - first]:
                    if 2 * atom + comma in twig.words:
                        agenda.append((twig.words[2 * atom + comma], at + 1))
                for atom in pairs.get(at, ()):
                    if 2 * atom + comma in twig.words:
                        agenda.append((twig.words[2 * atom + comma], at + 2))
                if twig.patterns and at > start:
                    for key, onward in twig.patterns.items():
                        if key % 2 == comma:
                            agenda.extend((onward, end) for end in chart[at - first].get(key // 2, ()))

    def _inner_of(self, twig: Twig) -> tuple[int, ...]:
        if twig.inner is None:
            twig.inner = tuple(sorted(twig.complete & self._inner))
        return twig.inner


def _onward(ways: dict[int, Twig], key: int) -> Twig:
    twig = ways.get(key)
    if twig is None:
        twig = ways[key] = Twig()
    return twig
