"""Says what a few words are: a post, a name, initials, a group, a body, or nobody."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from planlint.people.person import Kind
from planlint.people.words import Words, fold

INITIALS = re.compile(r"[A-Z]{2,4}(?:-[A-Z]{1,2})?|[A-Z](?:\.\s?[A-Z])+\.?")
CODE = re.compile(r"[A-Z][A-Za-z]{0,3}[A-Z](?:-[A-Z]{1,2})?s?")  # HoY, DoE, SENDCo: a post's short name
_MANY = re.compile(r"\s*[x×]\s*\d+\s*$|^\s*\d+\s*[x×]?\s+(?=[A-Za-z])", re.IGNORECASE)
_LONGEST_PLACE = 4  # words
_LONG_ROLE = 9  # words: a longer phrase is a sentence


@dataclass(frozen=True, slots=True)
class Class:
    """What some words are: their kind, the alias under which the roster knows them, and whether they are several."""

    kind: Kind
    alias: str
    several: bool = False


@functools.lru_cache(maxsize=8192)
def classify(text: str, words: Words) -> Class:
    """What these words are, with an alias like "role:headteacher", "name:r okafor", "initials:RO"."""
    several = bool(_MANY.search(text))
    text = _MANY.sub("", text).strip(" .:–-*_")
    folded = fold(text)
    found = _exact(folded, words) or _plural(folded, words)
    if not found and INITIALS.fullmatch(text):
        found = Class("person", "initials:" + re.sub(r"[.\s]", "", text))
    if not found:
        found = _named(text, words) or _described(folded, words)
    if not found and (words.vacant.search(text) or (text and not folded)):
        found = Class("vacant", "vacant:" + folded)
    if not found:
        return Class("unknown", "unknown:" + folded)
    return Class(found.kind, found.alias, True) if several and found.kind == "role" else found


def _exact(folded: str, words: Words) -> Class | None:
    meaning = words.known.get(folded)
    return Class(meaning[0], f"{meaning[0]}:{meaning[1]}") if meaning else None


def _plural(folded: str, words: Words) -> Class | None:
    """A plural post, "HoYs" and "heads of year"; a plural group is a group."""
    for single in _singulars(folded):
        meaning = words.known.get(single)
        if meaning and meaning[0] in ("role", "group", "body"):
            return Class(meaning[0], f"{meaning[0]}:{meaning[1]}", several=meaning[0] == "role")
    return None


def _singulars(folded: str) -> list[str]:
    parts = folded.split()
    if not parts:
        return []
    last = [" ".join((*parts[:-1], single)) for single in _single_words(parts[-1])]
    return last + [" ".join((single, *parts[1:])) for single in _single_words(parts[0])]


def _single_words(word: str) -> list[str]:
    endings = (("ies", "y"), ("es", ""), ("s", ""))
    return [word.removesuffix(many) + one for many, one in endings if word.endswith(many) and len(word) > len(many)]


def _named(text: str, words: Words) -> Class | None:
    if not words.name.fullmatch(text):
        return None
    parts = fold(text).split()
    if words.lead_ins.match(text):
        return None
    if any(p in words.role_nouns or p in words.body_nouns for p in parts) or words.known.get(parts[-1]):
        return None
    return Class("person", "name:" + " ".join(p for p in parts if p not in words.titles))


def _described(folded: str, words: Words) -> Class | None:
    """A post, body or outsider known by part of its words: "AHT Marlow", "trust English lead", "head of Thornby"."""
    parts = folded.split()
    if not parts or len(parts) > _LONG_ROLE:
        return None
    if parts[-1] in words.body_nouns:
        return Class("body", "body:" + folded)
    found = _post_with_place(parts, words) or _post(parts, words)
    if not found and parts[-1] in words.external_nouns:
        return Class("external", "external:" + folded)
    return found or _group_with_place(parts, words)


def _post(parts: list[str], words: Words) -> Class | None:
    """A post by its noun: "reset room manager", "head of Thornby"."""
    index = next((i for i in range(len(parts) - 1, -1, -1) if _is_noun(parts[i], words)), None)
    if index is None or words.outside.intersection(parts[:index]):
        return None
    if index < len(parts) - 1 and words.stops.intersection(parts[:index]):
        return None
    if index < len(parts) - 1 and not (parts[index + 1] in words.joins and index + 2 < len(parts)):
        return None
    single = _single(parts[index], words)
    alias = "role:" + " ".join((*parts[:index], single, *parts[index + 1 :]))
    return Class("role", alias, several=single != parts[index])


def _group_with_place(parts: list[str], words: Words) -> Class | None:
    """A known group with a place: "HTs north area", "SLT Marlow", "trust IT"."""
    if words.outside.intersection(parts):
        return None
    for size in range(min(len(parts) - 1, words.longest), 0, -1):
        first, last = " ".join(parts[:size]), " ".join(parts[-size:])
        begins = _meaning(first, words) if first.endswith("s") or first in words.shortened else None
        if any(meaning and meaning[0] == "group" for meaning in (begins, words.known.get(last))):
            return Class("group", "group:" + " ".join(parts))
    return None


def _is_noun(word: str, words: Words) -> bool:
    return _single(word, words) in words.role_nouns


def _single(word: str, words: Words) -> str:
    if word in words.role_nouns:
        return word
    return next((single for single in _single_words(word) if single in words.role_nouns), word)


def _post_with_place(parts: list[str], words: Words) -> Class | None:
    """A known post with a place or subject before or behind it: "DHT Larkmoor High", "trust SENDCo"."""
    for size in range(min(len(parts) - 1, words.longest), 0, -1):
        for known, rest in ((parts[:size], parts[size:]), (parts[-size:], parts[:-size])):
            meaning = _meaning(" ".join(known), words)
            place = len(rest) <= _LONGEST_PLACE and not (words.stops | words.outside).intersection(rest)
            if meaning and meaning[0] == "role" and place and not _is_post(rest, words):
                several = " ".join(known) not in words.known
                return Class("role", f"role:{meaning[1]} ({' '.join(rest)})", several)
    return None


def _meaning(name: str, words: Words) -> tuple[Kind, str] | None:
    return words.known.get(name) or next((words.known[s] for s in _singulars(name) if s in words.known), None)


def _is_post(parts: list[str], words: Words) -> bool:
    meaning = words.known.get(" ".join(parts))
    return meaning is not None and meaning[0] == "role"
