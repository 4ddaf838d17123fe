"""Abbreviations that the plan uses and nowhere spells out."""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from planlint.language import Span
from planlint.plan import Block, Kind
from planlint.reading import Reading
from planlint.rule import Remark
from planlint.units import Unit
from planlint.vocabulary import Vocabulary

_SHORT = re.compile(r"(?<![\w&/.@#'’-])([A-Z][A-Za-z&]{1,6}?)(s?)(?:['’]s?)?(?![\w&@]|[./-]\w)")
_ROMAN = re.compile(r"[IVXLC]+")
_CAPITALS = re.compile(r"\b[A-Z]{3,}\b")
_WORD = re.compile(r"[A-Za-z][\w’'-]*")
_DEFINED_BEHIND = re.compile(r"\s*(?:=|:|–|-|,|\bis\b|\bare\b|\bmeans\b|\bstands for\b)\s*|\s*\(")
_NEAR = 12  # words
_SHOWN = 3


def check(
    reading: Reading,
    *,
    shortest: int = 3,
    longest: int = 6,
    fewest: int = 1,
    person_roles: tuple[str, ...] = (),
    defining_themes: tuple[str, ...] = (),
    defining: tuple[re.Pattern[str], ...] = (),
    kinds: tuple[Kind, ...] = (),
) -> Iterator[Remark]:
    """One remark for each abbreviation, where it stands first; its context is the first sentences that use it.

    shortest, longest: how many letters it has, a plural "s" not counted.
    fewest:            it is used at least so many times.
    person_roles:      roles whose cells hold people's initials.
    defining_themes:   themes of sections that say what things are called.
    defining:          what a label says whose text explains abbreviations.
    kinds:             the kinds of plan that are looked at; all, if none is given.
    """
    if kinds and reading.plan.kind not in kinds:
        return
    found = _found(reading, shortest, longest)
    told = _explained(reading, defining_themes, defining) | _initials(reading, person_roles) | _codes(reading)
    spelt = _spelt_out(reading.plan.blocks())
    for short, uses in found.items():
        if len(uses) < fewest or short in told or _letters(short) in spelt:
            continue
        if any(_explains(span) for _, span in uses):
            continue
        passages = dict.fromkeys(_passage(reading, unit, span) for unit, span in uses)
        places = dict.fromkeys(span.location.label for _, span in uses)
        values = {"short": short, "places": "; ".join(list(places)[:_SHOWN])}
        first = next((span for unit, span in uses if unit.kind != "heading"), uses[0][1])
        yield Remark(first.location, first.text, " … ".join(list(passages)[:_SHOWN]), values=values)


def _found(reading: Reading, shortest: int, longest: int) -> dict[str, list[tuple[Unit, Span]]]:
    """Each abbreviation that nobody is taken to know, with where it stands."""
    known, lower = _known(reading.vocabulary), _lower_case(reading.plan.blocks())
    found: defaultdict[str, list[tuple[Unit, Span]]] = defaultdict(list)
    for unit in reading.units:
        for block in unit.blocks:
            if _is_loud(block.text, known):
                continue
            for match in _SHORT.finditer(block.text):
                short = match[1]
                length = sum(c.isupper() for c in short)
                if length < 2 or not shortest <= len(short) <= longest or _ROMAN.fullmatch(short):
                    continue
                if short not in known and short.upper() not in known and short.lower() not in lower:
                    found[short].append((unit, Span(block, match.start(1), match.end(2))))
    return found


@functools.lru_cache(8)
def _known(vocabulary: Vocabulary) -> frozenset[str]:
    """What readers know, and the short names of posts and bodies that lead cells use."""
    listed = (name for names in vocabulary.part("abbreviations").values() for name in names)
    posts = (n for part in vocabulary.part("people").values() for n in _names(part) if sum(map(str.isupper, n)) > 1)
    return frozenset((*listed, *posts))


def _names(part: object) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    elif isinstance(part, Mapping):
        for value in part.values():
            yield from _names(value)
    elif isinstance(part, Sequence):
        for value in part:
            yield from _names(value)


def _is_loud(text: str, known: frozenset[str]) -> bool:
    """Whether a text is printed in capitals, wholly or in part, so that they mark no abbreviation."""
    letters = [c for c in text if c.isalpha()]
    if letters and sum(c.isupper() for c in letters) > len(letters) / 2 and len(letters) > _NEAR:
        return True
    words = [w.group() for w in _WORD.finditer(text)]
    pairs = pairwise(words)
    return any(_CAPITALS.fullmatch(a) and _CAPITALS.fullmatch(b) and not {a, b} & known for a, b in pairs)


def _lower_case(blocks: Iterator[Block]) -> frozenset[str]:
    return frozenset(word for block in blocks for word in re.findall(r"\b[a-z]{3,}\b", block.text))


def _explained(reading: Reading, themes: tuple[str, ...], defining: tuple[re.Pattern[str], ...]) -> frozenset[str]:
    """What stands in a glossary, a list of who is who, or behind a label such as "Abbreviations"."""
    found: set[str] = set()
    for unit in reading.units:
        labels = (*unit.blocks, *unit.above)
        named = any(p.search(b.text) for b in labels for p in defining if len(b.text.split()) <= _SHOWN)
        if named or unit.theme in themes:
            found |= {m[1] for b in unit.blocks for m in _SHORT.finditer(b.text)}
            found |= {b.name for b in unit.blocks if b.name}
    return frozenset(found)


def _initials(reading: Reading, roles: tuple[str, ...]) -> frozenset[str]:
    """Initials of people in the columns that name them, and letters that make up a cell of their own."""
    texts = [b.text for a in reading.plan.actions for role in roles for b in a.blocks(role)]
    return frozenset(m[1] for text in texts for m in _SHORT.finditer(text))


def _codes(reading: Reading) -> frozenset[str]:
    """Short names that fill a cell or labelled line alone, or head a column: of schools, groups, ratings, people."""
    cells = (b.text.strip() for unit in reading.units if unit.kind == "row" for b in (*unit.blocks, *unit.above))
    values = (b.text.strip() for b in (*reading.plan.blocks(), *reading.plan.meta) if b.name)
    return frozenset(text for text in (*cells, *values) if re.fullmatch(r"[A-Z][A-Za-z&]{1,4}", text))


def _spelt_out(blocks: Iterator[Block]) -> frozenset[str]:
    """The initials of all runs of words that begin with capitals, small words between them left out."""
    found: set[str] = set()
    for block in blocks:
        words = [w.group() for w in _WORD.finditer(block.text)]
        for at, word in enumerate(words):
            letters = ""
            for following in words[at : at + _NEAR] if word[0].isupper() and not _CAPITALS.fullmatch(word) else ():
                if following[0].isupper() and not _CAPITALS.fullmatch(following):
                    letters += following[0]
                    found.add(letters)
                elif len(following) > _SHOWN:
                    break
    return frozenset(found)


def _letters(short: str) -> str:
    return "".join(c for c in short if c.isupper())


def _explains(span: Span) -> bool:
    """Whether the words around it spell it out: "reading support team (RST)", "RST, the reading support team"."""
    text, letters = span.block.text, _letters(span.text).lower()
    before = [w.group().lower() for w in _WORD.finditer(text[: span.start])][-_NEAR:]
    if text[: span.start].rstrip().endswith("(") and _begins(before, letters, last=True):
        return True
    behind = _DEFINED_BEHIND.match(text, span.end)
    after = [w.group().lower() for w in _WORD.finditer(text[span.end :])][:_NEAR]
    return _begins(after, letters, last=False) if behind else _begins(after[: len(letters) + 1], letters, last=False)


def _begins(words: list[str], letters: str, last: bool) -> bool:
    """Whether words beginning with these letters stand in a row, others of up to three letters between them."""
    for at in range(len(words)):
        rest, end = letters, at - 1
        for word in words[at:]:
            end += 1
            if rest and word[0] == rest[0]:
                rest = rest[1:]
            elif len(word) > _SHOWN:
                break
            if not rest:
                break
        if not rest and (not last or end >= len(words) - 2):
            return True
    return False


def _passage(reading: Reading, unit: Unit, span: Span) -> str:
    """The sentence in which it is used."""
    return " ".join(reading.analysed(unit).sentence_of(span).text.split())
