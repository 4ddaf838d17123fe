"""Names as patterns and as keys of tables, with every dash, apostrophe and space in its plain form."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

_SAME_LENGTH = {
    **dict.fromkeys(map(ord, "\u00a0\u2007\u2009\u202f\t\n\r\x0b"), " "),
    **dict.fromkeys(map(ord, "‐‑‒–—−"), "-"),
    **dict.fromkeys(map(ord, "‘’ʼ"), "'"),
}


def normal(text: str) -> str:
    """The text with every dash, apostrophe and space in its plain form, each character in its place."""
    return text.translate(_SAME_LENGTH)


def any_of(names: Iterable[str]) -> str:
    """A pattern for any of these names, the longest first; a space in a name also stands for hyphens."""
    ordered = sorted({name.lower() for name in names}, key=lambda n: (-len(n), n))
    parts = (re.escape(n).replace(r"\ ", r"[\s-]+").replace(r"\-", r"[\s-]?") for n in ordered)
    return f"(?:{'|'.join(parts)})" if ordered else r"(?!)"


def key(text: str) -> str:
    """A matched name as the vocabulary's tables have it: lower case, single spaces for spaces and hyphens."""
    return " ".join(re.split(r"[\s-]+", text.lower()))


def table(groups: Iterable[tuple[Iterable[str], Any]]) -> dict[str, Any]:
    """Each name, as `key` gives it, to its group's meaning."""
    return {key(name): meaning for names, meaning in groups for name in names}
