"""Finds the time a plan is for, and the passage that says so."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from planlint import dates
from planlint.dates.names import any_of
from planlint.plan import Block, Location, Period
from planlint.vocabulary import Vocabulary, words

_OPENING = 60  # blocks: what may stand on a first page
_LINE = 160  # characters in front of the years; what is longer tells a story
_BACK = 45  # characters in front of the years that say whose they are
_APART = 3  # blocks between a first and a last day
_NEAR = 62  # days by which exact days may differ from the years of the title
_NAME_BREAKS = re.compile(r"[_+]|(?<=[a-z])(?=\d)|(?<=\d)(?=[A-Za-z])")
_YEARS = re.compile(r"\d\D+\d")
_SENTENCE = re.compile(r"[.!?]\s|[|\n]")


@dataclass(frozen=True, eq=False)
class _Known:
    """The words of periods, and the calendar to read dates with."""

    whole: frozenset[str]
    first: frozenset[str]
    last: frozenset[str]
    names: frozenset[str]
    label: re.Pattern[str]
    others: re.Pattern[str]
    documents: re.Pattern[str]
    days: range
    calendar: dates.Calendar


@functools.lru_cache(maxsize=16)
def _known(vocabulary: Vocabulary) -> _Known:
    data = vocabulary.part("period")
    whole, first, last, names = (frozenset(words(n) for n in data[k]) for k in ("whole", "first", "last", "names"))
    return _Known(
        *(whole, first, last, names),
        label=re.compile(rf"\W*(?:our\s+|the\s+)?{any_of(data['whole'])}\b", re.IGNORECASE),
        others=re.compile(rf"(?<!\w){any_of(data['others'])}(?!\w)", re.IGNORECASE),
        documents=re.compile(rf"(?<!\w){any_of(data['documents'])}(?!\w)", re.IGNORECASE),
        days=range(data["days"]["fewest"], data["days"]["most"]),
        calendar=dates.calendar(vocabulary),
    )


def find(
    title: str,
    meta: Sequence[Block],
    aside: Sequence[Block],
    opening: Sequence[Block],
    file_name: str,
    vocabulary: Vocabulary,
) -> Period | None:
    """The plan's period, both days included, or None if nothing says what time it is for.

    Looked for in this order: the title, front matter, headers and footers, the first page (`opening`, its blocks in
    reading order), the file's name. A school year is 1 September to 31 August. Where a later place gives exact days
    near the years of an earlier one ("2025-26", then "1 September 2025 to 31 July 2026"), the exact days hold.
    """
    known = _known(vocabulary)
    found = list(_candidates(title, meta, aside, opening[:_OPENING], file_name, known))
    if not found:
        return None
    best = found[0]
    if best.exact:
        return best.period
    return next((f.period for f in found if f.exact and f.near(best)), best.period)


@dataclass(frozen=True, slots=True)
class _Found:
    period: Period
    exact: bool

    def near(self, other: _Found) -> bool:
        """Whether it begins and ends about when the other one does."""
        mine, theirs = self.period, other.period
        return max(abs((mine.start - theirs.start).days), abs((mine.end - theirs.end).days)) <= _NEAR


def _candidates(
    title: str,
    meta: Sequence[Block],
    aside: Sequence[Block],
    opening: Sequence[Block],
    file_name: str,
    known: _Known,
) -> Iterator[_Found]:
    named = Block(_NAME_BREAKS.sub(" ", PurePath(file_name).stem), Location(file_name))
    held = (b for b in (*opening, *meta, *aside) if title and " ".join(b.text.split()) == " ".join(title.split()))
    heading = next(held, Block(title, named.location))
    yield from _said(heading, known, loose=True)
    yield from _labelled(meta, known)
    for block in meta:
        yield from _said(block, known, loose=True) if words(block.name) in known.names else ()
    for block in aside:
        yield from _said(block, known) if block.kind in ("header", "footer") else ()
    yield from _labelled(opening, known)
    for block in opening:
        yield from _said(block, known, loose=block.kind == "heading" or words(block.name) in known.names)
    yield from _said(named, known, loose=True)
    for block in (heading, named):
        yield from _single_year(block, known)


def _said(block: Block, known: _Known, loose: bool = False) -> Iterator[_Found]:
    """Periods in a block: any in a title or label's value (`loose`), elsewhere those of a plan or of exact days."""
    if not any(c.isdigit() for c in block.text):
        return
    for dated in dates.find(block.text, known.calendar, role="deadline" if loose else None):
        found = _period(dated, dated, block, known) if dated.stated else None
        if not found or dated.kind not in ("range", "year", "term") or _another(block.text, dated, known):
            continue
        exact = dated.kind == "range"
        if (dated.kind == "year" and not _YEARS.search(dated.text)) or not (loose or dated.offset <= _LINE):
            continue
        if loose or exact or known.documents.search(block.text[: dated.until + _BACK]) or _alone(block.text, dated):
            yield _Found(found, exact)


def _period(first: dates.Dated, last: dates.Dated, block: Block, known: _Known) -> Period | None:
    if not first.start or not last.end:
        return None
    return Period(first.start, last.end, block) if (last.end - first.start).days in known.days else None


def _another(text: str, dated: dates.Dated, known: _Known) -> bool:
    """Whether the words in front, in the same sentence, give the date to something else: a policy, an inspection."""
    front = _SENTENCE.split(text[max(0, dated.offset - _BACK) : dated.offset])[-1]
    return bool(known.others.search(front))


def _alone(text: str, dated: dates.Dated) -> bool:
    return not re.search(r"\w", text[: dated.offset] + text[dated.until :])


def _labelled(blocks: Sequence[Block], known: _Known) -> Iterator[_Found]:
    """Periods behind a label or key, in its own block or in the next one; and a first day with a last day near it."""
    for index, block in enumerate(blocks):
        if words(block.name) in known.whole:
            yield from _said(block, known, loose=True)
        elif known.label.match(block.text) and len(block.text) <= _LINE:
            own = list(_said(block, known, loose=True))
            yield from own or (_said(blocks[index + 1], known, loose=True) if index + 1 < len(blocks) else ())
        elif words(block.name) in known.first:
            yield from _from_to(block, blocks[index + 1 : index + 1 + _APART], known)


def _from_to(first: Block, following: Sequence[Block], known: _Known) -> Iterator[_Found]:
    last = next((b for b in following if words(b.name) in known.last), None)
    if not last:
        return
    start, end = (dates.find(b.text, known.calendar, role="deadline") for b in (first, last))
    period = _period(start[0], end[0], first, known) if start and end else None
    if period:
        yield _Found(period, exact=True)


def _single_year(block: Block, known: _Known) -> Iterator[_Found]:
    """The calendar year of a title that names one year only."""
    for dated in dates.find(block.text, known.calendar, role="deadline"):
        period = _period(dated, dated, block, known) if dated.kind == "year" else None
        if period and not _another(block.text, dated, known):
            yield _Found(period, exact=False)
