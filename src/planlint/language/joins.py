"""Parts of a cue that stand together: which of their places in a unit belong to one another."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from planlint.language.analysed import Analysed
from planlint.language.hits import Places
from planlint.language.trie import Found

WINDOW = 40  # words of a unit's own text that the parts joined by ~ lie within
GAP = 8  # words that may stand between parts joined by >
NEAREST = 6  # places of a part that are tried on either side of a place of another, nearest first


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
        self._choices: dict[Part, _Choices] = {}

    def choices(self, part: Part) -> _Choices:
        """The places of a part, sorted; those of a pattern are kept, since many cues share them."""
        if not isinstance(part, int):
            return _Choices(part, self)
        if part not in self._choices:
            self._choices[part] = _Choices(part, self)
        return self._choices[part]

    def places(self, pattern: int) -> list[Places]:
        """The pattern's places, numbered through the unit."""
        if pattern not in self._places:
            self._places[pattern] = [
                ((base + start, base + end),)
                for base, found in zip(self.analysed.bases, self._found, strict=False)
                for start, end in found.get(pattern)
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


class _Choices:
    """The places of one part, to be asked for those near another place without going through all of them."""

    def __init__(self, part: Part, scene: Scene) -> None:
        places = settle(part, scene)
        self.over = isinstance(part, Over)
        self.own = sorted(p for p in places if scene.own(p))
        self.above = sorted(p for p in places if not scene.own(p))
        self.starts = [scene.own(p)[0][0] for p in self.own]
        self.every = [*self.above, *self.own]
        self.scene = scene

    def near(self, anchor: Places) -> list[Places]:
        """Some of the places, the nearest first; what stands above is taken only if own text has nothing."""
        middle = bisect_left(self.starts, anchor[-1][0])
        around = self.own[max(0, middle - NEAREST) : middle + NEAREST]
        return [*sorted(around, key=lambda places: self._distance(places, anchor)), *self.above[:NEAREST]]

    def following(self, place: Places) -> list[Places]:
        """Those that begin within reach after this place, in order."""
        every, end = self.every, place[-1][1]
        first = bisect_left(every, end, key=lambda places: places[0][0])
        last = bisect_right(every, end + GAP, key=lambda places: places[0][0])
        sentence = self.scene.sentence(end - 1)
        return [p for p in every[first:last] if self.scene.sentence(p[0][0]) == sentence]

    def _distance(self, places: Places, anchor: Places) -> int:
        one, other = self.scene.own(places), self.scene.own(anchor)
        return max(one[0][0] - other[-1][1], other[0][0] - one[-1][1], 0) if other else one[0][0]


def _gather(join: Joined, scene: Scene) -> Iterator[Places]:
    """Around each place of each part, the nearest places of the others that suit."""
    choices = [scene.choices(part) for part in join.parts]
    unwanted = [places for part in join.absent for places in settle(part, scene)]
    if not all(c.every for c in choices) or (unwanted and join.operator == "~"):
        return
    barred = {scene.sentence(start) for places in unwanted for start, _ in places}
    for at, anchor in enumerate(choices):
        others = [*choices[:at], *choices[at + 1 :]]
        for places in anchor.every:
            chosen = _complete([(places, anchor.over)], others, join.operator, scene)
            if chosen and not (barred and barred & _sentences(chosen, scene)):
                yield tuple(sorted(p for each, _ in chosen for p in each))


Chosen = list[tuple[Places, bool]]  # places, and whether they are what must stand above


def _complete(chosen: Chosen, others: list[_Choices], operator: str, scene: Scene) -> Chosen | None:
    if not others:
        return chosen
    for places in others[0].near(chosen[0][0]):
        tried = [*chosen, (places, others[0].over)]
        if _suits(tried, operator, scene):
            found = _complete(tried, others[1:], operator, scene)
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
    sentences = _sentences(chosen, scene)
    labels = {scene.block(start) for places, over in chosen if over for start, _ in places}
    if len(sentences) != 1 or not labels:
        return len(sentences) < 2
    ((block, _),) = sentences
    first_own = len(scene.analysed.unit.above)
    return block >= first_own and all(scene.analysed.stands_over(label, block) for label in labels)


def _sentences(chosen: Chosen, scene: Scene) -> set[tuple[int, int]]:
    return {scene.sentence(start) for places, over in chosen if not over for start, _ in places}


def _follow(join: Joined, scene: Scene) -> Iterator[Places]:
    choices = [scene.choices(part) for part in join.parts]
    after = [scene.choices(part) for part in join.absent]
    ahead = {
        follower for part in join.before for places in settle(part, scene) for follower in choices[0].following(places)
    }
    for start in choices[0].every:
        chain = None if start in ahead else _chain([start], choices[1:])
        if chain and not any(unwanted.following(chain[-1]) for unwanted in after):
            yield tuple(sorted(p for places in chain for p in places))


def _chain(chain: list[Places], choices: list[_Choices]) -> list[Places] | None:
    if not choices:
        return chain
    for places in choices[0].following(chain[-1]):
        found = _chain([*chain, places], choices[1:])
        if found:
            return found
    return None
