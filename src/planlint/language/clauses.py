"""Where clauses begin: at commas (except those of a plain list), colons, dashes, brackets, and before "but"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

_OPENERS = frozenset(("but", "yet", "although", "though", "whereas", "while", "because", "unless", "until"))
_LISTED = frozenset(("and", "or", "nor"))
LIST_ITEM = 4  # so many words at most between two commas are taken for an item of a list


def clauses(
    forms: Sequence[str],
    breaks: Sequence[str],
    sentence: Sequence[int],
    starts: Sequence[int],
    ends: Sequence[int],
) -> tuple[list[int], list[tuple[int, int]]]:
    """For each word the number of its clause, and for each clause its stretch of the source, in order."""
    number: list[int] = []
    stretches: list[tuple[int, int]] = []
    for _, members in groupby(range(len(forms)), key=sentence.__getitem__):
        for part in _parts(list(members), forms, breaks):
            number.extend([len(stretches)] * len(part))
            stretches.append((starts[part[0]], ends[part[-1]]))
    return number, stretches


def _parts(members: list[int], forms: Sequence[str], breaks: Sequence[str]) -> list[list[int]]:
    pieces: list[list[int]] = []
    for word in members:
        if not pieces or breaks[word] or forms[word] in _OPENERS:
            pieces.append([])
        pieces[-1].append(word)
    joined: list[list[int]] = []
    for place, piece in enumerate(pieces):
        following = pieces[place + 1] if place + 1 < len(pieces) else None
        if joined and _is_listed(piece, following, forms, breaks):
            joined[-1].extend(piece)
        else:
            joined.append(piece)
    return joined


def _is_listed(piece: list[int], following: list[int] | None, forms: Sequence[str], breaks: Sequence[str]) -> bool:
    if breaks[piece[0]] != "," or len(piece) > LIST_ITEM:
        return False
    if any(forms[word] in _LISTED for word in piece):
        return True
    return following is not None and breaks[following[0]] == "," and len(following) <= LIST_ITEM
