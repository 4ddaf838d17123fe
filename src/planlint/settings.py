"""What holds for a whole run."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Settings:
    """What holds for a whole run; what is given here is stronger than any configuration.

    today:       the day the plans are judged on.
    select:      ids or beginnings of ids of the rules that run; empty for all that are on.
    ignore:      those left out.
    folders:     packs beside the built-in one.
    today_given: False if a configuration may set another day.
    fail_on:     the least weight of a finding that fails a plan, or "never"; None if a configuration may say.
    mandatory:   rules that no author, configuration or baseline can silence.
    reviewer:    True to pass over what the plans' authors silence and configure.
    ruleset:     the version of the built-in rules that is expected; None for whichever there is.
    config:      the configuration for all plans; None for the one nearest to each.
    """

    today: datetime.date
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    folders: tuple[Path, ...] = ()
    today_given: bool = True
    fail_on: str | None = None
    mandatory: tuple[str, ...] = ()
    reviewer: bool = False
    ruleset: str | None = None
    config: Path | None = None
