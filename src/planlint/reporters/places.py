"""Places in a plan as people name them."""

from __future__ import annotations

import os
from pathlib import PurePath

from planlint.plan import Location
from planlint.reporters.plain import one_line, shorten


def place(location: Location) -> str:
    """ "Priority 2, row 4, Lead (line 31)"; what is under no label goes by its heading; "" for the whole plan."""
    name = one_line(location.label)
    if not name and location.trail:
        name = f"under “{shorten(one_line(location.trail[-1]), 60)}”"
    spot = f"line {location.line}" if location.line else f"page {location.page}" if location.page else ""
    if name and spot:
        return f"{name} ({spot})"
    return name or spot


def relative(path: str) -> str:
    """A path as repositories write it: without "./", with forward slashes."""
    return PurePath(os.path.normpath(path)).as_posix()
