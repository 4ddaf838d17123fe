"""Cuts a lead cell into pieces, each of which may be one person."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from planlint.people.words import Words, fold

_BRACKETS = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]|(?<=\w)\s+[–—-]\s+([A-Z]{2,4})(?=\s*(?:$|[;,\n]))")
_PLACE = 2  # words in a subject or place
_WORD = re.compile(r"\w")


@dataclass(slots=True)
class Piece:
    """A stretch of a cell: its place, what stands in brackets behind it, and whether only a comma is before it."""

    start: int
    end: int
    brackets: list[str] = field(default_factory=list)
    comma: bool = False


def pieces(text: str, words: Words, anybody: Callable[[str], bool]) -> Iterator[Piece]:
    """The pieces of a cell in order; "and", "&" and "/" part only what is `anybody` on both sides."""
    bare = _BRACKETS.sub(lambda m: " " * len(m[0]), text)
    found = [piece for hard in _cut(bare, words) for piece in _soft(bare, hard, words, anybody)]
    for bracket in _BRACKETS.finditer(text):
        owner = max((p for p in found if p.start <= bracket.start()), key=lambda p: p.start, default=None)
        inside = (bracket[1] or bracket[2] or bracket[3] or "").strip()
        if owner is None:
            found.insert(0, Piece(bracket.start() + 1, bracket.end() - 1))
        else:
            owner.brackets.append(inside)
            owner.end = max(owner.end, bracket.end())
    yield from found


def _cut(bare: str, words: Words) -> Iterator[Piece]:
    start, comma = 0, False
    for match in words.hard.finditer(bare):
        yield from _trimmed(bare, start, match.start(), comma)
        start, comma = match.end(), match[0].startswith(",")
    yield from _trimmed(bare, start, len(bare), comma)


def _trimmed(bare: str, start: int, end: int, comma: bool) -> Iterator[Piece]:
    part = bare[start:end]
    if _WORD.search(part) or "?" in part:
        lead = len(part) - len(part.lstrip(" -–—*_:.•"))
        yield Piece(start + lead, start + len(part.rstrip(" -–—*_:;,")), comma=comma)


def _soft(bare: str, hard: Piece, words: Words, anybody: Callable[[str], bool]) -> Iterator[Piece]:
    start, comma = hard.start, hard.comma
    for match in words.soft.finditer(bare, hard.start, hard.end):
        left, right = bare[start : match.start()], bare[match.end() : hard.end]
        following = words.soft.search(right)
        first_right = right[: following.start()] if following else right
        sure = (
            anybody(first_right) or anybody(right) or (match[0].strip() == "/" and words.short.fullmatch(left.strip()))
        )
        if anybody(left) and sure and not _open(left, first_right, words):
            yield from _trimmed(bare, start, match.start(), comma)
            start, comma = match.end(), False
    yield from _trimmed(bare, start, hard.end, comma)


def _open(left: str, right: str, words: Words) -> bool:
    """Whether the left side is a post that the right side may complete: "Director of finance | and estates"."""
    parts = left.lower().split()
    if not any(part in words.joins for part in parts):
        return False
    named = "." in right or fold(right.split()[0]) in words.titles
    known = words.known.get(fold(right), ("unknown", ""))[0] in ("role", "body", "external")
    return not (named or known or right.strip().isupper() or len(right.split()) > _PLACE)
