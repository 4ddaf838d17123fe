"""Takes a lead cell apart into the people it names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from planlint.people.classify import CODE, INITIALS, Class, classify
from planlint.people.person import Person
from planlint.people.pieces import Piece, pieces
from planlint.people.roster import Roster
from planlint.people.words import Words, fold, words
from planlint.vocabulary import Vocabulary

_SENTENCE = 2  # words: in a longer piece that is nobody as a whole, people are looked for inside
_TOKEN = re.compile(r"[A-Za-z][\w.&'’-]*")


def people(text: str, roster: Roster, vocabulary: Vocabulary) -> tuple[Person, ...]:
    """The people that a lead cell names, in its order, each with the key it has throughout the plan.

    What cannot be taken for anybody is of kind "unknown". Brackets and words behind a comma that only explain a post
    or name belong to it ("L. Pryce, DHT (T&L)" is one).
    """
    known = words(vocabulary)
    found: list[Person] = []
    for piece in pieces(text, known, lambda part: _read(part, known, roster).kind != "unknown"):
        for person in _persons(text, piece, known, roster):
            if piece.comma and found and _explains(person, found[-1]):
                found[-1] = _merged(found[-1], person, text)
            else:
                found.append(person)
    return tuple(found)


def _persons(text: str, piece: Piece, known: Words, roster: Roster) -> Iterator[Person]:
    start = piece.start
    lead_in = known.lead_ins.match(text, piece.start, piece.end)
    bare_end = text.find("(", start, piece.end) if piece.brackets else piece.end
    bare_end = piece.end if bare_end < 0 else bare_end
    whole = _read(text[start:bare_end], known, roster)
    if lead_in and whole.kind in ("unknown", "role", "group"):
        without = _read(text[lead_in.end() : bare_end], known, roster)
        if without.kind != "unknown":
            whole, start = without, lead_in.end()
    if whole.kind == "unknown" and len(text[start:bare_end].split()) > _SENTENCE:
        inside = list(_inside(text, start, piece.end, known, roster))
        if inside:
            yield from inside
            return
    whole = _bracketed(whole, piece.brackets, known, roster)
    leading = bool(known.leading.match(text, piece.start))
    key = whole.alias.partition(":")[2] if whole.several else roster.key(whole.alias)
    yield Person(text[start : piece.end], start, piece.end, key, whole.kind, whole.several, leading)


def _read(text: str, known: Words, roster: Roster) -> Class:
    """What some words are: first as this plan uses them, then as schools do."""
    text = text.strip(" .:–-*_")
    alias = roster.alias(text)
    if alias:
        return Class(roster.kind(alias), alias)
    return classify(text, known)


def _bracketed(whole: Class, brackets: list[str], known: Words, roster: Roster) -> Class:
    """With the words in brackets: another spelling of the same person, or what tells this post from the next."""
    for inside in (bracket.split(",")[0] for bracket in brackets):
        other = _read(inside, known, roster)
        if other.kind == "person" and whole.kind in ("role", "person", "unknown"):
            if whole.kind == "role" or roster.key(whole.alias) != roster.key(other.alias):
                whole = Class(whole.kind if whole.kind != "unknown" else "person", _better(whole, other), False)
        elif whole.kind == "role" and other.kind == "unknown" and fold(inside) and not CODE.fullmatch(inside):
            whole = Class("role", f"{whole.alias} ({fold(inside)})", whole.several)
    return whole


def _better(whole: Class, other: Class) -> str:
    return whole.alias if whole.alias.startswith("initials:") else other.alias


def _explains(person: Person, before: Person) -> bool:
    """Whether this piece, behind a comma, says more of the one before it: a name's post, a post's place."""
    if before.kind == "person":
        return person.kind == "unknown" or (person.kind == "role" and not person.several and " " in before.text.strip())
    bare_name = person.kind == "person" and " " in person.text and "." not in person.text
    return before.kind == "role" and (person.kind == "unknown" or bare_name)


def _merged(before: Person, person: Person, text: str) -> Person:
    key = before.key if before.kind == "person" else f"{before.key} ({fold(person.text)})"
    return replace(before, text=text[before.offset : person.until], until=person.until, key=key)


def _inside(text: str, start: int, end: int, known: Words, roster: Roster) -> Iterator[Person]:
    """People in a sentence: the longest known words at each place, names, and initials the plan uses."""
    tokens = list(_TOKEN.finditer(text, start, end))
    index = 0
    while index < len(tokens):
        for size in range(min(known.longest, len(tokens) - index), 0, -1):
            words_ = text[tokens[index].start() : tokens[index + size - 1].end()]
            found = _read(words_, known, roster)
            sure = roster.alias(words_) or fold(words_) in known.known or known.name.fullmatch(words_)
            if sure and found.kind != "unknown" and (size > 1 or words_[0].isupper() or not INITIALS.fullmatch(words_)):
                until = tokens[index + size - 1].end()
                yield Person(words_, tokens[index].start(), until, roster.key(found.alias), found.kind, found.several)
                index += size
                break
        else:
            index += 1
