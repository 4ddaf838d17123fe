"""The one place that knows spaCy: text to tokens."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import Any

# spaCy's time grows with the square of the marks that stand together without a space; no word is that long.
_UNBROKEN = re.compile(r"\S{120,}")


@functools.cache
def _tokeniser() -> tuple[Any, Any, list[int]]:
    # Imported when the first text is read: importing it takes most of a second.
    import spacy
    from spacy.attrs import IDX, ORTH  # type: ignore[import-not-found]

    language = spacy.blank("en")
    return language.tokenizer, language.vocab.strings, [ORTH, IDX]


def tokens(text: str) -> list[tuple[str, int]]:
    """The tokens of normalised text with their offsets: words, punctuation and runs of white space.

    A stretch of 120 characters and more without a space is one token.
    """
    found: list[tuple[str, int]] = []
    end = 0
    for match in _UNBROKEN.finditer(text):
        found += _tokens(text[end : match.start()], end)
        found.append((match[0], match.start()))
        end = match.end()
    return [*found, *_tokens(text[end:], end)]


def _tokens(text: str, offset: int) -> Iterator[tuple[str, int]]:
    if text:
        tokenise, strings, wanted = _tokeniser()
        for orth, start in tokenise(text).to_array(wanted).tolist():
            yield strings[orth], offset + start
