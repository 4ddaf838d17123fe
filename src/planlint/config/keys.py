"""The keys of a configuration and what each of them holds."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from planlint import datafile
from planlint.config.model import Entry, Origin
from planlint.datafile import LinedDict, LinedList
from planlint.errors import ConfigError
from planlint.rule import SEVERITIES

FAIL_ON = (*SEVERITIES, "never")
TRUTH = {"yes": True, "true": True, "no": False, "false": False}
HALF_TERMS = 6


class Spot:
    """Where a value stands, for messages and for its Entry."""

    def __init__(self, path: str, folder: Path, key: tuple[str, ...], line: int) -> None:
        self.path, self.folder, self.key, self.line = path, folder, key, line

    def inner(self, name: str, line: int) -> Spot:
        """The place of a value inside this one."""
        return Spot(self.path, self.folder, (*self.key, name), line)

    def at(self, line: int) -> Spot:
        """The place of an item of this list."""
        return Spot(self.path, self.folder, self.key, line)

    def entry(self, value: Any) -> Entry:
        """The setting that stands here."""
        return Entry(self.key, value, Origin(self.path, self.line, self.folder))

    def wrong(self, what: str, remedy: str) -> ConfigError:
        """The error that says what is wrong here."""
        return ConfigError(self.path, what, remedy, f"line {self.line}")


def read_entries(found: LinedDict, path: str, folder: Path) -> Iterator[Entry]:
    """The settings in a file. Raises ConfigError at the first that is not known or of the wrong kind."""
    datafile.expect_keys(found, [*KEYS, "extends"], path, ConfigError)
    for key, value in found.items():
        yield from KEYS[key](value, Spot(path, folder, (key,), found.lines[key]))


def _texts(value: Any, spot: Spot) -> Iterator[Entry]:
    if isinstance(value, str) and value:
        yield spot.entry(value)
        return
    if not isinstance(value, LinedList) or not all(isinstance(item, str) and item for item in value):
        raise spot.wrong(f"'{spot.key[-1]}' is not a list of names", "write '- ...' lines")
    for item, line in zip(value, value.lines, strict=True):
        yield spot.at(line).entry(item)


def _mapping(value: Any, spot: Spot) -> Iterator[tuple[str, Any, Spot]]:
    if not isinstance(value, LinedDict):
        raise spot.wrong(f"'{spot.key[-1]}' is not a mapping", "write 'name: value' lines")
    for name, inner in value.items():
        yield name, inner, spot.inner(name, value.lines[name])


def _word(value: Any, spot: Spot, known: Iterable[str]) -> Iterator[Entry]:
    words = list(known)
    if value not in words:
        hint = datafile.nearest(str(value), words)
        remedy = f"did you mean '{hint}'" if hint else f"use one of: {', '.join(words)}"
        raise spot.wrong(f"'{spot.key[-1]}' cannot be '{value}'", remedy)
    yield spot.entry(value)


def _severity(value: Any, spot: Spot) -> Iterator[Entry]:
    for _, inner, place in _mapping(value, spot):
        yield from _word(inner, place, SEVERITIES)


def _options(value: Any, spot: Spot) -> Iterator[Entry]:
    for _, options, place in _mapping(value, spot):
        for _, option, inner in _mapping(options, place):
            yield inner.entry(option)


def _per_file(value: Any, spot: Spot) -> Iterator[Entry]:
    known = {key: KEYS[key] for key in ("select", "ignore", "severity", "options")}
    for _, settings, place in _mapping(value, spot):
        if isinstance(settings, LinedDict):
            datafile.expect_keys(settings, known, spot.path, ConfigError)
        for key, inner, there in _mapping(settings, place):
            yield from known[key](inner, there)


def _day(value: Any, spot: Spot) -> Iterator[Entry]:
    try:
        yield spot.entry(datetime.date.fromisoformat(value).isoformat())
    except (TypeError, ValueError):
        raise spot.wrong(f"'{value}' is not a day", "write it as 2026-09-01") from None


def _fail_on(value: Any, spot: Spot) -> Iterator[Entry]:
    yield from _word(value, spot, FAIL_ON)


def _calendar(value: Any, spot: Spot) -> Iterator[Entry]:
    if isinstance(value, LinedDict):
        datafile.expect_keys(value, ["six-terms", "published"], spot.path, ConfigError)
    for key, inner, place in _mapping(value, spot):
        if key == "six-terms":
            truth = inner if isinstance(inner, bool) else TRUTH.get(str(inner).lower())
            if truth is None:
                raise place.wrong("'six-terms' is neither yes nor no", "write yes or no")
            yield place.entry(truth)
            continue
        for year, halves, there in _mapping(inner, place):
            if not year.isdigit():
                raise there.wrong(f"'{year}' is not a year", "write the year in which the school year begins, as 2026")
            yield there.entry(_half_terms(halves, there))


def _half_terms(value: Any, spot: Spot) -> tuple[str, ...]:
    if not isinstance(value, LinedList) or len(value) != HALF_TERMS:
        raise spot.wrong(f"'{spot.key[-1]}' does not list six half-terms", "write each as 2026-09-02/2026-10-23")
    before = ""
    for text, line in zip(value, value.lines, strict=True):
        start, _, end = str(text).partition("/")
        try:
            first, last = datetime.date.fromisoformat(start), datetime.date.fromisoformat(end)
        except ValueError:
            what = f"'{text}' is not a half-term"
            raise spot.at(line).wrong(what, "write its first and last day as 2026-09-02/2026-10-23") from None
        if first > last or start <= before:
            raise spot.at(line).wrong(f"'{text}' is out of order", "give the six in the order of the year")
        before = end
    return tuple(value)


def _people(value: Any, spot: Spot) -> Iterator[Entry]:
    for _, inner, place in _mapping(value, spot):
        yield place.entry(tuple(str(e.value) for e in _texts(inner, place)))


def _vocabulary(value: Any, spot: Spot) -> Iterator[Entry]:
    for _, part, place in _mapping(value, spot):
        for _, inner, there in _mapping(part, place):
            yield there.entry(inner)


Reader = Callable[[Any, Spot], Iterator[Entry]]
KEYS: dict[str, Reader] = {
    "packs": _texts, "select": _texts, "ignore": _texts, "severity": _severity, "options": _options,
    "per-file": _per_file, "exclude": _texts, "today": _day, "calendar": _calendar, "people": _people,
    "roles": _people, "vocabulary": _vocabulary, "fail-on": _fail_on,
}  # fmt: skip
