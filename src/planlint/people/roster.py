"""Collects who is who in a plan, so that one person in several spellings counts once."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from planlint.people.classify import INITIALS, classify
from planlint.people.definitions import Pair, given, pairs
from planlint.people.person import Kind
from planlint.people.pieces import pieces
from planlint.people.words import Words, fold, words
from planlint.plan import Plan
from planlint.vocabulary import Vocabulary

_GAPS = re.compile(r"[.\s]")
LEAD = "lead"
_KINDS: dict[str, Kind] = {"role": "role", "name": "person", "initials": "person", "body": "body", "group": "group"}


@dataclass(frozen=True, eq=False)
class Roster:
    """Who is who.

    who: each alias ("initials:RO", "name:r okafor", "role:headteacher") to its person's key and kind.
    """

    who: dict[str, tuple[str, Kind]] = field(default_factory=dict)

    def key(self, alias: str) -> str:
        """The person's key; an alias that nothing explains is its own key, without its kind."""
        return self.who[alias][0] if alias in self.who else alias.partition(":")[2]

    def alias(self, text: str) -> str:
        """The alias under which this plan itself uses these words for somebody, "" if it does not."""
        for alias in ("initials:" + _GAPS.sub("", text), f"name:{fold(text)}"):
            if alias in self.who:
                return alias
        return ""

    def kind(self, alias: str) -> Kind:
        """What is known under an alias."""
        return self.who[alias][1] if alias in self.who else "unknown"


def roster(plan: Plan, vocabulary: Vocabulary) -> Roster:
    """Who is who in this plan: from tables and lists of initials, from definitions ("LP = L. Pemberton", "Director of
    Education (RS)", "Principal: A. Whitcombe") and from the spellings in lead cells."""
    known = words(vocabulary)
    cells = [b.text for action in plan.actions for b in action.blocks(LEAD)]
    used = _used(cells, known)
    told = given(vocabulary.part("people").get("own", {}), known)
    found = [*told, *pairs(plan, known), *(pair for cell in cells for pair in _spellings(cell, known))]
    groups = _Groups()
    for alias in used:
        groups.add(alias)
    for alias in (a for pair in found for a in pair if not a.startswith("role:")):
        groups.add(alias)
    personal = [p for p in found if not any(a.startswith("role:") for a in p)]
    for first, second in personal:
        groups.join(first, second)
    _join_names(groups)
    _join_posts(groups, [p for p in found if p not in personal])
    _add_surnames(groups)
    return Roster(groups.people())


def _used(cells: Iterable[str], known: Words) -> list[str]:
    """The names and initials that lead somewhere, each once."""
    aliases: dict[str, None] = {}
    for cell in cells:
        for piece in pieces(cell, known, lambda part: classify(part, known).kind != "unknown"):
            for text in (re.sub(r"\s*\(.*", "", cell[piece.start : piece.end]), *piece.brackets):
                found = classify(text, known)
                if found.kind == "person":
                    aliases[found.alias] = None
    return list(aliases)


def _spellings(cell: str, known: Words) -> Iterable[Pair]:
    """Initials with a surname in brackets: "RO (Okafor)"."""
    for match in re.finditer(rf"({INITIALS.pattern})\s*\(([A-Z][a-z'’-]+)\)", cell):
        if match[2][0] == match[1][-1] and fold(match[1]) not in known.known:
            yield "initials:" + match[1], "name:" + fold(match[2])


class _Groups:
    """Aliases of one person, put together."""

    def __init__(self) -> None:
        self._above: dict[str, str] = {}

    def add(self, alias: str) -> str:
        """The alias that stands for its person."""
        above = self._above.setdefault(alias, alias)
        if above != alias:
            above = self._above[alias] = self.add(above)
        return above

    def join(self, first: str, second: str) -> None:
        """One person has both aliases."""
        self._above[self.add(second)] = self.add(first)

    def aliases(self) -> list[str]:
        """Every alias so far, in the order in which it came."""
        return list(self._above)

    def people(self) -> dict[str, tuple[str, Kind]]:
        """Each alias to its person's key: the name if there is one, then the initials, then the post."""
        members: dict[str, list[str]] = defaultdict(list)
        for alias in self.aliases():
            members[self.add(alias)].append(alias)
        found: dict[str, tuple[str, Kind]] = {}
        for group in members.values():
            best = min(group, key=_rank)
            kind = "body" if any(a.startswith("body:") for a in group) else _KINDS[best.partition(":")[0]]
            found |= {alias: (best.partition(":")[2], kind) for alias in group}
        return found


def _rank(alias: str) -> tuple[int, int]:
    """Names before initials before posts; the longer name first."""
    kind, _, text = alias.partition(":")
    return ("name", "initials", "role", "body", "group").index(kind), -len(text)


def _join_names(groups: _Groups) -> None:
    """One person's spellings: the same surname, where all its first names agree, and the initials of one name alone."""
    by_surname: dict[str, list[str]] = defaultdict(list)
    by_initials: dict[str, set[str]] = defaultdict(set)
    for alias in groups.aliases():
        kind, _, text = alias.partition(":")
        if kind == "name":
            by_surname[text.split()[-1]].append(alias)
    for aliases in by_surname.values():
        firsts = {a.partition(":")[2].split()[0][0] for a in aliases if " " in a.partition(":")[2]}
        if len(firsts) <= 1:
            for alias in aliases[1:]:
                groups.join(aliases[0], alias)
    for alias in groups.aliases():
        kind, _, text = alias.partition(":")
        if kind == "name" and " " in text:
            by_initials["".join(part[0] for part in text.split()).upper()].add(groups.add(alias))
    for alias in groups.aliases():
        kind, _, text = alias.partition(":")
        owners = by_initials.get(text, set())
        if kind == "initials" and len(owners) == 1:
            groups.join(next(iter(owners)), alias)


def _add_surnames(groups: _Groups) -> None:
    """The surname alone, where only one person has it."""
    people: dict[str, list[str]] = defaultdict(list)
    for alias in groups.aliases():
        kind, _, text = alias.partition(":")
        if kind == "name" and groups.add(alias) not in people[text.split()[-1]]:
            people[text.split()[-1]].append(groups.add(alias))
    for surname, roots in people.items():
        if len(roots) == 1:
            groups.join(roots[0], "name:" + surname)


def _join_posts(groups: _Groups, found: Iterable[Pair]) -> None:
    """A post joins its holder if the plan gives it only one."""
    holders: dict[str, list[str]] = defaultdict(list)
    for first, second in found:
        post, holder = (first, second) if first.startswith("role:") else (second, first)
        root = groups.add(holder)
        if root not in holders[post]:
            holders[post].append(root)
    for post, roots in holders.items():
        if len(roots) == 1:
            groups.join(roots[0], post)
