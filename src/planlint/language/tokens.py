"""The one place that knows spaCy: text to tokens."""

from __future__ import annotations

import functools
from typing import Any


@functools.cache
def _tokeniser() -> tuple[Any, Any, list[int]]:
    # Imported when the first text is read: importing it takes most of a second.
    import spacy
    from spacy.attrs import IDX, ORTH  # type: ignore[import-not-found]

    language = spacy.blank("en")
    return language.tokenizer, language.vocab.strings, [ORTH, IDX]


def tokens(text: str) -> list[tuple[str, int]]:
    """The tokens of normalised text with their offsets: words, punctuation and runs of white space."""
    tokenise, strings, wanted = _tokeniser()
    return [(strings[orth], start) for orth, start in tokenise(text).to_array(wanted).tolist()]
