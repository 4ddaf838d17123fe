"""Text as typists mean it: one kind of space, hyphen and quote, without what is not seen, offsets kept."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

_SPACES = (
    "\t\n\v\f\r\x85\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006"
    "\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)
_HYPHENS = "\u2010\u2011\u2012\u2013\u2212\ufe63\uff0d"
# Always between clauses; the others stand between words or between clauses, as they are spaced.
_DASHES = "\u2015\u2e3a\ufe58"
_SINGLES = "\u2018\u2019\u201a\u201b\u2032\u00b4\u0060\u02bc"
_DOUBLES = "\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb"
_UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u180e\u202a\u202b\u202c\u202d\u202e"

_SAME_LENGTH = str.maketrans(
    {
        **dict.fromkeys(_SPACES, " "),
        **dict.fromkeys(_HYPHENS, "-"),
        **dict.fromkeys(_DASHES, "\u2014"),
        **dict.fromkeys(_SINGLES, "'"),
        **dict.fromkeys(_DOUBLES, '"'),
    }
)


def plain(text: str) -> tuple[str, Sequence[int]]:
    """The normalised text, and for each of its characters (and its end) the offset in the source.

    Spaces, hyphens, short dashes and quotes become the plain ones, long dashes one; soft hyphens and other unseen
    characters go; ligatures and accented letters become plain letters.
    """
    text = text.translate(_SAME_LENGTH)
    if text.isascii():
        return text, range(len(text) + 1)
    letters: list[str] = []
    offsets: list[int] = []
    for offset, character in enumerate(text):
        seen = character if character < "\x80" else _seen(character)
        letters.append(seen)
        offsets.extend([offset] * len(seen))
    offsets.append(len(text))
    return "".join(letters), offsets


def _seen(character: str) -> str:
    if character in _UNSEEN:
        return ""
    parts = unicodedata.normalize("NFKD", character)
    return "".join(p for p in parts if not unicodedata.combining(p)).translate(_SAME_LENGTH)
