"""Finds what a plan calls by name: its trust, schools and people."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from planlint.people import Roster, roster
from planlint.people.classify import INITIALS, classify
from planlint.people.words import Words, fold, words
from planlint.plan import Block, Plan, Table
from planlint.vocabulary import Vocabulary
from planlint.vocabulary import words as plain

Sort = Literal["Trust", "School"]
Place = tuple[Sort, str, str]
_FEW = 6  # words; a longer cell is an account, not a name
_ORDINARY = re.compile(r"(?<![\w'’-])[a-z]{3,}")
_BEHIND = re.compile(r"\s*[,(:–-]\s*((?:[\w'’-]+\s*){1,6})")
_NAME = r"(?:St\.?\s)?[A-Z][a-z'’-]+(?:\s[A-Z][a-z'’-]+){0,2}"
_PARTED = re.compile(r",\s+(?:and\s+)?|\s+(?:and|or|&)\s+|\s*/\s*")
_LIST = re.compile(rf"(?<!\w){_NAME}(?:(?:{_PARTED.pattern}){_NAME})+(?!\w)")
_SHORTEST = 4  # letters of a name's own part that is looked for by itself


@dataclass(frozen=True, slots=True)
class Names:
    """What a plan calls by name, each once, in reading order.

    places:   trusts and schools: the sort, the words, and the part that is theirs alone ("Oakfield").
    people:   names as written, each with whom it is ("r okafor").
    initials: the same for initials.
    """

    places: tuple[Place, ...] = ()
    people: tuple[tuple[str, str], ...] = ()
    initials: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, eq=False)
class Forms:
    """How names of places look, compiled from the vocabulary."""

    patterns: Mapping[Sort, re.Pattern[str]]
    columns: Mapping[str, Sort]
    stops: frozenset[str]
    given: frozenset[str]
    inside: frozenset[str]


def names(plan: Plan, vocabulary: Vocabulary) -> Names:
    """The names in this plan. A name that nothing shows to be one is not found: no lead cell, title or initial."""
    texts = list(_texts(plan))
    known = words(vocabulary)
    who = roster(plan, vocabulary)
    people: dict[str, str] = {}
    initials: dict[str, str] = {}
    forms = _forms(vocabulary)
    ordinary = forms.stops | {word.capitalize() for text in texts for word in _ORDINARY.findall(text)}
    for text in texts:
        people |= dict(_people(text, known, who, ordinary, forms.given))
    for alias, (key, kind) in who.who.items():
        sort, _, text = alias.partition(":")
        if sort == "initials" and kind == "person" and INITIALS.fullmatch(text):
            initials[text] = key
    found = places(plan, vocabulary)
    own = {place for _, _, place in found}
    return Names(found, tuple(p for p in people.items() if p[0] not in own), tuple(initials.items()))


def places(plan: Plan, vocabulary: Vocabulary) -> tuple[Place, ...]:
    """The trusts and schools in it, as in `Names`."""
    forms = _forms(vocabulary)
    found = list(_shortest(list(dict.fromkeys(_places(plan, _texts(plan), forms)))))
    return tuple(dict.fromkeys([*found, *_beside(found, list(_texts(plan)), forms)]))


def _beside(found: Iterable[Place], texts: Sequence[str], forms: Forms) -> Iterator[Place]:
    """Schools that a list names by their own part alone, beside one that is known: "Kelling and Oakfield"."""
    known = {name for sort, text, own in found if sort == "School" for name in (text, own)}
    ordinary = forms.stops | {word.capitalize() for text in texts for word in _ORDINARY.findall(text)}
    for match in (match for text in texts for match in _LIST.finditer(text)):
        names = [" ".join(name.split()) for name in _PARTED.split(match[0])]
        if not known.isdisjoint(names):
            for name in names:
                first = name.split()[0]
                odd = first not in forms.stops and not ordinary.issuperset(name.split())
                if odd and name not in known and len(name) >= _SHORTEST:
                    yield "School", name, name


def _shortest(places: list[Place]) -> Iterator[Place]:
    """Without those that are another name with more words in front ("Supporting Orchard Cross Academy")."""
    texts = {text for _, text, _ in places if text.count(" ") > 1}
    for place in places:
        parts = place[1].split()
        if not any(" ".join(parts[n:]) in texts for n in range(1, len(parts))):
            yield place


def _texts(plan: Plan) -> Iterator[str]:
    yield plan.title
    for block in (*plan.meta, *plan.blocks(), *plan.aside):
        yield block.text
    yield from (change.text for change in plan.changes)


def _people(
    text: str, known: Words, who: Roster, ordinary: frozenset[str], given: frozenset[str]
) -> Iterator[tuple[str, str]]:
    """People by title, initial, first name or post, and those that the plan tells of.

    An initial may be a list's letter: "A. Every", "IV. Strengthening".
    """
    at = 0
    while match := known.name.search(text, at):
        found = classify(match[0], known)
        parts = match[0].replace(".", ". ").split()  # "A.Castle"
        first, last = parts[0], parts[-1]
        odd = first not in ordinary and last not in ordinary
        sure = (
            found.alias in who.who
            or plain(first) in known.titles
            or (last not in ordinary and ("." in match[0] or first in given))
            or (odd and _beside_a_post(text, match, known))
        )
        at = match.end()
        if found.kind == "person" and sure and not text[: match.start()][-1:].isalnum():
            yield " ".join(match[0].split()), who.key(found.alias)
        elif len(match[0].split()) > 1:
            at = match.start() + len(match[0].split()[0])  # a name may begin with its next word


def _beside_a_post(text: str, match: re.Match[str], known: Words) -> bool:
    """Whether a post stands before or behind: "Headteacher Imran Castle", "Imran Castle (headteacher)"."""
    before = fold(text[: match.start()]).split()[-1:]
    behind = _BEHIND.match(text, match.end())
    return not known.role_nouns.isdisjoint((*before, *(fold(behind[1]).split() if behind else ())))


def _places(plan: Plan, texts: Iterable[str], forms: Forms) -> Iterator[Place]:
    for sort, text in _told(plan, forms):
        own = _own(text, sort, forms) or text
        yield sort, text, own
    for text in texts:
        for sort, pattern in forms.patterns.items():
            for match in pattern.finditer(text):
                name = _cut(match[0], match["noun"], forms)
                if name:
                    yield sort, name, name[: -len(match["noun"])].strip()


def _told(plan: Plan, forms: Forms) -> Iterator[tuple[Sort, str]]:
    """Names that stand by themselves: the value of a key, the cells of a column."""
    for block in (*plan.meta, *plan.blocks()):
        if block.name and plain(block.name) in forms.columns:
            yield from _listed(forms.columns[plain(block.name)], [block], forms)
    for section in plan.walk():
        for table in section.content:
            for number, column in enumerate(table.columns if isinstance(table, Table) else ()):
                sort = forms.columns.get(plain(column.heading))
                if sort and isinstance(table, Table):
                    blocks = [b for row in table.rows for cell in row.cells[number : number + 1] for b in cell.blocks]
                    yield from _listed(sort, blocks, forms)


def _listed(sort: Sort, blocks: Iterable[Block], forms: Forms) -> Iterator[tuple[Sort, str]]:
    for block in blocks:
        whole = forms.patterns[sort].fullmatch(" ".join(block.text.split()))
        for text in [whole[0]] if whole else re.split(r"[,;/\n]|\band\b|\([^)]*\)?", block.text):
            name = " ".join(text.split())
            parts = name.split()
            if 0 < len(parts) <= _FEW and name[0].isupper() and len(name) >= _SHORTEST and parts[0] not in forms.stops:
                yield sort, name


def _own(text: str, sort: Sort, forms: Forms) -> str:
    match = forms.patterns[sort].fullmatch(text)
    return text[: -len(match["noun"])].strip() if match else ""


def _cut(text: str, noun: str, forms: Forms) -> str:
    """The name without the words in front that are no part of it; "" if nothing of its own is left."""
    parts = text[: -len(noun)].split()
    last = max((n for n, part in enumerate(parts) if _stops(part.strip("’'.,"), forms)), default=-1)
    parts = parts[last + 1 :]
    while parts and parts[0] in forms.inside:
        parts = parts[1:]
    own = " ".join(parts)
    return f"{own} {noun}" if sum(c.isalpha() for c in own) >= 3 else ""


def _stops(part: str, forms: Forms) -> bool:
    return part.isdigit() or part in forms.stops or (part.isupper() and part.capitalize() in forms.stops)


@functools.lru_cache(8)
def _forms(vocabulary: Vocabulary) -> Forms:
    data: Mapping[str, Any] = vocabulary.part("names")
    inside = "|".join(map(re.escape, data["inside"]))
    word = r"(?:St\.|[A-Z][\w'’-]*)"
    patterns: dict[Sort, re.Pattern[str]] = {}
    for sort, key in (("School", "schools"), ("Trust", "trusts")):
        nouns = sorted(data[key], key=lambda noun: (-len(noun), noun))
        noun = "|".join(re.escape(n).replace(r"\ ", r"\s+").replace("'", "['’]") for n in nouns)
        shouted = noun.upper().replace("\\S+", "\\s+")
        pattern = rf"(?<!\w){word}(?:\s+(?:(?:{inside})\s+){{0,2}}{word}){{0,4}}?\s+(?P<noun>{noun}|{shouted})(?!\w)"
        patterns[sort] = re.compile(pattern)  # type: ignore[index]
    columns: dict[str, Sort] = {plain(n): "School" for n in data["school_columns"]}
    columns |= {plain(n): "Trust" for n in data["trust_columns"]}
    stops, given, inner = (frozenset(data[part]) for part in ("not_in_names", "given", "inside"))
    return Forms(patterns, columns, stops, given, inner)
