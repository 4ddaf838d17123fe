"""The forms of a word: its inflections, regular and irregular, in British and American spelling."""

from __future__ import annotations

import functools

from planlint.language.irregular import ADJECTIVES, FIXED, NOUNS, PASTS, VERBS
from planlint.language.spelling import spellings

_VOWELS = frozenset("aeiou")
_ENDING_IN_ED = """
need feed seed speed weed heed breed bleed embed shed bed red wed sled hundred indeed proceed exceed succeed naked
sacred rugged wicked kindred
"""
_NOT_PAST = frozenset(_ENDING_IN_ED.split())


@functools.cache
def forms(word: str) -> frozenset[str]:
    """Every form a cue's word (lower case) stands for, itself included.

    A word in its plain form, or in a past form, stands for all its forms: stop and stopped for stop, stops, stopped,
    stopping. A plural or an -ing word stands for itself (and its own plural): schools, coaching.
    """
    bases = _bases(word)
    found = {form for base in bases for form in _inflected(base)} | {word}
    return frozenset(spelt for form in found for spelt in spellings(form))


def _bases(word: str) -> set[str]:
    if word in PASTS:
        return PASTS[word]
    if word in FIXED or len(word) < 2:
        return set()
    if not word.endswith("ed") or word in _NOT_PAST or len(word) < 4 or word in VERBS:
        return {word}
    cut = word[:-2]
    guesses = (cut, cut + "e", cut[:-1] if cut[-1] == cut[-2] else "", cut[:-1] + "y" if cut[-1] == "i" else "")
    return {g for g in guesses if len(g) > 2 and g not in FIXED and word in _inflected(g)} or {word}


def _inflected(word: str) -> frozenset[str]:
    if word in ADJECTIVES:
        return ADJECTIVES[word]
    if word in VERBS:
        forms = VERBS[word]
        return forms.union(_plural(word), () if any(f.endswith("ing") and f != word for f in forms) else _going(word))
    if len(word) < 3:  # an abbreviation: TA, TAs
        return frozenset((word, word + "s"))
    regular = frozenset((word, *_plural(word), *_past(word), *_going(word)))
    return regular | NOUNS.get(word, frozenset())


def _plural(word: str) -> tuple[str, ...]:
    if word.endswith("y") and word[-2] not in _VOWELS:
        return (word[:-1] + "ies",)
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return (word + "es",)
    return (word + "es", word + "s") if word.endswith("o") else (word + "s",)


def _past(word: str) -> tuple[str, ...]:
    if word.endswith("e"):
        return (word + "d",)
    if word.endswith("y") and word[-2] not in _VOWELS:
        return (word[:-1] + "ied",)
    return tuple(stem + "ed" for stem in _stems(word))


def _going(word: str) -> tuple[str, ...]:
    if word.endswith("ie"):
        return (word[:-2] + "ying",)
    if word.endswith("e") and not word.endswith(("ee", "oe", "ye")):
        return (word[:-1] + "ing", word + "ing") if word.endswith("ge") else (word[:-1] + "ing",)
    return tuple(stem + "ing" for stem in _stems(word))


def _stems(word: str) -> tuple[str, ...]:
    """The word, its last letter doubled, or both: doubling hangs on the stress, which spelling does not show."""
    if word[-1] in _VOWELS or word[-1] in "wxyh" or word[-2] not in _VOWELS:
        return (word,)
    vowels = [i for i, letter in enumerate(word.replace("qu", "qw")) if letter in _VOWELS]
    if len(vowels) > 1 and vowels[-2] == vowels[-1] - 1:
        return (word,)
    return (word, word + word[-1]) if len(vowels) > 1 else (word + word[-1],)
