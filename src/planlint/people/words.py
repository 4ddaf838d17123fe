"""The words for people, compiled once from the vocabulary."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from planlint.people.person import Kind
from planlint.vocabulary import Vocabulary

_NOISE = re.compile(r"[^\w&+?]+")
_APOSTROPHE = re.compile(r"['’ʼ]s?\b")
_SIGNS = r"\s*/\s*|\s+[&+]\s+|(?<=\w\w)[&+](?=\w\w)"
_LIST_KINDS: dict[str, Kind] = {"external": "external", "groups": "group", "bodies": "body", "vacant": "vacant"}


def fold(text: str) -> str:
    """Words as they are compared: lower case, without punctuation and apostrophes."""
    return " ".join(_NOISE.sub(" ", _APOSTROPHE.sub("", text).lower()).split())


@dataclass(frozen=True, eq=False)
class Words:
    """What the names mean.

    known:  each name, folded, to its kind and its canonical form.
    nouns:  the last words of posts, of bodies and of those from outside.
    hard, soft: what always parts two people, and what does only if both sides are people.
    """

    known: Mapping[str, tuple[Kind, str]]
    role_nouns: frozenset[str]
    body_nouns: frozenset[str]
    external_nouns: frozenset[str]
    vacant: re.Pattern[str]
    joins: frozenset[str]
    stops: frozenset[str]
    lead_ins: re.Pattern[str]
    leading: re.Pattern[str]
    hard: re.Pattern[str]
    soft: re.Pattern[str]
    name: re.Pattern[str]
    titles: frozenset[str]
    short: re.Pattern[str]
    outside: frozenset[str]
    shortened: frozenset[str]
    tables: Mapping[str, frozenset[str]]
    who: frozenset[str]
    longest: int


@functools.lru_cache(maxsize=16)
def words(vocabulary: Vocabulary) -> Words:
    """The words for people in this vocabulary's `people` and `leads`."""
    data = {**vocabulary.part("people"), **vocabulary.part("leads")}
    known = _known(data)
    return Words(
        known=known,
        role_nouns=frozenset(map(fold, data["role_nouns"])),
        body_nouns=frozenset(map(fold, data["body_nouns"])),
        external_nouns=frozenset(map(fold, data["external_nouns"])),
        vacant=re.compile(rf"(?<!\w){_any_of(data['vacant_words'])}(?!\w)", re.IGNORECASE),
        joins=frozenset(data["role_joins"]),
        stops=frozenset((*data["role_joins"], *data["separators"], *data["soft_separators"])),
        lead_ins=re.compile(
            rf"(?:{_any_of(data['raci'])}\s*:\s*|{_any_of(data['lead_ins'])}(?:\s*:\s*|\s+))+(?=\S)", re.IGNORECASE
        ),
        leading=re.compile(rf"\W*{_any_of(data['leading'])}\s*[:–-]", re.IGNORECASE),
        hard=re.compile(rf"[\n;•|]|,(?=\s|$)|\s{_any_of(data['separators'])}\s", re.IGNORECASE),
        soft=re.compile(rf"{_SIGNS}|\s{_any_of(data['soft_separators'])}\s", re.IGNORECASE),
        name=_name(data),
        outside=frozenset(data["not_in_posts"]),
        shortened=frozenset(fold(g) for g in data["groups"] if g.isupper()),
        short=re.compile(r"[A-Z]{2,4}|[A-Z]\.\s?[A-Z]\w+"),
        titles=frozenset(map(fold, data["titles"])),
        tables={kind: frozenset(map(fold, data[f"{kind}_columns"])) for kind in ("initials", "name", "role")},
        who=frozenset(map(fold, data["who_is_who"])),
        longest=max(len(k.split()) for k in known),
    )


def _known(data: Mapping[str, Any]) -> dict[str, tuple[Kind, str]]:
    known: dict[str, tuple[Kind, str]] = {}
    for part, kind in _LIST_KINDS.items():
        known |= {fold(name): (kind, fold(name)) for name in data[part]}
    for canonical, names in data["roles"].items():
        known |= {fold(name): ("role", canonical) for name in (canonical, *names)}
    for noun in data["groups"]:
        known[fold(noun)] = ("group", fold(noun))
    known |= {fold(name): ("unknown", fold(name)) for name in data["not_people"]}
    return {name: meaning for name, meaning in known.items() if name}


def _any_of(names: Iterable[str]) -> str:
    ordered = sorted(set(names), key=lambda n: (-len(n), n))
    return "(?:" + "|".join(re.escape(n).replace(r"\ ", r"\s+") for n in ordered) + ")"


def _name(data: Mapping[str, Any]) -> re.Pattern[str]:
    """A person's name: with a title, with initials, or of two or three words with capital letters."""
    title = rf"(?:{_any_of(data['titles'])}\.?\s+)"
    particle = rf"(?:{_any_of(data['particles'])}\s+)?"
    surname = rf"{particle}(?:O['’]|Mc|Mac|D['’])?[A-Z][a-zà-ÿ]+(?:[-'’][A-Z]?[a-zà-ÿ]+)?"
    initials = r"(?:[A-Z]\.\s?(?:[A-Z]\.?\s?)*|[A-Z]\s)"
    return re.compile(
        rf"(?:{title}(?:{initials}|[A-Z][a-zà-ÿ]+\s+)?{surname}|{initials}{surname}|[A-Z][a-zà-ÿ]+\s+(?:[A-Z]\.?\s+)?{surname})(?!\w)"
    )
