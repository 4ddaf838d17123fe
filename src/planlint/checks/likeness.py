"""How alike two passages are, by the words that carry their sense."""

from __future__ import annotations

import functools
import re
from collections.abc import Collection

from planlint.vocabulary import Vocabulary

_WORD = re.compile(r"[a-z]+(?:['’][a-z]+)?|\d+(?:[.,]\d+)*")
_ENDINGS = ("ings", "ing", "ies", "ied", "ed", "es", "s", "y", "e")
_SHORTEST = 3


def content(text: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """The words of a text that carry its sense, cut to their stems, in order, each once."""
    small = _small(vocabulary)
    found = (word.replace("’", "'").removesuffix("'s") for word in _WORD.findall(text.lower()))
    return tuple(dict.fromkeys(stem(word) for word in found if word not in small))


def shared(one: Collection[str], other: Collection[str]) -> float:
    """The share of their words that both have, of all words of either; 0 to 1."""
    both, either = set(one) & set(other), set(one) | set(other)
    return len(both) / len(either) if either else 0.0


def contained(one: Collection[str], other: Collection[str]) -> float:
    """The share of the words of the shorter one that the other has too; 0 to 1."""
    least = min(len(set(one)), len(set(other)))
    return len(set(one) & set(other)) / least if least else 0.0


@functools.lru_cache(8192)
def stem(word: str) -> str:
    """The word without its ending: "visits", "visited" and "visiting" give one stem. Not always a word itself."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            cut = word[: -len(ending)]
            return cut[:-1] if len(cut) > _SHORTEST and cut[-1] == cut[-2] and cut[-1] not in "ls" else cut
    return word


@functools.lru_cache(8)
def _small(vocabulary: Vocabulary) -> frozenset[str]:
    return frozenset(vocabulary.part("likeness").get("small", ()))
