"""The words of a cue: plain, with an ending, with a number, in quotes."""

from __future__ import annotations

import functools

from planlint.language.lexer import NotationError, Token
from planlint.language.nodes import Choice, Figure, Manner, Node, Sequence, Word
from planlint.language.pieces import Piece, pieces

_SYMBOLS = {"£": "£#", "%": "#%"}


def word(token: Token) -> Node:
    """A word as written: "visit", "codif*", "HT#", "ring-fence" (as two words, hyphened or as one)."""
    node = _word(token.text)
    if node is None:
        raise NotationError(f"'{token.text}' holds no word", "write a word", token.column)
    return node


@functools.lru_cache(maxsize=20_000)
def _word(text: str) -> Node | None:
    manner: Manner = "prefix" if text.endswith("*") else "numbered" if text.endswith("#") else "forms"
    found = pieces(text.rstrip("*#"))
    parts = [p for p in found if p.form]
    if not parts:
        return None
    forms = [p.form for p in parts]
    words = [Word(form) for form in forms[:-1]]
    last = Word(forms[-1], manner)
    spaced = _chain([*words, last])
    if manner == "numbered":
        return Choice((spaced, _chain([*words, Word(forms[-1], "exact"), Figure("#")])))
    if len(parts) > 1 and _is_hyphened(found):
        return Choice((spaced, Word("".join(forms), manner)))
    return spaced


def _is_hyphened(found: tuple[Piece, ...]) -> bool:
    return all(p.kind == "word" and p.form.isalpha() for p in found[::2]) and all(
        p.kind == "hyphen" for p in found[1::2]
    )


def _chain(parts: list[Node]) -> Node:
    return parts[0] if len(parts) == 1 else Sequence(tuple(parts))


def quoted(token: Token) -> Node:
    """Words in quotes: exactly these forms, and capitals where they are written."""
    inside = token.text[1:-1].strip()
    if inside in _SYMBOLS:
        return Figure(_SYMBOLS[inside])
    parts: list[Node] = []
    for chunk in inside.split():
        for piece in pieces(chunk):
            printed = chunk[piece.start : piece.end]
            if piece.form:
                parts.append(Word(printed, "cased") if printed != printed.lower() else Word(piece.form, "exact"))
    if not parts:
        raise NotationError(f"{token.text} holds no word", "write a word between the quotes", token.column)
    return _chain(parts)
