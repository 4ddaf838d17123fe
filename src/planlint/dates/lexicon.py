"""The words of dates, compiled once from the vocabulary: what each name means, and the patterns that find them."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from planlint.dates.names import key, table
from planlint.dates.patterns import around, master
from planlint.vocabulary import Vocabulary


@dataclass(frozen=True, eq=False)
class Lexicon:
    """What the names mean, and the patterns made from them.

    before, after, join: what stands in front of a date, behind it, and between two.
    late_term: a fourth, fifth or sixth term.
    """

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    numbers: Mapping[str, int]
    seasons: Mapping[str, int]
    ordinals: Mapping[str, int]
    festivals: Mapping[str, int]
    landmarks: Mapping[str, Mapping[str, Any]]
    lookalikes: frozenset[str]
    brief: frozenset[str]
    effects: Mapping[str, str]
    school_year: tuple[int, int]
    before: re.Pattern[str]
    after: re.Pattern[str]
    join: re.Pattern[str]
    late_term: re.Pattern[str]
    data: Mapping[str, Any]

    @functools.cached_property
    def column(self) -> re.Pattern[str]:
        """Finds every form, for cells that hold nothing but times; compiled when first asked for: it takes 50 ms."""
        return master(self.data, column=True)

    @functools.cached_property
    def prose(self) -> re.Pattern[str]:
        """Finds the forms that are safe anywhere."""
        return master(self.data, column=False)


@functools.lru_cache(maxsize=16)
def lexicon(vocabulary: Vocabulary) -> Lexicon:
    """The words of dates in this vocabulary's `calendar`."""
    data = vocabulary.part("calendar")
    seasons = data["seasons"]
    effects = {key(p): effect for effect, phrases in data["before"].items() for p in phrases}
    effects |= {key(p): f"after {effect}" for effect, phrases in data["after"].items() for p in phrases}
    opening = data["school_year"]
    return Lexicon(
        months=table((names, number) for number, names in enumerate(data["months"], 1)),
        weekdays=table((names, number) for number, names in enumerate(data["weekdays"], 1)),
        numbers=data["numbers"],
        seasons=table(
            (names, number) for number, s in enumerate(seasons, 1) for names in (s["names"], s["short"], s["letters"])
        ),
        ordinals=data["ordinals"],
        festivals=table((f["names"], f["ends"]) for f in data["festivals"]),
        landmarks=table((x["names"], x) for x in (*data["landmarks"], *data["spans"])),
        lookalikes=frozenset(data["month_lookalikes"]),
        brief=frozenset(name for s in seasons for name in (*s["short"], *s["letters"])),
        effects=effects,
        school_year=(opening["month"], opening["day"]),
        data=data,
        **around(data),
    )
