"""How much one text says only what another has said: content words, whatever their form."""

from __future__ import annotations

import re

from planlint.language.forms import forms

_WORD = re.compile(r"[A-Za-z][A-Za-z'’]*|\d[\d.,]*%?")


def content(text: str, small: frozenset[str]) -> list[str]:
    """The words and figures of a text in lower case without the small ones, in order."""
    return [word for word in (m[0].lower() for m in _WORD.finditer(text)) if word not in small]


def said(words: list[str], before: list[str]) -> float:
    """The share of `words`, 0 to 1, that stand among the words before, in any of their forms."""
    known = {form for word in before for form in (word, *forms(word))}
    return sum(word in known or bool(known & forms(word)) for word in words) / len(words) if words else 0.0
