"""A number as it stands in a plan, and a target made of numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Comparator = Literal["", "at least", "at most", "above", "below", "about"]
Way = Literal["", "up", "down", "same"]


@dataclass(frozen=True, slots=True)
class Figure:
    """One number.

    text:   the words; text[offset:until] of the text it was found in, with sign and unit.
    value:  the number; percentages as 61.0 for 61%, money in whole pounds, "none" as 0.
    unit:   "percent", "points" (percentage points), "marks", "money", "days", "grades", ... or "" for a bare count.
    of:     the whole it is a part of: 31 in "9 of 31".
    year:   the calendar year it belongs to, where that stands beside it: 2025 for "(July 25)" and for "(24-25)".
    change: True for a difference ("+7pp", "by 5%") rather than a level.
    """

    text: str
    offset: int
    until: int
    value: float
    unit: str = ""
    of: float | None = None
    year: int | None = None
    comparator: Comparator = ""
    change: bool = False

    @property
    def share(self) -> float | None:
        """It as a percentage, where it is one or says what it is a part of."""
        if self.unit == "percent":
            return self.value
        return 100 * self.value / self.of if self.of else None


@dataclass(frozen=True, slots=True)
class Target:
    """Something to be reached, with what it starts from where the same passage says so.

    text:     the clause; offset and until its place in the text.
    measure:  what is measured, as the vocabulary's first name for it; "" if it is nothing known.
    kind:     what the measure is a sign of: "outcome", "practice", "people", "money", "voice", "take-up" or "".
    group:    whom it is for ("disadvantaged", "SEND"), "" for all.
    polarity: "up" if more is better, "down" if less is, "" if unknown.
    baseline, goal: the figure it starts from and the one aimed at.
    steps:    figures on the way.
    way:      where the figures or the words say it is to go.
    """

    text: str
    offset: int
    until: int
    measure: str
    kind: str
    group: str
    polarity: Way
    baseline: Figure | None
    goal: Figure | None
    steps: tuple[Figure, ...] = ()
    way: Way = ""
