"""How well do candidates know the forms of a word?

    python benchmarks/inflections.py [ours|snowball|simplemma|lemminflect]

The words are those of the repository's own rules and fixtures. The reference is lemminflect's lexicon (NIH Specialist):
a pair (plain word, form) counts if the lexicon gives the form for the word. Recall is the share of those pairs that a
candidate finds; over-matching is the share of the pairs a candidate finds that the lexicon does not know (British and
American spellings taken for one). None is a dependency: pip install lemminflect simplemma snowballstemmer.
"""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

from planlint.language.spelling import spellings
from planlint.language.words import read_words

ROOT = Path(__file__).parents[1]
SUFFIXES = {".md", ".yaml", ".yml"}


def vocabulary() -> list[str]:
    """The words of rules and fixtures in lower case, in order."""
    files = [f for folder in ("rules", "fixtures") for f in sorted((ROOT / folder).rglob("*")) if f.suffix in SUFFIXES]
    words = {form for f in files for form in read_words(f.read_text(encoding="utf-8")).forms}
    return sorted(w for w in words if w.isalpha() and w.isascii() and len(w) > 2)


def _ours() -> Callable[[str, str], bool]:
    from planlint.language.forms import forms

    return lambda plain, form: form in forms(plain)


def _snowball() -> Callable[[str, str], bool]:
    import snowballstemmer

    stem = snowballstemmer.stemmer("english").stemWord
    return lambda plain, form: stem(plain) == stem(form)


def _simplemma() -> Callable[[str, str], bool]:
    import simplemma

    return lambda plain, form: simplemma.lemmatize(plain, "en") == simplemma.lemmatize(form, "en")


def _lemminflect() -> Callable[[str, str], bool]:
    import lemminflect

    def same(plain: str, form: str) -> bool:
        return form == plain or form in {f for fs in lemminflect.getAllInflections(plain).values() for f in fs}

    return same


CANDIDATES = {"ours": _ours, "snowball": _snowball, "simplemma": _simplemma, "lemminflect": _lemminflect}


def measure(name: str) -> str:
    """One line: seconds and megabytes to load, recall, recall on irregular forms, over-matching."""
    words = vocabulary()
    memory, start = _megabytes(), time.perf_counter()
    same = CANDIDATES[name]()
    same("visit", "visited")
    load, memory = time.perf_counter() - start, _megabytes() - memory
    truth = _truth(words)
    plains = sorted({plain for plain, _ in truth})
    found = {(p, w) for p in plains for w in words if w[:2] == p[:2] or (p, w) in truth if same(p, w)}
    irregular = {(p, w) for p, w in truth if not _regular(p, w)}
    over = {(p, w) for p, w in found - truth if p != w and not any((p, s) in truth or s == p for s in spellings(w))}
    shown = sorted(over)[:: max(1, len(over) // 8)]
    return (
        f"{name:12} load {load:5.2f} s {memory:4} MB   recall {len(found & truth) / len(truth):.3f} of {len(truth)}"
        f"   irregular {len(found & irregular) / len(irregular):.3f} of {len(irregular)}"
        f"   over-matching {len(over) / len(found):.3f}: {' '.join('/'.join(p) for p in shown)}"
    )


def _truth(words: list[str]) -> set[tuple[str, str]]:
    """(plain word, form) for every plain word of the lexicon whose forms are among the words."""
    import lemminflect

    known = set(words)
    pairs = set()
    for plain in words:
        for tag, forms in lemminflect.getAllInflections(plain).items():
            if tag not in ("JJR", "JJS", "RBR", "RBS"):
                pairs |= {(plain, form) for form in forms if form in known}
    return pairs


def _regular(plain: str, form: str) -> bool:
    return form[: len(plain) - 1] == plain[:-1] and form[len(plain) :].removeprefix(plain[-1]) in (
        "", "s", "es", "d", "ed", "ing", "ies", "ied", "ng", "ring"
    )  # fmt: skip


def _megabytes() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


if __name__ == "__main__":
    print(measure(sys.argv[1] if len(sys.argv) > 1 else "ours"))
