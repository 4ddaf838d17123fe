"""Bullets that people type into cells and texts, where the format has no list of its own."""

from __future__ import annotations

import re
from dataclasses import dataclass

from planlint.readers.traced import Traced

BULLET = re.compile(r"\s*([•▪●◦‣⁃∙·○■□–—*+-]|\(?\d{1,2}[.)]|\[[ xX]\])[ \t\u00a0]+(?=\S)")
"""A bullet, number or box at the beginning of a line, and the space behind it."""


@dataclass(slots=True)
class Line:
    """What a reader sees as one line or paragraph; `marker` if it is a bullet typed into the text."""

    text: Traced
    marker: str = ""


def bullet(text: Traced) -> Line:
    """The line with the bullet in front of it, if it has one, taken off as its marker."""
    match = BULLET.match(text.text)
    if not match:
        return Line(text)
    marker = match.group(1)
    return Line(text.slice(match.end(), len(text.text)).strip(), "•" if marker in "*+-–—" else marker.lower())
