"""What kind of document a plan is and whose: by its title, front matter, file name, and what it is made of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePath
from typing import Literal

from planlint.plan import Block
from planlint.vocabulary import Vocabulary, words

Scope = Literal["trust", "school"]
_ROWS = 4
_PAGE = 900
_ENOUGH = 60_000  # characters that settle whose plan it is


def kind(
    title: str, meta: Sequence[Block], path: str, opening: str, actions: int, length: int, vocabulary: Vocabulary
) -> str:
    """The kind of document (domain guide 1.1): by the name it gives itself, else by its rows and length in words.

    actions: how many have a place for a lead or a deadline: a strategy that promises rows is read as an action plan.
    """
    every: Mapping[str, Sequence[str]] = vocabulary.part("kinds").get("names", {})
    names = {meaning: listed for meaning, listed in every.items() if meaning != "other"}
    fronts = [b.text for b in meta if len(b.text) < 120]
    stem = words(PurePath(path).stem)
    for text in (title, " ".join(fronts), stem, opening):
        found = named(text, every if text in (title, stem) else names)
        if found in ("strategy", "summary") and actions >= (_ROWS * 2 if text == title else _ROWS):
            return "action-plan"
        if found:
            return found
    if actions >= _ROWS:
        return "action-plan"
    return "summary" if length < _PAGE and length and actions else "other"


def named(text: str, names: Mapping[str, Sequence[str]]) -> str:
    """The meaning of the longest of these names in a text, "" if none stands there."""
    plain = f" {words(text)} "
    found = [
        (len(n), -plain.index(f" {words(n)} "), meaning)
        for meaning, listed in names.items()
        for n in listed
        if f" {words(n)} " in plain
    ]
    return max(found)[2] if found else ""


def scope(title: str, texts: Iterable[str], vocabulary: Vocabulary) -> Scope | None:
    """Whose plan it is: settled by the title if that names a trust or school alone, else by what the body speaks of."""
    part = vocabulary.part("kinds")
    signs: Mapping[str, Sequence[str]] = part.get("title_scope", {})
    first = named(title, signs)
    counts = {"trust": 0, "school": 0}
    patterns = {m: _any(part.get("scope", {}).get(m, ())) for m in counts}
    left = _ENOUGH
    for text in texts:
        for meaning, pattern in patterns.items() if left > 0 else ():
            counts[meaning] += len(pattern.findall(text.lower()))
        left -= len(text)
    if first == "trust" or (not first and counts["trust"] > counts["school"]):
        return "trust"
    if first == "school":
        return "school" if counts["trust"] <= 2 * counts["school"] + 5 else "trust"
    return "school" if counts["school"] > counts["trust"] else None


def _any(names: Sequence[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b" if names else r"(?!)")
