"""The words around numbers, compiled once from the vocabulary."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from planlint.figures.figure import Way
from planlint.vocabulary import Vocabulary

NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_YEAR = r"20[1-4]\d"
_SAME_LENGTH = {
    **dict.fromkeys(map(ord, "\u00a0\u2007\u2009\u202f\t"), " "),
    **dict.fromkeys(map(ord, "‐‑‒–—−"), "-"),
    **dict.fromkeys(map(ord, "‘’ʼ"), "'"),
}


def normal(text: str) -> str:
    """The text with dashes, apostrophes and spaces in their plain form, each character in its place."""
    return text.translate(_SAME_LENGTH)


def key(name: str) -> str:
    """A matched name as tables have it."""
    return " ".join(re.split(r"[\s-]+", name.lower()))


@dataclass(frozen=True, slots=True)
class Measure:
    """What is measured: its first name, what it is a sign of, and which way is better."""

    name: str
    kind: str
    polarity: Way
    general: bool = False


@dataclass(frozen=True, eq=False)
class Words:
    """What the names mean, and the patterns that find numbers and what stands around them."""

    number: re.Pattern[str]
    dates: re.Pattern[str]
    label: re.Pattern[str]
    no_label: re.Pattern[str]
    quantile: re.Pattern[str]
    quick: re.Pattern[str]
    before: re.Pattern[str]
    behind: re.Pattern[str]
    measure: tuple[re.Pattern[str], re.Pattern[str]]
    measures: Mapping[str, Measure]
    group: tuple[re.Pattern[str], re.Pattern[str]]
    groups: Mapping[str, str]
    comparators: Mapping[str, str]
    units: Mapping[str, str]
    scales: Mapping[str, float]
    numbers: Mapping[str, float]
    durations: frozenset[str]
    ways: Mapping[str, str]
    way: re.Pattern[str]
    halves: Mapping[str, float]
    arrow: re.Pattern[str]
    starting: re.Pattern[str]
    from_: re.Pattern[str]
    by: re.Pattern[str]
    comparing: re.Pattern[str]


@functools.lru_cache(maxsize=16)
def words(vocabulary: Vocabulary) -> Words:
    """The words around numbers in this vocabulary's `measures`."""
    data = vocabulary.part("measures")
    measures = {key(n): measure for names, measure in _measures(data) for n in names}
    groups = {key(name): group for group, names in data["groups"].items() for name in names}
    units = {key(sign): unit for unit, signs in data["units"].items() for sign in signs}
    compared = {key(sign): which for which, signs in data["comparators"].items() for sign in signs}
    behind = {key(sign): which for which, signs in data["comparators_behind"].items() for sign in signs}
    ways = _ways(data)
    return Words(
        number=_number(data),
        dates=_dates(vocabulary.part("calendar"), data),
        label=_words(rf"(?:{any_of(data['labels'])}|{any_of(data['ages'])})\.?\s*(?:no\.?\s*)?$"),
        before=re.compile(rf"(?:(?<!\w){any_of(_wordy(compared))}\s+|{any_of(_signs(compared))}\s*)$", re.IGNORECASE),
        behind=re.compile(rf"\s*{any_of(_wordy(behind))}(?!\w)|\s*\+(?!\s*\d)", re.IGNORECASE),
        no_label=_words(rf"{any_of(data['not_labels'])}\s*$"),
        quantile=_words(rf"{any_of(data['quantiles'])}\s*$"),
        quick=_quick(data),
        measure=_by_case(n for m in data["measures"] for n in m["names"]),
        measures=measures,
        group=_by_case(name for names in data["groups"].values() for name in names),
        groups=groups,
        comparators=compared | behind,
        units=units,
        scales=data["scales"],
        numbers={key(word): value for word, value in data["number_words"].items()},
        durations=frozenset(data["durations"]),
        ways=ways,
        way=_words(any_of(ways)),
        halves=data["halves"],
        arrow=re.compile(
            rf"(?:[^\W\d][\w'-]*\s+){{0,5}}(?P<sign>{any_of(data['arrows'])})\s*(?:the\s+)?(?:{any_of(compared)})?$",
            re.IGNORECASE,
        ),
        starting=_words(any_of(data["starting"])),
        from_=re.compile(rf"(?<!\w){any_of(data['from'])}\s*:?\s*(?:[^\W\d]+\s+){{0,2}}$", re.IGNORECASE),
        by=re.compile(rf"(?<!\w){any_of(data['by_words'])}\s+(?:{any_of(_wordy(compared))}\s+)?$", re.IGNORECASE),
        comparing=_words(any_of(data["comparing"])),
    )


def any_of(names: Iterable[str]) -> str:
    """A pattern for any of the names, longest first; a space in a name also matches a hyphen."""
    ordered = sorted(set(names), key=lambda n: (-len(n), n))
    return "(?:" + "|".join(re.escape(n).replace(r"\ ", r"[\s-]+") for n in ordered) + ")"


def _measures(data: Mapping[str, Any]) -> Iterator[tuple[list[str], Measure]]:
    for m in data["measures"]:
        yield m["names"], Measure(m["names"][0], m["kind"], m["polarity"], m.get("general", False))


def _ways(data: Mapping[str, Any]) -> dict[str, str]:
    ways = {key(word): way for way in ("up", "down", "hold") for word in data[way]}
    return ways | {key(w): "down" if share < 100 and w in data["down"] else "up" for w, share in data["halves"].items()}


def _quick(data: Mapping[str, Any]) -> re.Pattern[str]:
    """What every text with an amount has."""
    signs = any_of(arrow for arrow in data["arrows"] if not arrow[0].isalpha())
    wholes = rf"{any_of(data['number_words'])}\s+(?:out\s+)?of\s"
    return re.compile(rf"\d|{signs}|{any_of(data['halves'])}|{wholes}", re.IGNORECASE)


def _wordy(names: Iterable[str]) -> list[str]:
    return [name for name in names if name[0].isalpha()]


def _signs(names: Iterable[str]) -> list[str]:
    return [name for name in names if not name[0].isalnum() and name != "+"]


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){pattern}(?!\w)", re.IGNORECASE)


def _by_case(names: Iterable[str]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Abbreviations as they are written, and other names in any case with a plural ending."""
    every = list(names)
    short = [n for n in every if n.upper() == n]
    wordy = [n for n in every if n.upper() != n]
    return (
        re.compile(rf"(?<![\w/+-]){any_of(short)}s?(?![\w+])"),
        re.compile(rf"(?<!\w){any_of(wordy)}s?(?![\w+])", re.IGNORECASE),
    )


def _number(data: Mapping[str, Any]) -> re.Pattern[str]:
    signs = [sign for unit in data["units"].values() for sign in unit]
    numbers = any_of(data["number_words"])
    scale = rf"(?P<scale>{any_of(data['scales'])})(?![A-Za-z])"
    of = rf"(?:\s+of\s+|\s+out of\s+|/)(?:the\s+)?(?P<of>{NUMBER})(?![\w%/])"
    unit = rf"\s*[-]?\s*(?P<unit>{any_of(signs)})(?![A-Za-z])"
    money = rf"(?P<money>[{''.join(map(re.escape, data['money_signs']))}])?"
    halves = rf"(?<!\w)(?P<halves>{any_of(data['halves'])})(?!\w)"
    return re.compile(
        rf"(?<![\w.,:/]){money}(?P<sign>[+-](?=\d))?(?P<value>{NUMBER})"
        rf"(?:\s?{scale})?(?:{unit}|{of})?(?![\w/]|[.,:]\d)"
        rf"|{halves}|(?<!\w)(?P<word>{numbers})(?:\s+(?:of|out of)\s+(?P<of_word>{numbers}))?(?!\w)",
        re.IGNORECASE,
    )


def _dates(calendar: Mapping[str, Any], data: Mapping[str, Any]) -> re.Pattern[str]:
    """Dates and clock times, whose numbers are no figures; a named group holds the year where there is one."""
    month = any_of(name for names in calendar["months"] for name in names) + r"\b\.?"
    day = r"\d{1,2}(?:st|nd|rd|th)?"
    clock = any_of(data["clock"])
    return re.compile(
        rf"(?<![\d.])(?:\d{{1,2}}[/.]\d{{1,2}}[/.](?P<y1>(?:20)?\d\d)"
        rf"|(?P<y2>{_YEAR})-\d\d-\d\d"
        rf"|{day}(?:\s*(?:-|/|&|,|to|and)\s*{day})*\s+{month}(?:\s+(?P<y3>{_YEAR}|'?[2-4]\d(?![%\d.])))?"
        rf"|{month}\s*[-/']?\s*(?P<y4>{_YEAR}|[2-4]\d(?![%\d.]))"
        rf"|(?P<y5>{_YEAR})\s*[-/]\s*(?P<y5b>(?:20)?\d\d)(?!\d)"
        rf"|(?P<y6>[12]\d|3\d)[-/](?P<y6b>\d\d)(?![\d%])"
        rf"|(?P<y7>{_YEAR})(?![\d%]|,\d)"
        rf"|\d{{1,2}}[.:]\d\d\s*{clock}(?!\w)|\d{{1,2}}\s*{clock}(?!\w)|\d{{1,2}}:\d\d(?!\d)"
        rf"|\d{{1,2}}[stndrh]{{2}}\b)",
        re.IGNORECASE,
    )
