"""One token or cue word as the pieces that are matched: "and/or" is two words, "don't" is "do" and "not"."""

from __future__ import annotations

import functools
import re
from typing import Literal, NamedTuple

Kind = Literal["word", "figure", "end", "break", "hyphen", "money", "percent", "other"]

_PIECE = re.compile(
    r"(?P<figure>\d+(?:[.,:/]\d+)*(?:(?:st|nd|rd|th|k|m|bn)(?![^\W_]))?)"
    r"|(?P<word>[^\W\d_][^\W_]*(?:[.&'][^\W_]+)*'?)"
    r"|(?P<other>'(?:ll|ve|re|d|m|s|t)(?![^\W_])|.)",
    re.IGNORECASE,
)
_ENDING = re.compile(r"('(?:ll|ve|re|d|m|s|t)?)$")
_INITIALS = re.compile(r"(?:[^\W\d_]\.){2,}|(?:[^\W\d_]\.)+[^\W\d_]")
_ADDRESS = re.compile(r"://|^www\.|@[^\W_]")  # of the web or a person: one word, so that none is found inside
_MEANT = {"'ll": "will", "'ve": "have", "'re": "are", "'d": "would", "'m": "am"}
CLIPPED = {"ca": "can", "wo": "will", "sha": "shall"}
_KINDS: dict[str, Kind] = {
    **dict.fromkeys(".!?;|\u2022\u25aa\u25cf\u25e6\u2023\u2026\u00b7", "end"),
    **dict.fromkeys(",:()[]{}<>\u2014", "break"),
    **dict.fromkeys("\u00a3$\u20ac", "money"),
    "-": "hyphen",
    "%": "percent",
}


class Piece(NamedTuple):
    """What it is, its offsets in the token, and its form in lower case ("" if it is no word)."""

    kind: Kind
    start: int
    end: int
    form: str = ""


@functools.cache
def pieces(token: str) -> tuple[Piece, ...]:
    """The pieces of one normalised token without white space, in order."""
    if _ADDRESS.search(token):
        return (Piece("word", 0, len(token), token.lower()),)
    if _INITIALS.fullmatch(token):
        return (Piece("word", 0, len(token), token.replace(".", "").lower()),)
    if len(token) > 1 and token.endswith(".") and token[:-1].isalpha():
        return (Piece("word", 0, len(token) - 1, token[:-1].lower()), Piece("end", len(token) - 1, len(token)))
    return tuple(piece for match in _PIECE.finditer(token) for piece in _read(match))


def _read(match: re.Match[str]) -> list[Piece]:
    text, start, end = match[0].lower(), match.start(), match.end()
    if match["figure"]:
        return [Piece("figure", start, end, text)]
    if match["other"]:
        if text in _MEANT:
            return [Piece("word", start, end, _MEANT[text])]
        if text in "&+":
            return [Piece("word", start, end, "and")]
        return [Piece(_KINDS.get(text, "other"), start, end)]
    if text.endswith("n't"):
        stem = text[:-3]
        ask = Piece("word", end - 3, end, "not")
        return [Piece("word", start, end - 3, CLIPPED.get(stem, stem)), ask] if stem else [ask]
    ending = _ENDING.search(text)
    if not ending:
        return [Piece("word", start, end, text)]
    cut = start + ending.start()
    found = [Piece("word", start, cut, text[: ending.start()])]
    return found + ([Piece("word", cut, end, _MEANT[ending[0]])] if ending[0] in _MEANT else [])
