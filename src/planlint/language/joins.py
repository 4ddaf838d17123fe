"""Parts of a cue that stand together: which of their places in a unit belong to one another."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from planlint.language.analysed import Analysed
from planlint.language.hits import Places
from planlint.language.trie import Found

WINDOW = 40  # words of a unit's own text that the parts joined by ~ lie within
GAP = 8  # words that may stand between parts joined by >
NEAREST = 8  # places of a part that are tried around a place of another, nearest first
_FAR = 10_000


@dataclass(frozen=True, slots=True, eq=False)
class Either:
    """One of these."""

    options: tuple[Part, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Over:
    """A part that must stand above."""

    part: Part


@dataclass(frozen=True, slots=True, eq=False)
class Joined:
    """Parts joined by an operator, and those that must not be there (`before`: ahead of the first, for >)."""

    operator: str
    parts: tuple[Part, ...]
    absent: tuple[Part, ...]
    before: tuple[Part, ...]


Part = int | Either | Over | Joined  # a number is a pattern of phrases


class Scene:
    """One unit and where patterns stand in it."""

    def __init__(self, analysed: Analysed, found: Sequence[Found]) -> None:
        """`found`: for each of the unit's blocks, above first, the places in that block."""
        self.analysed, self._found = analysed, found
        self._places: dict[int, list[Places]] = {}

    def places(self, pattern: int) -> list[Places]:
        """The pattern's places, numbered through the unit."""
        if pattern not in self._places:
            self._places[pattern] = [
                ((base + start, base + end),)
                for base, found in zip(self.analysed.bases, self._found, strict=False)
                for start, end in found.get(pattern, ())
            ]
        return self._places[pattern]

    def block(self, word: int) -> int:
        """The number of the block in which this word stands."""
        return bisect_right(self.analysed.bases, word) - 1

    def sentence(self, word: int) -> tuple[int, int]:
        """The block and sentence in which this word stands."""
        block = self.block(word)
        return block, self.analysed.read[block].sentence[word - self.analysed.bases[block]]

    def own(self, places: Places) -> Places:
        """Those in the unit's own text."""
        return tuple(p for p in places if p[0] >= self.analysed.own_start)


def settle(part: Part, scene: Scene) -> list[Places]:
    """Every way the part is found in the unit, in no particular order."""
    if isinstance(part, int):
        return scene.places(part)
    if isinstance(part, Either):
        return [places for option in part.options for places in settle(option, scene)]
    if isinstance(part, Over):
        return [places for places in settle(part.part, scene) if not scene.own(places)]
    return list(dict.fromkeys(_follow(part, scene) if part.operator == ">" else _gather(part, scene)))


def _gather(join: Joined, scene: Scene) -> Iterator[Places]:
    """Around each place of each part, the nearest places of the others that suit."""
    choices = [settle(part, scene) for part in join.parts]
    if not all(choices):
        return
    unwanted = [places for part in join.absent for places in settle(part, scene)]
    if unwanted and join.operator == "~":
        return
    over = [isinstance(part, Over) for part in join.parts]
    for anchor, starts in enumerate(choices):
        others = sorted((i for i in range(len(choices)) if i != anchor), key=lambda i: len(choices[i]))
        for start in starts:
            chosen = _complete([(start, over[anchor])], others, choices, over, join.operator, scene)
            if chosen and not (unwanted and _share_sentence(chosen, unwanted, scene)):
                yield _merged([places for places, _ in chosen])


Chosen = list[tuple[Places, bool]]


def _complete(
    chosen: Chosen, others: list[int], choices: list[list[Places]], over: list[bool], operator: str, scene: Scene
) -> Chosen | None:
    if not others:
        return chosen
    first, *rest = others
    nearest = sorted(choices[first], key=lambda places: _distance(places, chosen[0][0], scene))[:NEAREST]
    for places in nearest:
        tried = [*chosen, (places, over[first])]
        if _suits(tried, operator, scene):
            found = _complete(tried, rest, choices, over, operator, scene)
            if found:
                return found
    return None


def _suits(chosen: Chosen, operator: str, scene: Scene) -> bool:
    """Whether the one chosen last goes with those before it."""
    places, _ = chosen[-1]
    if any(s < end and start < e for other, _ in chosen[:-1] for s, e in other for start, end in places):
        return False
    if operator == "&":
        return _one_sentence(chosen, scene)
    own = [p for each, _ in chosen for p in scene.own(each)]
    return not own or max(e for _, e in own) - min(s for s, _ in own) <= WINDOW


def _one_sentence(chosen: Chosen, scene: Scene) -> bool:
    sentences = {scene.sentence(start) for places, over in chosen if not over for start, _ in places}
    if len(sentences) > 1:
        return False
    labels = {scene.block(start) for places, over in chosen if over for start, _ in places}
    if not sentences or not labels:
        return True
    block, _ = next(iter(sentences))
    first_own = len(scene.analysed.unit.above)
    return block >= first_own and all(scene.analysed.stands_over(label, block) for label in labels)


def _distance(places: Places, anchor: Places, scene: Scene) -> int:
    """Words between two; what stands above is taken only if own text has nothing."""
    one, other = scene.own(places), scene.own(anchor)
    if not one:
        return _FAR
    if not other:
        return one[0][0]
    return max(one[0][0] - other[-1][1], other[0][0] - one[-1][1], 0)


def _share_sentence(chosen: Chosen, unwanted: list[Places], scene: Scene) -> bool:
    sentences = {scene.sentence(start) for places, over in chosen if not over for start, _ in places}
    return any(scene.sentence(start) in sentences for places in unwanted for start, _ in places)


def _follow(join: Joined, scene: Scene) -> Iterator[Places]:
    choices = [settle(part, scene) for part in join.parts]
    if not all(choices):
        return
    after = [places for part in join.absent for places in settle(part, scene)]
    before = [places for part in join.before for places in settle(part, scene)]
    for start in choices[0]:
        chain = _chain([start], choices[1:], scene)
        if (
            chain
            and not any(_comes_next(chain[-1], places, scene) for places in after)
            and not any(_comes_next(places, chain[0], scene) for places in before)
        ):
            yield _merged(chain)


def _chain(chain: list[Places], choices: list[list[Places]], scene: Scene) -> list[Places] | None:
    if not choices:
        return chain
    for places in sorted(choices[0]):
        if _comes_next(chain[-1], places, scene):
            found = _chain([*chain, places], choices[1:], scene)
            if found:
                return found
    return None


def _comes_next(one: Places, other: Places, scene: Scene) -> bool:
    gap = other[0][0] - one[-1][1]
    return 0 <= gap <= GAP and scene.sentence(one[-1][0]) == scene.sentence(other[0][0])


def _merged(chosen: list[Places]) -> Places:
    return tuple(sorted(p for places in chosen for p in places))
