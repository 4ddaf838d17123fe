"""A date, term, range or frequency as it stands in a text, and the days it means."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Literal

Kind = Literal["day", "month", "term", "half-term", "year", "range", "recurrence", "vague", "impossible", "relative"]
Bound = Literal["", "by", "from", "until"]
Doubt = Literal["", "weekday", "month-first", "no such day"]


@dataclass(frozen=True, slots=True)
class Dated:
    """One expression of time.

    text:   the words themselves; text[start:end] of the text it was found in.
    offset: where it begins in that text; `until` where it ends, exclusive.
    kind:   "day", "month", "term" (a season's term), "half-term", "year" (calendar, school or plan year), "range",
            "recurrence" (weekly, each term), "vague" (ongoing, TBC), "impossible" (31 June), "relative" (week 5).
    start, end: the first and last day it means, both included; None where nothing says which days.
    bound:  "by" if it is a limit, "from" if only a beginning ("from Sept", "Sept onwards"), "until" if only an end.
    stated: True if the year stands there, False if it was taken from the plan's period or from beside it.
    doubt:  "weekday" if the weekday named is another one, "month-first" for 09/30/2025, "no such day" for 31 June.
    """

    text: str
    offset: int
    until: int
    kind: Kind
    start: datetime.date | None = None
    end: datetime.date | None = None
    bound: Bound = ""
    stated: bool = False
    doubt: Doubt = ""

    @property
    def closed(self) -> bool:
        """Whether it has a last day that can be missed."""
        return self.end is not None and self.bound != "from" and self.kind != "recurrence"
