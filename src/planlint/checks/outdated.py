"""What a plan speaks of as if it still were: bodies, programmes, posts and editions whose time is over."""

from __future__ import annotations

import datetime
import functools
import re
from collections.abc import Iterator, Mapping
from typing import Any, Literal

from planlint.checks.aims import MEASURE, TARGET
from planlint.language import Span
from planlint.plan import Block, Period
from planlint.reading import Reading
from planlint.rule import Remark
from planlint.units import Unit

What = Literal["terms", "unpublished", "yearly"]
_YEAR = re.compile(r"\b(20\d\d)\b(?:\s?[-–/]\s?(\d\d(?:\d\d)?)\b)?")
_NEAR = 24  # characters between a title and its year
_GRACE = datetime.timedelta(days=60)
_SUMMER = 8  # the month in which a school year's results are out


def check(
    reading: Reading, *, what: What, not_in: tuple[str, ...] = (), part: str = "currency", editions: int = 1
) -> Iterator[Remark]:
    """One remark for each passage that needs renewing; the first of its kind in a plan stands for all.

    what:     "terms", names with the day they ended; "unpublished", measures without figures for some summers, where
              they are aimed at; "yearly", titles that come out each year with the year of an old edition.
    not_in:   themes of sections that tell of the past.
    part:     the vocabulary's part that has the dates.
    editions: how many years older than the plan's first an edition may be.
    Nothing is found in a plan whose period is unknown.
    """
    period, data = reading.plan.period, reading.vocabulary.part(part)
    if period is None or not data:
        return
    told: set[str] = set()
    for unit in reading.units:
        if unit.theme in not_in or unit.kind == "heading":
            continue
        for block in unit.blocks:
            for span, values in _find(reading, unit, block, period, data, what, editions):
                if values["key"] not in told:
                    told.add(values["key"])
                    yield Remark(span.location, span.text, unit.action.summary if unit.action else block.text, values)


def _find(
    reading: Reading, unit: Unit, block: Block, period: Period, data: Mapping[str, Any], what: What, editions: int
) -> Iterator[tuple[Span, dict[str, str]]]:
    if what == "terms":
        yield from _terms(reading, unit, block, period, data)
    elif what == "yearly":
        yield from _yearly(block, period, data["yearly"], editions)
    elif unit.action and any(block is b for role in (MEASURE, TARGET) for b in unit.action.blocks(role)):
        yield from _unpublished(block, period, data)


def _terms(
    reading: Reading, unit: Unit, block: Block, period: Period, data: Mapping[str, Any]
) -> Iterator[tuple[Span, dict[str, str]]]:
    for entry in data["terms"]:
        ended = datetime.date.fromisoformat(entry["ended"])
        if period.start <= ended + _GRACE:
            continue
        for match in _pattern(entry["term"]).finditer(block.text):
            span = Span(block, *match.span())
            sentence = reading.analysed(unit).sentence_of(span)
            if not _pattern(data["history"]).search(sentence.text):
                ends = f"{ended.day} {ended:%B %Y}"
                yield span, {"key": entry["term"], "ended": ends, "now": entry["now"]}


def _yearly(block: Block, period: Period, titles: str, editions: int) -> Iterator[tuple[Span, dict[str, str]]]:
    for match in _pattern(titles).finditer(block.text):
        year = _YEAR.search(block.text, match.end(), match.end() + _NEAR)
        if year and int(year[1]) < period.start.year - editions:
            yield Span(block, match.start(), year.end()), {"key": match[0].lower(), "year": year[1]}


def _unpublished(block: Block, period: Period, data: Mapping[str, Any]) -> Iterator[tuple[Span, dict[str, str]]]:
    for entry in data["unpublished"]:
        match = _pattern(entry["measure"]).search(block.text)
        if match is None or _pattern(data["estimated"]).search(block.text):
            continue
        named = [int(year[2][-2:]) + 2000 if year[2] else int(year[1]) for year in _YEAR.finditer(block.text)]
        summers = set(named) or _summers(period)
        if summers and summers <= set(entry["summers"]):
            last = str(max(summers))
            yield Span(block, *match.span()), {"key": entry["measure"], "why": entry["why"], "summer": last}


def _summers(period: Period) -> set[int]:
    """The summers whose results fall into the period."""
    years = range(period.start.year, period.end.year + 1)
    return {y for y in years if period.start <= datetime.date(y, _SUMMER, 1) - _GRACE <= period.end + _GRACE}


@functools.cache
def _pattern(written: str) -> re.Pattern[str]:
    return re.compile(written)
