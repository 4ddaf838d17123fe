"""Cues become patterns in one tree, and joins of them."""

from __future__ import annotations

from planlint.language.cues import Classes
from planlint.language.joins import Either, Joined, Over, Part
from planlint.language.nodes import Above, Choice, Figure, Join, Name, Node, Sequence, Word, is_phrase, variants
from planlint.language.trie import Trie

_MONTHS = "january february april june july august september october november december"
_SHORT_MONTHS = "jan feb mar apr jun jul aug sep sept oct nov dec"


class Builder:
    """Adds cue after cue to one tree; equal parts of different cues are one pattern."""

    def __init__(self) -> None:
        self.trie = Trie()
        self._classes: dict[int, dict[str, int]] = {}
        self._kept: list[Classes] = []  # so that no other object takes the id of one that is known
        self._patterns: dict[tuple[int, Node], int] = {}
        self._weights: list[int] = []
        self._wanted: set[int] = set()
        self._figure = self._pattern(5000)
        self.trie.add(self._figure, _figures(), {})

    def wanted(self) -> frozenset[int]:
        """The patterns that are parts of cues, not only of other patterns."""
        return frozenset(self._wanted)

    def part(self, node: Node, classes: Classes) -> Part:
        """What stands for this node in the machine; its phrases are added to the tree."""
        if isinstance(node, Above):
            return Over(self.part(node.node, classes))
        if isinstance(node, Join):
            operands, absent, before = (
                tuple(self.part(n, classes) for n in nodes) for nodes in (node.operands, node.absent, node.before)
            )
            return Joined(node.operator, operands, absent, before)
        if is_phrase(node, classes.is_phrase):
            pattern = self._phrases(node, classes)
            self._wanted.add(pattern)
            return pattern
        if isinstance(node, Name):
            return self.part(classes.node(node.name), classes)
        if not isinstance(node, Choice):
            raise TypeError(f"{type(node).__name__} is no part of a cue")
        plain = tuple(option for option in node.options if is_phrase(option, classes.is_phrase))
        joins = tuple(option for option in node.options if not is_phrase(option, classes.is_phrase))
        parts = [self.part(Choice(plain), classes)] if plain else []
        return Either((*parts, *(self.part(option, classes) for option in joins)))

    def rarest(self, part: Part) -> int | None:
        """Of the patterns the part cannot do without, the one that stands for the fewest phrases."""
        if isinstance(part, int):
            return part
        if isinstance(part, Over):
            return self.rarest(part.part)
        if isinstance(part, Either):
            return None
        needed = [pattern for pattern in map(self.rarest, part.parts) if pattern is not None]
        return min(needed, key=lambda pattern: self._weights[pattern], default=None)

    def _phrases(self, node: Node, classes: Classes) -> int:
        known = self._known(classes)
        if isinstance(node, Name):
            return self._class(node.name, classes)
        if isinstance(node, Figure) and node.kind in known:
            return known[node.kind]
        key = (id(classes), node)
        pattern = self._patterns.get(key)
        if pattern is None:
            pattern = self._patterns[key] = self._new(node, classes)
        return pattern

    def _new(self, node: Node, classes: Classes) -> int:
        names = _names(node)
        for name in names:
            self._class(name, classes)
        known = self._known(classes)
        pattern = self._pattern(variants(node) + sum(self._weights[known[name]] for name in names))
        self.trie.add(pattern, node, known)
        return pattern

    def _class(self, name: str, classes: Classes) -> int:
        known = self._known(classes)
        if name not in known:
            known[name] = self._new(classes.node(name), classes)
        return known[name]

    def _known(self, classes: Classes) -> dict[str, int]:
        if id(classes) not in self._classes:
            self._classes[id(classes)] = {"#": self._figure}
            self._kept.append(classes)
        return self._classes[id(classes)]

    def _pattern(self, weight: int) -> int:
        self._weights.append(weight)
        return len(self._weights) - 1


def _names(node: Node) -> list[str]:
    """The classes a phrase uses, in order."""
    if isinstance(node, Name):
        return [node.name]
    if isinstance(node, Sequence):
        return [name for part in node.parts for name in _names(part)]
    if isinstance(node, Choice):
        return [name for option in node.options if not isinstance(option, Word) for name in _names(option)]
    return []


def _figures() -> Node:
    """What # stands for: a number, and a date with its month in words."""
    number = Figure("#")
    named = [Word(m, "exact") for m in f"{_MONTHS} {_SHORT_MONTHS}".split()]
    month = Choice((*named, Word("May", "cased"), Word("March", "cased")))
    of = Choice((Word("of", "exact"), Sequence(())))
    return Choice(
        (number, Sequence((number, number)), Sequence((number, of, month)), Sequence((number, of, month, number)),
         Sequence((month, number)), Sequence((number, Word("per", "exact"), Word("cent", "exact"))))
    )  # fmt: skip
