"""Text of documents made safe and short enough to be shown: nothing in it can move a cursor or turn a line round."""

from __future__ import annotations

import re
import unicodedata

# Control characters, and those that turn the direction of writing, stand for nothing on a page.
_CONTROL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
_BREAK = re.compile("\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_UNSEEN = re.compile(
    "[\u00ad\u200b-\u200d\u2060-\u2064\u206a-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff]"
)
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
_ASCII = str.maketrans(
    {
        "‘": "'", "’": "'", "‚": "'", "′": "'", "“": '"', "”": '"', "„": '"', "″": '"', "«": '"', "»": '"',
        "–": "-", "—": "-", "‐": "-", "‑": "-", "‒": "-", "−": "-", "•": "*", "·": "-", "…": "...", "£": "GBP ",
        "€": "EUR ", "×": "x", "→": "->", "←": "<-", "≥": ">=", "≤": "<=", "✓": "+", "✗": "x", "½": "1/2", "¼": "1/4",
        "¾": "3/4", "™": "(TM)", "©": "(c)", "®": "(R)", "☐": "[ ]", "☑": "[x]", "☒": "[x]",
    }
)  # fmt: skip


def legible(text: str) -> str:
    """The text with its lines and tabs, without control characters and marks that turn the writing's direction."""
    return _CONTROL.sub("", _BREAK.sub("\n", text))


def one_line(text: str) -> str:
    """The text on one line, single spaces, without anything unseen."""
    return " ".join(_PRIVATE.sub("", _UNSEEN.sub("", legible(text))).split())


def ascii_only(text: str) -> str:
    """The text in ASCII: typographic marks by their plain forms, accents left off, anything else as '?'."""
    if text.isascii():
        return text
    plain = unicodedata.normalize("NFKD", text.translate(_ASCII))
    return "".join(c for c in plain if not unicodedata.combining(c)).encode("ascii", "replace").decode("ascii")


def shorten(text: str, room: int, around: str = "") -> str:
    """At most `room` characters of a one-line text, cut between words with '…'; `around`, if it is in it, stays in."""
    if len(text) <= room:
        return text
    at = text.lower().find(around.lower()) if around else 0
    start = 0
    if at + len(around) > room - 1:
        start = _word_start(text, max(0, min(at, at + len(around) - room // 2)))
    end = start + room - 1 - (start > 0)
    if end >= len(text):
        return "…" + text[start:]
    cut = text.rfind(" ", start, end + 1)
    return ("…" if start else "") + text[start : cut if cut > start + room // 2 else end].rstrip(" ,;:-–") + "…"


def _word_start(text: str, offset: int) -> int:
    return offset if offset == 0 else text.rfind(" ", 0, offset + 1) + 1


def width(text: str) -> int:
    """How many columns of a terminal the text takes."""
    if text.isascii():
        return len(text)
    wide = sum(unicodedata.east_asian_width(c) in "WF" for c in text)
    return len(text) + wide - sum(unicodedata.combining(c) != 0 for c in text)
