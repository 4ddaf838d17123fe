"""What holds for a whole run."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Settings:
    """What holds for a whole run.

    today:   the day the plans are judged on.
    select:  ids or beginnings of ids of the rules that run; empty for all that are on.
    ignore:  those left out.
    folders: packs beside the built-in one.
    """

    today: datetime.date
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    folders: tuple[Path, ...] = ()
