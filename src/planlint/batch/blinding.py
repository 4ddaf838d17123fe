"""Puts "School 3" and "Person 12" in the place of names, the same in everything that a batch writes."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from planlint import frozen
from planlint.naming import Names, names
from planlint.report import PlanReport

__all__ = ["Key", "Mask", "Names", "blinded", "names"]
_WORD = re.compile(r"\w+")
_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?:https?://|www\.)[^\s<>|)]+", re.IGNORECASE)
_APART = re.compile(r"[\W_]+")
_SHORTEST = 4


@dataclass(frozen=True, slots=True)
class Mask:
    """What is put in the place of what, in one text or more.

    labels: each name to its label; bare: those that are only a part of one, and may be an ordinary word.
    paths:  each path to what it is called.
    """

    labels: Mapping[str, str]
    bare: frozenset[str] = frozenset()
    paths: Mapping[str, str] = field(default_factory=dict)

    def beside(self, shared: Mask, paths: Mapping[str, str]) -> Mask:
        """The mask of a plan with the names that it shares with others (its own come first), and these paths."""
        return Mask({**shared.labels, **self.labels}, shared.bare | self.bare, paths)

    def ready(self, whole: str) -> Blind:
        """The mask for texts whose words all stand in `whole`.

        A part of a name that `whole` has as an ordinary word is let be; in a path or an address it is none.
        """
        for path in self.paths:
            whole = whole.replace(path, " ")
        whole = _ADDRESS.sub(" ", whole)
        there = set(_WORD.findall(whole))
        lowered = {word.casefold() for word in there}
        kept = {}
        for name, label in self.labels.items():
            parts = _WORD.findall(name)
            ordinary = name in self.bare and name.lower() in there
            if parts and not ordinary and all(part.casefold() in lowered for part in parts):
                kept[name] = label
        return Blind(kept, self.paths)


class Blind:
    """A mask made ready: `text` gives a text without the names."""

    def __init__(self, labels: Mapping[str, str], paths: Mapping[str, str]) -> None:
        self._labels = {_folded(name): label for name, label in labels.items()}
        ordered = sorted(labels, key=lambda name: (-len(name), name))
        self._pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(_spelt, ordered))})(?!\w)") if ordered else None
        self._paths = sorted(paths.items(), key=lambda item: -len(item[0]))

    def text(self, text: str) -> str:
        """The text with labels in the place of names, paths and addresses."""
        for path, label in self._paths:
            if path in text:
                text = text.replace(path, label)
        if self._pattern:
            text = self._pattern.sub(lambda m: self._labels.get(_folded(m[0]), m[0]), text)
        return _ADDRESS.sub("(address)", text) if "@" in text or "." in text else text


def _folded(name: str) -> str:
    return " ".join(name.replace("’", "'").split()).casefold()


def _spelt(name: str) -> str:
    """A pattern for the name as it is written, or in capitals; several words in any case."""
    text = re.escape(name).replace(r"\ ", r"\s+").replace("'", "['’]").replace("’", "['’]").replace("['['’]]", "['’]")
    other = name.capitalize() if name.isupper() and len(name) > _SHORTEST else name.upper()
    return f"(?i:{text})" if " " in name else f"{text}|{re.escape(other)}"


def blinded(report: PlanReport, mask: Mask) -> PlanReport:
    """The report, and the plan in it, without names."""
    parts = json.loads(frozen.freeze(report))
    blind = mask.ready("\n".join(part for part in parts if isinstance(part, str)))
    changed = [blind.text(part) if isinstance(part, str) else part for part in parts]
    found: PlanReport = frozen.thaw(json.dumps(changed))
    return found


class Key:
    """The names of all plans of a batch, each with its label, numbered in the order in which they come."""

    def __init__(self) -> None:
        self._places: dict[tuple[str, str], dict[str, str]] = {}
        self._people: dict[str, str] = {}
        self._counts: dict[str, int] = defaultdict(int)
        self._by_surname: dict[str, list[str]] = defaultdict(list)
        self._shared: dict[str, str] = {}
        self._bare: set[str] = set()

    def add(self, found: Iterable[tuple[int, Names]]) -> dict[int, Mask]:
        """The mask for each plan, by its number, without the names that only other plans give."""
        plans = list(found)
        places = [place for _, one in plans for place in one.places]
        for sort, text, own in sorted(places, key=lambda place: place[1] == place[2]):  # bare names find their places
            label = self._place(sort, own, text[len(own) :].split())
            self._shared.setdefault(text, label)
            self._shared.setdefault(own, label)
            self._bare.update([own] if " " not in own else [])
        for _, key in (person for _, one in plans for person in one.people):
            self._note(key)
        return {number: self._of(number, one) for number, one in plans}

    def shared(self) -> Mask:
        """The names that hold for every plan."""
        return Mask(self._shared, frozenset(self._bare))

    def _place(self, sort: str, own: str, noun: list[str]) -> str:
        """The label of a place: "Larkfield Infants" is another one than "Larkfield Junior School"."""
        first = _folded(noun[0]).rstrip("s") if noun else ""
        known = self._places.setdefault((sort, _folded(own)), {})
        if first not in known:
            known[first] = next(iter(known.values())) if known and not first else self._number(sort)
        return known[first]

    def _number(self, sort: str) -> str:
        self._counts[sort] += 1
        return f"{sort} {self._counts[sort]}"

    def _note(self, key: str) -> None:
        parts = key.split()
        if len(parts) > 1 and _short(key) not in self._by_surname[parts[-1]]:
            self._by_surname[parts[-1]].append(_short(key))

    def _person(self, key: str, number: int) -> str:
        """The label of a person: by surname and first initial in all plans, by initials alone in one."""
        parts = key.split()
        if len(parts) > 1:
            who = _short(key)
        elif key.isupper():
            who = f"{number}\n{key}"
        else:
            known = self._by_surname.get(key, [])
            who = known[0] if len(known) == 1 else f"{number}\n{key}"
        if who not in self._people:
            self._people[who] = self._number("Person")
        return self._people[who]

    def _of(self, number: int, found: Names) -> Mask:
        labels: dict[str, str] = {}
        bare: set[str] = set()
        for sort, text, own in found.places:
            first = own.split()[0]  # "Greyfriars" of "Greyfriars Ford Academy"
            if len(first) > _SHORTEST and first not in bare:
                labels[first] = self._place(sort, own, text[len(own) :].split())
                bare.add(first)
        for text, key in found.people:
            label = self._person(key, number)
            labels.setdefault(text, label)
            if len(key.split()) > 1:
                self._shared.setdefault(text, label)
            for part in _parts(text, key):
                labels.setdefault(part, label)
                bare.add(part)
        for text, key in found.initials:
            labels.setdefault(text, self._person(key, number))
        return Mask(labels, frozenset(bare))


def _short(key: str) -> str:
    parts = key.split()
    return f"{parts[0][0]} {parts[-1]}"


def _parts(text: str, key: str) -> Sequence[str]:
    """The words of a name that stand for the person by themselves; a title does not."""
    parts = [part.strip(".,") for part in text.split()]
    return [part for part in parts if len(part) >= _SHORTEST and _APART.sub("", part).casefold() in key.split()]
